from __future__ import annotations

import pytest

from communique.record.errors import InputError
from communique.record.readers import captions
from communique.record.values import SourceKind

from .transcripts import counts, raw, said, times, written

LIVE = """>> CHAIR: Good morning,
everyone. We have

two hours.
>> Thank you.
>> AMB. LEE (KOREA): So: we go on. >> Really?
[applause] Yes.
"""


def test_a_turn_lasts_to_the_next_chevrons_over_short_and_blank_lines() -> None:
    reading = captions.read(raw(LIVE))
    assert said(reading) == [
        ("CHAIR", "Good morning, everyone. We have two hours."), (None, "Thank you."),
        ("AMB. LEE (KOREA)", "So: we go on."), (None, "Really? Yes."),
    ]
    assert reading.kind is SourceKind.CAPTIONS
    assert written(reading)[:2] == ["Good morning,", "everyone. We have"]


def test_a_sentence_with_a_colon_opens_nobodys_turn() -> None:
    assert said(captions.read(raw(">> NOTE: this is nobody.\n>> The point is this: water.\n"))) == [
        (None, "NOTE: this is nobody."), (None, "The point is this: water.")]


def test_what_comes_before_the_first_chevrons_is_kept() -> None:
    assert said(captions.read(raw("We are waiting.\n>> ANA: Now.\n>> BO: Yes.\n")))[0] == (None, "We are waiting.")


@pytest.mark.parametrize("text", ["16:04:25 Welcome all\n16:05:00 Thanks\n", "16:04:25\nWelcome all\n\n16:05:00\nThanks\n",
                                  "[16:04:25] Welcome all\r\n[16:05:00] Thanks\r\n"])
def test_times_of_day_become_seconds_from_the_first(text: str) -> None:
    reading = captions.read(raw(text))
    assert captions.recognises(raw(text))
    assert said(reading) == [(None, "Welcome all Thanks")]
    assert times(reading) == [(0.0, None), (35.0, None)]


def test_saved_captions_with_names_keep_them() -> None:
    text = "[Ana Ruiz] 16:04:25\nWelcome\nall\n\n[Bo] 16:05:00\nThanks\n"
    assert captions.recognises(raw(text))
    assert said(captions.read(raw(text))) == [("Ana Ruiz", "Welcome all"), ("Bo", "Thanks")]


@pytest.mark.parametrize("text", [
    "", "The meeting began at 10:00:00 and\nended at 11:00:00.\n", ">>> import os\n>>> os.getcwd()\n",
    "> quoted\n>> twice quoted\n>> and again\n", "10:00:05 Ana: Hi there.\n10:00:09 Bo: Hello.\n",
])
def test_other_texts_are_not_captions(text: str) -> None:
    assert not captions.recognises(raw(text))


def test_lost_words_are_counted() -> None:
    assert counts(captions.read(raw(">> ANA: We [indiscernible] go.\n>> BO: Yes.\n"))) == {"inaudible": 1}


def test_captions_without_words_are_an_error() -> None:
    with pytest.raises(InputError, match="no words"):
        captions.read(raw("16:04:25\n16:05:00\n"))
