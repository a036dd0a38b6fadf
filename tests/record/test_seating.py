"""Labels of transcripts resolved against who took part: nobody is given words by a guess."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from communique.record.reading import RosterRow
from communique.record.roster import Roster
from communique.record.seating import seat
from communique.record.values import (
    AttributionRule,
    Edition,
    Passage,
    Record,
    Role,
    Session,
    Voice,
)

ROWS = [{"name": name} for name in ("Ranjini Menon", "Devadas Menon", "Ada Lind")]


def said(number: int, label: str | None, session: str | None = None, **facts: Any) -> Passage:
    plain = Passage(id=f"p{number}", source="s1", start=0, end=1, text="Lamps are dear.", voice=Voice.VIEW,
                    speaker=label, session=session)
    return replace(plain, **facts)


def seated(
    *passages: Passage, sessions: tuple[Session, ...] = (), absent: tuple[str, ...] = (),
    wished: dict[str, AttributionRule] | None = None, **edition: Any,
) -> Record:
    roster, _ = Roster.of([RosterRow(columns=row, place="row") for row in ROWS],
                          [p.speaker for p in passages if p.speaker])
    ids = {p.name: p.id for p in roster.participants()}
    present = set(ids.values()) - {ids[name] for name in absent}
    record = Record(passages=passages, sessions=sessions, edition=Edition(**edition))
    return seat(record, roster, present, {ids[name]: rule for name, rule in (wished or {}).items()})


def holders(record: Record) -> list[str | None]:
    names = {p.id: p.name for p in record.participants}
    return [names[p.attributed_to[0]] if p.attributed_to else None for p in record.passages]


def test_a_label_means_whom_it_names() -> None:
    assert holders(seated(said(1, "Dr. Ada Lind"), said(2, "LIND"))) == ["Ada Lind", "Ada Lind"]


@pytest.mark.parametrize("label", ["Menon", "Dr. Menon", "MENON"])
def test_a_name_that_two_bear_is_nobodys_and_told(label: str) -> None:
    record = seated(said(1, label), said(2, label))
    assert holders(record) == [None, None]
    (notice,) = record.notices
    assert (notice.code, notice.count) == ("unresolved-label", 2)
    assert label in notice.message


@pytest.mark.parametrize("label", ["Chair", "THE CHAIR:", "Acting Chair", "Moderator", "Co-chairperson", "The President"])
def test_the_chair_of_a_session_is_whom_the_programme_names(label: str) -> None:
    sessions = (Session(id="a", title="A", chair="Ada Lind"), Session(id="b", title="B", chair="Devadas Menon"))
    record = seated(said(1, label, "a"), said(2, label, "b"), sessions=sessions)
    assert holders(record) == ["Ada Lind", "Devadas Menon"]


def test_a_chair_whom_no_programme_names_is_nobody() -> None:
    record = seated(said(1, "Chair", "a"), sessions=(Session(id="a", title="A"),))
    assert holders(record) == [None]
    assert [n.code for n in record.notices] == ["unresolved-label"]


def test_a_programme_that_names_two_people_at_once_names_nobody() -> None:
    record = seated(said(1, "Chair", "a"), sessions=(Session(id="a", title="A", chair="Menon"),))
    assert holders(record) == [None]


def test_an_institution_holds_no_view() -> None:
    record = seated(said(1, "Fjord Forum Secretariat"))
    assert [(p.voice, p.attributed_to) for p in record.passages] == [(Voice.SECRETARIAT, ())]
    assert record.notices == ()


def test_what_has_no_label_stays_as_it_was() -> None:
    record = seated(said(1, None))
    assert holders(record) == [None]
    assert record.notices == ()


def test_courtesies_of_somebody_unknown_are_not_told() -> None:
    assert seated(said(1, "iPad (2)", voice=Voice.FLOOR)).notices == ()


def test_roles_come_from_the_facts_and_else_from_speaking() -> None:
    record = seated(said(1, "Ranjini Menon"), said(2, "Ada Lind"), chair="Ada Lind", summariser="Devadas Menon")
    assert {p.name: p.roles for p in record.participants} == {
        "Ranjini Menon": (Role.SPEAKER,), "Ada Lind": (Role.CHAIR,), "Devadas Menon": (Role.SUMMARISER,)}


def test_who_was_only_spoken_about_has_no_seat() -> None:
    assert "Ada Lind" not in {p.name for p in seated(absent=("Ada Lind",)).participants}


@pytest.mark.parametrize(
    ("rule", "wish", "holds"),
    [
        (AttributionRule.NAMED, AttributionRule.BY_COUNTRY, AttributionRule.BY_COUNTRY),
        (AttributionRule.NONE, AttributionRule.NAMED, AttributionRule.NONE),
        (AttributionRule.BY_COUNTRY, AttributionRule.OFF_THE_RECORD, AttributionRule.OFF_THE_RECORD),
    ],
)
def test_a_wish_makes_the_rule_stricter_and_never_looser(
    rule: AttributionRule, wish: AttributionRule, holds: AttributionRule
) -> None:
    record = seated(said(1, "Ada Lind"), said(2, "Ranjini Menon"), wished={"Ada Lind": wish}, attribution=rule)
    assert [p.attribution for p in record.passages] == [holds, None]
