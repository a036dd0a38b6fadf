"""What must hold of every format: the same words, nothing else, whole files, no injection."""

from __future__ import annotations

import getpass
import io
import json
import platform
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from communique.record.errors import InputError
from communique.report.values import Report
from communique.report.writers import FORMATS, render, write
from communique.report.writers.compose import clean, lay_out

from . import reading, samples
from .strategies import REPORTS


def _markdown_text(content: bytes) -> str:
    page = MarkdownIt("commonmark").enable("table").render(content.decode())
    return reading.html_text(f"<body>{page}</body>".encode())


def _json_text(content: bytes) -> str:
    return "\n".join(_strings(json.loads(content)))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [clean(value)]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in _strings(each)]


READERS: dict[str, Callable[[bytes], str]] = {
    "html": reading.html_text,
    "docx": reading.docx_text,
    "pdf": reading.pdf_text,
    "markdown": _markdown_text,
    "json": _json_text,
}


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("report", [samples.varied(), samples.persian()], ids=["varied", "persian"])
def test_the_words_of_every_sentence_and_cited_passage_are_in(format: str, report: Report) -> None:
    text = _letters(READERS[format](render(report, format)))
    layout = lay_out(report)
    texts = [line.text.plain for line in layout.lines()] + [n.text.plain for n in layout.notes]
    for word in re.findall(r"[^\W_]+", " ".join(texts)):
        assert word in text


@pytest.mark.parametrize("format", ["html", "docx", "markdown", "json"])
def test_sentences_read_on_unbroken(format: str) -> None:
    text = _letters(READERS[format](render(samples.varied(), format)))
    for line in lay_out(samples.varied()).lines():
        assert _letters(line.text.plain) in text


@pytest.mark.parametrize("name", ["陆清远", "한서윤", "Әлихан", "Цветков", "نیلوفر", "سلمى"])
@pytest.mark.parametrize("format", FORMATS)
def test_names_can_be_found_in_their_own_script(format: str, name: str) -> None:
    assert name in READERS[format](render(samples.varied(), format))


@pytest.mark.parametrize("format", ["html", "docx", "pdf", "markdown"])
def test_titles_captions_cells_people_and_reasons_are_in(format: str) -> None:
    text = " ".join(READERS[format](render(samples.varied(), format)).split())
    for words in (
        "Report of the 4th Round Table of the Inland Seas Forum",
        "28–29 March 2031, Baku and online",
        "Points of agreement <script>",
        "Levels below the mean of 1990, in metres",
        "Ambassador Tamsin Okoye",
        "Chair of the Board of the Harbour Institute for Inland Seas, Nigeria",
        "session2.srt, cue 88, 0:00:59",
        "“40” is in no cited passage",
    ):
        assert words in text


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_with_nothing_in_it_can_be_written(format: str) -> None:
    assert "Bare" in READERS[format](render(Report(title="Bare"), format))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_report_gives_the_same_bytes(format: str) -> None:
    assert render(samples.varied(), format) == render(samples.varied(), format)


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_of_this_machine_is_in_the_file(format: str) -> None:
    content = _unpacked(render(samples.varied(), format))
    for secret in (getpass.getuser(), platform.node(), str(Path.cwd()), str(Path.home())):
        # very short names occur in any text
        if len(secret) > 4:
            assert secret.encode() not in content
    assert not re.search(rb"Nobody cites this|withheld", content) or format == "json"


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return b"".join(package.read(part) for part in package.infolist())


@pytest.mark.parametrize("format", ["html", "docx", "markdown", "json"])
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(report=REPORTS)
def test_any_report_keeps_its_words(format: str, report: Report) -> None:
    text = _letters(READERS[format](render(report, format)))
    for sentence in report.sentences():
        assert _letters(clean(sentence.text)) in text


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(report=REPORTS)
def test_any_report_can_be_typeset(report: Report) -> None:
    assert render(report, "pdf").startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.html", b"<!doctype html>"),
        ("r.HTM", b"<!doctype html>"),
        ("r.docx", b"PK"),
        ("r.pdf", b"%PDF"),
        ("r.md", b"# A"),
        ("r.json", b"{"),
    ],
)
def test_the_suffix_decides_the_format(tmp_path: Path, name: str, start: bytes) -> None:
    write(Report(title="A"), tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_named_format_beats_the_suffix(tmp_path: Path) -> None:
    write(Report(title="A"), tmp_path / "report.txt", format="markdown")
    assert (tmp_path / "report.txt").read_text() == "# A\n"


@pytest.mark.parametrize("name", ["report", "report.odt", "report.exe.", ".html"])
def test_an_unknown_format_is_named_with_those_we_write(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.html, \.docx, \.pdf, \.md, \.json"):
        write(Report(title="A"), tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "report.md"
    with pytest.raises(InputError, match="nowhere"):
        write(Report(title="A"), target)


def test_a_failed_write_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.md"
    target.write_text("the report of last year")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="No space left on device"):
        write(Report(title="A"), target)
    assert target.read_text() == "the report of last year"
    assert list(tmp_path.iterdir()) == [target]


def test_a_long_file_name_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / f"{'r' * 250}.md"
    write(Report(title="A"), target)
    assert target.exists()


def test_writers_are_imported_only_when_used() -> None:
    script = (
        "import sys, communique.report.writers as w; print({'typst', 'jinja2'} & set(sys.modules))"
    )
    seen = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert seen.stdout.strip() == "set()"
