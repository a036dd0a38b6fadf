"""Recommendations: who should do what, in the passage's own words."""

from __future__ import annotations

import pytest

from communique.record.values import AttributionRule, Record
from communique.report.asked import recommendations_section
from communique.report.material import Material
from communique.report.style import Style

from .making import ADA, BO, material, record, said, texts_of


def asked(made: Record) -> list[str]:
    return texts_of(recommendations_section(material(made)))


def test_an_addressee_an_action_and_who_proposed_it() -> None:
    assert asked(record(said(1, "The secretariat should publish a map of all beacons.", ADA))) == [
        "The secretariat should publish a map of all beacons (proposed by Ada Lind)."]


def test_what_two_ask_is_told_once() -> None:
    text = "The secretariat should publish a map of all beacons."
    assert len(asked(record(said(1, text, ADA), said(2, text, BO)))) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I ask the partners to pay for people and not only for sensors.",
         ["The partners should pay for people and not only for sensors (proposed by Ada Lind)."]),
        ("Every treaty ought to be reviewed without either side having to ask for it and thereby appear weak.", []),
        ("The secretariat shouldn't close the list before Friday.",
         ["The secretariat should not close the list before Friday (proposed by Ada Lind)."]),
        ("Should the secretariat publish a map?", []),
        ("Your ministry should send us its own maps.", []),
        ("We should all sleep more.", []),
        ("Its members should exchange a list of pilots.", []),
    ],
)
def test_only_what_was_asked_is_told_and_whole(text: str, told: list[str]) -> None:
    assert asked(record(said(1, text, ADA))) == told


@pytest.mark.parametrize("rule", [AttributionRule.NONE, AttributionRule.BY_COUNTRY])
def test_nobody_is_named_where_nobody_may_be(rule: AttributionRule) -> None:
    (text,) = asked(record(said(1, "The secretariat should publish a map of all beacons.", ADA), attribution=rule))
    assert text == "The secretariat should publish a map of all beacons."


def test_what_was_off_the_record_is_not_asked() -> None:
    made = record(said(1, "The secretariat should publish a map of all beacons.", ADA,
                       attribution=AttributionRule.OFF_THE_RECORD))
    assert asked(made) == []


def test_a_language_without_a_parser_is_not_guessed_at() -> None:
    made = record(said(1, "Le secretariat should publier une carte.", ADA, language="fr"))
    assert asked(made) == []


def test_without_a_parser_there_is_no_chapter() -> None:
    made = record(said(1, "The secretariat should publish a map of all beacons.", ADA))
    assert recommendations_section(Material(made, Style(), None)) is None
