"""Files of every document format, made on the spot: no binary lies in the repository."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache

import docx
import openpyxl
import typst

from communique.record.readers import RawFile

WORDS = (
    "Marit Solheim, Director of the Fjord Institute, believes that patient dialogue builds trust. "
    "She added that small steps count. "
)


def text(content: str, name: str = "report.txt", encoding: str = "utf-8") -> RawFile:
    return RawFile(name, content.encode(encoding))


def docx_of(*paragraphs: str | tuple[str, str], name: str = "report.docx", header: str = "") -> RawFile:
    """Paragraphs, each a text or a (style, text) pair."""
    document = docx.Document()
    for paragraph in paragraphs:
        style, words = ("Normal", paragraph) if isinstance(paragraph, str) else paragraph
        document.add_paragraph(words, style=style)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return RawFile(name, _saved(document))


def _saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def with_part(packed: bytes, part: str, content: bytes) -> bytes:
    """An office document with one of its parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return zip_of({**parts, part: content})


def part_of(packed: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        return package.read(part)


def xlsx_of(rows: Sequence[Sequence[object]], name: str = "people.xlsx") -> RawFile:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    return RawFile(name, _saved(book))


def zip_of(entries: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return buffer.getvalue()


@cache
def pdf_of(markup: str) -> bytes:
    """A PDF typeset from Typst markup."""
    return bytes(typst.compile(markup.encode()))


def raw_pdf(content: bytes = b"", *, images: bool = False) -> bytes:
    """One page written by hand: ``content`` is its stream; with ``images`` it shows a picture."""
    resources = b"<< /XObject << /Im0 5 0 R >> >>" if images else b"<< >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources " + resources + b" >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        (b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"),
    ]
    return _assembled(objects)


def _assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, trailer, start)
    return bytes(out)


def scanned_pdf() -> bytes:
    return raw_pdf(b"q 300 0 0 300 0 0 cm /Im0 Do Q", images=True)


def encrypted_pdf() -> bytes:
    """A PDF whose keys belong to a password that nobody here knows."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"4e" * 32 + b"> /U <" + b"5f" * 32 + b"> >>",
    ]
    return _assembled(objects, b"/Encrypt 3 0 R /ID [<" + b"00" * 16 + b"> <" + b"00" * 16 + b">]")
