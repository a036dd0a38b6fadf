"""Countries: variants become one name, and nothing else becomes a country."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.countries import countries_in, country_named, country_of_demonym


@pytest.mark.parametrize(("words", "country"), [
    ("Republic of Korea", "South Korea"),
    ("the Republic of Korea", "South Korea"),
    ("Democratic People's Republic of Korea", "North Korea"),
    ("DPRK", "North Korea"),
    ("Lao PDR", "Laos"),
    ("the People’s Republic of China", "China"),
    ("Viet Nam", "Vietnam"),
    ("Türkiye", "Turkey"),
    ("UAE", "United Arab Emirates"),
    ("the U.S.", "United States"),
    ("Russian Federation", "Russia"),
    ("Republic of Ghana", "Ghana"),
    ("KAZAKHSTAN", "Kazakhstan"),
    ("Cote d’Ivoire", "Côte d'Ivoire"),
])
def test_variants_become_one_short_name(words: str, country: str) -> None:
    assert country_named(words) == country


@pytest.mark.parametrize("words", [
    "Tehran", "Shanghai", "us", "Republic of China", "Georgian", "Asia", "", "the", "Korean Peninsula",
    "South", "Kazakhstani",
])
def test_cities_regions_pronouns_and_demonyms_are_no_countries(words: str) -> None:
    assert country_named(words) is None


def test_a_demonym_gives_its_country_and_a_country_no_demonym() -> None:
    assert country_of_demonym("South Korean") == "South Korea"
    assert country_of_demonym("Kazakh") == "Kazakhstan"
    assert country_of_demonym("Kazakhstan") is None


def test_countries_are_found_longest_first_and_in_capitals() -> None:
    text = "Papua New Guinea, Guinea and SOUTH SUDAN met; the US asked us."
    found = [(word.country, text[word.start : word.end]) for word in countries_in(text)]
    assert found == [
        ("Papua New Guinea", "Papua New Guinea"), ("Guinea", "Guinea"),
        ("South Sudan", "SOUTH SUDAN"), ("United States", "US"),
    ]


def test_a_country_inside_a_word_is_not_one() -> None:
    assert not list(countries_in("Chadwick praised Maltese-born Omanita and a Nigerois"
                                 .replace("Maltese-born ", "")))


@given(st.text(max_size=60))
def test_every_country_found_stands_where_it_is_said_to(text: str) -> None:
    for word in countries_in(text):
        assert 0 <= word.start < word.end <= len(text)
        named = text[word.start : word.end]
        assert word.country in (country_named(named), country_of_demonym(named))
