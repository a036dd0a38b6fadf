"""Markdown that renders as the report reads."""

from __future__ import annotations

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from communique.report.values import Bullets, Paragraph, Report, Section, SectionKind
from communique.report.writers.markdown import render

from . import samples


def _lines() -> list[str]:
    return render(samples.varied()).decode().splitlines()


def test_sentences_cite_passages_as_footnotes() -> None:
    assert any("Speakers weighed winter ferries.[^1][^2]" in line for line in _lines())
    note = next(line for line in _lines() if line.startswith("[^3]: "))
    assert (
        note
        == "[^3]: **한서윤**, session2.srt, cue 88, 0:00:59: 수위 자료는 매일 공개되어야 합니다."
    )


def test_every_note_that_is_cited_is_there_once() -> None:
    definitions = [line.split("]")[0] + "]" for line in _lines() if line.startswith("[^")]
    assert definitions == [f"[^{number}]" for number in range(1, 9)]


def test_hostile_text_is_neither_markup_nor_link() -> None:
    page = LexborHTMLParser(MarkdownIt("commonmark", {"html": True}).render("\n".join(_lines())))
    assert not page.css("script, img, a[href^=javascript]")
    headings = [node.text() for node in page.css("h1, h2, h3")]
    assert "heading" not in headings
    items = [node.text() for node in page.css("ol > li")]
    assert "# heading[^1]" in items
    assert "1. not a list[^1]" in items


def test_a_paragraph_cannot_open_a_list_or_heading() -> None:
    texts = ("# heading", "+ plus", "12) twelve", "=== rule", "--- rule", "> quoted", "    code")
    blocks = tuple(Paragraph(sentences=(samples.sentence(1, text),)) for text in texts)
    section = Section(id="s", kind=SectionKind.DISCUSSION, title="S", blocks=(*blocks, Bullets(items=blocks)))  # fmt: skip
    report = Report(title="T", sections=(section,))
    page = LexborHTMLParser(MarkdownIt().render(render(report).decode()))
    assert [node.text() for node in page.css("h1, h2")] == ["T", "1 S"]
    assert not page.css("pre, blockquote, hr, ol")
    assert [node.text().strip() for node in page.css("p")] == [text.strip() for text in texts]
    assert len(page.css("ul > li")) == len(texts)
