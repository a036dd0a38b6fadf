"""How a report is numbered, marked and cleaned, before any format."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest
from hypothesis import given

from communique.record.values import Edition
from communique.report.values import (
    Bullets,
    Flag,
    Paragraph,
    Report,
    Section,
    SectionKind,
    Table,
)
from communique.report.writers.compose import clean, clock, lay_out
from communique.report.writers.layout import Grid, Prose

from . import samples
from .samples import sentence
from .strategies import REPORTS


def _section(title: str, *, level: int = 1, annex: bool = False) -> Section:
    return Section(id=title, kind=SectionKind.DISCUSSION, title=title, level=level, annex=annex)


def test_chapters_parts_and_annexes_are_numbered_apart() -> None:
    report = Report(
        title="t",
        sections=(
            _section("a"),
            _section("b"),
            _section("c", level=2),
            _section("d", level=2),
            _section("e"),
            _section("f", level=2),
            _section("g", annex=True),
            _section("h", annex=True, level=2),
        ),
    )
    numbers = [part.number for part in lay_out(report).parts]
    assert numbers == ["1", "2", "2.1", "2.2", "3", "3.1", "A", "B"]


def test_a_part_before_any_chapter_is_a_chapter() -> None:
    (part,) = lay_out(Report(title="t", sections=(_section("a", level=2),))).parts
    assert (part.number, part.level) == ("1", 1)


def test_passages_are_numbered_as_they_are_first_cited_and_know_who_cites_them() -> None:
    notes = lay_out(samples.varied()).notes
    assert [note.number for note in notes] == list(range(1, 9))
    assert notes[0].text.plain.startswith("Ferries must run")
    assert notes[1].cited_by[:2] == (3, 4)
    assert "Nobody cites this." not in [note.text.plain for note in notes]


def test_a_trace_to_a_withheld_passage_is_no_note() -> None:
    lines = {line.text.plain: line for line in lay_out(samples.varied()).lines()}
    assert lines[clean(samples.OVERRIDE)].notes == (1,)


def test_a_participant_is_headed_once_over_successive_paragraphs() -> None:
    prose = [p for part in lay_out(samples.varied()).parts for p in part.pieces if isinstance(p, Prose)]  # fmt: skip
    heads = [p.head.name.plain for p in prose if p.head]
    assert heads.count("Борис Цветков") == 1
    assert heads[0] == "Ambassador Tamsin Okoye"


def test_flags_are_numbered_for_the_editor() -> None:
    (remark,) = lay_out(samples.varied()).remarks
    assert remark.line == 4
    assert [reason.plain for reason in remark.reasons] == [
        "“40” is in no cited passage",
        "the speaker is not named",
    ]


def test_a_flag_without_message_shows_its_code() -> None:
    flagged = sentence(1, "So be it.", flags=(Flag(code="number", message=""),))
    report = _with(Paragraph(sentences=(flagged,)))
    assert lay_out(report).remarks[0].reasons[0].plain == "number"


def test_a_row_longer_than_its_header_loses_no_cell() -> None:
    grid = lay_out(_with(Table(caption="c", columns=("a",), rows=(("1", "2", "3"), ())))).parts[0].pieces[0]  # fmt: skip
    assert isinstance(grid, Grid)
    assert [cell.plain for cell in grid.rows[0]] == ["1", "2", "3"]
    assert len(grid.columns) == len(grid.rows[1]) == len(grid.widths) == 3


def test_an_english_paragraph_that_quotes_much_persian_stays_from_left_to_right() -> None:
    text = "She said: “بدون داده‌های مشترک، هیچ توافقی پایدار نخواهد بود”."
    (piece,) = lay_out(_with(Paragraph(sentences=(sentence(1, text),)))).parts[0].pieces
    assert isinstance(piece, Prose)
    assert not piece.rtl


@pytest.mark.parametrize(
    ("first", "last", "worded"),
    [
        ("2031-03-28", None, "28 March 2031"),
        ("2031-03-28", "2031-03-28", "28 March 2031"),
        ("2031-03-28", "2031-03-29", "28–29 March 2031"),
        ("2031-03-31", "2031-04-01", "31 March 2031 – 1 April 2031"),
        ("spring 2031", "2031-04-01", "spring 2031"),
    ],
)
def test_the_days_of_an_edition_are_worded(first: str, last: str | None, worded: str) -> None:
    layout = lay_out(Report(title="t", edition=Edition(date=first, end_date=last)))
    assert layout.occasion is not None
    assert layout.occasion.plain == worded


def test_days_stay_iso_where_we_do_not_know_the_words() -> None:
    report = Report(title="t", language="kk", edition=Edition(date="2031-03-28"))
    occasion = lay_out(report).occasion
    assert occasion is not None
    assert occasion.plain == "2031-03-28"


def test_times_read_as_hours_minutes_and_whole_seconds() -> None:
    assert [clock(0), clock(59.99), clock(3725)] == ["0:00:00", "0:00:59", "1:02:05"]


def test_overrides_controls_and_line_breaks_are_gone_but_joiners_stay() -> None:
    assert clean(samples.OVERRIDE) == "Reportgnp.exe of the board"
    assert clean("پارسا\u200cنژاد\n e\u0301") == "پارسا\u200cنژاد e\u0301"
    assert clean("a\ud800b\ue000c\U000e0041d") == "abcd"


def test_a_time_already_in_the_place_is_not_said_twice() -> None:
    report = samples.varied()
    passages = tuple(
        dataclasses.replace(passage, place="0:12:34") if passage.id == "a1" else passage
        for passage in report.passages
    )
    assert lay_out(dataclasses.replace(report, passages=passages)).notes[0].time is None


@given(REPORTS)
def test_every_sentence_is_laid_out_once_with_all_the_passages_it_has(report: Report) -> None:
    layout = lay_out(report)
    lines = list(layout.lines())
    known = {passage.id: clean(passage.text) for passage in report.passages}
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    for line, written in zip(lines, report.sentences(), strict=True):
        assert line.text.plain == clean(written.text)
        cited = sorted(layout.notes[number - 1].text.plain for number in line.notes)
        assert cited == sorted(known[p] for p in set(written.trace) if p in known)
    for note in layout.notes:
        assert all(note.number in lines[number - 1].notes for number in note.cited_by)


@given(REPORTS)
def test_no_text_holds_what_cannot_be_seen_or_turns_its_surroundings(report: Report) -> None:
    for line in lay_out(report).lines():
        kinds = {unicodedata.category(character) for character in line.text.plain}
        assert not kinds & {"Cc", "Cs", "Co", "Zl", "Zp"}
        assert not set(line.text.plain) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def _with(block: Paragraph | Bullets | Table) -> Report:
    section = Section(id="s", kind=SectionKind.DISCUSSION, title="s", blocks=(block,))
    return Report(title="t", sections=(section,))
