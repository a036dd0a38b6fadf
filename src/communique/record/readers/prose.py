"""Prose as blocks: paragraphs made whole, headings and items told apart, page furniture left out.

Every reader of running text ends here. Formats that state their structure (HTML, DOCX) bring
*units*; plain text and PDF bring lines, from which units are made by their looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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

_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])[^*\n]{1,600}?(?<=[^\s*])\1(?![\w*])")
_UNDERSCORED = re.compile(r"(?<![\w_\\])(_{1,2})(?=[^\s_])[^_\n]{1,600}?(?<=[^\s_])\1(?![\w_])")
_GENERIC = frozenset(
    """report summary press release meeting minutes communiqué communique news statement agenda
    concept note отчет отчёт доклад протокол пресс-релиз 报告 会议纪要 纪要 rapport compte rendu""".split()
)
_LONG_ITEM = 40


@dataclass(frozen=True)
class Unit:
    """The places of one paragraph, heading or item, still possibly cut by a page break."""

    spans: tuple[Span, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    sealed: bool = False

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
    for first, *others in paragraphs:
        lines = [first, *others]
        unit = _unit(first)
        if len(lines) <= 3 and all(line.text in headings for line in lines):
            unit = Unit(unit.spans, BlockKind.HEADING, 2)
        units.append(replace(unit, spans=(*unit.spans, *((line.start, line.end) for line in others))))
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
    units: list[Unit] = []
    open_line: Line | None = None
    for line in group:
        if level := underline_level(line.text):
            units[-1:] = [replace(unit, kind=BlockKind.HEADING, level=level, sealed=True)
                          for unit in units[-1:] if len(unit.spans) == 1]
            open_line = None
        elif is_rule(line.text):
            open_line = None
        elif units and open_line is not None and _goes_on(open_line, line, width):
            units[-1] = replace(units[-1], spans=(*units[-1].spans, (line.start, line.end)))
            open_line = line
        else:
            units.append(_unit(line))
            open_line = None if units[-1].sealed else line
    return units


def _goes_on(line: Line, following: Line, width: int | None) -> bool:
    opens = marker(following.text)[0] or marked_level(following.text)[0]
    return not opens and width is not None and is_wrapped(line, following, width)


def _unit(line: Line) -> Unit:
    level, length = marked_level(line.text)
    if level:
        heading = line.without(length)
        end = heading.end - closing_marks(heading.text)
        return Unit(((heading.start, end),), BlockKind.HEADING, level, sealed=True)
    if is_marked_heading(line.text):
        return Unit(((line.start, line.end),), BlockKind.HEADING, 2, sealed=True)
    sort, length = marker(line.text)
    if sort:
        item = line.without(length)
        return Unit(((item.start, item.end),), BlockKind.ITEM, 1 if sort == "bullet" else 0)
    return Unit(((line.start, line.end),))


def _whole(text: str, units: list[Unit], known: Spellings) -> list[Unit]:
    """Units whose sentence was cut are joined with the unit that goes on with it."""
    whole: list[Unit] = []
    for unit in units:
        if whole and _joins(text, whole[-1], unit, known):
            whole[-1] = replace(whole[-1], spans=whole[-1].spans + unit.spans)
        else:
            whole.append(unit)
    return whole


def _joins(text: str, before: Unit, after: Unit, known: Spellings) -> bool:
    if before.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or after.kind is not BlockKind.PARAGRAPH:
        return False
    return continues(before.last_words(text), after.text(text), known)


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
    if len(reading.split()) > _LONG_ITEM or len(reading) > 8 * _LONG_ITEM:
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
    for found in (*_EMPHASIS.finditer(view.text), *_UNDERSCORED.finditer(view.text)):
        width = len(found[1])
        cuts += [(found.start(), found.start() + width), (found.end() - width, found.end())]
    return without(view, sorted(cuts))


def without(view: View, cuts: Sequence[Span]) -> View:
    """The view less some spans of its text, given in order; all of its pieces map one to one."""
    pieces: list[Piece] = []
    at = 0
    for piece in view.pieces:
        pieces.extend(_kept(piece, at, cuts))
        at += len(piece.text) + len(view.glue)
    return View(tuple(pieces), view.glue)


def _kept(piece: Piece, offset: int, cuts: Sequence[Span]) -> list[Piece]:
    kept: list[Piece] = []
    at, stop = 0, len(piece.text)
    for start, end in cuts:
        begin, finish = max(start - offset, 0), min(end - offset, stop)
        if begin >= finish or finish <= 0:
            continue
        if begin > at:
            kept.append(Piece(piece.start + at, piece.start + begin, piece.text[at:begin]))
        at = finish
    if at < stop:
        kept.append(Piece(piece.start + at, piece.end, piece.text[at:]))
    return kept
