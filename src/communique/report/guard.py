"""The last gate before a report leaves: no text in it names a protected source.

What the drafting rules let through by mistake is stopped here. Sentences, flags, cells and titles
are looked at one by one; what betrays somebody is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import msgspec

from communique.record.attribution import Disclosure
from communique.record.values import Passage

from .values import (
    Block,
    CitedPassage,
    Paragraph,
    Report,
    Section,
    Sentence,
    Table,
    with_sentences,
)


def without_speakers(
    sections: Iterable[Section], passages: Mapping[str, Passage], disclosure: Disclosure
) -> list[Section]:
    """``sections`` with sentences given to nobody where a passage behind them is protected."""
    named = {p.id for p in disclosure.nameable()}

    def ungiven(sentence: Sentence) -> Sentence:
        closed = any(not disclosure.is_named(passages[i]) for i in sentence.trace)
        kept = () if closed else tuple(who for who in sentence.participants if who in named)
        return replace(sentence, participants=kept)

    return [with_sentences(section, ungiven) for section in sections]


def guarded(report: Report, disclosure: Disclosure) -> Report:
    """``report`` without anything that names a protected participant or their institution."""
    if not disclosure.protects:
        return report
    safe = replace(
        report,
        edition=disclosure.edition(),
        title="Report of the meeting" if disclosure.betrays(report.title) else report.title,
        subtitle=None if disclosure.betrays(report.subtitle or "") else report.subtitle,
        sections=tuple(_section(section, disclosure) for section in report.sections),
        passages=tuple(_passage(passage, disclosure) for passage in report.passages),
    )
    return _reseated(safe, disclosure)


def _section(section: Section, disclosure: Disclosure) -> Section:
    def pass_through(sentence: Sentence) -> Sentence | None:
        if disclosure.betrays(sentence.text):
            return None
        return replace(sentence, flags=tuple(f for f in sentence.flags if not disclosure.betrays(f.message)))

    kept = with_sentences(section, pass_through)
    blocks = tuple(_table(b, disclosure) if isinstance(b, Table) else b for b in kept.blocks)
    title = section.kind.value.capitalize() if disclosure.betrays(section.title) else section.title
    return replace(kept, title=title, blocks=blocks)


def _table(table: Table, disclosure: Disclosure) -> Table:
    rows = tuple(row for row in table.rows if not any(map(disclosure.betrays, row)))
    return msgspec.structs.replace(table, rows=rows)


def _passage(passage: CitedPassage, disclosure: Disclosure) -> CitedPassage:
    if disclosure.betrays(" ".join(filter(None, (passage.text, passage.source, passage.speaker)))):
        return CitedPassage(id=passage.id, text="", source="", place="")
    return passage


def _reseated(report: Report, disclosure: Disclosure) -> Report:
    """People numbered as listed: the record's numbers have gaps where somebody is protected."""
    allowed = {p.id for p in disclosure.nameable()}
    people = [p for p in report.participants if p.id in allowed]
    seats = {p.id: f"person-{n}" for n, p in enumerate(people, 1)}

    def reseat(sentence: Sentence) -> Sentence:
        return replace(sentence, participants=tuple(seats[who] for who in sentence.participants if who in seats))

    sections = (with_sentences(section, reseat) for section in report.sections)
    return replace(
        report,
        sections=tuple(replace(s, blocks=tuple(_headed(b, seats) for b in s.blocks)) for s in sections),
        participants=tuple(replace(p, id=seats[p.id]) for p in people),
    )


def _headed(block: Block, seats: Mapping[str, str]) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return msgspec.structs.replace(block, participant=seats.get(block.participant or ""))
