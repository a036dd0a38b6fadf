"""The trace check: altered, added or misattributed, an editor hears of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.values import Participant, Passage, Voice
from communique.report.trace import check, coverage, same_negation, unfounded_numbers

CITED = (
    "We looked at 41 gauging stations on four shared rivers, and only nine of them published "
    "anything within a day. The Zarafshan stations did not answer."
)


def passage(text: str = CITED, who: str = "menon") -> Passage:
    return Passage(id="p1", source="s1", start=0, end=len(text), text=text, voice=Voice.VIEW, attributed_to=(who,))


def codes(sentence: str, **options: object) -> list[str]:
    return [flag.code for flag in check(sentence, [passage()], **options)]  # type: ignore[arg-type]


def test_a_true_sentence_is_not_flagged() -> None:
    assert codes("Only nine of the 41 gauging stations on shared rivers published within a day.") == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Only nine of 44 gauging stations on shared rivers published within a day.", "number"),
        ("Only eight of the gauging stations on shared rivers published within a day.", "number"),
        ("Only nine of the gauging stations on the Rhine and shared rivers published.", "name"),
        ("Customs officers demanded longer training and better scanners.", "coverage"),
    ],
)
def test_what_the_passage_does_not_hold_is_flagged(sentence: str, code: str) -> None:
    assert code in codes(sentence)


def test_a_denial_that_nobody_made_is_flagged() -> None:
    said = [passage("The stations published everything within a day.")]
    assert [f.code for f in check("The stations published nothing within a day.", said)] == ["negation"]


def test_a_lost_denial_is_flagged() -> None:
    assert not same_negation("The stations answered.", "The stations did not answer.")


def test_people_of_the_list_may_be_named() -> None:
    menon = Participant(id="menon", name="Ranjini Menon", institution="Inland Waters Initiative")
    sentence = "Ranjini Menon of the Inland Waters Initiative says that stations on shared rivers published within a day."
    assert "name" in codes(sentence)
    assert codes(sentence, participants=[menon]) == []


def test_somebody_elses_passage_is_flagged() -> None:
    sentence = "Only nine gauging stations on shared rivers published within a day."
    assert codes(sentence, speakers=["orlov"]) == ["speaker"]
    assert codes(sentence, speakers=["menon"]) == []


def test_a_number_may_be_spelled_either_way() -> None:
    assert unfounded_numbers("4 rivers and 9 stations", CITED) == ()
    assert unfounded_numbers("3,200 posts", "about 3200 posts") == ()
    assert unfounded_numbers("3.2 posts", "about 32 posts") == ("3.2",)


@given(number=st.integers(10, 10**6), place=st.integers(0, 5), step=st.integers(1, 9))
def test_an_altered_digit_is_always_caught(number: int, place: int, step: int) -> None:
    digits = str(number)
    at = place % len(digits)
    altered = digits[:at] + str((int(digits[at]) + step) % 10) + digits[at + 1 :]
    assert unfounded_numbers(f"It cost {altered} euros.", f"It cost {digits} euros.") == (altered,)


@given(st.lists(st.sampled_from(["river", "treaty", "pump", "fee", "night", "delta"]), max_size=6))
def test_coverage_is_a_share(said: list[str]) -> None:
    share = coverage("The river treaty covers the delta.", " ".join(said))
    assert 0 <= share <= 1
    assert coverage(" ".join(said), " ".join(said)) == 1
