"""Cue files (WebVTT, SubRip) and the dialects in which they name speakers.

A cue is kept whatever is wrong with it: everything between two timing lines belongs to the first,
blank lines included, except what the format sets apart (identifiers, comments, styles).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from .tally import Tally
from .timecodes import is_broken_timing, timing

_LINES = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_COMMENT = re.compile(r"NOTE(?:[ \t]|$)|(?:STYLE|REGION)[ \t]*$")
_HEADER = re.compile(r"\ufeff?\s*WEBVTT")
_ID = re.compile(r"\d+|[\da-fA-F]{8}-[\da-fA-F-]{27}\S*|\S+")
_UNSPOKEN_WORDS = 3

Span = tuple[int, int]


@dataclass(slots=True)
class Cue:
    """``lines`` are the spans of its payload, blank lines left out; ``at`` is its timing line."""

    at: int
    start_at: float | None
    end_at: float | None
    identifier: str | None = None
    lines: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    text: str
    times: tuple[float | None, float | None] | None = None

    @property
    def blank(self) -> bool:
        return not self.text


def has_cues(text: str) -> bool:
    """Does any line give the two times of a cue?"""
    return any(timing(found[1]) for found in _LINES.finditer(text) if ">" in found[1])


def has_header(text: str) -> bool:
    return _HEADER.match(text) is not None


def cues_of(text: str, tally: Tally, *, comments: bool = True) -> list[Cue]:
    """The cues of ``text``. ``comments``: NOTE, STYLE and REGION blocks are set apart (WebVTT)."""
    rows = [_row(found) for found in _LINES.finditer(text)]
    starts = [number for number, row in enumerate(rows) if row.times]
    cues: list[Cue] = []
    for number, following in pairwise([*starts, len(rows)]):
        cues.append(_cue(rows, number, cues))
        _fill(cues, rows[number + 1 : following], following < len(rows), comments)
    if cues:
        _tell_rest(rows[: starts[0] - (cues[0].identifier is not None)], text, tally)
    for cue in cues:
        _check(cue, tally)
    return cues


def _row(found: re.Match[str]) -> _Row:
    text, times = found[1].strip(), None
    if ">" in text:
        times = timing(text) or ((None, None) if is_broken_timing(text) else None)
    return _Row(found.start(), found.end(1), text, times)


def _cue(rows: list[_Row], number: int, earlier: list[Cue]) -> Cue:
    row = rows[number]
    cue = Cue(row.start, *(row.times or (None, None)))
    before = rows[number - 1] if number else None
    if before is None or before.blank or before.times:
        return cue
    if not earlier:
        cue.identifier = before.text if number < 2 or rows[number - 2].blank else None
        if _HEADER.match(before.text):
            cue.identifier = None
    elif (before.start, before.end) in earlier[-1].lines[-1:] and _is_identifier(rows, number - 1, earlier[-1]):
        earlier[-1].lines.pop()
        cue.identifier = before.text
    return cue


def _is_identifier(rows: list[_Row], number: int, earlier: Cue) -> bool:
    """The line before a timing line: alone in its block it names the cue, otherwise it was said.

    A cue without words so far cannot lose its only line to the next, unless that is a number.
    """
    line = rows[number].text
    if rows[number - 1].blank:
        return len(earlier.lines) > 1 or line.isdecimal() or _ID.fullmatch(line) is not None
    return line.isdecimal() and _follows(line, earlier.identifier)


def _follows(number: str, identifier: str | None) -> bool:
    return identifier is not None and identifier.isdecimal() and int(number) == int(identifier) + 1


def _fill(cues: list[Cue], rows: list[_Row], more: bool, comments: bool) -> None:
    cue, aside, fresh = cues[-1], False, False
    for place, row in enumerate(rows):
        names_next = more and place == len(rows) - 1
        aside = not row.blank and (aside or (comments and fresh and not names_next
                                             and _COMMENT.match(row.text) is not None))
        if not row.blank and not aside:
            cue.lines.append((row.start, row.end))
        fresh = row.blank


def _tell_rest(rows: list[_Row], text: str, tally: Tally) -> None:
    """Blocks before the first cue: the header, comments, and what nobody knows how to place."""
    blocks = [list(block) for blank, block in groupby(rows, lambda row: row.blank) if not blank]
    for block in blocks[has_header(text):]:
        if not _COMMENT.match(block[0].text):
            tally.add("text-outside-cues", "lines before the first cue were not read as speech",
                      at=block[0].start, times=len(block))


def _check(cue: Cue, tally: Tally) -> None:
    if cue.start_at is None or cue.end_at is None:
        tally.add("bad-timing", "the times of a cue cannot be read; its text was kept", at=cue.at)
    elif cue.end_at < cue.start_at:
        tally.add("bad-timing", "a cue ends before it begins; its text was kept", at=cue.at)
        cue.end_at = None
    if not cue.lines:
        tally.add("cue-without-text", "a cue holds no text", at=cue.at)
    if cue.identifier and len(cue.identifier.split()) >= _UNSPOKEN_WORDS:
        tally.add("cue-identifier", "a cue is named by several words, which were not read as speech", at=cue.at)
