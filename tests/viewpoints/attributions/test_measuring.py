from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.viewpoints.attributions.corpus import Annotated
from communique.viewpoints.attributions.measuring import Score, Words, overlap, score

TEXT = "The old chair said that the new hall was full on Monday."


def marked(source: str, content: str) -> Annotated:
    def span(words: str) -> tuple[tuple[int, int], ...]:
        start = TEXT.index(words)
        return ((start, start + len(words)),) if words else ()

    return Annotated(span(source), span("said"), span(content))


GOLD = marked("The old chair", "that the new hall was full")


def test_an_attribution_agrees_with_itself() -> None:
    assert score(TEXT, [GOLD], [GOLD]) == Score(1, 1, 1)


@pytest.mark.parametrize(
    "found",
    [
        marked("chair", "that the new hall was full"),
        marked("", "that the new hall was full"),
        marked("The old chair", "full on Monday"),
    ],
)
def test_less_than_half_in_source_or_content_does_not_agree(found: Annotated) -> None:
    assert score(TEXT, [found], [GOLD]).right == 0


def test_one_marked_attribution_pairs_with_one_found() -> None:
    assert score(TEXT, [GOLD, GOLD], [GOLD]) == Score(1, 2, 1)


def test_figures_of_nothing_are_zero() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0, 0, 0)


def test_spans_take_in_the_words_they_touch() -> None:
    words = Words("one, two")

    assert words.within(((1, 2),)) == {0}
    assert words.within(((0, 4),)) == {0, 1}
    assert words.within(((4, 5),)) == set()


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9)))
def test_overlap_is_symmetric_and_a_share(one: frozenset[int], other: frozenset[int]) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert 0 <= overlap(one, other) <= 1
