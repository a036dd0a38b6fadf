"""What a reader of each format gets to read, as text."""

from __future__ import annotations

import io
import zipfile

import docx
import pypdfium2
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def html_text(content: bytes) -> str:
    page = LexborHTMLParser(content)
    assert page.body is not None
    return page.body.text()


def docx_text(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    comments = [comment.text for comment in document.comments]
    body = [paragraph.text for paragraph in document.paragraphs]
    return "\n".join((*body, *cells, *footnotes(content).values(), *comments))


def footnotes(content: bytes) -> dict[str, str]:
    """The text of each footnote by its number in the file."""
    root = part(content, "word/footnotes.xml")
    return {
        note.get(f"{_W}id", ""): "".join(node.text or "" for node in note.iter(f"{_W}t"))
        for note in root.iter(f"{_W}footnote")
        if note.get(f"{_W}type") is None
    }


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def pdf_text(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
