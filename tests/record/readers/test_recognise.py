"""A file is what its content says; its name matters only where the content is silent."""

import subprocess
import sys

import pytest

from communique.record.errors import InputError
from communique.record.readers import RawFile, read_raw

from .making import WORDS, docx_of, pdf_of, text, xlsx_of, zip_of

REPORT = f"Report\n\n{WORDS}"
PEOPLE = "Name,Country\nMarit Solheim,Norway\n"
PAGE = f"<!doctype html><html><body><p>{WORDS}</p></body></html>"


@pytest.mark.parametrize(
    ("raw", "read_as"),
    [
        (text(REPORT, "a.txt"), "text"), (text(REPORT, "a"), "text"), (text(REPORT, "a.md"), "markdown"),
        (text(PAGE, "a.html"), "html"), (docx_of(WORDS, name="a.docx"), "docx"),
        (RawFile("a.pdf", pdf_of(WORDS)), "pdf"), (text(PEOPLE, "a.csv"), "csv"),
        (xlsx_of([["Name"], ["Ana"]], name="a.xlsx"), "xlsx"), (text("[edition]\nnumber = 5", "a.toml"), "toml"),
    ],
)  # fmt: skip
def test_every_document_format_is_recognised_without_complaint(raw: RawFile, read_as: str) -> None:
    reading = read_raw(raw)

    assert reading.format == read_as
    assert reading.notices == ()


@pytest.mark.parametrize(
    ("raw", "read_as"),
    [
        (docx_of(WORDS, name="a.pdf"), "docx"), (RawFile("a.docx", pdf_of(WORDS)), "pdf"),
        (text(PAGE, "a.txt"), "html"), (text(PEOPLE, "a.md"), "csv"), (text("[edition]\nnumber = 5", "a.csv"), "toml"),
        (RawFile("a.txt", pdf_of(WORDS)), "pdf"),
    ],
)  # fmt: skip
def test_a_wrong_suffix_is_tolerated_and_told(raw: RawFile, read_as: str) -> None:
    reading = read_raw(raw)

    assert reading.format == read_as
    assert [notice.code for notice in reading.notices] == ["wrong-suffix"]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.vtt", "a.json", "a.xml", "a.csv", "a.xlsx", "a.toml"])
def test_prose_under_a_name_that_promises_structure_is_refused_naming_both(name: str) -> None:
    with pytest.raises(InputError, match=rf"ends in \.{name[2:]}.*but the content looks like plain text"):
        read_raw(text(REPORT, name))


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"", "a.txt", "empty"), (b"\xef\xbb\xbf\r\n", "a.txt", "empty"), (b"  \n\n", "a.vtt", "empty"),
        (b"\0" * 5000, "a.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "a.txt", "picture.*OCR"), (b"\xff\xd8\xff\xe0" + b"\0" * 40, "a.pdf", "picture"),
        (b"ID3\x04\0\0\0\0" + b"\1" * 40, "a.mp3", "sound or video.*transcript"), (b"OggS" + b"\0" * 40, "a.txt", "sound"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "a.wav", "sound"), (b"\0\0\0\x20ftypisom" + b"\0" * 40, "a.mp4", "sound"),
        (b"\x1aE\xdf\xa3" + b"\1" * 40, "a.webm", "sound"), (b"\xff\xfb\x90\x44" + b"\2" * 40, "a.mp3", "sound"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "old binary Office.*DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted.*password"),
        (b"{\\rtf1\\ansi words}", "a.rtf", "RTF.*DOCX"),
        (zip_of({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "a.odt", "OpenDocument.*DOCX"),
        (zip_of({"[Content_Types].xml": b"<x/>", "ppt/presentation.xml": b"<x/>"}), "a.pptx", "presentation.*PDF"),
        (b"7z\xbc\xaf\x27\x1c" + b"\0" * 40, "a.7z", "archive.*ZIP"), (b"\x1f\x8b\x08" + b"\0" * 40, "a.gz", "archive"),
        (bytes(range(256)) * 40, "a.txt", "not text"),
        (b'{"segments": [{"text": "hel', "a.json", "JSON.*cut off"), (b'<?xml version="1.0"?><akomaNtoso><deb', "a.xml", "XML"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">]><a>&a;</a>', "a.xml", "entities"),
        ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">]><a>&a;</a>'.encode("utf-16"), "a.xml", "entities"),
        (docx_of(WORDS).data[:4000], "a.docx", "damaged or incomplete"),
        (zip_of({"a.txt": b"words"}), "a.docx", r"ends in \.docx.*archive"),
        (zip_of({"word/document.xml": b"<a>" * 2_000_000}), "a.docx", "refused.*grow"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_it_is_and_what_to_do(data: bytes, name: str, problem: str) -> None:
    with pytest.raises(InputError, match=rf"(?s)^{name}.*{problem}") as raised:
        read_raw(RawFile(name, data))
    assert raised.value.remedy.endswith((".", ").", "."))


def test_an_assumed_encoding_and_damage_are_told() -> None:
    russian = "Отчёт\n\nПётр Самарин отметил, что без доверия договоры не живут."

    assumed = read_raw(text(russian, "a.txt", "cp1251"))
    damaged = read_raw(RawFile("a.txt", russian.encode() + b"\xff"))

    assert [(notice.code, "cp1251" in notice.message) for notice in assumed.notices] == [("assumed-encoding", True)]
    assert [notice.code for notice in damaged.notices] == ["damaged-characters"]


def test_heavy_libraries_are_loaded_only_when_a_file_needs_them() -> None:
    code = ("import sys, communique.record.readers as r; r.read_raw(r.RawFile('a.txt', b'The meeting took place.'));"
            "print([m for m in ('openpyxl', 'docx', 'lxml', 'pypdfium2') if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
