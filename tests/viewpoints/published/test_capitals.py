"""Names in capitals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.viewpoints.published import Understood
from communique.viewpoints.published.capitals import capital_names

Understand = Callable[[str], Understood]


def _words(text: str) -> list[str]:
    return [text[at:].split()[0].strip(",.") for at in sorted(capital_names(text))]


@pytest.mark.parametrize(("text", "words"), [
    ("OLGA BRANDT (Norway) said that the truce held.", ["OLGA", "BRANDT"]),
    ("JEAN-PIERRE SY, Special Envoy for the Delta, spoke.", ["JEAN-PIERRE", "SY"]),
    ("Nikola BRANDT, Chair of the Committee, agreed.", ["Nikola", "BRANDT"]),
    ("Later Mr. SY objected.", ["SY"]),
    ("KOFI ADDO of the African Union said no.", ["KOFI", "ADDO"]),
])
def test_names_are_told_from_acronyms(text: str, words: list[str]) -> None:
    assert _words(text) == words


@pytest.mark.parametrize("text", [
    "Under UNCLOS, states must cooperate.",
    "The EUROPEAN UNION opposed the text.",
    "COSTA RICA, supported by CHILE, opposed the text.",
    "UN WOMEN (New York) said that funds were short.",
    "Meanwhile NATO, the alliance of the West, waited.",
])
def test_countries_and_bodies_in_capitals_are_no_persons(text: str) -> None:
    assert _words(text) == []


def test_words_go_on_after_a_name_in_capitals(understood: Understand) -> None:
    found = understood("OLGA BRANDT (Norway) said that the truce held. Families had gone home.")
    assert [(one.name, one.country) for one in found.participants] == [("OLGA BRANDT", "Norway")]
    assert [p.attributed_to for p in found.passages] == [(found.participants[0].id,)] * 2
