"""Teams transcripts saved as DOCX, in both of their forms.

The older holds "0:0:0.0 --> 0:0:1.510", a name and the words, line by line; the newer a header
"Ana Ruiz   0:03" above the words. ``Reading.text`` is the document's paragraphs, one a line. What is
no speech (title, date, who started the recording) becomes blocks.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from docx.opc.exceptions import OpcError
from docx.text.paragraph import Paragraph
from lxml import etree

from communique.record.errors import InputError
from communique.record.reading import Block, BlockKind, Reading
from communique.record.view import Piece, View

from .cleaning import cleaned
from .labels import Label, header_of, is_name_like
from .package import MAGIC, check_parts, names_in, open_package, part
from .raw import RawFile
from .tally import Tally
from .timecodes import is_broken_timing, timing
from .voices import Line, count_outros, kind_of, turns_of

_DOCUMENT = "word/document.xml"
_MARKUP = re.compile(r"</w:p>|<w:(?:br|cr)\b[^>]*>")
_TABS = re.compile(r"<w:tab\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_EVENT = re.compile(r"(?P<name>.{1,80}) (?:started|stopped) transcription")
_SAMPLE, _MOST_NAME_WORDS = 400_000, 8
_SENTENCE_END = re.compile(r"[.!?…。！？,]$")
_BROKEN = (OpcError, etree.XMLSyntaxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    text: str
    opening: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass
class _Scribe:
    tally: Tally
    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    begun: bool = False
    speaker: str | None = None
    times: tuple[float | None, float | None] = (None, None)

    def aside(self, row: _Row, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        self.blocks.append(Block(View((Piece(row.start, row.end, row.text),)), kind))

    def say(self, row: _Row) -> None:
        words, gaps = cleaned(row.text)
        self.tally.add("inaudible", "words that the transcript marks as not understood", at=row.start, times=gaps)
        if words:
            self.lines.append(Line(Piece(row.start, row.end, words, *self.times), self.speaker))


def recognises(raw: RawFile) -> bool:
    """Two timing lines, or two headers of names with times, in the document's own text."""
    if not raw.data.startswith(MAGIC) or _DOCUMENT not in names_in(raw.data):
        return False
    try:
        with open_package(raw.data, file=raw.name) as package:
            data = part(package, _DOCUMENT, file=raw.name) or b""
    except InputError:
        return False
    lines = _sample(data)
    timed = sum(timing(line) is not None for line in lines)
    return timed > 1 or (timed == 1 and len(lines) < 5) or _has_headers(lines)


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when the document is damaged or nobody speaks in it."""
    check_parts(raw.data, file=raw.name)
    rows = _rows(_paragraphs(raw))
    text = "\n".join(row.text for row in rows)
    tally = Tally(text)
    scribe = _Scribe(tally)
    _write(rows, scribe)
    if not scribe.lines:
        raise InputError("the transcript holds no speech", file=raw.name,
                         remedy="Download it again from the meeting's recap.")
    count_outros(scribe.lines, tally)
    turns = turns_of(scribe.lines)
    return Reading(kind=kind_of(turns), format="teams-docx", text=text, blocks=tuple(scribe.blocks),
                   turns=turns, notices=tally.notices())


def _sample(data: bytes) -> list[str]:
    xml = data[:_SAMPLE].decode("utf-8", "replace")
    text = _TAG.sub("", _TABS.sub("  ", _MARKUP.sub("\n", xml))).replace("&gt;", ">")
    return [line.strip() for line in text.split("\n") if line.strip()]


def _has_headers(lines: list[str]) -> bool:
    """Names with times that never go back, above at least as many lines of words."""
    headers = [label for line in lines if (label := _header(line)) is not None]
    clocks = [label.at or 0.0 for label in headers]
    return len(headers) > 1 and clocks == sorted(clocks) and len(headers) * 4 >= len(lines) - len(headers)


def _header(line: str) -> Label | None:
    label = header_of(line)
    return label if label is not None and is_name_like(label.name) else None


def _paragraphs(raw: RawFile) -> Iterator[str]:
    try:
        document = docx.Document(io.BytesIO(raw.data))
    except _BROKEN as error:
        raise InputError(f"the document is damaged ({error})", file=raw.name,
                         remedy="Open it in a word processor, save it again, and read that.") from error
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (paragraph.text for row in block.rows for cell in row.cells for paragraph in cell.paragraphs)


def _rows(paragraphs: Iterator[str]) -> list[_Row]:
    """Lines of the document; one that begins a paragraph opens it."""
    rows, at = [], 0
    for paragraph in paragraphs:
        for place, line in enumerate(paragraph.split("\n")):
            if bare := line.replace("\xa0", " ").strip():
                rows.append(_Row(at, bare, place == 0))
                at += len(bare) + 1
    return rows


def _write(rows: list[_Row], scribe: _Scribe) -> None:
    names = _names_below_times(rows)
    timed = any(timing(row.text) for row in rows)
    fresh = False
    for row in rows:
        times = timing(row.text) if timed else None
        if times or (timed and is_broken_timing(row.text)):
            _open_cue(row, times, scribe)
            fresh = True
        elif fresh and row.text in names:
            scribe.speaker, fresh = row.text, False
        else:
            _write_words(row, scribe, timed)
            fresh = False


def _open_cue(row: _Row, times: tuple[float, float] | None, scribe: _Scribe) -> None:
    scribe.begun, scribe.speaker, scribe.times = True, None, times or (None, None)
    if times is None:
        scribe.tally.add("bad-timing", "times that cannot be read; the words were kept", at=row.start)


def _write_words(row: _Row, scribe: _Scribe, timed: bool) -> None:
    header = None if timed else _header(row.text)
    if header is not None:
        scribe.begun, scribe.speaker, scribe.times = True, header.name, (header.at, None)
    elif (event := _EVENT.fullmatch(row.text)) and is_name_like(event["name"]):
        scribe.aside(row)
    elif scribe.begun:
        scribe.say(row)
    else:
        scribe.aside(row, BlockKind.PARAGRAPH if scribe.blocks else BlockKind.TITLE)


def _names_below_times(rows: list[_Row]) -> frozenset[str]:
    """The names that stand below times; none where a tenant forbids them: then the words stand there."""
    starts = [number for number, row in enumerate(rows) if timing(row.text) or is_broken_timing(row.text)]
    ends = [*starts[1:], len(rows)][: len(starts)]
    heads = [rows[start + 1].text for start, end in zip(starts, ends, strict=True) if end - start > 2]
    if sum(map(is_name_like, heads)) * 2 <= len(heads):
        return frozenset()
    return frozenset(head for head in heads
                     if len(head.split()) <= _MOST_NAME_WORDS and not _SENTENCE_END.search(head))
