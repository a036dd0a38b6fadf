"""PDF: printed lines back to paragraphs, without the furniture of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
from pypdfium2 import raw as pdfium_c

from communique.record.errors import InputError
from communique.record.reading import Reading
from communique.record.values import Notice, SourceKind

from .headings import marker
from .lines import Line
from .pdf_lines import PageLine, PageText, pages_of
from .prose import Prose, prose_from
from .raw import RawFile
from .seams import is_open
from .statement import classified

_MAGIC = b"%PDF-"
_MOST_PAGES, _MOST_CHARACTERS = 3000, 20_000_000
_GAP = 1.6
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[-–—|\s]*(?:page|p\.|стр\.?|第)?\s*#(?:\s*(?:of|/|из|页|de)\s*#?)?[-–—|\s]*", re.IGNORECASE)
_UNMAPPED = re.compile(r"[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f]")


def recognises(raw: RawFile) -> bool:
    return _MAGIC in raw.data[:1024]


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when it is encrypted, damaged, or holds pictures of text only."""
    pages = _pages(raw)
    _check_text(raw, pages)
    lines, furniture = _without_furniture(pages)
    text, prose = _prose(lines)
    notices = (*_furniture_notice(furniture), *_empty_notice(pages), *prose.notices)
    return classified(Reading(kind=SourceKind.REPORT, format="pdf", text=text,
                              blocks=prose.blocks, notices=notices))


def _pages(raw: RawFile) -> list[PageText]:
    document = _open(raw)
    pages: list[PageText] = []
    characters = 0
    try:
        if len(document) > _MOST_PAGES:
            raise InputError(f"the document has {len(document):,} pages; {_MOST_PAGES:,} are read at most",
                             file=raw.name, remedy="Split it, and give the part that reports the meeting.")
        for page in pages_of(document):
            characters += sum(len(line.text) for line in page.lines)
            _check_length(characters, raw, page)
            pages.append(page)
    except pdfium.PdfiumError as error:
        raise _damaged(raw, f"page {len(pages) + 1}") from error
    finally:
        document.close()
    return pages


def _open(raw: RawFile) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(raw.data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise InputError("the PDF is encrypted", file=raw.name,
                             remedy="Open it with its password and save a copy without one.") from error
        raise _damaged(raw, None) from error


def _damaged(raw: RawFile, place: str | None) -> InputError:
    return InputError("the PDF is damaged or incomplete", file=raw.name, place=place,
                      remedy="Download or export it again.")


def _check_length(characters: int, raw: RawFile, page: PageText) -> None:
    if characters > _MOST_CHARACTERS:
        raise InputError(f"the document holds more than {_MOST_CHARACTERS:,} characters", file=raw.name,
                         place=f"page {page.number}", remedy="Split it into parts.")


def _check_text(raw: RawFile, pages: Sequence[PageText]) -> None:
    written = "".join(line.text for page in pages for line in page.lines)
    if not any(map(str.isalnum, written)):
        scanned = next((page.number for page in pages if page.images), 1)
        raise InputError("the page is a picture: the PDF holds no text", file=raw.name,
                         place=f"page {scanned}", remedy="Recognise its text (OCR) first, then read the result.")
    if len(_UNMAPPED.findall(written)) > 0.2 * len(written):
        raise InputError("the fonts of the PDF do not say which letters they show", file=raw.name,
                         remedy="Recognise its text (OCR), or ask for the document it was made from.")


def _without_furniture(pages: Sequence[PageText]) -> tuple[list[PageLine], int]:
    """Lines that stand at the same height of several pages, numbers apart, belong to the page."""
    counts = Counter(key for page in pages for key in {_place(line) for line in _edges(page)})
    kept: list[PageLine] = []
    furniture = 0
    for page in pages:
        edges = {id(line) for line in _edges(page) if counts[_place(line)] > 1 or _is_number(line)}
        furniture += len(edges)
        kept.extend(line for line in page.lines if id(line) not in edges)
    return kept, furniture


def _edges(page: PageText) -> list[PageLine]:
    """Up to three lines at the top and at the bottom that white space sets off from the body."""
    ordered = sorted(page.lines, key=lambda line: line.bottom)
    return _set_off(ordered) + _set_off(ordered[::-1])


def _set_off(ordered: Sequence[PageLine]) -> list[PageLine]:
    widest = 0
    for count, (outer, inner) in enumerate(pairwise(ordered[:4]), 1):
        if abs(inner.bottom - outer.bottom) > _GAP * min(outer.size, inner.size):
            widest = count
    return list(ordered[:widest])


def _place(line: PageLine) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.bottom / 3)


def _is_number(line: PageLine) -> bool:
    return bool(_NUMBER.fullmatch(_DIGITS.sub("#", line.text, count=2)))


def _prose(lines: Sequence[PageLine]) -> tuple[str, Prose]:
    """The text, a form feed between two pages, and its blocks."""
    parts: list[str] = []
    paragraphs: list[list[Line]] = []
    at, page = 0, lines[0].page
    for printed in _paragraphs(lines):
        gap = "" if not parts else "\n\f" if printed[0].page != page else "\n\n"
        at, page = at + len(gap), printed[-1].page
        placed = _placed(printed, at)
        parts += [gap, "\n".join(line.text for line in placed)]
        paragraphs.append(placed)
        at = placed[-1].end
    text = "".join(parts)
    return text, prose_from(text, paragraphs, _headings(lines))


def _placed(printed: Sequence[PageLine], at: int) -> list[Line]:
    placed: list[Line] = []
    for line in printed:
        placed.append(Line(at, at + len(line.text), line.text))
        at += len(line.text) + 1
    return placed


def _headings(lines: Sequence[PageLine]) -> frozenset[str]:
    """What is set larger than the body, or wholly in bold, and stands on a line of its own."""
    body = median(line.size for line in lines)
    heavy = sum(line.heavy for line in lines) < 0.4 * len(lines)
    return frozenset(line.text for line in lines
                     if line.size > 1.12 * body or (heavy and line.heavy and is_open(line.text)))


def _paragraphs(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    pitch = _pitch(lines)
    edges = _right_edges(lines)
    paragraph = [lines[0]]
    for line, following in pairwise(lines):
        if _ends(line, following, pitch, edges[_column(line)]):
            yield paragraph
            paragraph = []
        paragraph.append(following)
    yield paragraph


def _pitch(lines: Sequence[PageLine]) -> float:
    """The usual distance from one line to the next, in line heights."""
    steps = [(line.bottom - following.bottom) / max(line.size, 1.0) for line, following in pairwise(lines)
             if line.page == following.page and 0.5 * line.size < line.bottom - following.bottom < 3 * line.size]
    return median(steps) if steps else 1.2


def _right_edges(lines: Sequence[PageLine]) -> dict[tuple[int, int], float]:
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        key = _column(line)
        edges[key] = max(edges.get(key, 0.0), line.right)
    return edges


def _column(line: PageLine) -> tuple[int, int]:
    return line.page, round(line.left / 150)


def _ends(line: PageLine, following: PageLine, pitch: float, edge: float) -> bool:
    """Whether a paragraph ends with ``line``; ``edge`` is where its column ends on the right."""
    step = (line.bottom - following.bottom) / max(line.size, 1.0)
    if line.page != following.page or step < -0.5 or step > 1.3 * pitch:
        return True
    if not 0.85 < line.size / max(following.size, 0.1) < 1.18 or marker(following.text)[0]:
        return True
    if following.left - line.left > 0.8 * line.size and not is_open(line.text):
        return True
    fits = line.right + following.opening + 0.3 * line.size < edge
    return fits and not (is_open(line.text) and following.text[0].islower())


def _furniture_notice(lines: int) -> tuple[Notice, ...]:
    if not lines:
        return ()
    return (Notice(code="page-furniture", count=lines,
                   message="page numbers and running headers or footers were left out"),)


def _empty_notice(pages: Sequence[PageText]) -> tuple[Notice, ...]:
    scanned = [page.number for page in pages if page.images]
    if not scanned:
        return ()
    listed = ", ".join(map(str, scanned[:20]))
    return (Notice(code="page-without-text", count=len(scanned), place=f"page {listed}",
                   message="a page is a picture without text: recognise it (OCR) if it matters"),)
