"""The lines of a PDF's pages, with where each stands on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw as pdfium_c

_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_SPACES = " \t\u00a0\u00ad\ufffe\x00\x02"
_UNPRINTABLE = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\uffff]")
HYPHENS = "\ufffe\u00ad\x02"


@dataclass(frozen=True, slots=True)
class PageLine:
    """One printed line; lengths in points, measured from the page's lower left corner.

    ``opening`` is the width of its first word: whether it would have fitted on the line before.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    opening: float
    heavy: bool


@dataclass(frozen=True)
class PageText:
    """``images`` tells a scanned page from an empty one."""

    number: int
    lines: tuple[PageLine, ...]
    images: bool


def pages_of(document: pdfium.PdfDocument) -> Iterator[PageText]:
    """Each page in turn. Raises ``PdfiumError`` where a page is damaged."""
    for index in range(len(document)):
        page = document[index]
        try:
            lines = tuple(_lines(page, index + 1))
            images = not lines and _has_images(page)
        finally:
            page.close()
        yield PageText(index + 1, lines, images)


def _has_images(page: pdfium.PdfPage) -> bool:
    return any(page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def _lines(page: pdfium.PdfPage, number: int) -> Iterator[PageLine]:
    textpage = page.get_textpage()
    try:
        for found in _LINE.finditer(_text(textpage)):
            line = _line(textpage, found, number)
            if line is not None:
                yield line
    finally:
        textpage.close()


def _text(textpage: pdfium.PdfTextPage) -> str:
    """One character of the string to one of the page, so that boxes can be asked for."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range() if count else ""
    if len(text) != count:
        codes = (pdfium_c.FPDFText_GetUnicode(textpage, index) for index in range(count))
        text = "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)
    return _UNPRINTABLE.sub(" ", text)


def _line(textpage: pdfium.PdfTextPage, found: re.Match[str], number: int) -> PageLine | None:
    text = found[0]
    bare = text.strip(_SPACES)
    if not bare:
        return None
    first = found.start() + text.index(bare)
    left, bottom, _, top = textpage.get_charbox(first, loose=True)
    last = first + len(bare) - 1
    right = textpage.get_charbox(last, loose=True)[2]
    word = first + len(bare.split()[0]) - 1
    shown = bare + ("\u00ad" if text.rstrip(" ").endswith(tuple(HYPHENS)) else "")
    return PageLine(shown, number, left, right, bottom, top - bottom,
                    textpage.get_charbox(word, loose=True)[2] - left,
                    _is_heavy(textpage, first) and _is_heavy(textpage, last))


def _is_heavy(textpage: pdfium.PdfTextPage, index: int) -> bool:
    weight: int = pdfium_c.FPDFText_GetFontWeight(textpage, index)
    return weight >= 600
