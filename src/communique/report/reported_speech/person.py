"""First-person words inside a statement, shifted where the shift keeps the sense.

"We must act" becomes "it is necessary to act": who "we" is, the record does not say. What has no
such reading is left, and the sentence is then quoted instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from communique.report.reported_speech.inflection import participle, participle_of_past
from communique.report.reported_speech.values import Edit, Referent, Tense
from communique.viewpoints.parse import Parsed

Rewrite = Callable[[str, Referent, Tense], str]

_BETWEEN = r"(?:\s+(?P<adverb>all|also|therefore|now|still|always|really|together|collectively|first|urgently))?"
_BASE = r"\s+(?=(?!be able\b|the\b|a\b|an\b|more\b|not\b)[a-z])"


def _said(fixed: str) -> Rewrite:
    return lambda matched, speaker, tense: fixed


def _impersonal(core: str) -> Rewrite:
    """"it is {core} to", with the adverb that stood beside "we" where it still says something."""

    def rewrite(matched: str, speaker: Referent, tense: Tense) -> str:
        is_, words = ("was" if tense is Tense.PAST else "is"), matched.split()
        kept = [word for word in words if word.casefold() in {"also", "therefore", "now", "still", "always"}]
        return " ".join(["it", is_, *(word.casefold() for word in kept), core, "to "])

    return rewrite


def _there(core: str) -> Rewrite:
    return lambda matched, speaker, tense: f"there {'was' if tense is Tense.PAST else 'is'} {core} "


def _there_are(matched: str, speaker: Referent, tense: Tense) -> str:
    return "there were " if tense is Tense.PAST else "there are "


def _possessive(matched: str, speaker: Referent, tense: Tense) -> str:
    return speaker.possessive


def _without_us(matched: str, speaker: Referent, tense: Tense) -> str:
    return matched.split()[0] + " to "


def _enabling(matched: str, speaker: Referent, tense: Tense) -> str:
    verb = matched.split()[0].casefold()
    make = {"s": "makes", "d": "made"}.get(verb[-1], "make")
    return f"{make} it possible to "


def _passive(matched: str, speaker: Referent, tense: Tense) -> str:
    """"we should strengthen the pact" to "the pact should be strengthened"."""
    found = PASSIVE.fullmatch(matched)
    if found is None:
        return matched
    modal = {"can": "could", "will": "would", "may": "might"}.get(found["modal"], found["modal"])
    chosen = modal if tense is Tense.PAST else found["modal"]
    phrase = _ours(found["phrase"])
    be = " not be " if found["not_"] else " be "
    adverb = f"{found['adverb']} " if found["adverb"] in {"also", "therefore", "now", "still", "always"} else ""
    return f"{phrase} {chosen}{be}{adverb}{participle(found['verb'])}"


def _perfect(auxiliary: str) -> Rewrite:
    """"we have opened three ports" to "three ports have been opened"."""

    def rewrite(matched: str, speaker: Referent, tense: Tense) -> str:
        _, _, verb, phrase = matched.split(None, 3)
        had = "had" if tense is Tense.PAST else auxiliary
        return f"{_ours(phrase)} {had} been {verb}"

    return rewrite


PASSIVE = re.compile(
    rf"we{_BETWEEN}\s+(?P<modal>should|must|can|could|may|might|will|would|ought to)(?P<not_>\s+not)?"
    r"(?:\s+(?:all|also|now|really))?\s+(?P<verb>[a-z]+)\s+(?P<phrase>.+)",
    re.IGNORECASE,
)

_PATTERNS: tuple[tuple[str, str, Rewrite], ...] = (
    ("person.we-must-not", rf"\bwe{_BETWEEN}\s+(?:must not|have not to)\s+(?=[a-z])", _impersonal("necessary not")),
    ("person.we-should-not", rf"\bwe{_BETWEEN}\s+(?:should not|ought not to)\s+(?=[a-z])", _impersonal("important not")),
    ("person.we-need-not", rf"\bwe{_BETWEEN}\s+do not (?:need|have) to\s+(?=[a-z])", _impersonal("not necessary")),
    ("person.we-cannot", rf"\bwe{_BETWEEN}\s+(?:cannot|can not|are not able to)\s+(?=[a-z])", _impersonal("not possible")),
    ("person.we-must", rf"\bwe{_BETWEEN}\s+(?:must|have to|need to|have got to)(?:\s+(?:also|all|really|now))?{_BASE}", _impersonal("necessary")),
    ("person.we-should", rf"\bwe{_BETWEEN}\s+(?:should|ought to)(?:\s+(?:also|all|really|now))?{_BASE}", _impersonal("important")),
    ("person.we-can", rf"\bwe{_BETWEEN}\s+(?:can|are able to)(?:\s+(?:also|all|really|now))?{_BASE}", _impersonal("possible")),
    ("person.we-know", r"\bwe(?:\s+all)?\s+know\s+that\s+", lambda matched, speaker, tense: "it was well known that " if tense is Tense.PAST else "it is well known that "),
    ("person.what-we-need", r"(?<=\bwhat )we need(?! to\b)", lambda matched, speaker, tense: "was needed" if tense is Tense.PAST else "is needed"),
    ("person.for-us", r"\s(?:for|to) (?:all of )?us\b(?= ?[,.;]| (?:and|but|to|in|at|as|because|that|if|when)\b)", _said("")),
    ("person.we-need", r"(?<!what )\bwe(?:\s+(?:all|also|really|now))?\s+need\s+(?=(?!to\b|not\b|be\b|your\b|you\b|it\b|them\b)[a-z])", _there("a need for")),
    ("person.we-have-a", r"\bwe(?:\s+(?:all|also|now|already))?\s+have\s+(?=(?:a|an)\s)", lambda matched, speaker, tense: "there was " if tense is Tense.PAST else "there is "),
    ("person.we-have-many", r"\bwe(?:\s+(?:all|also|now|already))?\s+have\s+(?=(?:many|several|some|various|different|(?:quite )?a few)\s+\w+s\b)", _there_are),
    ("person.help-us", r"\bhelp(?:s|ed|ing)?\s+us\s+(?:to\s+)?(?=[a-z])", _without_us),
    ("person.allow-us", r"\b(?:allow|enable)(?:s|d)?\s+us\s+to\s+", _enabling),
    ("person.all-of-us", r"\b(?:all|each|both) of us\b", lambda matched, speaker, tense: matched.split()[0]),
    ("person.our", r"\bour\b(?!\s+own\b)", _said("the")),
    ("person.my", r"\bmy\b(?!\s+own\b)", _possessive),
)  # fmt: skip
_COMPILED = tuple((rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern, _ in _PATTERNS)
_LEFT = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs|[Oo]urselves|[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself|[Yy]ourselves)\b"
    r"|\b[Mm]ine\b(?=\s*[.,;]|$)"
)

REWRITES: dict[str, Rewrite] = {
    **{rule: rewrite for rule, _, rewrite in _PATTERNS},
    "person.us-given": _said(""),
    "voice.modal-passive": _passive,
    "voice.perfect-passive-one": _perfect("has"),
    "voice.perfect-passive-many": _perfect("have"),
    "voice.past-passive-one": lambda matched, speaker, tense: _past_passive(matched, "was"),
    "voice.past-passive-many": lambda matched, speaker, tense: _past_passive(matched, "were"),
}


def person_edits(text: str, start: int) -> Iterator[Edit]:
    """Every shift of a first-person word in ``text`` from ``start`` on; they may overlap."""
    for rule, pattern in _COMPILED:
        for found in pattern.finditer(text, start):
            yield Edit(found.start(), found.end(), rule)


def given_edits(parsed: Parsed, start: int) -> Iterator[Edit]:
    """In "sells us the same study" it goes without saying to whom."""
    for token in parsed.tokens:
        if token.start >= start and token.text == "us" and token.dep == "dative":
            yield Edit(token.start, token.end, "person.us-given")


def first_or_second_person(text: str) -> bool:
    """Whether a word of the first or second person is left; "US" the country is none."""
    return _LEFT.search(text) is not None


def _past_passive(matched: str, be: str) -> str:
    _, verb, phrase = matched.split(None, 2)
    return f"{_ours(phrase)} {be} {participle_of_past(verb)}"



def _ours(phrase: str) -> str:
    return re.sub(r"^our\b", "the", phrase)
