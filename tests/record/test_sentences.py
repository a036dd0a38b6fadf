"""Sentence boundaries: what only looks like an end is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.sentences import sentence_spans


def _sentences(text: str, language: str | None = "en") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize("text", [
    "H.E. Mr. Bo Lind, Amb. of Norway, spoke.",
    "Prof.Dr. Ada Musa noted the U.S. Department of Rivers.",
    "Gen. Rao (Retd.) and J. K. Osei agreed.",
    "The U.N. Secretariat met at 5 p.m. on Friday.",
    "She cited St. Lucia, e.g. its reefs, vs. No. 7 of Art. 3.",
])
def test_titles_initials_and_short_forms_end_no_sentence(text: str) -> None:
    assert _sentences(text) == [text]


def test_a_short_form_ends_a_sentence_when_another_opens() -> None:
    assert _sentences("He lives in the U.S. The rest moved to Washington, D.C. They stayed.") == [
        "He lives in the U.S.", "The rest moved to Washington, D.C.", "They stayed.",
    ]


def test_closing_quotes_go_with_their_sentence() -> None:
    assert _sentences("“We agree. We act.” He left.") == ["“We agree.", "We act.”", "He left."]


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert _sentences("One line\nand the next.\n\nAnother") == ["One line\nand the next.", "Another"]


def test_other_scripts_have_their_own_ends() -> None:
    assert _sentences("他表示：“我们同意。”会议结束。", "zh") == ["他表示：“我们同意。”", "会议结束。"]
    assert _sentences("Это было в 2020 г. в Алма-Ате. Затем им. Абая.", "ru") == [
        "Это было в 2020 г. в Алма-Ате.", "Затем им. Абая.",
    ]


@given(st.text(alphabet="aB .!?\n“”H1", max_size=80))
def test_spans_are_trimmed_in_order_and_lose_nothing_but_space(text: str) -> None:
    spans = sentence_spans(text)
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())
