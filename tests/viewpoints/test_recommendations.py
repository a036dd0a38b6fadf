"""Who is asked to do what, found in parsed sentences."""

from __future__ import annotations

import pytest

from communique.engines.language.english import EnglishParser
from communique.record.values import Passage, Voice
from communique.viewpoints.recommendations import asks, recommendations


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return EnglishParser()


def asked(parser: EnglishParser, text: str) -> list[tuple[str, str]]:
    return list(asks(next(parser.parse([text]))))


@pytest.mark.parametrize(
    ("text", "addressee", "action"),
    [
        ("The secretariat should publish the gauge readings every quarter.",
         "The secretariat", "publish the gauge readings every quarter"),
        ("I call on member states of the basin to ratify the convention before 2028.",
         "member states of the basin", "ratify the convention before 2028"),
        ("I propose that the forum's secretariat set up a hotline between ministries.",
         "the forum's secretariat", "set up a hotline between ministries"),
        ("Regulators ought to recognise each other's audits.",
         "Regulators", "recognise each other's audits"),
        ("My recommendation is that donors fund the smaller stations first.",
         "donors", "fund the smaller stations first"),
        ("We urge the riparian states not to wait.", "the riparian states", "not wait"),
    ],
)
def test_an_addressee_with_an_obligation_is_a_recommendation(
    parser: EnglishParser, text: str, addressee: str, action: str
) -> None:
    assert asked(parser, text) == [(addressee, action)]


@pytest.mark.parametrize(
    "text",
    [
        "We should think about it.",
        "Prices should fall.",
        "Governments do not need to agree on everything.",
        "He asked whether states should wait.",
        "The committee has published its terms.",
    ],
)
def test_a_wish_without_an_addressee_is_none(parser: EnglishParser, text: str) -> None:
    assert asked(parser, text) == []


def test_a_negation_stays_in_the_action(parser: EnglishParser) -> None:
    [(_, action)] = asked(parser, "The ministries must not delay the survey.")
    assert action == "not delay the survey"


def test_two_obligations_in_one_sentence_are_two_recommendations(parser: EnglishParser) -> None:
    found = asked(parser, "The bank should publish its terms, and states should adopt them.")
    assert [addressee for addressee, _ in found] == ["The bank", "states"]


def test_a_question_recommends_nothing(parser: EnglishParser) -> None:
    text = "Should the secretariat publish it?"
    passage = Passage(id="p1", source="s1", start=0, end=len(text), text=text, voice=Voice.VIEW)
    assert recommendations([passage], parser) == ()


def test_recommendations_keep_passage_and_proposer(parser: EnglishParser) -> None:
    text = "The secretariat should publish the list."
    passage = Passage(id="p7", source="s1", start=0, end=len(text), text=text,
                      voice=Voice.VIEW, attributed_to=("omarov",))
    [found] = recommendations([passage], parser)
    assert (found.passage, found.proposed_by) == ("p7", ("omarov",))
