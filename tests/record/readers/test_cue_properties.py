"""Whatever the dialect and the damage: same words, same speakers, same times, exact places."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.record.readers import (
    akoma_ntoso,
    captions,
    chat,
    labelled,
    parlamint,
    speech_json,
    srt,
    teams_docx,
    webvtt,
)
from communique.record.readers.cleaning import readable
from communique.record.readers.cues import cues_of
from communique.record.readers.raw import RawFile
from communique.record.readers.tally import Tally
from communique.record.reading import Reading

_WORDS = st.sampled_from("we must share water, trade & R&D grow: peace 10:30 “now” 3.5% <tag> вода 和平 3 --> it's".split())
_NAMES = ("Ana Ruiz", "Bo van der Li", "R&D Team", "李明", "stokes")


@dataclass(frozen=True)
class Said:
    speaker: str
    words: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Dialect:
    header: str
    comma: bool
    hours: bool
    numbered: bool
    newline: str
    settings: str
    gap: str
    breaks: bool


_CUES = st.lists(
    st.builds(lambda who, words, start, length: Said(who, tuple(words), start, start + length),
              st.sampled_from(_NAMES), st.lists(_WORDS, min_size=1, max_size=7), st.integers(0, 3_500_000), st.integers(0, 9000)),
    min_size=1, max_size=12)
_DIALECTS = st.builds(
    Dialect, header=st.sampled_from(["WEBVTT", "WEBVTT - x\nKind: captions", "\ufeffWEBVTT", ""]), comma=st.booleans(), hours=st.booleans(),
    numbered=st.booleans(), newline=st.sampled_from(["\n", "\r\n", "\r"]), settings=st.sampled_from(["", " align:start position:0%"]),
    gap=st.sampled_from(["\n\n", "\n\n\n", "\n \n"]), breaks=st.booleans())


def clock(milliseconds: int, dialect: Dialect) -> str:
    rest, ms = divmod(milliseconds, 1000)
    minutes, seconds = divmod(rest, 60)
    hours = "00:" if dialect.hours else ""
    return f"{hours}{minutes:02}:{seconds:02}{',' if dialect.comma else '.'}{ms:03}"


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def voiced(one: Said, dialect: Dialect) -> str:
    glue = "\n" if dialect.breaks else " "
    return f"<v {escaped(one.speaker)}>{escaped(glue.join(one.words))}</v>"


def rendered(cues: list[Said], dialect: Dialect) -> str:
    blocks = [dialect.header] if dialect.header else []
    for number, one in enumerate(cues, 41):
        timing = f"{clock(one.start, dialect)} --> {clock(one.end, dialect)}{dialect.settings}"
        blocks.append((f"{number}\n" if dialect.numbered else "") + f"{timing}\n{voiced(one, dialect)}")
    return (dialect.gap.join(blocks) + "\n").replace("\n", dialect.newline)


def by_word(reading: Reading) -> list[tuple[str | None, str, float | None, float | None]]:
    return [(turn.speaker, word, piece.start_at, piece.end_at)
            for turn in reading.turns for piece in turn.view.pieces for word in piece.text.split()]


@settings(max_examples=200, deadline=None)
@given(_CUES, _DIALECTS)
def test_every_word_keeps_its_speaker_and_its_times(cues: list[Said], dialect: Dialect) -> None:
    file = RawFile("x.vtt", rendered(cues, dialect).encode())
    reading = webvtt.read(file)
    assert by_word(reading) == [(one.speaker, word, one.start / 1000, one.end / 1000) for one in cues for word in one.words]
    assert not reading.notices
    assert reading.text == file.text


@settings(max_examples=200, deadline=None)
@given(_CUES, _DIALECTS)
def test_every_piece_stands_where_it_says(cues: list[Said], dialect: Dialect) -> None:
    reading = webvtt.read(RawFile("x.vtt", rendered(cues, dialect).encode()))
    pieces = [piece for turn in reading.turns for piece in turn.view.pieces]
    assert [readable(reading.text[piece.start : piece.end]) for piece in pieces] == [piece.text for piece in pieces]
    assert all(one.end <= two.start for one, two in pairwise(pieces))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Ana Ruiz", "BO LI", "stokes", "Ana (Besu)"]), st.lists(st.sampled_from(
    "we must share water, trade grow: peace 10:30".split()), min_size=1, max_size=6)), min_size=5, max_size=20))
def test_labels_in_every_cue_give_every_word_to_its_speaker(spoken: list[tuple[str, list[str]]]) -> None:
    text = "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{name}: {' '.join(words)}\n\n" for n, (name, words) in enumerate(spoken, 1))
    found = [(speaker, word) for speaker, word, _, _ in by_word(srt.read(RawFile("x.srt", text.encode())))]
    assert found == [(name, word) for name, words in spoken for word in words]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["00:01.000 --> 00:02.000", "00:01.0x --> 2", "7", "word", "two words", "and three words", "", " ", "NOTE aside", "<v Ana>hm", "</v>", "-->"]),
                max_size=25))
def test_no_word_of_a_damaged_file_is_lost_in_silence(lines: list[str]) -> None:
    text = "00:00.000 --> 00:01.000\nstart\n" + "\n".join(lines)
    tally = Tally(text)
    cues = cues_of(text, tally, comments=False)
    kept = [text[start:end].strip() for cue in cues for start, end in cue.lines]
    kept += [cue.identifier for cue in cues if cue.identifier]
    timings = [line for line in lines if "00:01.0" in line]
    expected = ["start", *(line.strip() for line in lines if line.strip() and line not in timings)]
    assert sorted(kept) == sorted(expected)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]) | st.sampled_from("\n\r\t :->[](){}\"01"), max_size=200))
def test_no_text_is_too_strange_to_recognise(text: str) -> None:
    file = RawFile("x", text.encode("utf-8-sig"))
    readers = (webvtt, srt, chat, captions, labelled, speech_json, akoma_ntoso, parlamint, teams_docx)
    assert all(reader.recognises(file) in (True, False) for reader in readers)
