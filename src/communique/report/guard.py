"""The last gate before a report leaves: no text in it names a protected source.

What the drafting rules let through by mistake is stopped here. Sentences, cells and titles are
looked at one by one; what betrays somebody is left out.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from communique.record.attribution import Disclosure
from communique.record.values import Edition

from .values import CitedPassage, Report, Section, Sentence, Table, with_sentences


def guarded(report: Report, disclosure: Disclosure) -> Report:
    """``report`` without anything that names a protected participant or their institution."""
    if not disclosure.protects:
        return report
    return replace(
        report,
        edition=_edition(report.edition, disclosure),
        sections=tuple(_section(section, disclosure) for section in report.sections),
        passages=tuple(_passage(passage, disclosure) for passage in report.passages),
        participants=disclosure.nameable() if disclosure.list_published else tuple(
            p for p in report.participants if p in disclosure.nameable()),
    )


def _edition(edition: Edition, disclosure: Disclosure) -> Edition:
    """The edition's facts; who chaired, opened or summed up only where they may be named."""
    named = {p.name for p in disclosure.nameable()}
    shown = disclosure.list_published
    return replace(
        edition,
        chair=edition.chair if edition.chair in named else None,
        opening_speakers=tuple(name for name in edition.opening_speakers if name in named),
        summariser=edition.summariser if edition.summariser in named else None,
        countries=edition.countries if shown else (),
    )


def _section(section: Section, disclosure: Disclosure) -> Section:
    def pass_through(sentence: Sentence) -> Sentence | None:
        return None if disclosure.betrays(sentence.text) else sentence

    kept = with_sentences(section, pass_through)
    blocks = tuple(_table(b, disclosure) if isinstance(b, Table) else b for b in kept.blocks)
    title = "" if disclosure.betrays(section.title) else section.title
    return replace(kept, title=title, blocks=blocks)


def _table(table: Table, disclosure: Disclosure) -> Table:
    rows = tuple(row for row in table.rows if not any(map(disclosure.betrays, row)))
    return msgspec.structs.replace(table, rows=rows)


def _passage(passage: CitedPassage, disclosure: Disclosure) -> CitedPassage:
    if disclosure.betrays(" ".join(filter(None, (passage.text, passage.source, passage.speaker)))):
        return CitedPassage(id=passage.id, text="", source="", place="")
    return passage
