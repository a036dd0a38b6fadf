"""What a draft is written from: the record, what may be shown of it, and parses on demand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from communique.record.attribution import Disclosure
from communique.record.values import AttributionRule, Passage, Record, SourceKind, Voice
from communique.viewpoints.parse import Parsed, Parser

from .style import Style


@dataclass
class Material:
    """One draft's material. ``parser`` reads the languages it says; the rest is quoted."""

    record: Record
    style: Style
    parser: Parser | None
    _parses: dict[str, Parsed] = field(default_factory=dict)

    @cached_property
    def disclosure(self) -> Disclosure:
        return Disclosure(self.record, list_published=self.style.list_published)

    @cached_property
    def citable(self) -> frozenset[str]:
        """Ids of the passages whose own words may be shown."""
        return frozenset(p.id for p in self.record.passages if self.disclosure.may_cite(p))

    @cached_property
    def passages(self) -> dict[str, Passage]:
        return {p.id: p for p in self.record.passages}

    @cached_property
    def reports(self) -> frozenset[str]:
        """Ids of the sources that are published reports: their sentences are kept as they are."""
        return frozenset(s.id for s in self.record.sources if s.kind is SourceKind.REPORT)

    def under(self, rule: AttributionRule, passages: Iterable[Passage]) -> list[Passage]:
        """Those of ``passages`` that stand under ``rule`` and may be cited."""
        return [p for p in passages if p.id in self.citable and self.disclosure.rule(p) is rule]

    def kept(self, *voices: Voice) -> list[Passage]:
        """Citable sentences of published reports in one of ``voices``, in order."""
        return [p for p in self.record.passages
                if p.source in self.reports and p.voice in voices and p.id in self.citable]

    def parse(self, passages: Sequence[Passage]) -> None:
        """Parses ``passages`` at once, so that :meth:`parsed` has them."""
        if self.parser is None:
            return
        texts = {p.text for p in passages
                 if p.text not in self._parses and self._readable(p)}
        in_order = sorted(texts)
        for text, parsed in zip(in_order, self.parser.parse(in_order), strict=True):
            self._parses[text] = parsed

    def parsed(self, passage: Passage) -> Parsed | None:
        """The parse of a passage's text; None where no parser knows its language."""
        if passage.text not in self._parses:
            self.parse([passage])
        return self._parses.get(passage.text)

    def _readable(self, passage: Passage) -> bool:
        return self.parser is not None and (passage.language or "en") in self.parser.languages
