"""Affiliations: the unit belongs to the post, the country is the person's or nobody's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.affiliation import Affiliation, parse_affiliation, parse_prefix
from communique.record.values import CountryBasis

_NAMED, _DEMONYM, _BODY = CountryBasis.NAMED, CountryBasis.DEMONYM, CountryBasis.INSTITUTION


@pytest.mark.parametrize(("words", "post", "institution", "country", "basis"), [
    ("Rector of the Lakeside University", "Rector", "Lakeside University", None, None),
    ("Head of the Water Department of the Ministry of Energy of Norway",
     "Head of the Water Department", "Ministry of Energy of Norway", "Norway", _NAMED),
    ("Director of the US-China Policy Institute at Hill University in South Korea",
     "Director of the US-China Policy Institute", "Hill University", "South Korea", _NAMED),
    ("Director of the Russian Research Center of North Shore University",
     "Director of the Russian Research Center", "North Shore University", None, None),
    ("an Adviser to the National Miners Association of Malaysia",
     "Adviser", "National Miners Association of Malaysia", "Malaysia", _BODY),
    ("a researcher at the Iranian Institute of Applied Studies",
     "researcher", "Iranian Institute of Applied Studies", "Iran", _DEMONYM),
    ("Director of the Institute of Trade of the Foundation of the First Governor of Ghana",
     "Director", "Institute of Trade of the Foundation of the First Governor of Ghana", "Ghana", _BODY),
    ("Vice Chairman of the Southern branch of the Russian Academy of Crafts",
     "Vice Chairman", "Southern branch of the Russian Academy of Crafts", "Russia", _DEMONYM),
    ("Managing Director of Pacific Department, Outer Action Service",
     "Managing Director of Pacific Department", "Outer Action Service", None, None),
    ("Dean, School of Rivers, Peru", "Dean", "School of Rivers", "Peru", _NAMED),
    ("Director General NIRA", "Director General", "NIRA", None, None),
    ("former Prime Minister of Australia", "former Prime Minister", None, "Australia", _NAMED),
    ("Ambassador of Belarus to Pakistan", "Ambassador of Belarus to Pakistan", None, "Belarus", _NAMED),
    ("German Ambassador to Chile", "Ambassador to Chile", None, "Germany", _DEMONYM),
    ("former US deputy secretary of state", "former deputy secretary of state", None,
     "United States", _NAMED),
    ("Minister of Trade of Kenya and Chair of the East Council", "Minister of Trade", None, "Kenya", _NAMED),
    ("Head of the India office of KLM Trust", "Head of the India office", "KLM Trust", None, None),
    ("International Water Institute, Ghana", None, "International Water Institute", "Ghana", _NAMED),
    ("CEO of Crescent Steel", "CEO", "Crescent Steel", None, None),
])
def test_an_apposition_is_parsed_as_written(
    words: str, post: str | None, institution: str | None, country: str | None, basis: CountryBasis | None
) -> None:
    assert parse_affiliation(words) == Affiliation(post, institution, country, basis)


@pytest.mark.parametrize(("words", "post", "institution", "country"), [
    ("WRF President", "President", "WRF", None),
    ("Cambodian Prime Minister", "Prime Minister", None, "Cambodia"),
    ("Fiji's Foreign Minister", "Foreign Minister", None, "Fiji"),
    ("South Korean Vice Foreign Minister", "Vice Foreign Minister", None, "South Korea"),
    ("former Indonesian president", "former president", None, "Indonesia"),
    ("the Foreign Minister of Nepal", "Foreign Minister", None, "Nepal"),
    ("CEO of Crescent Steel", "CEO", "Crescent Steel", None),
    ("Union for Rivers and Lakes in Asia (URLA) Secretary General", "Secretary General",
     "Union for Rivers and Lakes in Asia (URLA)", None),
])
def test_what_stands_before_a_name_is_parsed(
    words: str, post: str, institution: str | None, country: str | None
) -> None:
    found = parse_prefix(words)
    assert (found.post, found.institution, found.country) == (post, institution, country)


@pytest.mark.parametrize("words", [
    "Professor of Russian History at Hill University",
    "Director of the Centre for Chinese Studies",
    "Fellow at the India-Pakistan Dialogue Centre",
    "Director of the Japan Studies Programme at Hill University",
])
def test_a_subject_of_study_is_nobodys_country(words: str) -> None:
    assert parse_affiliation(words).country is None


@given(st.text(max_size=80))
def test_any_words_are_parsed_without_inventing_any(words: str) -> None:
    found = parse_affiliation(words)
    for part in (found.post, found.institution):
        for word in (part or "").replace(",", " ").split():
            assert word.strip(",") in words


@pytest.mark.parametrize(("words", "post", "institution", "country"), [
    ("a former negotiator from the United States", "former negotiator", None, "United States"),
    ("independent researcher from Myanmar", "independent researcher", None, "Myanmar"),
    ("Honorary Consul of Portugal", "Honorary Consul of Portugal", None, None),
    ("Chairman of the Expert Council of the CENS", "Chairman of the Expert Council", "CENS", None),
    ("former Commander of the Navy", "former Commander of the Navy", None, None),
    ("Head of the Logistics Division at Steppe Rail", "Head of the Logistics Division", "Steppe Rail", None),
    ("Director-General, ILO and Chair of UN-Water", "Director-General", "ILO", None),
    ("a glaciologist at the Snow Laboratory", "glaciologist", "Snow Laboratory", None),
    ("Senior Fellow, Lake Institute (Sweden)", "Senior Fellow", "Lake Institute", "Sweden"),
])
def test_bodies_within_bodies_and_posts_without_them(
    words: str, post: str, institution: str | None, country: str | None
) -> None:
    found = parse_affiliation(words)
    assert (found.post, found.institution, found.country) == (post, institution, country)


def test_a_portfolio_belongs_to_the_post() -> None:
    assert parse_prefix("Commerce Minister").post == "Commerce Minister"
