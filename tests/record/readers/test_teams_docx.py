from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from communique.record.errors import InputError
from communique.record.readers import teams_docx
from communique.record.readers.raw import RawFile
from communique.record.values import SourceKind

from .making import docx_of
from .transcripts import counts, said, times, written

# the smallest picture there is: one white point
_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f00010101"
    "001bb6ee560000000049454e44ae426082")


@pytest.mark.parametrize("paragraphs", [
    ("0:0:0.0 --> 0:0:1.510\nAna Ruiz\nWe begin.", "0:0:2.0 --> 0:0:3.500\nBo Li\nI agree\nwith that."),
    ("0:0:0.0 --> 0:0:1.510", "Ana Ruiz", "We begin.", "0:0:2.0 --> 0:0:3.500", "Bo Li", "I agree", "with that."),
])
def test_times_name_and_words_make_a_turn(paragraphs: tuple[str, ...]) -> None:
    file = docx_of(*paragraphs)
    reading = teams_docx.read(file)
    assert teams_docx.recognises(file)
    assert said(reading) == [("Ana Ruiz", "We begin."), ("Bo Li", "I agree with that.")]
    assert times(reading) == [(0.0, 1.51), (2.0, 3.5), (2.0, 3.5)]
    assert written(reading) == ["We begin.", "I agree", "with that."]


def test_headers_with_a_time_make_turns_and_the_rest_is_no_speech() -> None:
    file = docx_of("Round table", "12 May 2024, 10:00AM", "1h 2m 3s", "Ana Ruiz started transcription",
                   "Ana Ruiz   0:03\nWe begin: now.", "Bo Li   1:10\nI agree.", "Bo Li stopped transcription")
    reading = teams_docx.read(file)
    assert teams_docx.recognises(file)
    assert said(reading) == [("Ana Ruiz", "We begin: now."), ("Bo Li", "I agree.")]
    assert times(reading) == [(3.0, None), (70.0, None)]
    assert [block.view.text for block in reading.blocks][::4] == ["Round table", "Bo Li stopped transcription"]


def test_where_names_are_withheld_no_words_become_names() -> None:
    reading = teams_docx.read(docx_of("0:0:0.0 --> 0:0:1.5", "we begin with water", "0:0:2.0 --> 0:0:3.5", "and go on", "to trade"))
    assert said(reading) == [(None, "we begin with water and go on to trade")]
    assert reading.kind is SourceKind.CAPTIONS


def test_words_without_a_name_among_named_ones_are_kept_as_nobodys() -> None:
    reading = teams_docx.read(docx_of("0:0:0.0 --> 0:0:1.5", "Ana Ruiz", "We begin.", "0:0:2.0 --> 0:0:3.5", "Who am I?"))
    assert said(reading) == [("Ana Ruiz", "We begin."), (None, "Who am I?")]


def test_a_paragraph_that_begins_with_a_picture_keeps_its_words(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("0:03", "0:10"):
        paragraph = document.add_paragraph()
        paragraph.add_run().add_picture(io.BytesIO(_DOT))
        paragraph.add_run(f"Ana Ruiz   {line}")
        document.add_paragraph("We begin.")
    document.save(str(tmp_path / "a.docx"))
    file = RawFile("a.docx", (tmp_path / "a.docx").read_bytes())
    assert teams_docx.recognises(file)
    assert said(teams_docx.read(file)) == [("Ana Ruiz", "We begin. We begin.")]


def test_broken_times_cost_no_words() -> None:
    reading = teams_docx.read(docx_of("0:0:0.0 --> 0:0:1.5\nAna Ruiz\nOne.", "0:0:2.x --> 0:0:3.5\nAna Ruiz\nTwo.",
                                      "0:0:4.0 --> 0:0:5.0\nBo Li\nThree."))
    assert said(reading) == [("Ana Ruiz", "One. Two."), ("Bo Li", "Three.")]
    assert counts(reading) == {"bad-timing": 1}


@pytest.mark.parametrize("paragraphs", [
    ("A report.", "It met at 10:30 and said: yes."),
    ("Programme", "Session One  10:30", "Ana Ruiz  11:30", "Session Two  12:30", "Lunch", "Tea"),
    ("Ana Ruiz: We begin.", "Bo Li: I agree."),
])
def test_other_documents_are_not_teams_transcripts(paragraphs: tuple[str, ...]) -> None:
    assert not teams_docx.recognises(docx_of(*paragraphs))


def test_text_and_broken_archives_are_not_recognised() -> None:
    assert not teams_docx.recognises(RawFile("a.docx", b"PK\x03\x04 word/document.xml"))
    assert not teams_docx.recognises(RawFile("a.docx", b"0:0:0.0 --> 0:0:1.5"))


def test_a_transcript_without_speech_is_an_error() -> None:
    with pytest.raises(InputError, match="no speech"):
        teams_docx.read(docx_of("0:0:0.0 --> 0:0:1.5", "0:0:2.0 --> 0:0:3.5"))
