"""The written view of speech: noise goes, meaning stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.viewpoints.spoken import opened, tidy, unaddressed


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Um, the port is, uh, open.", "The port is open."),
        ("Yeah it 's it 's really deep .", "Yeah it's really deep."),
        ("We need to we need to act.", "We need to act."),
        ("the the ferry {disfmarker} sails [laughter] daily", "The ferry sails daily"),
        ("It costs q quality and dis- distinct skills.", "It costs quality and distinct skills."),
        ("I had had enough, and that that matters.", "I had had enough, and that that matters."),
        ("It is very, very late.", "It is very, very late."),
        ("Mm - hmm .", ""),
        ("I don't think the thing thrives.", "I don't think the thing thrives."),
    ],
)
def test_speech_is_tidied(said: str, written: str) -> None:
    assert tidy(said).text == written


def test_each_step_that_changed_something_is_named() -> None:
    assert tidy("Um, we we act.").steps == ("spoken.hesitations", "spoken.repeats", "spoken.capital")
    assert tidy("We act.").steps == ()


def test_openers_and_addresses_go_but_a_denial_stays() -> None:
    assert opened("So, well, Mr. Chair, ports compete.") == "Ports compete."
    assert opened("No, ports do not compete.") == "No, ports do not compete."
    assert opened("Andes ports compete.") == "Andes ports compete."
    assert unaddressed("The port, Madam Chair, is open.") == "The port is open."


WORDS = st.sampled_from("um the the we we 14 3.5 not never Almaty uh , . you know port I I mean, no dis- no".split(" "))


@given(st.lists(WORDS, max_size=25))
def test_no_number_name_or_denial_is_lost(said: list[str]) -> None:
    text = " ".join(said)
    written = tidy(text).text
    for kept in ("14", "Almaty", "never", "not"):
        assert (kept in written.lower() or kept in written) == (kept in text)
    assert re.findall(r"\d", written) == re.findall(r"\d", text)


@given(st.text(max_size=120))
def test_tidying_twice_changes_nothing_more(said: str) -> None:
    once = tidy(said).text
    assert tidy(once).text == tidy(tidy(once).text).text
