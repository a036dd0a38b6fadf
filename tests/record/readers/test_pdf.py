import pytest

from communique.record.errors import InputError
from communique.record.readers import RawFile, pdf

from .making import WORDS, encrypted_pdf, pdf_of, raw_pdf, scanned_pdf

LAYOUT = """#set page(width: 14cm, height: 12cm, columns: {columns}, header: [Strand Dialogue #h(1fr) Summary],
  footer: context align(center)[Page #counter(page).display() of #counter(page).final().at(0)])
#set text(size: 10pt, lang: "en", hyphenate: true)
#set par(justify: true)
= Doors to the Sea
== Opening session
"""
SPEAKERS = {
    "Marit Solheim": "internationalisation of harbours",
    "Olumide Fashola": "decommissioning of icebreakers",
    "Chloe Tan": "interoperability of customs",
}


def paragraph(name: str, topic: str) -> str:
    return (f"{name}, Director of an Institute, underlined that the {topic} requires extraordinarily patient, "
            "long-term cooperation between neighbouring administrations and their representatives. ") * 3


@pytest.mark.parametrize("columns", [1, 2])
def test_printed_lines_are_paragraphs_again_across_pages_and_columns(columns: int) -> None:
    body = "\n\n".join(paragraph(*speaker).strip() for speaker in SPEAKERS.items())
    reading = pdf.read(RawFile("report.pdf", pdf_of(LAYOUT.format(columns=columns) + body)))

    assert reading.text.count("\f") >= 1
    assert [(block.kind.value, block.view.text) for block in reading.blocks] == [
        ("title", "Doors to the Sea"), ("heading", "Opening session"),
        *(("paragraph", paragraph(*speaker).strip()) for speaker in SPEAKERS.items()),
    ]


def test_headers_footers_and_page_numbers_are_left_out_and_counted() -> None:
    reading = pdf.read(RawFile("report.pdf", pdf_of(LAYOUT.format(columns=1) + WORDS * 40)))

    assert "Strand" not in reading.text
    assert "Page" not in reading.text
    pages = reading.text.count("\f") + 1
    assert [(notice.code, notice.count) for notice in reading.notices] == [("page-furniture", 2 * pages)]


def test_every_letter_of_a_block_stands_in_the_text() -> None:
    reading = pdf.read(RawFile("report.pdf", pdf_of(LAYOUT.format(columns=2) + WORDS * 20)))

    for block in reading.blocks:
        for piece in block.view.pieces:
            assert piece.text.strip() == reading.text[piece.start : piece.end].strip()


def test_cyrillic_and_bullets_survive() -> None:
    content = "Пётр Самарин отметил, что без доверия договоры не живут.\n\n- первый пункт\n- второй пункт"
    reading = pdf.read(RawFile("report.pdf", pdf_of(f"#set page(width: 14cm)\n{content}")))

    assert [(block.kind.value, block.view.text) for block in reading.blocks] == [
        ("paragraph", "Пётр Самарин отметил, что без доверия договоры не живут."), ("item", "первый пункт"),
        ("item", "второй пункт")]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (scanned_pdf(), r"page 1: .*picture.*OCR"),
        (encrypted_pdf(), r"encrypted.*password"),
        (raw_pdf()[:60], r"damaged"),
        (b"%PDF-1.7\n" + b"noise" * 50, r"damaged"),
        (raw_pdf(), r"page 1: .*OCR"),
    ],
    ids=["scanned", "encrypted", "truncated", "noise", "blank"],
)  # fmt: skip
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=f"(?s)paper\\.pdf.*{problem}"):
        pdf.read(RawFile("paper.pdf", data))
