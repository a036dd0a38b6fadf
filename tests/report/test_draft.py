"""The whole draft: the order of the field, a trace for every sentence, and the same bytes each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique import api
from communique.record.values import Record, Role, Session, Voice
from communique.report.draft import draft
from communique.report.style import Style
from communique.report.values import Origin, SectionKind

from .making import ADA, BO, REPORT, TALK, chapter, drafted, parser, record, said, told

TITLE = "Beacons of the North"


def full() -> Record:
    return record(
        said(1, "I propose that every skerry should have a beacon before the next winter.", ADA, session="a"),
        said(2, "I fully agree with Dr. Lind on the beacons of the skerries.", BO, session="a"),
        said(3, "I do not agree with Dr. Lind about the price of new tugs.", BO, session="a"),
        said(4, "The secretariat should publish a map of all beacons.", BO, session="a"),
        people=(replace(ADA, roles=(Role.CHAIR,)), BO), sources=(TALK,), chair="Ada Lind",
        sessions=(Session(id="a", title="First", theme="Lamps", chair="Ada Lind"),),
        title=TITLE, series="Fjord Forum", number=21, date="2031-05-03",
    )


def test_chapters_follow_the_order_of_the_field() -> None:
    assert [s.kind for s in drafted(full()).sections] == [
        SectionKind.EVENT, SectionKind.OPENING, SectionKind.DISCUSSION, SectionKind.SUMMARIES, SectionKind.AGREEMENT,
        SectionKind.DIFFERENCE, SectionKind.RECOMMENDATIONS, SectionKind.METHOD, SectionKind.PROGRAMME,
        SectionKind.PARTICIPANTS]


def test_the_title_is_the_theme_and_the_series_stands_below() -> None:
    report = drafted(full())
    assert (report.title, report.subtitle) == (TITLE, "Fjord Forum, 21st edition")


@pytest.mark.parametrize(
    ("facts", "heads"),
    [({"title": None}, ("Fjord Forum", None)), ({"number": None}, (TITLE, "Fjord Forum")),
     ({"title": None, "series": None}, ("Report of the meeting", None)), ({"series": None}, (TITLE, None))],
)
def test_what_is_not_known_is_in_no_title(facts: dict[str, Any], heads: tuple[str, str | None]) -> None:
    made = full()
    report = drafted(replace(made, edition=replace(made.edition, **facts)))
    assert (report.title, report.subtitle) == heads


def test_sentences_are_numbered_once_and_rest_on_passages_that_are_there() -> None:
    report = drafted(full())
    ids = [s.id for s in report.sentences()]
    assert len(set(ids)) == len(ids)
    there = {p.id for p in report.passages}
    for sentence in report.sentences():
        assert set(sentence.trace) <= there
        assert sentence.trace or sentence.origin in (Origin.SECRETARIAT, Origin.STATED)


def test_no_two_chapters_have_one_title() -> None:
    made = full()
    report = drafted(replace(made, sessions=(replace(made.sessions[0], title="Opening", theme=None),)))
    titles = [s.title for s in report.sections]
    assert len(set(titles)) == len(titles)


def test_an_empty_record_makes_a_report_of_its_method_alone() -> None:
    assert [s.kind for s in drafted(record(people=(), sources=())).sections] == [SectionKind.METHOD]


def test_a_single_participant_is_enough() -> None:
    report = drafted(record(said(1, "I propose a map of all the beacons on the coast.", ADA), people=(ADA,)))
    assert len(chapter(report, SectionKind.SUMMARIES)) == 2


def test_a_published_report_keeps_its_event_its_roles_and_its_shared_views() -> None:
    made = record(told(1, "The forum met in Bergen.", voice=Voice.EVENT),
                  told(2, "Ada Lind presided.", ADA, voice=Voice.ROLE),
                  told(3, "Ada Lind and Bo Tveit praised lamps.", ADA, BO),
                  told(4, "Bo Tveit warned of rust.", BO), sources=(REPORT,), series="Fjord Forum", date="2031-05-03")
    report = drafted(made)
    assert chapter(report, SectionKind.EVENT) == ["The forum met in Bergen."]
    assert chapter(report, SectionKind.OPENING) == ["Ada Lind presided.", "Ada Lind and Bo Tveit praised lamps."]
    assert chapter(report, SectionKind.SUMMARIES)[1:] == ["Bo Tveit warned of rust."]


@pytest.mark.parametrize("suffix", ["md", "json", "html"])
def test_the_same_record_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.{suffix}" for n in (1, 2)]
    for path in paths:
        api.write(drafted(full()), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_progress_is_told_in_words() -> None:
    heard: list[str] = []
    draft(full(), style=Style(), parser=parser(), progress=heard.append)
    assert len(heard) >= 3
