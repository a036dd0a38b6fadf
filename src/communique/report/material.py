"""What a draft is written from: the record, what may be shown of it, and parses on demand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from communique.record.attribution import Disclosure
from communique.record.values import (
    AttributionRule,
    Participant,
    Passage,
    Record,
    SourceKind,
    Voice,
)
from communique.viewpoints.parse import Parsed, Parser

from .reported_speech import Place, Referent, Reported, prepare, report_sentence
from .reported_speech import Style as SpeechStyle
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
    def reportable(self) -> Record:
        """The record without what was said off the record, which nothing may be drawn from."""
        rule = self.disclosure.rule
        kept = (p for p in self.record.passages if rule(p) is not AttributionRule.OFF_THE_RECORD)
        return replace(self.record, passages=tuple(kept))

    @cached_property
    def passages(self) -> dict[str, Passage]:
        return {p.id: p for p in self.record.passages}

    @cached_property
    def people(self) -> dict[str, Participant]:
        return {p.id: p for p in self.record.participants}

    @cached_property
    def reports(self) -> frozenset[str]:
        """Ids of the sources that are published reports: their sentences are kept as they are."""
        return frozenset(s.id for s in self.record.sources if s.kind is SourceKind.REPORT)

    def under(self, rule: AttributionRule, passages: Iterable[Passage]) -> list[Passage]:
        """Those of ``passages`` that stand under ``rule`` and may be cited."""
        return [p for p in passages if p.id in self.citable and self.disclosure.rule(p) is rule]

    def nobodys(self, passages: Iterable[Passage]) -> list[Passage]:
        """Those of ``passages`` that may be cited, while nothing of who said them may be told."""
        return [p for p in passages if p.id in self.citable and not self._anybody(p)]

    def _anybody(self, passage: Passage) -> bool:
        rule = self.disclosure.rule(passage)
        if rule is AttributionRule.NAMED:
            return True
        people = (self.people[who] for who in passage.attributed_to if who in self.people)
        return any(self.disclosure.known(person, rule) for person in people)

    def kept(self, *voices: Voice) -> list[Passage]:
        """Citable sentences of published reports in one of ``voices``, in order."""
        return [p for p in self.record.passages
                if p.source in self.reports and p.voice in voices and p.id in self.citable]

    def prepare(self, passages: Sequence[Passage]) -> None:
        """Parses the written view of ``passages`` at once, so that :meth:`written` need not."""
        wanted = {prepare(p.text).text for p in passages if self._readable(p)} - self._parses.keys()
        in_order = sorted(wanted)
        if self.parser is not None:
            self._parses.update(zip(in_order, self.parser.parse(in_order, entities=False), strict=True))

    def written(self, passage: Passage, speaker: Referent, place: Place) -> Reported:
        """The passage in reported speech, in the house's tense."""
        parsed = self._parses.get(prepare(passage.text).text) if self._readable(passage) else None
        if parsed is None and self._readable(passage):
            self.prepare([passage])
            parsed = self._parses.get(prepare(passage.text).text)
        return report_sentence(passage.text, speaker=speaker, style=SpeechStyle(self.style.tense),
                               place=place, parsed=parsed)

    def _readable(self, passage: Passage) -> bool:
        return self.parser is not None and (passage.language or "en") in self.parser.languages
