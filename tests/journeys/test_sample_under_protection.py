"""The sample edition, one section of which was held under the Chatham House Rule."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from communique import api
from communique.engines.language.english import EnglishParser
from communique.record.attribution import Disclosure
from communique.record.values import AttributionRule, Record, Voice
from communique.report.style import Style, Tense
from communique.report.values import Origin, Report, Section, SectionKind, paragraphs_of
from communique.samples import SAMPLE_EDITION

from .published import everything

GOLD: dict[str, Any] = json.loads((Path(__file__).parents[1] / "samples" / "sample_gold.json").read_text("utf-8"))
PROTECTED: dict[str, Any] = GOLD["protected"]
ALL = ("html", "md", "json", "docx", "pdf")
CLOSED = "session-3"
TITLE = "Second section"


@cache
def _parser() -> EnglishParser:
    return EnglishParser()


@cache
def _record(attribution: AttributionRule | None = None) -> Record:
    return api.read(SAMPLE_EDITION, attribution=attribution, parser=_parser())


@cache
def _report(rule: AttributionRule | None = None, *, listed: bool = False) -> Report:
    return api.draft(_record(rule), style=Style(list_published=listed), parser=_parser())


def _under(rule: AttributionRule, *, tense: Tense = Tense.PRESENT) -> Report:
    """The sample with ``rule`` for its closed section."""
    record = _record()
    sessions = tuple(replace(s, attribution=rule) if s.id == CLOSED else s for s in record.sessions)
    return api.draft(replace(record, sessions=sessions), style=Style(tense=tense), parser=_parser())


def _closed_section(report: Report) -> Section:
    return next(s for s in report.sections if s.kind is SectionKind.DISCUSSION and s.title.startswith(TITLE))


def _texts(section: Section) -> list[str]:
    return [s.text for b in section.blocks for p in paragraphs_of(b) for s in p.sentences]


def _words_of_closed(report: Report) -> str:
    return " ".join([*_texts(_closed_section(report)), *(p.text for p in report.passages if p.source == TITLE)])


def test_no_format_holds_anything_of_those_heard_only_there(tmp_path: Path) -> None:
    text = everything(_report(), tmp_path, formats=ALL)
    for person in PROTECTED["only_here"]:
        for told in (person["name"], person["surname"], person["institution"], person["country"]):
            assert not re.search(rf"\b{re.escape(told)}\b", text, re.IGNORECASE), told
    for word in PROTECTED["identifying_words"]:
        assert not re.search(rf"\b{word}\b", text), word
    for phrase in PROTECTED["identifying_phrases"]:
        assert phrase["phrase"] not in text


def test_those_heard_elsewhere_too_are_not_in_the_closed_section() -> None:
    words = _words_of_closed(_report())
    for name in PROTECTED["also_elsewhere"]:
        person = next(p for p in GOLD["participants"] if p["name"] == name)
        for told in (*name.split(), person["institution"], person["country"]):
            assert not re.search(rf"\b{re.escape(told)}\b", words), told


def test_passages_of_the_closed_section_say_neither_who_nor_when_nor_where() -> None:
    closed = [p for p in _report().passages if p.source == TITLE]
    assert {(p.speaker, p.start_at, p.place, p.language) for p in closed} == {(None, None, "", None)}
    assert [p.text for p in closed] == sorted(p.text for p in closed)
    assert all("captions" not in p.source for p in _report().passages)


def test_no_label_and_no_chair_lead_into_the_closed_section() -> None:
    people = {p.name: p for p in _report().participants}
    assert {p.other_labels for p in people.values()} == {()}
    assert [role.value for role in people["Devadas Menon"].roles] == ["speaker"]
    assert [p.id for p in people.values()] == [f"person-{n}" for n in range(1, len(people) + 1)]


def test_swapping_the_closed_speakers_changes_no_byte_of_the_report() -> None:
    """Nothing of who said what gets through: whoever said it, the report is the same."""
    record = _record()
    names = [p["name"] for p in PROTECTED["only_here"]]
    ids = [next(p.id for p in record.participants if p.name == name) for name in names]
    for other in list(permutations(ids))[1:3]:
        swap = dict(zip(ids, other, strict=True))
        passages = tuple(
            replace(p, attributed_to=tuple(swap.get(who, who) for who in p.attributed_to))
            if p.session == CLOSED else p for p in record.passages)
        report = api.draft(replace(record, passages=passages), parser=_parser())
        assert report == _report()


def test_the_closed_section_still_gives_topics_and_camps() -> None:
    texts = _texts(_closed_section(_report()))
    assert sum(text.endswith(("views differed.", "several points were made.")) for text in texts) >= 3
    assert any(text.endswith("views differed.") for text in texts)
    assert len(texts) >= 20
    assert 3 * sum("one participant" in text.casefold() for text in texts) < len(texts)


def test_most_of_the_closed_section_stays_citable() -> None:
    record = _record()
    rule = Disclosure(record)
    views = [p for p in record.passages if p.session == CLOSED and p.voice is Voice.VIEW]
    opened = [p for p in record.passages if rule.is_named(p) and p.voice is Voice.VIEW]
    assert sum(map(rule.may_cite, views)) >= 0.65 * len(views)
    assert sum(map(rule.may_cite, opened)) >= 0.98 * len(opened)


def test_nobody_is_quoted_from_the_closed_section() -> None:
    report = _report()
    closed = {p.id for p in report.passages if p.source == TITLE}
    told = [s for s in report.sentences() if closed.intersection(s.trace)]
    assert {s.origin for s in told} <= {Origin.REPORTED, Origin.STATED}
    assert all(s.participants == () for s in told)


def test_a_whole_edition_under_the_rule_names_nobody(tmp_path: Path) -> None:
    report = _report(AttributionRule.NONE)
    text = everything(report, tmp_path, formats=ALL)
    assert report.participants == ()
    for person in GOLD["participants"]:
        for word in person["name"].split():
            assert word == "bin" or not re.search(rf"\b{re.escape(word)}\b", text), word
        if person["institution"] != "Selat Institute for Regional Affairs":
            assert person["institution"] not in text
    assert sum(s.kind is SectionKind.DISCUSSION for s in report.sections) >= 4
    assert len(report.sentences()) > 40


def test_a_published_list_names_people_and_nothing_they_said() -> None:
    report = _report(listed=True)
    assert {p.name for p in report.participants} == {p["name"] for p in GOLD["participants"]}
    words = _words_of_closed(report)
    for person in PROTECTED["only_here"]:
        assert person["surname"] not in words
        assert person["country"] not in words
    whole = _report(AttributionRule.NONE, listed=True)
    assert all(paragraph.participant is None for section in whole.sections
               for block in section.blocks for paragraph in paragraphs_of(block))


@pytest.mark.parametrize("tense", list(Tense))
@pytest.mark.parametrize(
    ("rule", "shown", "hidden"),
    [(AttributionRule.BY_INSTITUTION, "participant from the Narva Digital Borders Lab", "Rannamets"),
     (AttributionRule.BY_COUNTRY, "participant from Estonia", "Narva")],
)
def test_a_paragraph_for_each_house_or_country(
    rule: AttributionRule, shown: str, hidden: str, tense: Tense, tmp_path: Path
) -> None:
    report = _under(rule, tense=tense)
    summaries = next(s for s in report.sections if s.kind is SectionKind.SUMMARIES)
    grouped = [p for b in summaries.blocks for p in paragraphs_of(b)
               if p.sentences[0].text.startswith("A participant from")]
    assert any(shown in p.sentences[0].text for p in grouped)
    assert all(p.participant is None and s.participants == () and s.origin is Origin.REPORTED
               for p in grouped for s in p.sentences)
    assert hidden not in everything(report, tmp_path, formats=("html", "md", "json"))
