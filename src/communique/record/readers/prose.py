"""Prose as blocks: paragraphs made whole, headings and items told apart, page furniture left out.

Every reader of running text ends here. Formats that state their structure (HTML, DOCX) bring
*units*; plain text and PDF bring lines, from which units are made by their looks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from communique.record.reading import Block, BlockKind
from communique.record.values import Notice
from communique.record.view import Piece, View

from .furniture import furniture_of
from .headings import (
    closing_marks,
    is_marked_heading,
    is_rule,
    marked_level,
    marker,
    may_head,
    underline_level,
)
from .lines import Line, groups_of, lines_of
from .seams import Span, continues, is_open, view_of
from .spellings import Spellings
from .wrapping import is_wrapped, wrap_width

_STRONG = re.compile(r"(?<![\w*\\])(\*{2,3})(?=[^\s*])(?:[^*\n]|\*(?!\*)){1,600}?(?<=\S)\1(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*)(?=[^\s*])[^*\n]{1,600}?(?<=[^\s*])\1(?![\w*])")
_UNDERSCORED = re.compile(r"(?<![\w_\\])(_{1,2})(?=[^\s_])[^_\n]{1,600}?(?<=[^\s_])\1(?![\w_])")
_MARKS = (_STRONG, _EMPHASIS, _UNDERSCORED)
_GENERIC = frozenset(
    """report summary press release meeting minutes communiqué communique news statement agenda
    concept note check against delivery отчет отчёт доклад протокол пресс-релиз 报告 会议纪要 纪要 rapport compte rendu""".split()
)
_LONG_ITEM = 15


@dataclass(frozen=True)
class Unit:
    """The places of one paragraph, heading or item, still possibly cut by a page break."""

    spans: tuple[Span, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0

    def text(self, source: str) -> str:
        return " ".join(source[start:end] for start, end in self.spans)

    def last_words(self, source: str) -> str:
        """Enough of the end to judge whether the sentence goes on."""
        return " ".join(source[start:end] for start, end in self.spans[-6:])


@dataclass(frozen=True)
class Prose:
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()


def prose_of(text: str) -> Prose:
    """The blocks of plain text."""
    lines = lines_of(text)
    units, notices = units_of(text, lines)
    return Prose(blocks_of(text, units), notices)


def prose_from(text: str, paragraphs: Iterable[Sequence[Line]], headings: frozenset[str]) -> Prose:
    """The blocks of lines already gathered into paragraphs; ``headings`` are lines known as such."""
    units = []
    for lines in paragraphs:
        is_heading = len(lines) <= 3 and all(line.text in headings for line in lines)
        unit = _unit_of(lines)
        units.append(replace(unit, kind=BlockKind.HEADING, level=2) if is_heading else unit)
    whole = _whole(text, units, Spellings(text))
    return Prose(blocks_of(text, _with_headings(text, whole)))


def units_of(text: str, lines: list[Line]) -> tuple[list[Unit], tuple[Notice, ...]]:
    """The units that the looks of ``lines`` give, and how many lines were page furniture."""
    furniture = furniture_of(lines)
    if furniture:
        lines = [_emptied(line) if at in furniture else line for at, line in enumerate(lines)]
    groups = list(groups_of(lines))
    width = wrap_width(groups)
    units = [unit for group in groups for unit in _units_in(group, width)]
    return _with_headings(text, _whole(text, units, Spellings(text))), _furniture_notice(furniture)


def blocks_of(text: str, units: Iterable[Unit]) -> tuple[Block, ...]:
    """Blocks with their views; halves of a broken sentence are one block."""
    known = Spellings(text)
    whole = _titled(text, _whole(text, list(units), known))
    return tuple(Block(_without_emphasis(view_of(text, unit.spans, known)), unit.kind, unit.level)
                 for unit in whole)


def body_of(text: str, blocks: Sequence[Block]) -> View:
    """All ``blocks`` as one running text, a blank line between any two of them."""
    pieces: list[Piece] = []
    for block in blocks:
        if pieces:
            pieces.append(Piece(pieces[-1].end, block.view.pieces[0].start, "\n\n"))
        pieces.extend(block.view.pieces)
    return View(tuple(pieces), glue="")


def _emptied(line: Line) -> Line:
    return replace(line, text="", end=line.start)


def _furniture_notice(furniture: frozenset[int]) -> tuple[Notice, ...]:
    if not furniture:
        return ()
    message = "page numbers and running headers or footers were left out of the running text"
    return (Notice(code="page-furniture", message=message, count=len(furniture)),)


def _units_in(group: list[Line], width: int | None) -> list[Unit]:
    paragraphs: list[list[Line]] = []
    levels: dict[int, int] = {}
    for line in group:
        if level := underline_level(line.text):
            levels[len(paragraphs) - 1] = level
        if level or is_rule(line.text):
            paragraphs.append([])
        elif paragraphs and paragraphs[-1] and _goes_on(paragraphs[-1][-1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [_unit_of(lines, levels.get(at, 0)) for at, lines in enumerate(paragraphs) if lines]


def _unit_of(lines: Sequence[Line], underlined: int = 0) -> Unit:
    unit = _unit(lines[0])
    spans = (*unit.spans, *((line.start, line.end) for line in lines[1:]))
    if underlined and len(lines) == 1:
        return Unit(spans, BlockKind.HEADING, underlined)
    return replace(unit, spans=spans)


def _goes_on(line: Line, following: Line, width: int | None) -> bool:
    if width is None or _is_heading(line.text) or _is_heading(following.text):
        return False
    return not marker(following.text)[0] and is_wrapped(line, following, width)


def _is_heading(text: str) -> bool:
    return bool(marked_level(text)[0]) or is_marked_heading(text)


def _unit(line: Line) -> Unit:
    level, length = marked_level(line.text)
    if level:
        heading = line.without(length)
        end = heading.end - closing_marks(heading.text)
        return Unit(((heading.start, end),), BlockKind.HEADING, level)
    if is_marked_heading(line.text):
        return Unit(((line.start, line.end),), BlockKind.HEADING, 2)
    sort, length = marker(line.text)
    if sort:
        item = line.without(length)
        return Unit(((item.start, item.end),), BlockKind.ITEM, 1 if sort == "bullet" else 0)
    return Unit(((line.start, line.end),))


def _whole(text: str, units: list[Unit], known: Spellings) -> list[Unit]:
    """Units whose sentence was cut are joined with the unit that goes on with it."""
    runs: list[list[Unit]] = []
    for unit in units:
        if runs and _joins(text, runs[-1], unit, known):
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return [replace(run[0], spans=tuple(chain.from_iterable(unit.spans for unit in run))) for run in runs]


def _joins(text: str, before: Sequence[Unit], after: Unit, known: Spellings) -> bool:
    prose = (BlockKind.PARAGRAPH, BlockKind.ITEM)
    if before[0].kind not in prose or after.kind is not BlockKind.PARAGRAPH:
        return False
    ending = " ".join(unit.last_words(text) for unit in before[-3:])
    return continues(ending, after.text(text), known)


def _with_headings(text: str, units: list[Unit]) -> list[Unit]:
    """Short open lines that head a paragraph are headings; long numbered items are paragraphs."""
    return [_judged(text, units, index) for index in range(len(units))]


def _judged(text: str, units: list[Unit], index: int) -> Unit:
    unit = units[index]
    reading = unit.text(text)
    if unit.kind is BlockKind.ITEM and unit.level == 0:
        return _numbered(text, units, index, reading)
    if unit.kind is BlockKind.PARAGRAPH and may_head(reading) and _heads(text, units, index):
        return replace(unit, kind=BlockKind.HEADING, level=2)
    return unit


def _numbered(text: str, units: list[Unit], index: int, reading: str) -> Unit:
    wordy = len(reading.split()) > _LONG_ITEM or len(reading) > 8 * _LONG_ITEM
    if wordy and not is_open(reading):
        return replace(units[index], kind=BlockKind.PARAGRAPH)
    if may_head(reading) and _heads(text, units, index):
        return replace(units[index], kind=BlockKind.HEADING, level=2)
    return units[index]


def _heads(text: str, units: list[Unit], index: int) -> bool:
    following = units[index + 1] if index + 1 < len(units) else None
    if following is None or following.kind is BlockKind.ITEM:
        return False
    if following.kind is BlockKind.HEADING:
        return True
    ahead = following.text(text)
    return len(ahead) > len(units[index].text(text)) and (not is_open(ahead) or len(ahead) > 130)


def _titled(text: str, units: list[Unit]) -> list[Unit]:
    """The first heading that says more than "Report" is the title, when nothing precedes it."""
    if any(unit.kind is BlockKind.TITLE for unit in units):
        return units
    for index, unit in enumerate(units):
        if unit.kind is not BlockKind.HEADING:
            break
        words = re.findall(r"\w[\w-]*", unit.text(text).casefold())
        if any(word not in _GENERIC for word in words):
            units[index] = replace(unit, kind=BlockKind.TITLE)
            break
    return units


def _without_emphasis(view: View) -> View:
    """Asterisks and underscores that mark words are no part of what was written."""
    if "*" not in view.text and "_" not in view.text:
        return view
    cuts: list[Span] = []
    for found in chain.from_iterable(mark.finditer(view.text) for mark in _MARKS):
        width = len(found[1])
        cuts += [(found.start(), found.start() + width), (found.end() - width, found.end())]
    return without(view, cuts)


def without(view: View, cuts: Sequence[Span]) -> View:
    """The view less some spans of its text; all of its pieces map one to one."""
    edges: list[int] = []
    for start, end in sorted(cuts):
        if not edges or start >= edges[-1]:
            edges += [start, end]
    pieces: list[Piece] = []
    at = 0
    for piece in view.pieces:
        stop = at + len(piece.text)
        inner = [edge - at for edge in edges[bisect_right(edges, at) : bisect_left(edges, stop)]]
        pieces.extend(_kept(piece, inner, is_cut=bisect_right(edges, at) % 2 == 1))
        at = stop + len(view.glue)
    return View(tuple(pieces), view.glue)


def _kept(piece: Piece, edges: Sequence[int], *, is_cut: bool) -> Iterator[Piece]:
    """What is left of ``piece`` when every other stretch between ``edges`` is taken out."""
    for start, end in pairwise((0, *edges, len(piece.text))):
        if not is_cut and start < end:
            yield Piece(piece.start + start, piece.start + end, piece.text[start:end])
        is_cut = not is_cut
