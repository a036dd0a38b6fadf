from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.readers.timecodes import from_first, is_broken_timing, seconds, timing


@pytest.mark.parametrize(("clock", "expected"), [
    ("00:13:00.710", 780.71), ("1:02,5", 62.5), ("0:0:1.510", 1.51), ("100:00:00", 360_000.0), ("12:34", 754.0),
])
def test_a_clock_is_read_with_or_without_hours_dot_or_comma(clock: str, expected: float) -> None:
    assert seconds(clock) == expected


@pytest.mark.parametrize("line", [
    "00:01.000 --> 00:02.000", "  00:01,000-->00:02,000 align:start position:0%", "0:0:1.0 -> 0:0:2.0",
])
def test_timing_lines_are_read_in_their_dialects(line: str) -> None:
    assert timing(line) == (1.0, 2.0)


@pytest.mark.parametrize("line", ["A --> B", "we went from 3 --> to more", "", "00:01.000", "see 10:30"])
def test_an_arrow_in_a_sentence_is_no_timing(line: str) -> None:
    assert timing(line) is None
    assert not is_broken_timing(line)


@pytest.mark.parametrize("line", ["00:01.x00 --> 00:02.000", "00:00:01.000 --> 00:0", "00:01 -->"])
def test_a_damaged_timing_line_is_known_for_one(line: str) -> None:
    assert timing(line) is None
    assert is_broken_timing(line)


def test_times_of_day_count_from_the_first_across_midnight() -> None:
    assert list(from_first([86_390.0, 86_399.0, 5.0])) == [0.0, 9.0, 15.0]


def test_clocks_that_already_count_from_the_recording_stay() -> None:
    assert list(from_first([234.0, 391.0])) == [234.0, 391.0]


@given(st.lists(st.integers(0, 86_399), min_size=1, max_size=30))
def test_each_clock_gives_one_time(clocks: list[int]) -> None:
    assert len(list(from_first(map(float, clocks)))) == len(clocks)
