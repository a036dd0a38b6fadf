"""The web page: self-contained, safe, navigable by keyboard, legible in the dark."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from selectolax.lexbor import LexborHTMLParser, LexborNode

from communique.report.values import Report
from communique.report.writers.html import render

from . import samples
from .strategies import REPORTS


@cache
def _page(persian: bool = False) -> LexborHTMLParser:
    return LexborHTMLParser(render(samples.persian() if persian else samples.varied()))


def _one(page: LexborHTMLParser, selector: str) -> LexborNode:
    (node,) = page.css(selector)
    return node


def _assert_safe(page: LexborHTMLParser) -> None:
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in page.css("*"):
        assert node.tag not in {"img", "iframe", "object", "embed", "link", "base", "form", "svg"}
        for name, value in node.attributes.items():
            assert not name.startswith("on")
            assert name not in {"style", "src", "srcset", "action", "formaction"}
            if name == "href":
                assert value is not None
                assert value.startswith("#")
                assert value[1:] in ids


def test_the_policy_allows_our_style_and_script_and_nothing_else() -> None:
    policy = _one(_page(), "meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    assert policy.startswith("default-src 'none';")
    for kind in ("style", "script"):
        text = _one(_page(), kind).text()
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_markup_in_a_report_is_text() -> None:
    _assert_safe(_page())
    assert "<script>alert('x')</script>" in _one(_page(), "main").text()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(REPORTS)
def test_no_report_can_bring_in_code_or_a_request(report: Report) -> None:
    _assert_safe(LexborHTMLParser(render(report)))


def test_each_citation_leads_to_its_passage_and_back() -> None:
    for link in _page().css(".cite a"):
        passage = _one(_page(), link.attributes["href"] or "")
        sentence = link.parent.parent if link.parent else None
        assert sentence is not None
        back = [a.attributes["href"] for a in passage.css(".back a")]
        assert f"#{sentence.attributes['id']}" in back


def test_a_passage_shows_speaker_source_place_and_time() -> None:
    source = _one(_page(), "#n1 .source").text()
    assert source == "Tamsin Okoye,  opening.vtt,  cue 14,  0:12:34"


def test_the_secretariats_sentences_are_marked_for_eyes_and_ears() -> None:
    own = _one(_page(), "#s1")
    assert "own" in (own.attributes["class"] or "").split()
    assert own.text() == "The secretariat thanks all who came.° (The secretariat’s own words.)"
    assert "° The secretariat’s own words." in _one(_page(), ".legend").text()


def test_a_legend_names_no_mark_that_is_not_used() -> None:
    page = LexborHTMLParser(render(samples.long(1)))
    assert "°" not in _one(page, ".legend").text()
    assert "†" not in _one(page, ".legend").text()


def test_a_flagged_sentence_and_its_reasons_lead_to_each_other() -> None:
    flagged = _one(_page(), ".s.flagged")
    assert flagged.attributes["id"] == "s4"
    reasons = _one(_page(), _one(_page(), "#s4 .remark").attributes["href"] or "")
    assert "“40” is in no cited passage; the speaker is not named" in reasons.text()
    assert _one(_page(), ".editor li a").attributes["href"] == "#s4"


def test_headings_never_skip_a_level() -> None:
    levels = [
        int((node.tag or "h0")[1])
        for node in _page().css("h1, h2, h3, h4, h5")
        if not _in_panel(node)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def _in_panel(node: LexborNode) -> bool:
    return node.attributes.get("id") == "panel-title"


def test_the_page_has_landmarks_a_skip_link_and_a_language() -> None:
    assert _one(_page(), "html").attributes["lang"] == "en"
    assert _one(_page(), "a.skip").attributes["href"] == "#report"
    for landmark in ("header", "nav[aria-labelledby]", "main#report", "aside[aria-labelledby]"):
        assert _one(_page(), landmark)


def test_every_name_is_set_in_its_language_and_direction() -> None:
    name = next(n for n in _page().css(".head .name") if "نیلوفر" in n.text())
    assert (name.attributes["lang"], name.attributes["dir"]) == ("fa", "rtl")
    chinese = next(n for n in _page().css("bdi") if n.text() == "陆清远")
    assert (chinese.attributes["lang"], chinese.attributes["dir"]) == ("zh", "ltr")
    quoted = _one(_page(), "#n6 blockquote")
    assert (quoted.attributes["lang"], quoted.attributes["dir"]) == ("fa", "rtl")


def test_a_persian_page_runs_from_right_to_left_with_our_english_labels_turned() -> None:
    page = _page(persian=True)
    assert _one(page, "html").attributes["dir"] == "rtl"
    assert _one(page, ".legend").attributes["lang"] == "en"
    assert _one(page, ".legend").attributes["dir"] == "ltr"
    assert "Tamsin Okoye" in [node.text() for node in page.css("bdi[dir=ltr]")]


def test_tables_have_captions_and_headers_that_can_be_reached_by_keyboard() -> None:
    for region in _page().css("[role=region]"):
        assert region.attributes["tabindex"] == "0"
        caption = _one(_page(), f"#{region.attributes['aria-labelledby']}")
        assert caption.tag == "caption"
        assert all(cell.attributes["scope"] == "col" for cell in region.css("th"))


def test_colours_have_the_contrast_that_wcag_asks_for() -> None:
    style = (files("communique.report.writers") / "assets" / "report.css").read_text()
    light, dark = (dict(_COLOUR.findall(block)) for block in style.split(":root {")[1:3])
    for theme in (light, dark):
        for ink, paper in (
            ("ink", "paper"), ("quiet", "paper"), ("accent", "paper"), ("ink", "raised"),
            ("quiet", "raised"), ("accent", "raised"), ("ink", "chosen"), ("accent", "chosen"),
            ("quiet", "chosen"), ("ink", "warn"), ("accent", "warn"), ("quiet", "warn"),
            ("warn-ink", "warn"),
        ):  # fmt: skip
            assert _contrast(theme[ink], theme[paper]) >= 4.5, (ink, paper, theme[paper])


_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1.4.3."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_our_own_words_are_in_the_language_of_the_report(language: str) -> None:
    page = LexborHTMLParser(render(Report(title="T", language=language, sections=samples.varied().sections)))  # fmt: skip
    contents = {"en": "Contents", "ru": "Содержание", "zh": "目录"}
    assert _one(page, "#contents").text() == contents[language]
    assert "lang" not in _one(page, "#contents").attributes
