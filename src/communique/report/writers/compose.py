"""From a report to its layout: the one place where a report is numbered, marked and cleaned."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from communique.record.values import Participant
from communique.report.naming import affiliation
from communique.report.values import (
    Block,
    Bullets,
    Paragraph,
    Report,
    Section,
    Sentence,
    Table,
)

from .layout import Grid, Head, Layout, Line, Listing, Note, Part, Piece, Prose, Remark, Text
from .scripts import is_rtl, language_tag, prevailing, runs

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2060\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff]"
)

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# below this share of letters in the report's script, a paragraph is in another language altogether
_QUOTING = 0.1


def lay_out(report: Report) -> Layout:
    """``report`` as the writers set it."""
    return _Setting(report).layout()


def clean(text: str) -> str:
    """``text`` as one line, without what no reader can see."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


def clock(seconds: float) -> str:
    """Seconds from the beginning of a recording as ``h:mm:ss``."""
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02d}:{second:02d}"


@dataclass
class _Setting:
    """The counters of one report while it is laid out."""

    report: Report
    notes: dict[str, int] = field(default_factory=dict)
    cited_by: dict[str, list[int]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    line_count: int = 0
    grid_count: int = 0
    chapter: int = 0
    part_of_chapter: int = 0
    annex: int = 0

    def __post_init__(self) -> None:
        self.language = language_tag(self.report.language, default="en")
        self.passages = {passage.id: passage for passage in self.report.passages}
        self.participants = {person.id: person for person in self.report.participants}

    def layout(self) -> Layout:
        report = self.report
        parts = tuple(self._part(section, at) for at, section in enumerate(report.sections, 1))
        return Layout(
            title=self._text(report.title),
            subtitle=self._optional(report.subtitle),
            occasion=self._optional(_occasion(report)),
            language=self.language,
            rtl=is_rtl(self.language),
            parts=parts,
            notes=tuple(self._note(passage_id) for passage_id in self.notes),
            remarks=tuple(self.remarks),
            date=_day(report.edition.date),
        )

    def _text(self, text: str, language: str | None = None) -> Text:
        plain = clean(text)
        spoken = prevailing(plain, language_tag(language, default=self.language))
        return Text(plain=plain, language=spoken, rtl=is_rtl(spoken), runs=runs(plain, spoken))

    def _optional(self, text: str | None) -> Text | None:
        return self._text(text) if text and clean(text) else None

    def _part(self, section: Section, at: int) -> Part:
        number = self._number(section)
        return Part(
            anchor=f"part-{at}",
            number=number,
            title=self._text(section.title),
            level=2 if "." in number else 1,
            annex=section.annex,
            pieces=tuple(self._pieces(section.blocks)),
        )

    def _number(self, section: Section) -> str:
        if section.annex:
            self.annex += 1
            return _letters(self.annex)
        if section.level <= 1 or not self.chapter:
            self.chapter, self.part_of_chapter = self.chapter + 1, 0
            return str(self.chapter)
        self.part_of_chapter += 1
        return f"{self.chapter}.{self.part_of_chapter}"

    def _pieces(self, blocks: tuple[Block, ...]) -> Iterable[Piece]:
        heading: str | None = None
        for block in blocks:
            if isinstance(block, Paragraph):
                yield self._prose(block, headed=block.participant != heading)
                heading = block.participant
            elif isinstance(block, Bullets):
                items = tuple(self._prose(item, headed=False) for item in block.items)
                yield Listing(items=items, numbered=block.numbered)
            else:
                yield self._grid(block)

    def _prose(self, paragraph: Paragraph, *, headed: bool) -> Prose:
        whole = " ".join(clean(sentence.text) for sentence in paragraph.sentences)
        language = prevailing(whole, self.language, share=_QUOTING)
        person = self.participants.get(paragraph.participant or "") if headed else None
        return Prose(
            lines=tuple(self._line(sentence, language) for sentence in paragraph.sentences),
            language=language,
            rtl=is_rtl(language),
            head=self._head(person) if person else None,
        )

    def _head(self, person: Participant) -> Head:
        name = " ".join(filter(None, (person.honorific, person.name)))
        details = affiliation(person)
        return Head(name=self._text(name), details=self._optional(details))

    def _line(self, sentence: Sentence, language: str) -> Line:
        self.line_count += 1
        plain = clean(sentence.text)
        text = Text(
            plain=plain, language=language, rtl=is_rtl(language), runs=runs(plain, language)
        )
        return Line(
            number=self.line_count,
            text=text,
            origin=sentence.origin,
            notes=tuple(sorted(self._cite(sentence.trace))),
            remark=self._remark(sentence),
        )

    def _cite(self, trace: tuple[str, ...]) -> Iterable[int]:
        for passage_id in dict.fromkeys(trace):
            if passage_id in self.passages:
                self.cited_by.setdefault(passage_id, []).append(self.line_count)
                yield self.notes.setdefault(passage_id, len(self.notes) + 1)

    def _remark(self, sentence: Sentence) -> int | None:
        if not sentence.flags:
            return None
        reasons = tuple(self._text(flag.message or flag.code) for flag in sentence.flags)
        number = len(self.remarks) + 1
        self.remarks.append(Remark(number=number, line=self.line_count, reasons=reasons))
        return number

    def _grid(self, table: Table) -> Grid:
        self.grid_count += 1
        width = max(map(len, (table.columns, *table.rows)))
        columns = self._cells(table.columns, width)
        rows = tuple(self._cells(row, width) for row in table.rows)
        return Grid(
            number=self.grid_count,
            caption=self._text(table.caption),
            columns=columns,
            rows=rows,
            widths=tuple(map(_share, zip(columns, *rows, strict=True))),
        )

    def _cells(self, row: tuple[str, ...], width: int) -> tuple[Text, ...]:
        return tuple(self._text(cell) for cell in (*row, *[""] * (width - len(row))))

    def _note(self, passage_id: str) -> Note:
        passage = self.passages[passage_id]
        time = None if passage.start_at is None else clock(passage.start_at)
        return Note(
            number=self.notes[passage_id],
            speaker=self._optional(passage.speaker),
            source=self._optional(passage.source),
            place=self._optional(passage.place),
            time=None if time and time in passage.place else time,
            text=self._text(passage.text, passage.language),
            cited_by=tuple(self.cited_by[passage_id]),
        )


def _share(column: tuple[Text, ...]) -> int:
    """The width a column asks for: its longest cell, within bounds that keep the others legible."""
    return min(max(len(cell.plain) for cell in column) + 4, 32)


def _occasion(report: Report) -> str:
    """Date and place, on one line, where they are known."""
    edition = report.edition
    days = _days(edition.date, edition.end_date, report.language)
    return ", ".join(filter(None, (days, edition.place)))


def _days(first: str | None, last: str | None, language: str) -> str | None:
    begin, end = _day(first), _day(last) or _day(first)
    if begin is None or end is None:
        return first
    if not language.startswith("en"):
        return " – ".join(dict.fromkeys((begin.isoformat(), end.isoformat())))
    until = f"{end.day} {_MONTHS[end.month - 1]} {end.year}"
    if begin == end:
        return until
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{until}"
    return f"{begin.day} {_MONTHS[begin.month - 1]} {begin.year} – {until}"


def _day(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None


def _letters(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
