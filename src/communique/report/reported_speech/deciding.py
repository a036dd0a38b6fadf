"""Which rules put a passage into reported speech; what none of them fits is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.record.sentences import sentence_spans
from communique.report.reported_speech.clauses import is_statement
from communique.report.reported_speech.cues import verb_for
from communique.report.reported_speech.direct import direct_edits, inner_edits
from communique.report.reported_speech.frames import Frame, frame_of
from communique.report.reported_speech.openings import Case, case_of
from communique.report.reported_speech.person import (
    first_or_second_person,
    given_edits,
    person_edits,
)
from communique.report.reported_speech.questions import question_of
from communique.report.reported_speech.tense import tense_edits
from communique.report.reported_speech.values import Edit, Place, Style, Tense
from communique.report.reported_speech.voice import passive_edits
from communique.viewpoints.parse import Parsed


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules look at: the prepared text, its parse where there is one, place and style."""

    text: str
    parsed: Parsed | None
    place: Place
    style: Style


def rules_for(setting: Setting) -> tuple[str, ...]:
    """The rules after preparation, in the order in which they read."""
    if not setting.text or len(sentence_spans(setting.text, "en")) != 1:
        return quotation(setting.place)
    for way in (_asked, _framed, _direct, _stated):
        if (rules := way(setting)) is not None:
            return rules
    return quotation(setting.place)


def quotation(place: Place) -> tuple[str, ...]:
    return ("shape.quote", _place(place))


def _asked(setting: Setting) -> tuple[str, ...] | None:
    question = question_of(setting.text, setting.parsed)
    if question is None:
        return None
    edits = _body_edits(setting, 0, question.edits)
    shape = "shape.whether" if question.lead == "asks-whether" else "shape.to"
    case = _lowered(setting, 0, edits)
    if edits is None or case is None:
        return None
    return (*map(str, edits), *case, "lead.ask", shape, _place(setting.place))


def _framed(setting: Setting) -> tuple[str, ...] | None:
    frame = frame_of(setting.text)
    if frame is None:
        return None
    if frame.shape == "that":
        if not is_statement(setting.text, setting.parsed, frame.end):
            return None
        return _statement(setting, frame.end, frame.verb, frame)
    edits = _body_edits(setting, frame.end, ())
    if edits is None or setting.text.rstrip().endswith((",", "?")):
        return None
    lead = f"lead.{frame.verb.replace(' ', '-')}"
    return (_strip(frame), *map(str, edits), lead, "shape.to", _place(setting.place))


def _direct(setting: Setting) -> tuple[str, ...] | None:
    opening, shape = direct_edits(setting.text, setting.parsed), "shape.direct"
    if opening is None:
        opening, shape = inner_edits(setting.text), "shape.within"
    if opening is None or not _ends_whole(setting.text):
        return None
    edits = _body_edits(setting, 0, opening)
    return None if edits is None else (*map(str, edits), shape, _place(setting.place))


def _stated(setting: Setting) -> tuple[str, ...] | None:
    if not is_statement(setting.text, setting.parsed, 0):
        return None
    return _statement(setting, 0, verb_for(setting.text), None)


def _statement(
    setting: Setting, start: int, verb: str, frame: Frame | None
) -> tuple[str, ...] | None:
    edits = _body_edits(setting, start, ())
    if edits is None:
        return None
    stripped = () if frame is None else (_strip(frame),)
    shape, place = _shape(setting.place, verb, frame)
    case = _lowered(setting, start, edits)
    if case is None and shape != "shape.bare":
        shape = "shape.trailing"
    case = () if case is None or shape in {"shape.bare", "shape.trailing"} else case
    lead = () if shape in {"shape.bare", "shape.view"} else (f"lead.{verb.replace(' ', '-')}",)
    return (*stripped, *map(str, edits), *case, *lead, shape, _place(place))


def _shape(place: Place, verb: str, frame: Frame | None) -> tuple[str, Place]:
    """Only a statement that is its speaker's plain view goes without the verb it came with."""
    if frame is not None and verb != "believe":
        return "shape.that", Place.LATER if place in {Place.BARE, Place.VIEW} else place
    return {Place.BARE: "shape.bare", Place.VIEW: "shape.view"}.get(place, "shape.that"), place


def _body_edits(setting: Setting, start: int, fixed: Iterable[Edit]) -> tuple[Edit, ...] | None:
    """The edits of the text from ``start`` on, or None when a first or second person stays."""
    chosen = _without_overlap(_candidates(setting, start, fixed))
    return None if first_or_second_person(_untouched(setting.text, start, chosen)) else chosen


def _candidates(setting: Setting, start: int, fixed: Iterable[Edit]) -> Iterator[Edit]:
    """In order of preference: of two edits that overlap, the earlier one is kept."""
    yield from fixed
    if setting.parsed is not None:
        yield from passive_edits(setting.parsed, start)
        yield from given_edits(setting.parsed, start)
    yield from person_edits(setting.text, start)
    if setting.style.tense is Tense.PAST and not _PROPOSED.match(setting.text):
        yield from tense_edits(setting.text, setting.parsed, start)


def _without_overlap(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    chosen: list[Edit] = []
    for edit in edits:
        if all(edit.end <= other.start or edit.start >= other.end for other in chosen):
            chosen.append(edit)
    return tuple(sorted(chosen))


def _untouched(text: str, start: int, edits: tuple[Edit, ...]) -> str:
    parts, at = [], start
    for edit in edits:
        parts.append(text[at : edit.start])
        at = edit.end
    return " | ".join([*parts, text[at:]])


def _lowered(
    setting: Setting, start: int, edits: tuple[Edit, ...] | None
) -> tuple[str, ...] | None:
    """The rule that lowers the first letter; None when nobody can tell whether it is a name."""
    first = edits[0] if edits else None
    if first is not None and first.start == start and first.rule not in _KEEPS_CASE:
        return ()
    at = first.end if first is not None and first.start == start == first.end else start
    case = case_of(setting.text, setting.parsed, at)
    return None if case is Case.UNKNOWN else ("case.lower",) if case is Case.LOWER else ()


# What is proposed has not happened in any tense: "proposed that the group meets".
_PROPOSED = re.compile(r"(?:I|we|my)\b.{0,25}\b(?:propose|recommend|suggest|proposal|suggestion)", re.IGNORECASE)
_KEEPS_CASE = frozenset({"tense.back"})


def _ends_whole(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "…", "”", '"', ")")) or text[-1:].isalnum()


def _strip(frame: Frame) -> str:
    return str(Edit(0, frame.end, frame.rule))


def _place(place: Place) -> str:
    return f"place.{place.value}"
