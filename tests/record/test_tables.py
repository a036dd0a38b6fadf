"""Records and reports as DataFrames."""

from __future__ import annotations

import json
from typing import Any

import pandas
import polars
import pytest

from communique.record.errors import MissingExtra
from communique.record.values import (
    Basis,
    CountryBasis,
    Participant,
    Passage,
    Record,
    Role,
    Session,
    Voice,
)
from communique.report.values import Flag, Origin, Paragraph, Report, Section, SectionKind, Sentence

TABLES = ("passages", "participants", "references", "sessions", "sources", "notices")
NURLAN = Participant(id="a", name="Nurlan Seitkali", country="Kazakhstan",
                     country_basis=CountryBasis.DEMONYM, roles=(Role.CHAIR, Role.SPEAKER))
OPENED = Passage(id="p1", source="s1", start=4, end=30, text="Rivers do not wait for us.",
                 voice=Voice.VIEW, start_at=1.5, attributed_to=("a",), basis=Basis.FLOOR)
UNTIMED = Passage(id="p2", source="s1", start=31, end=40, text="Thank you.", voice=Voice.FLOOR)
RECORD = Record(participants=(NURLAN,), passages=(OPENED, UNTIMED),
                sessions=(Session(id="one", title="First", number=1), Session(id="two", title="Second")))


def frames(record: Record | Report, table: str | None = None) -> list[Any]:
    return [record.to_pandas(table), record.to_polars(table)]


def test_passages_are_the_table_one_gets_unasked() -> None:
    for frame in frames(RECORD):
        assert list(frame["id"]) == ["p1", "p2"]
        assert list(frame["start"]) == [4, 31]


def test_enumerations_become_text_and_tuples_lists() -> None:
    for frame in frames(RECORD, "participants"):
        (roles,), (basis,) = list(frame["roles"]), list(frame["country_basis"])
        assert list(roles) == ["chair", "speaker"]
        assert basis == "demonym" and type(basis) is str


def test_what_is_not_known_is_missing_and_turns_no_number_into_another_kind() -> None:
    assert list(RECORD.to_polars("sessions")["number"]) == [1, None]
    numbers = RECORD.to_pandas("sessions")["number"]
    assert str(numbers.dtype) == "Int64" and list(numbers.isna()) == [False, True]
    assert list(RECORD.to_polars()["start_at"]) == [1.5, None]


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_record_has_the_columns_of_a_full_one(table: str) -> None:
    for empty, full in zip(frames(Record(), table), frames(RECORD, table), strict=True):
        assert len(empty) == 0
        assert list(empty.columns) == list(full.columns)
    assert Record().to_polars(table).schema == RECORD.to_polars(table).schema


def test_columns_are_the_fields_of_the_json() -> None:
    from communique.report.schema import schema

    published = schema("record")["$defs"]
    assert set(RECORD.to_pandas("passages").columns) == set(published["Passage"]["properties"])
    assert set(RECORD.to_pandas("participants").columns) == set(published["Participant"]["properties"])


def test_a_table_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(KeyError, match=r"speeches.*passages, participants"):
        RECORD.to_pandas("speeches")


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_missing_library_is_told_with_its_remedy(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(MissingExtra, match=r"pip install 'communique\[frames\]'"):
        getattr(RECORD, f"to_{library}")()


def test_sentences_of_a_report_come_with_section_trace_and_flags() -> None:
    sentence = Sentence(id="t1", text="Nurlan Seitkali says that rivers do not wait.",
                        origin=Origin.REPORTED, trace=("c1", "c2"),
                        flags=(Flag(code="negation", message="look at the negation"),))
    report = Report(title="R", sections=(
        Section(id="x", kind=SectionKind.SUMMARIES, title="Summaries",
                blocks=(Paragraph(sentences=(sentence,)),)),))
    for frame in frames(report):
        assert list(frame["section"]) == ["Summaries"]
        assert list(frame["origin"]) == ["reported"]
        assert [list(ids) for ids in frame["trace"]] == [["c1", "c2"]]
        assert [list(flags) for flags in frame["flags"]] == [["negation: look at the negation"]]


def test_frames_survive_a_journey_through_json() -> None:
    rows = json.loads(RECORD.to_pandas().to_json(orient="records"))
    assert rows[0]["text"] == OPENED.text and rows[1]["start_at"] is None
    assert json.loads(RECORD.to_polars().write_json())[0]["attributed_to"] == ["a"]


def test_both_libraries_are_asked_for_what_they_are() -> None:
    assert isinstance(RECORD.to_pandas(), pandas.DataFrame)
    assert isinstance(RECORD.to_polars(), polars.DataFrame)
