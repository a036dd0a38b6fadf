"""Names: honorifics come off, spellings meet, and different people stay different."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.names import name_words, same_name, short_for, split_honorific


@pytest.mark.parametrize(("label", "honorific", "name"), [
    ("H.E. Mr. Kairat Bekov", "H.E. Mr.", "Kairat Bekov"),
    ("Prof. Dr. Li Wenhua", "Prof. Dr.", "Li Wenhua"),
    ("Gen. Rao (Retd)", "Gen. (Retd)", "Rao"),
    ("The Hon. John Roe", "The Hon.", "John Roe"),
    ("HRH Prince Faris Al-Otaibi", "HRH Prince", "Faris Al-Otaibi"),
    ("Tan Sri Mohd Rahim", "Tan Sri", "Mohd Rahim"),
    ("Vice Admiral Bo Lind", "Vice Admiral", "Bo Lind"),
])
def test_honorifics_are_parted_as_written(label: str, honorific: str, name: str) -> None:
    assert split_honorific(label) == (honorific, name)


@pytest.mark.parametrize("label", [
    "Tan Wei", "Nguyen Thi Lan", "He Yafei", "Dr", "Chief Okafor", "Ban Ki-moon", "Sri",
])
def test_a_name_that_only_looks_like_an_honorific_is_kept(label: str) -> None:
    assert split_honorific(label) == (None, label)


@pytest.mark.parametrize(("one", "other"), [
    ("CHEN WEIMIN", "Chen Weimin"),
    ("Weimin Chen", "Chen Weimin"),
    ("Phạm Minh Chính", "Pham Minh Chinh"),
    ("Michele Fournier", "Michelle Fournier"),
    ("Søren Kjær", "Soren Kjaer"),
    ("Park Ji-hoon", "Park Jihoon"),
])
def test_spellings_of_one_name_are_one_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("Zhang Ming", "Zhang Ning"),
    ("Li Ping", "Li Peng"),
    ("Ahmed Khan", "Ahmed Shah"),
    ("Chen", "Chen Weimin"),
    ("", ""),
])
def test_different_people_are_not_one_name(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize(("label", "name"), [
    ("Bekov", "Kairat Bekov"), ("K. Bekov", "Kairat Bekov"), ("Mr. Bekov", "Kairat Bekov"),
    ("Rola Haddad", "Rola A. Haddad"),
])
def test_short_forms_may_stand_for_the_full_name(label: str, name: str) -> None:
    assert short_for(label, name)


@pytest.mark.parametrize(("label", "name"), [
    ("A. Bekov", "Kairat Bekov"), ("K.", "Kairat Bekov"), ("van", "Jan van Aalst"),
    ("Kairat Bekov Senior", "Kairat Bekov"),
])
def test_what_does_not_fit_is_no_short_form(label: str, name: str) -> None:
    assert not short_for(label, name)


@given(st.text(max_size=30))
def test_a_name_is_always_itself(name: str) -> None:
    assert same_name(name, name) == bool(name_words(name))
