"""Halves of a sentence read as one, each character in its own place."""

from __future__ import annotations

import pytest

from communique.record.readers.seams import view_of
from communique.record.readers.spellings import Spellings


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010"])
def test_a_compound_broken_at_its_hyphen_keeps_it_however_it_is_encoded(hyphen: str) -> None:
    text = f"on Confidence{hyphen}\nBuilding Measures"
    first = text.index("\n")
    view = view_of(text, [(0, first), (first + 1, len(text))], Spellings(text))
    assert view.text.replace("\u2010", "-") == "on Confidence-Building Measures"
    at = view.text.index("Building")
    assert text[slice(*view.span(at, at + 8))] == "Building"
