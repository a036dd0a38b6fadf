"""Whatever is done to a file, it is read or refused: no other error, and nothing without end."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.record.errors import InputError
from communique.record.readers import RawFile, read_raw

from .making import WORDS, docx_of, pdf_of, text, xlsx_of

SEEDS: dict[str, RawFile] = {
    "txt": text(f"# Report\n\nStatement by Dr. Ana Duarte, Rector\n\nExcellencies,\n\n{WORDS}\n\f\nPage 2\n\n{WORDS}", "a.txt"),
    "cp1251": text("Отчёт\n\nПётр Самарин отметил, что договоры не живут.", "a.txt", "cp1251"),
    "gb18030": text("会议纪要\n\n林若海院长认为，互信需要时间。", "a.txt", "gb18030"),
    "utf16": text(WORDS, "a.txt", "utf-16"),
    "md": text(f"---\ntitle: A\n---\n# A\n\n| a | b |\n|---|---|\n| c | d |\n\n**x** [y](z)\n\n{WORDS}", "a.md"),
    "html": text(f"<!doctype html><html><body><nav>n</nav><h1>A</h1><p>{WORDS}</p><ul><li>b</ul></body></html>", "a.html"),
    "csv": text("Name;Post\nAna Duarte;\"Rector\"\nBo Lind;Envoy\n", "a.csv"),
    "toml": text('[edition]\nnumber = 5\n[[session]]\ntitle = "A"\n[[participant]]\nname = "Ana"\n', "a.toml"),
    "docx": docx_of(("Title", "A"), WORDS, ("List Bullet", "b"), name="a.docx"),
    "xlsx": xlsx_of([["Name", "Post"], ["Ana", "Rector"]], name="a.xlsx"),
    "pdf": RawFile("a.pdf", pdf_of(f"= A\n\n{WORDS}\n- b\n")),
    "vtt": text("WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ana Duarte>Hello &amp; welcome</v>\n\n2\n00:02,5 --> 00:03\nBo: Yes.\n", "a.vtt"),
    "srt": text("1\n00:00:01,000 --> 00:00:02,000\nAna: Hello\n\n2\n00:00:02,000 --> 00:00:03,000\nYes.\n", "a.srt"),
    "json": text('{"segments": [{"start": 0.0, "end": 1.5, "text": "Hello", "speaker": "A", "words": []}]}', "a.json"),
    "akn": text('<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><debateBody>'
                '<debateSection><speech by="#a"><from>Ana</from><p>Hello.</p></speech></debateSection></debateBody></debate>'
                '</akomaNtoso>', "a.xml"),
    "tei": text('<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><u who="#a"><seg>Hello.</seg>'
                '</u></div></body></text></TEI>', "a.xml"),
    "labelled": text("Chair: Welcome.\n\nAna Duarte: Thank you.\n\nChair: The floor is yours, Ana.\n\nAna Duarte: Well.\n", "a.txt"),
}  # fmt: skip


def cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def flip(data: bytes, rng: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def splice(data: bytes, rng: random.Random) -> bytes:
    at, length = rng.randrange(len(data)), rng.randint(1, 200)
    return data[:at] + data[at : at + length] * rng.randint(0, 4) + data[at + rng.randrange(length) :]


def insert(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    noise = rng.choice([b"\0" * 9, b"\xff" * 9, b"<" * 99, b"[" * 2000, b"\n\f\n", b'"', b"&a;", b"\xef\xbb\xbf", b"9" * 400])
    return data[:at] + noise + data[at:]


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (cut, flip, splice, insert)


def read_or_refuse(raw: RawFile) -> None:
    try:
        reading = read_raw(raw)
    except InputError as error:
        assert error.file == raw.name
        assert error.remedy
        return
    for block in reading.blocks:
        start, end = block.view.span()
        assert 0 <= start <= end <= len(reading.text)
    for turn in reading.turns:
        assert not turn.view.pieces or turn.view.span()[1] <= len(reading.text)


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), mutation=st.sampled_from(MUTATIONS))
def test_a_damaged_file_is_read_or_refused(name: str, seed: int, mutation: Callable[[bytes, random.Random], bytes]) -> None:
    raw = SEEDS[name]
    read_or_refuse(RawFile(raw.name, mutation(raw.data, random.Random(seed))))


@pytest.mark.parametrize("name", SEEDS)
def test_every_length_of_a_cut_file_is_read_or_refused(name: str) -> None:
    raw = SEEDS[name]
    for length in range(0, len(raw.data), max(1, len(raw.data) // 60)):
        read_or_refuse(RawFile(raw.name, raw.data[:length]))


@pytest.mark.parametrize(
    "pattern",
    ["aaa bbb ccc ddd\n\n", "Abc def ghi jkl mno\n\nand\n\n", "*a ", "_a_ ", "-", "1\n\n", "[", "<a ", "<p>", "“", '"', "a,", "a.b.",
     "中", "ab-\ncd ", "A B: c\n", "Aaaa ", "Mr. ", "Statement by ", "Dear ", "| a ", "(of the ", "[x](", "=\n", "\f", "https://"],
)  # fmt: skip
def test_repetition_costs_no_more_than_its_length(pattern: str) -> None:
    """A rule that looks back over all it has read would not come to an end here."""
    read_or_refuse(RawFile("a.txt", (pattern * (300_000 // len(pattern))).encode()))


@given(st.binary(min_size=1, max_size=4000), st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.csv", "a.vtt", "a"]))
def test_noise_is_read_or_refused(data: bytes, name: str) -> None:
    read_or_refuse(RawFile(name, data))
