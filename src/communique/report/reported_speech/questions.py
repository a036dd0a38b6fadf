"""Questions put indirectly: "Who pays?" is "asks who pays", "Is it ready?" "asks whether it is ready"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.report.reported_speech.clauses import root_after, subject_of, subtree
from communique.report.reported_speech.inflection import PRESENT, backshifted, past, third_person
from communique.report.reported_speech.person import Rewrite, first_or_second_person
from communique.report.reported_speech.values import Edit, Referent, Tense
from communique.viewpoints.parse import Parsed

_HOW_TO = re.compile(r"(?P<asked>how|where|when)(?P<turn>\s+(?:can|could|do|should)\s+(?:we|I)(?:\s+(?:all|also|really|best))?\s+)(?=[a-z])", re.IGNORECASE)
_WHAT_TO = re.compile(r"what(?P<turn>\s+(?:can|could|should|must)\s+we(?:\s+(?:all|also|really))?\s+do\b)", re.IGNORECASE)
_WHETHER_TO = re.compile(r"(?P<turn>should\s+we(?:\s+(?:all|also|really))?\s+)(?=[a-z])", re.IGNORECASE)
_SUBJECT_FIRST = re.compile(r"who\s+(?:is|are|was|were|will|would|should|must|can|could|has|pays|decides|leads|owns|bears|speaks|benefits)\b", re.IGNORECASE)
_ASKED = frozenset("what who which why how where when whose whom".split())
_SUPPORT = frozenset({"do", "does", "did"})


@dataclass(frozen=True, slots=True)
class Question:
    """How a question is put: ``lead`` is "asks" or "asks whether", ``edits`` turn it round."""

    lead: str
    edits: tuple[Edit, ...]


def question_of(text: str, parsed: Parsed | None) -> Question | None:
    """How to put the question ``text`` indirectly, or None when it had better be quoted."""
    if not text.rstrip().endswith("?"):
        return None
    if (fixed := _fixed(text)) is not None:
        return fixed
    return None if parsed is None else _turned(text, parsed)


def turned(matched: str, speaker: Referent, tense: Tense) -> str:
    """The auxiliary that opens ``matched`` put behind the subject: "is the port" to "the port is"."""
    auxiliary, rest = matched.split(None, 1)
    verb = auxiliary.casefold()
    return f"{rest} {backshifted(verb) if tense is Tense.PAST and verb in PRESENT else verb}"


def unsupported(matched: str, speaker: Referent, tense: Tense) -> str:
    """"does the port serve" to "the port serves", "did it work" to "it worked"."""
    auxiliary, rest = matched.split(None, 1)
    *subject, verb = rest.split()
    if tense is Tense.PAST or auxiliary.casefold() == "did":
        return " ".join([*subject, past(verb)])
    return " ".join([*subject, third_person(verb) if auxiliary.casefold() == "does" else verb])


def _what_done(matched: str, speaker: Referent, tense: Tense) -> str:
    modal = matched.split()[0].casefold()
    return f" {'could' if tense is Tense.PAST and modal == 'can' else modal} be done"


def _infinitive(matched: str, speaker: Referent, tense: Tense) -> str:
    return " to " if matched[0].isspace() else "to "


REWRITES: dict[str, Rewrite] = {
    "question.order": turned,
    "question.support": unsupported,
    "question.what-done": _what_done,
    "question.how-to": _infinitive,
    "question.whether-to": _infinitive,
}


def _fixed(text: str) -> Question | None:
    if found := _HOW_TO.match(text):
        return Question("asks", (Edit(*found.span("turn"), "question.how-to"),))
    if found := _WHAT_TO.match(text):
        return Question("asks", (Edit(*found.span("turn"), "question.what-done"),))
    if found := _WHETHER_TO.match(text):
        return Question("asks-whether", (Edit(*found.span("turn"), "question.whether-to"),))
    return Question("asks", ()) if _SUBJECT_FIRST.match(text) else None


def _turned(text: str, parsed: Parsed) -> Question | None:
    root = root_after(parsed, 0)
    if root is None or len(parsed.sentences) != 1:
        return None
    subject = subject_of(parsed, root)
    if subject is None or parsed.tokens[0].text.casefold() in {"and", "but", "so", "if", "because"}:
        return None
    phrase = subtree(parsed, subject)
    asked = parsed.tokens[0].text.casefold() in _ASKED
    if asked and phrase[0] == 0 and subject < root:
        return Question("asks", ())
    return _inverted(parsed, root, phrase, "asks" if asked else "asks-whether")


def _inverted(parsed: Parsed, root: int, phrase: range, lead: str) -> Question | None:
    auxiliary = phrase[0] - 1
    token = parsed.tokens[auxiliary] if auxiliary >= 0 else None
    if token is None or token.tag not in {"VBZ", "VBP", "VBD", "MD"} or token.pos not in {"AUX", "VERB"}:
        return None
    if lead == "asks-whether" and auxiliary != 0:
        return None
    if token.text.casefold() not in _SUPPORT or auxiliary == root:
        edit = Edit(token.start, parsed.tokens[phrase[-1]].end, "question.order")
    elif root == phrase[-1] + 1 and parsed.tokens[root].tag == "VB":
        edit = Edit(token.start, parsed.tokens[root].end, "question.support")
    else:
        return None
    moved = parsed.text[edit.start : edit.end]
    return None if first_or_second_person(moved) else Question(lead, (edit,))
