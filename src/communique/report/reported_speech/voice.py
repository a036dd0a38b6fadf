"""Active sentences about "we" made passive: what is done stays, who does it was not said."""

from __future__ import annotations

from collections.abc import Iterator

from communique.report.reported_speech.clauses import subject_of, subtree
from communique.report.reported_speech.person import PASSIVE, first_or_second_person
from communique.report.reported_speech.values import Edit
from communique.viewpoints.parse import Parsed

_NO_PASSIVE = frozenset("be have get want lack become remain let like need see hope wish mean say think know help go come look talk speak thank".split())
_LONGEST = 14
_PRONOUNS = frozenset("them him her me us you themselves ourselves what who which".split())


def passive_edits(parsed: Parsed, start: int) -> Iterator[Edit]:
    """Passives for verbs whose subject is "we" and whose object follows at once."""
    for verb, token in enumerate(parsed.tokens):
        if token.start < start or token.pos != "VERB" or token.lemma in _NO_PASSIVE:
            continue
        if (edit := _passive(parsed, verb)) is not None:
            yield edit


def _passive(parsed: Parsed, verb: int) -> Edit | None:
    subject = subject_of(parsed, verb)
    phrase = _object(parsed, verb)
    if subject is None or phrase is None or parsed.tokens[subject].text.casefold() != "we":
        return None
    if any(token.head == verb and token.dep in {"conj", "xcomp", "prt", "dative"} for token in parsed.tokens):
        return None
    rule = _rule(parsed, subject, verb, phrase)
    if rule is None:
        return None
    return Edit(parsed.tokens[subject].start, parsed.tokens[phrase[-1]].end, rule)


def _rule(parsed: Parsed, subject: int, verb: int, phrase: range) -> str | None:
    tokens = parsed.tokens
    matched = parsed.text[tokens[subject].start : tokens[phrase[-1]].end]
    if PASSIVE.fullmatch(matched) and tokens[verb].tag == "VB":
        return "voice.modal-passive"
    between = [token.text for token in tokens[subject + 1 : verb]]
    number = _number(parsed, verb)
    if between == ["have"] and tokens[verb].tag == "VBN":
        return f"voice.perfect-passive-{number}"
    if not between and tokens[verb].tag == "VBD":
        return f"voice.past-passive-{number}"
    return None


def _object(parsed: Parsed, verb: int) -> range | None:
    tops = [i for i, token in enumerate(parsed.tokens) if token.head == verb and token.dep == "dobj"]
    if len(tops) != 1 or parsed.tokens[tops[0]].text.casefold() in _PRONOUNS:
        return None
    phrase = subtree(parsed, tops[0])
    words = parsed.text[parsed.tokens[phrase[0]].start : parsed.tokens[phrase[-1]].end]
    starts_well = phrase[0] == verb + 1 and len(phrase) <= _LONGEST
    inner = words.removeprefix("our ")
    return phrase if starts_well and not first_or_second_person(inner) and "," not in words else None


def _number(parsed: Parsed, verb: int) -> str:
    top = next(i for i, token in enumerate(parsed.tokens) if token.head == verb and token.dep == "dobj")
    joined = any(token.head == top and token.dep == "conj" for token in parsed.tokens)
    return "many" if joined or parsed.tokens[top].tag in {"NNS", "NNPS"} else "one"
