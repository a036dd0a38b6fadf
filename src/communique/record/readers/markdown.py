"""Markdown: its marks are read as structure, and left out of the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.record.errors import InputError
from communique.record.reading import Block, BlockKind, Reading
from communique.record.values import SourceKind
from communique.record.view import View

from .lines import Line, lines_of
from .prose import Unit, blocks_of, units_of, without
from .raw import RawFile
from .statement import classified

_SIGNS = re.compile(r"^(?:#{1,6} \S|\s*[-*+] \[[ x]\] |\|(?:.*\|){2}|```|>\s\S)", re.MULTILINE)
_INLINE = re.compile(r"\[[^\]\n]{1,200}\]\(\S{1,500}\)|(?<!\w)\*\*\S[^*\n]{0,300}\*\*(?!\w)")
_LINK = re.compile(r"(!?\[)([^\[\]]{0,500})(\]\([^()\s]{0,1000}(?:\s\"[^\"]{0,200}\")?\))")
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_CODE = re.compile(r"(?<!`)(`)([^`\n]{1,300})(`)(?!`)")
_ROW_RULE = re.compile(r"\|?[ :]*-{2,}[-|: ]*")
_CELL = re.compile(r"(?:\\\||[^|])+")
_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_TITLE = re.compile(r"title\s*:\s*[\"']?(\S.*?)[\"']?", re.IGNORECASE)


def recognises(raw: RawFile) -> bool:
    """A Markdown suffix, or headings together with other marks of Markdown."""
    if raw.suffix in {".md", ".markdown"}:
        return bool(raw.text.strip())
    sample = raw.text[:200_000]
    return len(_SIGNS.findall(sample)) >= 2 and bool(_INLINE.search(sample))


def read(raw: RawFile) -> Reading:
    lines, title = _without_front(lines_of(raw.text))
    prose, cells = _split(_quoted(_visible(raw.text, lines)))
    units, notices = units_of(raw.text, prose)
    ordered = sorted((*title, *units, *cells), key=lambda unit: unit.spans[0])
    blocks = tuple(_plain(block) for block in blocks_of(raw.text, ordered))
    if not blocks:
        raise InputError("there is no text in the file", file=raw.name,
                         remedy="Check that the export was complete.")
    return classified(Reading(kind=SourceKind.REPORT, format="markdown", text=raw.text,
                              blocks=tuple(block for block in blocks if block.view.pieces),
                              notices=notices))


def _without_front(lines: list[Line]) -> tuple[list[Line], list[Unit]]:
    """Lines after a "---" front matter, and the title that it states."""
    if not lines or lines[0].text != "---":
        return lines, []
    closing = next((at for at, line in enumerate(lines[1:60], 1) if line.text in {"---", "..."}), None)
    if closing is None:
        return lines, []
    stated = [(line, found) for line in lines[1:closing] if (found := _TITLE.fullmatch(line.text))]
    title = [Unit(((line.start + found.start(1), line.start + found.end(1)),), BlockKind.TITLE)
             for line, found in stated[:1]]
    return lines[closing + 1 :], title


def _visible(text: str, lines: list[Line]) -> Iterator[Line]:
    """Lines less comments and fenced code."""
    fenced = commented = False
    for line in lines:
        fence = bool(_FENCE.match(line.text)) and not commented
        opens = line.text.startswith("<!--")
        hidden = fence or fenced or commented or opens
        fenced ^= fence
        commented = (commented or opens) and "-->" not in line.text
        yield replace(line, text="", end=line.start) if hidden else line


def _quoted(lines: Iterator[Line]) -> Iterator[Line]:
    """Block quotes without their marks."""
    for line in lines:
        bare = line
        while bare.text.startswith(">"):
            bare = bare.without(1)
        yield bare


def _split(lines: Iterator[Line]) -> tuple[list[Line], list[Unit]]:
    """Lines of prose (table rows emptied), and the cells of the tables."""
    prose: list[Line] = []
    cells: list[Unit] = []
    for line in lines:
        is_row = line.text.startswith("|") and line.text.endswith("|") and len(line.text) > 2
        if is_row and not _ROW_RULE.fullmatch(line.text):
            cells.extend(_cells(line))
        is_table = is_row or (_ROW_RULE.fullmatch(line.text) and "|" in line.text)
        prose.append(replace(line, text="", end=line.start) if is_table else line)
    return prose, cells


def _cells(line: Line) -> Iterator[Unit]:
    for found in _CELL.finditer(line.text):
        cell = found[0].strip()
        start = line.start + found.start() + found[0].find(cell)
        if cell:
            yield Unit(((start, start + len(cell)),), BlockKind.CELL)


def _plain(block: Block) -> Block:
    return replace(block, view=_without_marks(block.view))


def _without_marks(view: View) -> View:
    """Links read as their words; note marks and code ticks go."""
    if "[" not in view.text and "`" not in view.text:
        return view
    cuts = [found.span() for found in _NOTE.finditer(view.text)]
    for found in (*_LINK.finditer(view.text), *_CODE.finditer(view.text)):
        cuts += [found.span(1), found.span(3)]
    return without(view, cuts)
