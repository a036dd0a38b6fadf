from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.errors import InputError
from communique.record.readers import speech_json
from communique.record.readers.raw import RawFile
from communique.record.reading import Reading
from communique.record.values import SourceKind

from .transcripts import counts, raw, said, times, written


def file(data: object) -> RawFile:
    return raw(json.dumps(data, ensure_ascii=False), "speech.json")


def read(data: object) -> Reading:
    assert speech_json.recognises(file(data))
    return speech_json.read(file(data))


class TestWhisper:
    def test_segments_are_lines_of_the_text(self) -> None:
        reading = read({"text": "x", "language": "ru", "segments": [
            {"id": 0, "start": 0.0, "end": 2.5, "text": " Начнём. "}, {"start": 2.5, "end": 4, "text": "Спасибо."}]})
        assert (reading.text, reading.language, reading.kind) == ("Начнём.\nСпасибо.", "ru", SourceKind.CAPTIONS)
        assert times(reading) == [(0.0, 2.5), (2.5, 4.0)]
        assert written(reading) == ["Начнём.", "Спасибо."]

    def test_a_segment_is_cut_where_its_words_change_speaker(self) -> None:
        reading = read({"segments": [{"start": 1, "end": 4, "speaker": "SPEAKER_00", "text": " In 2016, we met. Really?", "words": [
            {"word": "In", "start": 1.0, "end": 1.2, "speaker": "SPEAKER_00"}, {"word": "2016,"}, {"word": "we", "start": 2, "end": 2.1},
            {"word": "met.", "start": 2.1, "end": 2.6, "speaker": "SPEAKER_00"}, {"word": "Really?", "start": 3, "end": 4, "speaker": "SPEAKER_01"}]}]})
        assert said(reading) == [("SPEAKER_00", "In 2016, we met."), ("SPEAKER_01", "Really?")]
        assert times(reading) == [(1.0, 2.6), (3.0, 4.0)]

    def test_words_that_do_not_make_up_the_segment_do_not_replace_it(self) -> None:
        reading = read({"segments": [{"start": 1, "text": "We all met.", "words": [
            {"word": "We", "speaker": "A"}, {"word": "met.", "speaker": "B"}]}]})
        assert said(reading) == [(None, "We all met.")]

    def test_segments_without_speaker_or_time_are_told(self) -> None:
        reading = read({"segments": [{"start": 0, "end": 1, "text": "One.", "speaker": "SPEAKER_00"}, {"text": "Two."}]})
        assert said(reading) == [("SPEAKER_00", "One."), (None, "Two.")]
        assert counts(reading) == {"segment-without-speaker": 1, "segment-without-time": 1}

    def test_outros_and_sounds_are_told(self) -> None:
        reading = read({"segments": [{"start": 0, "text": "We met."}, {"start": 1, "text": "[Music]"}, {"start": 2, "text": "Thank you for watching."}]})
        assert counts(reading) == {"cue-without-speech": 1, "machine-outro": 1}


WORDS = [{"word": "hi", "punctuated_word": "Hi,", "start": 0.1, "end": 0.2, "speaker": 0}, {"word": "yes", "punctuated_word": "Yes.", "start": 0.3, "end": 0.4, "speaker": 1}]


@pytest.mark.parametrize(("data", "spoken", "timed"), [
    ({"results": {"channels": [{"alternatives": [{"transcript": "hi yes", "words": WORDS}]}]}},
     [("Speaker 0", "Hi,"), ("Speaker 1", "Yes.")], [(0.1, 0.2), (0.3, 0.4)]),
    ({"results": {"utterances": [{"start": 1.5, "end": 2, "transcript": "Hi.", "speaker": 0}], "channels": []}}, [("Speaker 0", "Hi.")], [(1.5, 2.0)]),
    ({"results": {"channels": [{"alternatives": [{"transcript": "late", "words": [{"word": "late", "start": 5}]}]},
                               {"alternatives": [{"transcript": "early", "words": [{"word": "early", "start": 1}]}]}]}},
     [("Channel 1", "early"), ("Channel 0", "late")], [(1.0, None), (5.0, None)]),
    ({"utterances": [{"speaker": "A", "text": "Hi.", "start": 250, "end": 900}], "audio_duration": 3}, [("A", "Hi.")], [(0.25, 0.9)]),
    ({"results": {"transcripts": [{"transcript": "Hi, yes"}],
                  "items": [{"type": "pronunciation", "start_time": "0.5", "end_time": "0.7", "alternatives": [{"content": "Hi"}]},
                            {"type": "punctuation", "alternatives": [{"content": ","}]},
                            {"type": "pronunciation", "start_time": "1.5", "end_time": "1.7", "alternatives": [{"content": "yes"}]}],
                  "speaker_labels": {"segments": [{"items": [{"start_time": "0.5", "speaker_label": "spk_0"}]},
                                                  {"items": [{"start_time": "1.5", "speaker_label": "spk_1"}]}]}}},
     [("spk_0", "Hi,"), ("spk_1", "yes")], [(0.5, 0.7), (1.5, 1.7)]),
    ({"results": [{"alternatives": [{"transcript": "hi yes"}]}, {"alternatives": [{"words": [
        {"startTime": "1.2s", "endTime": "1.4s", "word": "hi", "speakerTag": 1}, {"word": "yes", "startTime": "2s", "speakerTag": 2}]}]}]},
     [("Speaker 1", "hi"), ("Speaker 2", "yes")], [(1.2, 1.4), (2.0, None)]),
    ({"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "Hi", "ts": 0.5, "end_ts": 0.7}, {"type": "punct", "value": "."}]}]},
     [("Speaker 0", "Hi.")], [(0.5, 0.7)]),
    ({"topic_list": [{"topic": "x"}], "meeting_transcripts": [{"speaker": "Professor B", "content": "okay {vocalsound} then ."}]},
     [("Professor B", "okay then .")], [(None, None)]),
    ([{"speaker": "Ana", "text": "Hi.", "start": "00:00:01.500"}], [("Ana", "Hi.")], [(1.5, None)]),
    ({"text": "All of it.", "language": "en"}, [(None, "All of it.")], [(None, None)]),
])
def test_each_service_is_understood(data: object, spoken: list[tuple[str | None, str]], timed: list[tuple[float | None, float | None]]) -> None:
    reading = read(data)
    assert said(reading) == spoken
    assert times(reading) == timed


@pytest.mark.parametrize("data", [
    {}, [], {"a": 1}, [{"name": "button", "text": "OK"}], {"text": "x", "title": "y", "id": 3},
    {"schema": "communique/record/1", "passages": [{"text": "x", "speaker": "y", "start": 0}]},
])
def test_other_json_is_not_speech(data: object) -> None:
    assert not speech_json.recognises(file(data))


def test_cut_off_json_is_an_error_that_names_the_place() -> None:
    broken = raw('{"segments": [\n{"text": "We', "a.json")
    assert speech_json.recognises(broken)
    with pytest.raises(InputError, match=r"a\.json, line 2, column 10: .*cut off"):
        speech_json.read(broken)


def test_endless_nesting_is_an_error_and_not_a_crash() -> None:
    deep = raw('{"segments": ' + "[" * 200_000, "a.json")
    with pytest.raises(InputError):
        speech_json.read(deep)


_KEYS = st.sampled_from("text segments words speaker start end results channels alternatives utterances items transcripts "
                        "monologues elements word value".split())
_TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=8)
_JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _TEXTS,
                     lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4), max_leaves=25)


@given(_JSON)
def test_no_key_is_relied_upon(data: object) -> None:
    if speech_json.recognises(file(data)):
        try:
            reading = speech_json.read(file(data))
        except InputError:
            return
        assert all(reading.text[p.start : p.end].strip() for turn in reading.turns for p in turn.view.pieces)
