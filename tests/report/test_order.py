"""Paragraphs follow protocol, the speaking order or the alphabet, as the house likes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.attribution import Disclosure
from communique.record.values import AttributionRule, Participant, Role
from communique.report.order import ordered
from communique.report.style import Order

from .making import record, said


def seat(number: int, name: str, *roles: Role) -> Participant:
    return Participant(id=f"person-{number}", name=name, roles=roles)


SUMMING = seat(1, "Ulla Falk", Role.SUMMARISER, Role.HOST)
SPEAKER = seat(2, "Élie Abadi", Role.SPEAKER)
GUEST = seat(3, "Zoe Quist", Role.OPENING_SPEAKER)
HOST = seat(4, "Ed Olsen", Role.HOST, Role.OPENING_SPEAKER)
LISTENER = seat(5, "Al Birk", Role.AUDIENCE)
FIRST_GUEST = seat(6, "Wim Roos", Role.OPENING_SPEAKER)
PEOPLE = (SUMMING, SPEAKER, GUEST, HOST, LISTENER, FIRST_GUEST)


def names(order: Order, *passages: str, rule: AttributionRule = AttributionRule.NAMED) -> list[str]:
    by_name = {p.name: p for p in PEOPLE}
    made = record(*(said(n, f"Sentence {n}.", by_name[who]) for n, who in enumerate(passages)), people=PEOPLE,
                  opening_speakers=("Wim Roos", "Zoe Quist"), attribution=rule)
    return [p.name for p in ordered(PEOPLE, Disclosure(made), order)]


def test_protocol_begins_with_the_host_and_ends_with_who_sums_up() -> None:
    assert names(Order.PROTOCOL, "Al Birk", "Élie Abadi") == [
        "Ed Olsen", "Wim Roos", "Zoe Quist", "Élie Abadi", "Al Birk", "Ulla Falk"]


def test_the_speaking_order_is_that_of_first_words() -> None:
    assert names(Order.SPEAKING, "Zoe Quist", "Al Birk", "Zoe Quist")[:2] == ["Zoe Quist", "Al Birk"]


def test_the_alphabet_knows_no_accents() -> None:
    assert names(Order.ALPHABETICAL)[:3] == ["Al Birk", "Ed Olsen", "Élie Abadi"]


def test_who_spoke_first_in_private_does_not_show() -> None:
    kept = names(Order.SPEAKING, "Zoe Quist", "Al Birk", rule=AttributionRule.NONE)
    assert kept == [p.name for p in PEOPLE]


@pytest.mark.parametrize("order", Order)
@given(who=st.permutations(PEOPLE))
def test_nobody_is_lost_or_doubled(order: Order, who: list[Participant]) -> None:
    made = record(people=PEOPLE)
    assert sorted(ordered(who, Disclosure(made), order), key=lambda p: p.id) == list(PEOPLE)


def test_a_host_who_sums_up_comes_last() -> None:
    both = replace(HOST, roles=(Role.HOST, Role.SUMMARISER))
    made = record(people=(both, SPEAKER))
    assert ordered((both, SPEAKER), Disclosure(made), Order.PROTOCOL) == (SPEAKER, both)
