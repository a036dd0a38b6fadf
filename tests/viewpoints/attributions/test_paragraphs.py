from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.viewpoints.attributions.paragraphs import paragraphs


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_lines_are_paragraphs_and_blank_ones_are_not() -> None:
    assert texts("one\n\n  \ntwo\nthree") == ["one", "two", "three"]


def test_a_colon_joins_the_quoted_line_below() -> None:
    assert texts("He said:\n\n“one”\n“two”") == ["He said:\n\n“one”", "“two”"]


def test_a_colon_does_not_join_a_plain_line() -> None:
    assert texts("Points:\nfirst\nsecond") == ["Points:", "first", "second"]


@given(st.text(alphabet="ab: “\n\t", max_size=60))
def test_no_character_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(texts(text)).split()) == "".join(text.split())
