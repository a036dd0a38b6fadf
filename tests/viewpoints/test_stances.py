"""Agreement and difference only where somebody says so."""

from __future__ import annotations

import pytest

from communique.record.values import Passage, Voice
from communique.viewpoints.stances import attitude, stances


def said(number: int, who: str, text: str, voice: Voice = Voice.VIEW) -> Passage:
    return Passage(id=f"p{number}", source="s1", start=0, end=len(text), text=text, voice=voice,
                   attributed_to=(who,))


@pytest.mark.parametrize(
    "text",
    [
        "I fully agree with Dr Menon on the gauges.",
        "We also support the proposal for a joint register.",
        "Mr Orlov is right that storage comes first.",
        "Participants agreed on the need for a review.",
    ],
)
def test_words_of_agreement_agree(text: str) -> None:
    assert attitude(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "I do not agree with Mr Orlov.",
        "I don’t really support a second audit.",
        "With respect, I disagree.",
        "We cannot accept that reading of the treaty.",
        "The delegate of the upstream state opposed the draft.",
    ],
)
def test_a_negated_agreement_is_a_difference(text: str) -> None:
    assert attitude(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "If we agree on the figures, the rest follows.",
        "Do you agree with that?",
        "The agreement of 1992 is in force.",
        "Water is scarce.",
    ],
)
def test_conditions_questions_and_treaties_are_no_stance(text: str) -> None:
    assert attitude(text) is None


def test_a_stance_is_toward_the_one_person_named() -> None:
    record = [said(1, "menon", "Gauges first."), said(2, "orlov", "I disagree with Dr Menon.")]
    [stance] = stances(record, {"menon": "menon", "orlov": "orlov"})
    assert (stance.participants, stance.toward, stance.agrees) == (("orlov",), "menon", False)


def test_you_means_whoever_had_the_floor_before() -> None:
    record = [said(1, "menon", "Gauges first."), said(2, "orlov", "I do not agree with you.")]
    assert stances(record, {})[0].toward == "menon"


def test_two_names_leave_the_target_open() -> None:
    record = [said(1, "lee", "I agree with Menon and Orlov.")]
    assert stances(record, {"menon": "menon", "orlov": "orlov"})[0].toward is None


def test_courtesies_are_no_stance() -> None:
    assert stances([said(1, "chair", "I agree, you have the floor.", Voice.FLOOR)], {}) == ()
