from __future__ import annotations

import pytest

from communique.record.readers import srt

from .transcripts import counts, raw, said, times


def cues(*texts: str) -> str:
    return "".join(f"{n}\n00:00:{n:02},500 --> 00:00:{n + 1:02},000\n{text}\n\n" for n, text in enumerate(texts, 1))


def test_a_label_at_a_change_of_speaker_holds_until_the_next() -> None:
    reading = srt.read(raw(cues("JANE DOE: We begin", "with water: twice.", "BO LI: Why?", "I ask.", "JANE DOE: Because.")))
    assert said(reading) == [("JANE DOE", "We begin with water: twice."), ("BO LI", "Why? I ask."), ("JANE DOE", "Because.")]


@pytest.mark.parametrize("form", ["[{}]: {}", "[{}] {}", "({}): {}", "<v {}>{}</v>", "{}: <i>{}</i>", "{}:\n{}"])
def test_speakers_are_written_in_many_ways(form: str) -> None:
    spoken = [("Ana Ruiz", "One."), ("Bo Li", "Two."), ("Ana Ruiz", "Three."), ("Bo Li", "Four.")]
    assert said(srt.read(raw(cues(*(form.format(*one) for one in spoken))))) == spoken


def test_speakers_of_a_diarizer_stay_as_they_are_called() -> None:
    reading = srt.read(raw(cues("[SPEAKER_00]: Yes.", "[SPEAKER_01]: No.", "[SPEAKER_00]: Well.", "[SPEAKER_01]: So.")))
    assert [speaker for speaker, _ in said(reading)] == ["SPEAKER_00", "SPEAKER_01", "SPEAKER_00", "SPEAKER_01"]


def test_numbers_glued_to_the_cue_before_are_not_spoken() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nIn the year\n2\n00:00:02,000 --> 00:00:03,000\n1997\n3\n00:00:03,000 --> 00:00:04,000\nwe met.\n"
    assert said(srt.read(raw(text))) == [(None, "In the year 1997 we met.")]


def test_a_number_that_is_all_somebody_says_stays() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nHow many?\n\n2\n00:00:02,000 --> 00:00:03,000\n2\n\n3\n00:00:03,000 --> 00:00:04,000\nGood.\n"
    assert said(srt.read(raw(text))) == [(None, "How many? 2 Good.")]


def test_note_is_a_word_in_subrip() -> None:
    assert said(srt.read(raw("1\n00:00:01,000 --> 00:00:02,000\n\nNOTE this.\n"))) == [(None, "NOTE this.")]


def test_times_are_seconds() -> None:
    assert times(srt.read(raw(cues("One.", "Two.")))) == [(1.5, 2.0), (2.5, 3.0)]


def test_lines_before_the_first_cue_are_told() -> None:
    assert counts(srt.read(raw("Round table\nday one\n\n" + cues("One.")))) == {"text-outside-cues": 2}
