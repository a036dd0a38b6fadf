"""Reported speech that names nobody."""

from __future__ import annotations

import pytest

from communique.report.reported_speech import (
    Place,
    Referent,
    Style,
    Tense,
    derive,
    report_sentence,
)

NOBODY = Referent("one participant")
PAST = Style(Tense.PAST)


@pytest.mark.parametrize(
    ("passage", "place", "present", "past"),
    [
        ("I believe that the rules are too slow.", Place.ONE_VIEW,
         "one view is that the rules are too slow.", "one view was that the rules were too slow."),
        ("I believe that the rules are too slow.", Place.OTHER_VIEW,
         "another view is that the rules are too slow.", "another view was that the rules were too slow."),
        ("I believe that the rules are too slow.", Place.ARGUED,
         "it is argued that the rules are too slow.", "it was argued that the rules were too slow."),
        ("I want to point out that the rules are too slow.", Place.ONE_VIEW,
         "it is pointed out that the rules are too slow.", "it was pointed out that the rules were too slow."),
        ("I hope that the rules are clear.", Place.ONE_VIEW,
         "the hope is expressed that the rules are clear.", "the hope was expressed that the rules were clear."),
        ("I agree that the rules are clear.", Place.ARGUED,
         "the view is shared that the rules are clear.", "the view was shared that the rules were clear."),
        ("I propose to meet in the spring.", Place.ARGUED,
         "it is proposed to meet in the spring.", "it was proposed to meet in the spring."),
        ("Let us meet in the spring.", Place.ARGUED,
         "participants are called on to meet in the spring.", "participants were called on to meet in the spring."),
        ("Who pays for the rules?", Place.ONE_VIEW,
         "it is asked who pays for the rules.", "it was asked who pays for the rules."),
    ],
)
def test_a_sentence_without_a_speaker(passage: str, place: Place, present: str, past: str) -> None:
    assert report_sentence(passage, speaker=NOBODY, place=place).text == present
    assert report_sentence(passage, speaker=NOBODY, place=place, style=PAST).text == past


@pytest.mark.parametrize("place", [Place.ONE_VIEW, Place.OTHER_VIEW, Place.ARGUED])
def test_it_can_be_derived_again_from_its_passage(place: Place) -> None:
    passage = "I think that every audit should expire after twelve months."
    made = report_sentence(passage, speaker=NOBODY, place=place)
    assert derive(passage, made.rules, speaker=NOBODY, style=Style()) == made.text


def test_an_attitude_keeps_somebody_whose_it_is() -> None:
    made = report_sentence("I support the moratorium.", speaker=NOBODY, place=Place.ONE_VIEW)
    assert made.text == "one participant supports the moratorium."


def test_agreement_of_one_is_never_told_as_that_of_all() -> None:
    made = report_sentence("I agree that the rules are clear.", speaker=NOBODY, place=Place.ARGUED)
    assert "agreed" not in made.text
