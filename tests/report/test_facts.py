"""The event and opening paragraphs say what the edition states, and nothing it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from communique.record.attribution import Disclosure
from communique.record.values import AttributionRule, Record, SourceKind, Voice
from communique.report.facts import event_sentences, opening_sentences, ordinal, spelled

from .making import ADA, BO, CHI, TALK, record, said


def event(made: Record) -> list[str]:
    return [s.text for s in event_sentences(made, Disclosure(made))]


def opening(made: Record) -> list[str]:
    return [s.text for s in opening_sentences(made, Disclosure(made))]


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (22, "22nd"), (101, "101st"), (111, "111th"), (112, "112th"), (1003, "1003rd")],
)
def test_ordinals_follow_english(number: int, written: str) -> None:
    assert ordinal(number) == written


def test_a_day_is_spelled_without_a_leading_zero() -> None:
    assert spelled("2031-05-03") == "3 May 2031"


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"series": "Fjord Forum", "number": 12, "date": "2031-05-03", "place": "Bergen"},
         "The 12th edition of the Fjord Forum was held in Bergen on 3 May 2031."),
        ({"series": "Fjord Forum", "place": "Bergen"}, "A meeting of the Fjord Forum was held in Bergen."),
        ({"title": "Ice", "date": "2031-05-03"}, "The meeting, on the theme “Ice”, was held on 3 May 2031."),
        ({"series": "Fjord Forum", "number": 1, "online": True, "date": "2031-12-30", "end_date": "2032-01-02"},
         "The 1st edition of the Fjord Forum was held online from 30 December 2031 to 2 January 2032."),
        ({"series": "Fjord Forum", "date": "2031-05-03", "end_date": "2031-05-03"},
         "A meeting of the Fjord Forum was held on 3 May 2031."),
        ({"series": "Fjord Forum", "hosts": ("Skerry University", "Institute of Fjords")},
         "A meeting of the Fjord Forum was held, hosted by Skerry University and the Institute of Fjords."),
    ],
)
def test_only_what_is_known_is_said(facts: dict[str, Any], sentence: str) -> None:
    assert event(record(people=(), **facts)) == [sentence]


@pytest.mark.parametrize("facts", [{}, {"number": 4}, {"series": "Fjord Forum"}, {"date": "2031-05-03"}])
def test_a_meeting_of_which_too_little_is_known_gets_no_sentence(facts: dict[str, Any]) -> None:
    assert event(record(people=(), **facts)) == []


def test_those_who_came_are_counted_with_the_countries_that_are_known() -> None:
    assert event(record(people=(ADA, BO))) == ["2 participants from 1 country took part: Norway."]


def test_one_participant_is_one() -> None:
    assert event(record(people=(BO,))) == ["One participant took part."]


def test_an_attendance_is_kept_as_worded() -> None:
    made = record(people=(ADA,), attendance="some thirty pilots", countries=("Norway", "Netherlands"))
    assert event(made) == ["Some thirty pilots from Norway and the Netherlands took part."]


def test_no_country_is_told_where_somebody_is_protected() -> None:
    made = record(said(1, "Pilots are tired.", ADA), attribution=AttributionRule.NONE)
    assert "Norway" not in " ".join(event(made))


def test_every_fact_rests_on_the_line_that_states_it() -> None:
    lines = (said(1, "title: Ice", voice=Voice.SECRETARIAT), said(2, "date: 2031-05-03", voice=Voice.SECRETARIAT),
             said(3, "I read the title Ice on a poster.", ADA))
    made = record(*lines, people=(), sources=(replace(TALK, kind=SourceKind.PROGRAMME),), title="Ice", date="2031-05-03")
    assert [s.trace for s in event_sentences(made, Disclosure(made))] == [("p1", "p2")]


def test_a_single_opening_speech_is_one_speech() -> None:
    made = record(opening_speakers=("Bo Tveit",))
    assert opening(made) == [
        "At the opening a speech was delivered by Mr. Bo Tveit, Senior Fellow at Skerry University."]


def test_a_chair_is_described_once_and_opening_speakers_keep_apart() -> None:
    made = record(people=(ADA, BO, CHI), chair="Ada Lind", opening_speakers=("Bo Tveit", "Ada Lind"))
    presided, spoke = opening(made)
    assert presided == "Dr. Ada Lind, Director of the Institute of Fjords, Norway, presided."
    assert spoke.endswith("by Mr. Bo Tveit, Senior Fellow at Skerry University; and Ada Lind.")


def test_names_that_nobody_bears_are_not_told() -> None:
    assert opening(record(chair="Ghost", opening_speakers=("Ghost",), summariser="Ghost")) == []
