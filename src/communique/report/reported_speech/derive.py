"""From a passage and its rules to the sentence of the report; nothing else goes in."""

from __future__ import annotations

from collections.abc import Iterable

from communique.report.reported_speech import direct, person, questions
from communique.report.reported_speech.impersonal import IMPERSONAL, impersonal
from communique.report.reported_speech.inflection import backshifted, past, third_person
from communique.report.reported_speech.person import Rewrite
from communique.report.reported_speech.prepare import prepare
from communique.report.reported_speech.values import Edit, Place, Referent, Style, Tense


def _back(matched: str, speaker: Referent, tense: Tense) -> str:
    return backshifted(matched) if tense is Tense.PAST else matched


REWRITES: dict[str, Rewrite] = {
    **person.REWRITES,
    **questions.REWRITES,
    **direct.REWRITES,
    "tense.back": _back,
}


def derive(passage: str, rules: Iterable[str], *, speaker: Referent, style: Style) -> str:
    """The sentence that ``rules`` make of ``passage``.

    Raises ``KeyError`` for a rule that does not exist and ``ValueError`` for one without its place.
    """
    written = list(rules)
    named = {rule.partition(".")[0]: rule for rule in written if "@" not in rule}
    place = Place(named["place"].removeprefix("place."))
    if named["shape"] == "shape.quote":
        return _quotation(passage, _subject(speaker, place), style)
    named_here = speaker if named["shape"] == "shape.bare" else Referent("the speaker")
    body = _body(passage, written, named_here, style)
    if "case" in named:
        body = body[:1].lower() + body[1:]
    verb = named.get("lead", "").removeprefix("lead.").replace("-", " ")
    return _shaped(named["shape"], body, verb, speaker, place, style)


def inflected(verb: str, tense: Tense) -> str:
    """The verb of attribution, third person: "point out" gives "points out" or "pointed out"."""
    first, _, rest = verb.partition(" ")
    return " ".join(part for part in ((past if tense is Tense.PAST else third_person)(first), rest) if part)


def _shaped(
    shape: str, body: str, verb: str, speaker: Referent, place: Place, style: Style
) -> str:
    if place in IMPERSONAL and (sentence := impersonal(shape, body, verb, place, style.tense)):
        return sentence
    subject, said = _subject(speaker, place), inflected(verb, style.tense) if verb else ""
    match shape:
        case "shape.that":
            return f"{subject} {said} that {body}."
        case "shape.to":
            return f"{subject} {said} {body}."
        case "shape.direct":
            return f"{subject} {body}."
        case "shape.within":
            return f"{_capital(body.replace(direct.SUBJECT, subject))}."
        case "shape.whether":
            return f"{subject} {said} whether {body}."
        case "shape.view":
            return f"In {speaker.possessive} view, {body}."
        case "shape.trailing":
            return f"{_capital(body)}, {said} {subject.removesuffix(',')}."
        case "shape.bare":
            return f"{_capital(body)}."
    raise KeyError(shape)


def _subject(speaker: Referent, place: Place) -> str:
    return speaker.full if place is Place.FIRST else speaker.later


def _quotation(passage: str, subject: str, style: Style) -> str:
    words = " ".join(passage.split())
    verb = inflected("ask" if words.endswith("?") else "say", style.tense)
    return f"{subject} {verb}: “{words}”"


def _body(passage: str, rules: list[str], speaker: Referent, style: Style) -> str:
    text = prepare(passage).text
    placed = sorted(Edit.read(rule) for rule in rules if "@" in rule)
    parts: list[str] = []
    at = 0
    for edit in placed:
        rewrite = None if edit.rule.startswith("frame.") else REWRITES[edit.rule]
        parts.append(text[at : edit.start])
        parts.append(rewrite(text[edit.start : edit.end], speaker, style.tense) if rewrite else "")
        at = edit.end
    parts.append(text[at:])
    return " ".join("".join(parts).split()).rstrip(" .;:,!?…—–-")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
