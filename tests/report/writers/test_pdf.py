"""The typeset report: tagged, titled, with an outline, and with every script drawn."""

from __future__ import annotations

from functools import cache

import pypdfium2
from pypdfium2 import raw

from communique.report.values import Paragraph, Report, Section, SectionKind
from communique.report.writers.fonts import fallbacks, font_paths
from communique.report.writers.pdf import render

from . import samples
from .reading import pdf_text


@cache
def _content() -> bytes:
    return render(samples.varied())


def test_it_claims_pdf_ua_and_is_tagged_in_its_language() -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in _content()
    with pypdfium2.PdfDocument(_content()) as document:
        assert raw.FPDFCatalog_IsTagged(document)


def test_metadata_name_the_report_its_day_and_nobody() -> None:
    with pypdfium2.PdfDocument(_content()) as document:
        metadata = document.get_metadata_dict()
    assert metadata["Title"] == "Low Water: Navigation, Data and Fairness on Inland Seas"
    assert metadata["Subject"] == "Report of the 4th Round Table of the Inland Seas Forum"
    assert metadata["Author"] == ""
    assert metadata["CreationDate"].startswith("D:20310328")


def test_a_report_without_a_day_has_no_date() -> None:
    with pypdfium2.PdfDocument(render(Report(title="T"))) as document:
        assert document.get_metadata_dict()["CreationDate"] == ""


def test_the_outline_leads_to_sections_and_people() -> None:
    with pypdfium2.PdfDocument(_content()) as document:
        titles = [" ".join(mark.get_title().split()) for mark in document.get_toc()]
    assert titles[:2] == ["1 The round table", "2 The discussion"]
    assert any(title.startswith("Ambassador Tamsin Okoye") for title in titles)
    assert "Annex A Participants" in titles
    assert titles[-1] == "Passages cited"


def test_the_number_of_a_footnote_is_the_number_of_its_passage() -> None:
    with pypdfium2.PdfDocument(_content()) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    for line in ("1 Tamsin Okoye, opening.vtt, cue 14", "3 한서윤, session2.srt, cue 88"):
        assert line in pages[1]
        assert line in pages[-1]


def test_markup_is_set_as_it_is_written() -> None:
    text = pdf_text(_content())
    assert '#set page(fill: red); #eval("1+1") $x^2$ *bold* _it_ `raw` @ref <label>' in text


def test_a_character_without_a_font_costs_the_claim_and_not_the_report() -> None:
    paragraph = Paragraph(sentences=(samples.sentence(1, "In Mongolian: ᠮᠣᠩᠭᠣᠯ, he said."),))
    section = Section(id="s", kind=SectionKind.DISCUSSION, title="S", blocks=(paragraph,))
    content = render(Report(title="T", sections=(section,)))
    assert b"pdfuaid" not in content
    assert "he said." in pdf_text(content)


def test_the_east_asian_variant_of_the_report_comes_first() -> None:
    assert fallbacks("ko").index("Noto Sans CJK KR") < fallbacks("ko").index("Noto Sans CJK SC")
    assert fallbacks("zh-TW").index("Noto Sans CJK TC") < fallbacks("zh-TW").index("Noto Sans CJK SC")  # fmt: skip


def test_all_families_come_with_the_packages() -> None:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font_paths()
    )
    assert set(fallbacks("en")) <= set(fonts.families())
