"""The rule of attribution from files to files: whoever may not be named cannot be reached.

Random editions are written as real sources, read, drafted and written in every format. What is
looked for is worked out here from the plan of the edition alone, never asked of the product.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from communique import api
from communique.engines.language.english import EnglishParser
from communique.record.values import AttributionRule, Passage, Record
from communique.report.style import Style, Tense
from communique.report.values import Report, SectionKind, Table, paragraphs_of

from .editions import BY_COUNTRY, NAMED, NONE, OFF, Person, Plan, plans, write_edition
from .published import everything

_TEXTS = ("html", "md", "json")
_ALL = (*_TEXTS, "docx", "pdf")
_ENGLISH = frozenset("will long rose marks were".split())
_OPEN_ENOUGH = {AttributionRule.BY_INSTITUTION, NAMED}
_CODE = re.compile(r"qzo\w{3}")


@cache
def _parser() -> EnglishParser:
    return EnglishParser()


def _read(plan: Plan, folder: Path) -> Record:
    write_edition(plan, folder)
    record = api.read(folder, parser=_parser())
    codes: dict[str, set[str]] = {}
    for passage in record.passages:
        codes.setdefault(passage.intervention or passage.id, set()).update(_CODE.findall(passage.text))
    # An intervention that a reader made of two people's words is freed by nobody.
    turns = {p.intervention for p in record.passages if p.speaker}
    freed = {said: NAMED for said, found in codes.items()
             if said in turns and found and found <= plan.waived}
    rules = freed | {said: OFF for said, found in codes.items() if found & plan.hushed}
    return replace(record, passages=tuple(_overridden(p, rules) for p in record.passages))


def _overridden(passage: Passage, rules: dict[str, AttributionRule]) -> Passage:
    """What an editor of record.json does: one intervention freed, another struck off."""
    own = rules.get(passage.intervention or passage.id)
    return replace(passage, attribution=own) if own else passage


def _rules_of(plan: Plan, person: Person) -> set[AttributionRule]:
    """Under which rules somebody was heard; who said nothing stands under the strictest in use."""
    return {rule for said, rule in plan.heard() if said.speaker == person} or {_strictest(plan)}


def _strictest(plan: Plan) -> AttributionRule:
    rules = {plan.rule, *(s.rule or plan.rule for s in plan.sittings), *(r for _, r in plan.heard())}
    return next(rule for rule in reversed(AttributionRule) if rule in rules)


def _strict(plan: Plan) -> bool:
    return _strictest(plan) is not NAMED


def _hidden(plan: Plan) -> list[Person]:
    """Those who are heard under their name nowhere, where anything at all is protected."""
    return [p for p in plan.people if _strict(plan) and NAMED not in _rules_of(plan, p)]


def _hidden_houses(plan: Plan) -> list[Person]:
    """Those of whom not even the institution may be known."""
    open_ = {p.institution for p in plan.people if _rules_of(plan, p) & _OPEN_ENOUGH}
    return [p for p in _hidden(plan) if p.institution not in {*open_, plan.host}]


def _hidden_lands(plan: Plan) -> list[Person]:
    """Those of whom not even the country may be known."""
    open_ = {p.country for p in plan.people if _rules_of(plan, p) & {*_OPEN_ENOUGH, BY_COUNTRY}}
    return [p for p in _hidden(plan) if p.country not in open_]


def _found(words: Iterable[str], text: str) -> list[str]:
    return [word for word in words if _stands(word, text)]


def _stands(word: str, text: str) -> bool:
    if not word.isascii():
        return word in text
    english = word.casefold() in _ENGLISH
    return bool(re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, 0 if english else re.IGNORECASE))


def _tells_of_houses(people: Iterable[Person]) -> list[str]:
    return [tell for p in people for tell in (p.institution, p.institution.split(" (")[0], p.short)]


def _protected(plan: Plan) -> set[str]:
    return {said.code for said, rule in plan.heard() if rule is not NAMED}


def _under(plan: Plan, rule: AttributionRule) -> set[str]:
    return {said.code for said, its in plan.heard() if its is rule}


def _check_names(plan: Plan, text: str) -> None:
    hidden = _hidden(plan)
    assert _found((tell for p in hidden for tell in p.tells), text) == []
    assert _found((p.label for p in hidden if len(p.label) > 3), text) == []
    assert _found(_tells_of_houses(_hidden_houses(plan)), text) == []


def _check_off_the_record(plan: Plan, text: str) -> None:
    assert set(_CODE.findall(text)).isdisjoint(_under(plan, OFF))


def _check_protected_words(plan: Plan, report: Report) -> None:
    """What was said under protection stands without speaker, time, place and file."""
    for passage in report.passages:
        if set(_CODE.findall(passage.text)) & _protected(plan):
            assert (passage.speaker, passage.start_at, passage.place) == (None, None, "")
            assert passage.source in {"", *(s.title for s in plan.sittings)}
    for section in report.sections:
        for paragraph in (p for block in section.blocks for p in paragraphs_of(block)):
            for sentence in paragraph.sentences:
                if set(_CODE.findall(sentence.text)) & _protected(plan):
                    assert sentence.participants == ()
                    assert paragraph.participant is None


def _check_nobody_is_told(plan: Plan, report: Report) -> None:
    """In words said under the Chatham House Rule nobody's name, house or country stands at all."""
    closed = _under(plan, NONE)
    texts = [*(p.text for p in report.passages), *(s.text for s in report.sentences())]
    words = " ".join(text for text in texts if set(_CODE.findall(text)) & closed)
    assert _found((tell for p in plan.people for tell in p.tells), words) == []
    assert _found(_tells_of_houses(plan.people), words) == []
    speakers = {said.speaker for said, rule in plan.heard() if rule is NONE}
    assert _found((tell for p in speakers for tell in (p.country, p.demonym)), words) == []


def _check_lists(plan: Plan, report: Report) -> None:
    """No list, annex or fact of the event tells a hidden person's country."""
    facts = {SectionKind.EVENT, SectionKind.OPENING, SectionKind.METHOD, SectionKind.PARTICIPANTS,
             SectionKind.PROGRAMME}
    sections = [s for s in report.sections if s.kind in facts]
    cells = [cell for s in sections for b in s.blocks if isinstance(b, Table) for row in b.rows for cell in row]
    sentences = [s.text for section in sections for b in section.blocks for p in paragraphs_of(b) for s in p.sentences]
    edition = report.edition
    told = " ".join([*cells, *sentences, str(replace(edition, hosts=())), str(report.participants), str(report.tools)])
    assert _found((p.country for p in _hidden_lands(plan)), told) == []


def _check_order(report: Report, plan: Plan) -> None:
    """Protected passages follow each other by their words, and are numbered as they are listed."""
    assert [p.id for p in report.passages] == [f"c{n}" for n in range(1, len(report.passages) + 1)]
    for title in {s.title for s in plan.sittings}:
        closed = [p.text for p in report.passages if p.source == title]
        assert closed == sorted(closed)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans(), st.sampled_from(list(Tense)), st.integers(0, 9))
def test_whoever_may_not_be_named_cannot_be_reached(plan: Plan, tense: Tense, share: int) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder, out = Path(made) / "edition", Path(made) / "out"
        folder.mkdir()
        out.mkdir()
        report = api.draft(_read(plan, folder), style=Style(tense=tense), parser=_parser())
        text = everything(report, out, formats=_ALL if share == 0 else _TEXTS)
    event(f"hidden: {len(_hidden(plan))}")
    _check_names(plan, text)
    _check_off_the_record(plan, text)
    _check_protected_words(plan, report)
    _check_nobody_is_told(plan, report)
    _check_lists(plan, report)
    _check_order(report, plan)
