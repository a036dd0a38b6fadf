from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.readers.labels import header_of, is_blocked, is_name_like, label_of


@pytest.mark.parametrize(("line", "name", "words"), [
    ("Ana Ruiz: Good morning", "Ana Ruiz", "Good morning"),
    ("(Moderator): Shall we?", "Moderator", "Shall we?"),
    ("[SPEAKER_00]: Yes", "SPEAKER_00", "Yes"),
    ("AMB. LEE (Korea): We agree", "AMB. LEE (Korea)", "We agree"),
    ("@handle / Ana Ruiz (EIP-1): so: yes", "@handle / Ana Ruiz (EIP-1)", "so: yes"),
    ("张三：大家好", "张三", "大家好"),
    ("[00:12:31] Ana Ruiz: Yes", "Ana Ruiz", "Yes"),
    ("Ana Ruiz (00:12:31): Yes", "Ana Ruiz", "Yes"),
])
def test_what_stands_before_the_colon_may_be_a_label(line: str, name: str, words: str) -> None:
    label = label_of(line)
    assert label is not None
    assert (label.name, line[label.end :]) == (name, words)


@pytest.mark.parametrize("line", ["at 10:30 we met", "see https://example.org", "[Music] we begin", "no colon here", "12:30 - 13:00"])
def test_times_addresses_and_sounds_are_no_labels(line: str) -> None:
    label = label_of(line)
    assert label is None or not is_name_like(label.name)


@pytest.mark.parametrize("name", ["Ana Ruiz", "H.E. Mr. Bo van der Li", "THE CHAIR", "The Chair (Hon. Ana Ruiz)",
                                  "Speaker 2", "李明", "Анна Петрова", "Q", "Panel Moderator", "O'Neill, Ana", "SPEAKER_00"])
def test_names_look_like_names(name: str) -> None:
    assert is_name_like(name)


@pytest.mark.parametrize("name", ["Note", "Question", "First", "In conclusion", "Key Recommendations", "Session Two",
                                  "the point is this", "We met. Then we left", "Дата", "时间", "http"])
def test_openings_of_sentences_do_not(name: str) -> None:
    assert not is_name_like(name)


def test_a_header_gives_name_and_time() -> None:
    label = header_of("Ana Ruiz   1:03")
    assert label is not None
    assert (label.name, label.at) == ("Ana Ruiz", 63.0)


@pytest.mark.parametrize(("line", "at"), [("Ana Ruiz  2:05 PM", 50_700.0), ("Ana Ruiz  12:00 AM", 0.0)])
def test_halves_of_the_day_are_understood(line: str, at: float) -> None:
    label = header_of(line)
    assert label is not None
    assert label.at == at


def test_a_date_is_no_header() -> None:
    assert header_of("12 May 2024, 10:00AM") is None


@given(st.text(max_size=60))
def test_no_line_is_too_strange_to_ask(line: str) -> None:
    label = label_of(line)
    assert label is None or 0 < label.end <= len(line)
    assert is_blocked(line) in (True, False)
