"""Sentences about the speaker's own attitude: "I support the plan" is "X supports the plan"."""

from __future__ import annotations

import re

from communique.report.reported_speech.inflection import PRESENT, backshifted, past, third_person
from communique.report.reported_speech.person import Rewrite
from communique.report.reported_speech.values import Edit, Referent, Tense
from communique.viewpoints.parse import Parsed

_ATTITUDES = """accept acknowledge admire advise advocate agree appeal appreciate applaud ask assume back
call caution commend condemn congratulate dare defend deplore disagree doubt encourage endorse
envisage expect favour favor fear hope insist intend invite join know like look love
need object oppose prefer promise propose question recall recommend regard regret reject remain
remember request respect second see share stand stress suggest support suspect sympathise
understand urge value want warn welcome wish wonder work worry think believe feel consider find
guess mean reiterate repeat note""".split()
_VERB = "|".join(_ATTITUDES)
_ADVERB = r"(?:(?:also|just|really|still|strongly|firmly|fully|personally|truly|simply|therefore|very much|certainly|completely|totally|warmly|sincerely|entirely|actually|honestly|always|never|fundamentally|respectfully)\s+)*"
_MODALS = "would|will|can|could|should|must|may|might|cannot"
_OWN = re.compile(rf"(?P<subject>I)\s+{_ADVERB}(?:(?P<modal>{_MODALS})|(?P<agreeing>am|have|do not|was|had|did not|{_VERB}))\b", re.IGNORECASE)
_SHARED = re.compile(rf"(?P<subject>we)\s+{_ADVERB}(?P<agreeing>{_VERB})\b(?<!need)(?<!like)(?<!see)(?<!know)(?<!work)(?<!look)(?<!want)(?<!remember)", re.IGNORECASE)
_SELF = re.compile(r"\bI\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)")


_JOINED = re.compile(r"\b(?:and|but|or)\s+(?=I\s)")
_BEFORE_SELF = re.compile(
    r"(?:(?:therefore|thus|finally|first|second|third|fourth|fifth|last|today|here|on|in|at|for|with|as to|as for|if|when"
    r"|because|although|since|given|after|before|from|to)\b(?:(?!\b(?:I|we|you|my|our)\b)[^.;:?!]){0,120}?)\s+(?=I\s)",
    re.IGNORECASE,
)


def direct_edits(text: str, parsed: Parsed | None) -> tuple[Edit, ...] | None:
    """The edits that put the speaker in the place of an opening "I" (or of "we" with an attitude)."""
    found = _OWN.match(text) or _SHARED.match(text)
    if found is not None:
        return _edits(found, "direct.subject")
    return _told(text, parsed) if parsed is not None else None


def inner_edits(text: str) -> tuple[Edit, ...] | None:
    """The same where something stands before "I": "On the fund, I agree with the chair"."""
    before = _BEFORE_SELF.match(text)
    found = _OWN.match(text, before.end()) if before else None
    return None if found is None else _edits(found, "direct.within")


def _edits(found: re.Match[str], rule: str) -> tuple[Edit, ...]:
    return (*_agreed(found, rule), *_again(found.string, found.end()))


def _agreed(found: re.Match[str], rule: str) -> tuple[Edit, ...]:
    subject = Edit(*found.span("subject"), rule)
    if found["agreeing"] is None:
        return subject, Edit(*found.span("modal"), "direct.modal")
    start = found.start("agreeing")
    return subject, Edit(start, start + len(found["agreeing"].split()[0]), "direct.verb")


def _again(text: str, start: int) -> tuple[Edit, ...]:
    """"..., but I do not agree": the same subject goes on, and need not be named twice."""
    edits: list[Edit] = []
    for joined in _JOINED.finditer(text, start):
        if found := _OWN.match(text, joined.end()):
            edits += _agreed(found, "direct.subject")
    return tuple(edits)


def _told(text: str, parsed: Parsed) -> tuple[Edit, ...] | None:
    """"I visited the port": a past form needs no agreement, but only a parse can tell it."""
    found = _SELF.match(text)
    if found is None:
        return None
    token = next((token for token in parsed.tokens if token.start == found.start("verb")), None)
    if token is None or token.tag not in {"VBD", "VBP"}:
        return None
    subject = Edit(0, 1, "direct.subject")
    return (subject, Edit(token.start, token.end, "direct.verb")) if token.tag == "VBP" else (subject,)


def _verb(matched: str, speaker: Referent, tense: Tense) -> str:
    verb = matched.casefold()
    if verb in {"was", "had", "did"}:
        return verb
    if tense is Tense.PRESENT:
        return third_person(verb)
    return backshifted("is" if verb == "am" else verb) if verb in PRESENT else past(verb)


def _modal(matched: str, speaker: Referent, tense: Tense) -> str:
    modal = matched.casefold()
    return backshifted(modal) if tense is Tense.PAST and modal in PRESENT else modal


def _gone(matched: str, speaker: Referent, tense: Tense) -> str:
    return ""


def _placeholder(matched: str, speaker: Referent, tense: Tense) -> str:
    return SUBJECT


SUBJECT = "\x00"
"""Where the speaker is named inside a sentence."""

REWRITES: dict[str, Rewrite] = {
    "direct.subject": _gone,
    "direct.within": _placeholder,
    "direct.verb": _verb,
    "direct.modal": _modal,
}
