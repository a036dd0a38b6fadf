"""The Word document: styles, fields, footnotes and comments that a secretary can work with."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from lxml import etree

from communique.report.values import Report
from communique.report.writers.docx import render

from . import samples
from .reading import footnotes, part
from .strategies import REPORTS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def _content() -> bytes:
    return render(samples.varied())


@cache
def _document() -> Document:
    return docx.Document(io.BytesIO(_content()))


def _styled(style: str) -> list[str]:
    return [p.text for p in _document().paragraphs if p.style and p.style.name == style]


def test_the_structure_is_in_styles() -> None:
    assert _styled("Title") == ["Low Water: Navigation, Data and Fairness on Inland Seas"]
    assert _styled("Subtitle") == ["Report of the 4th Round Table of the Inland Seas Forum"]
    assert _styled("Heading 1")[:2] == ["The round table", "The discussion"]
    assert _styled("Heading 2") == ["Data, and who keeps it: 陆清远 and نیلوفر پارسا‌نژاد\u200e"]
    assert _styled("Annex Heading") == ["Participants"]
    assert _styled("Heading 3")[0] == "Ambassador Tamsin Okoye"
    assert _styled("List Bullet")[0] == "Share levels daily."
    assert len(_styled("List Number")) == len(samples.HOSTILE)
    assert [table.style.name for table in _document().tables if table.style] == ["Report Table"] * 2


def test_every_style_and_note_and_comment_that_is_used_exists() -> None:
    styles = {node.get(f"{_W}styleId") for node in part(_content(), "word/styles.xml").iter(f"{_W}style")}  # fmt: skip
    for name in ("word/document.xml", "word/footnotes.xml", "word/comments.xml", "word/header.xml"):
        root = part(_content(), name)
        used = {n.get(f"{_W}val") for tag in ("pStyle", "rStyle", "tblStyle") for n in root.iter(f"{_W}{tag}")}  # fmt: skip
        assert used <= styles, name
    body = part(_content(), "word/document.xml")
    cited = [n.get(f"{_W}id") for n in body.iter(f"{_W}footnoteReference")]
    assert cited == list(footnotes(_content()))


def test_each_cited_sentence_has_a_footnote_with_its_passages_in_full() -> None:
    notes = footnotes(_content())
    assert notes["2"] == (
        " Tamsin Okoye, opening.vtt, cue 14, 0:12:34: "
        "Ferries must run in winter, or the islands are cut off for 11 weeks."
    )
    assert "我们建议在三年内" in notes["6"]
    assert "수위 자료는" in notes["6"]
    assert "1" not in notes


def test_what_an_editor_must_look_at_is_a_comment_without_a_time() -> None:
    (comment,) = list(_document().comments)
    assert comment.text == "“40” is in no cited passage\nthe speaker is not named"
    assert comment.timestamp is None


def test_the_contents_are_a_field_that_already_reads_right() -> None:
    instructions = [n.text for n in part(_content(), "word/document.xml").iter(f"{_W}instrText")]
    assert any('TOC \\o "1-2"' in (text or "") for text in instructions)
    assert _styled("toc 1") == [
        "1  The round table",
        "2  The discussion",
        "3  Main points of the participants",
        "4  Points of agreement <script>",
        "Annex A  Participants",
    ]


def test_properties_name_the_report_and_nobody() -> None:
    properties = _document().core_properties
    assert properties.title == "Low Water: Navigation, Data and Fairness on Inland Seas"
    assert properties.language == "en"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created is None
    assert properties.modified is None


def test_runs_say_their_script_direction_and_language() -> None:
    runs = {
        "".join(node.text or "" for node in run.iter(f"{_W}t")): run.find(f"{_W}rPr")
        for run in part(_content(), "word/document.xml").iter(f"{_W}r")
    }
    persian = runs["دکتر نیلوفر پارسا‌نژاد"]
    assert persian is not None
    assert persian.find(f"{_W}rtl") is not None
    assert _value(persian, "lang", "bidi") == "fa-IR"
    korean = runs["한서윤"]
    assert korean is not None
    assert _value(korean, "lang", "eastAsia") == "ko-KR"
    assert _value(korean, "rFonts", "eastAsia") == "Malgun Gothic"
    cyrillic = runs["Борис Цветков"]
    assert cyrillic is not None
    assert cyrillic.find(f"{_W}noProof") is not None


def _value(properties: etree._Element, name: str, attribute: str) -> str | None:
    node = properties.find(f"{_W}{name}")
    return None if node is None else node.get(f"{_W}{attribute}")


def test_a_quoted_persian_passage_is_a_paragraph_from_right_to_left() -> None:
    notes = part(_content(), "word/footnotes.xml")
    turned = [p for p in notes.iter(f"{_W}p") if p.find(f"{_W}pPr/{_W}bidi") is not None]
    assert any("بدون داده" in "".join(t.text or "" for t in p.iter(f"{_W}t")) for p in turned)


def test_each_numbered_list_starts_at_one() -> None:
    agreement = next(s for s in samples.varied().sections if s.id == "agreement")
    content = render(Report(title="t", sections=(agreement, agreement)))
    body = part(content, "word/document.xml")
    used = {n.get(f"{_W}val") for n in body.iter(f"{_W}numId")}
    numbering = part(content, "word/numbering.xml")
    restarted = {
        num.get(f"{_W}numId")
        for num in numbering.iter(f"{_W}num")
        if list(num.iter(f"{_W}startOverride"))
    }
    assert len(used) == 2
    assert used <= restarted


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(REPORTS)
def test_every_part_of_any_document_is_well_formed(report: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(render(report))) as package:
        assert package.testzip() is None
        for name in package.namelist():
            etree.fromstring(package.read(name))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice to open the document")
def test_libreoffice_opens_it_and_sees_footnotes_and_contents(tmp_path: Path) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(_content())
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
         "--convert-to", "fodt", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    flat = (tmp_path / "report.fodt").read_text("utf-8")
    assert flat.count('text:note-class="footnote"') >= len(footnotes(_content()))
    assert "<text:table-of-content" in flat
    assert "<office:annotation" in flat
