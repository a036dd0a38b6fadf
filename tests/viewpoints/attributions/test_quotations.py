from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.viewpoints.attributions.quotations import quotations


def texts(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She said “one” and “two three” today.",
        'She said "one" and "two three" today.',
        "She said ''one'' and ''two three'' today.",
    ],
)
def test_marks_pair(text: str) -> None:
    assert [found.strip("“”\"'") for found in texts(text)] == ["one", "two three"]


def test_an_apostrophe_is_no_mark() -> None:
    assert texts("The delegates' plan isn't the chair's.") == []


def test_a_quotation_that_is_never_closed_goes_on_to_the_end() -> None:
    (found,) = quotations("He said: “We go on ")

    assert not found.closed
    assert found.end == len("He said: “We go on")


def test_a_closing_mark_alone_opens_nothing() -> None:
    assert texts("He is 6 feet 2” tall.") == []


@given(st.text(alphabet="ab “”\"'«».,", max_size=60))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = quotations(text)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
