"""The values of a report: one neutral block model that every writer renders.

A sentence of a report either rests on passages (its trace) or is the secretariat's own and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import msgspec

from communique.record.cards import card, facts_of
from communique.record.tables import Table as Frame
from communique.record.tables import Tabular
from communique.record.values import AttributionRule, Edition, Participant, Tool


class Origin(StrEnum):
    """Where the words of a sentence come from.

    ``quoted``: exact words of the record; ``reported``: put into reported speech by rules that can
    be re-derived; ``kept``: as an already published report words it; ``stated``: a fact of the
    edition, its sources in the trace; ``proposed``: written by a language model and checked;
    ``secretariat``: the secretariat's own (welcome, transitions, method).
    """

    QUOTED = "quoted"
    REPORTED = "reported"
    KEPT = "kept"
    STATED = "stated"
    PROPOSED = "proposed"
    SECRETARIAT = "secretariat"


@dataclass(frozen=True, kw_only=True)
class Flag:
    """Something an editor must look at: ``code`` is coverage, number, name, negation, speaker,
    model, or protected."""

    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of a report. ``trace`` holds passage ids; ``rules`` how it was derived."""

    id: str
    text: str
    origin: Origin
    trace: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


class Paragraph(msgspec.Struct, frozen=True, kw_only=True, tag_field="block", tag="paragraph"):
    """Sentences that run on; ``participant`` is set for a participant's summary."""

    sentences: tuple[Sentence, ...]
    participant: str | None = None


class Bullets(msgspec.Struct, frozen=True, kw_only=True, tag_field="block", tag="bullets"):
    items: tuple[Paragraph, ...]
    numbered: bool = False


class Table(msgspec.Struct, frozen=True, kw_only=True, tag_field="block", tag="table"):
    """``rows`` hold one cell a column; ``caption`` says what the table shows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


# Structs, not dataclasses: JSON needs a tag to tell the kinds of block apart
Block = Paragraph | Bullets | Table


class SectionKind(StrEnum):
    EVENT = "event"
    OPENING = "opening"
    DISCUSSION = "discussion"
    SUMMARIES = "summaries"
    AGREEMENT = "agreement"
    DIFFERENCE = "difference"
    RECOMMENDATIONS = "recommendations"
    REFERENCES = "references"
    METHOD = "method"
    PROGRAMME = "programme"
    PARTICIPANTS = "participants"


@dataclass(frozen=True, kw_only=True)
class Section:
    """``level`` 1 is a chapter, 2 a part of it; an annex is numbered apart."""

    id: str
    kind: SectionKind
    title: str
    blocks: tuple[Block, ...] = ()
    level: int = 1
    annex: bool = False


@dataclass(frozen=True, kw_only=True)
class CitedPassage:
    """A passage as a reader of this report may see it: what is protected is already gone.

    ``source`` and ``place`` say where it stands ("opening.vtt", "cue 12"); ``start_at`` is in
    seconds from the beginning of its recording.
    """

    id: str
    text: str
    source: str
    place: str
    speaker: str | None = None
    start_at: float | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Report(Tabular):
    """A report, ready for any writer. Nothing in it names a protected source."""

    schema: str = "communique/report/1"
    title: str
    subtitle: str | None = None
    language: str = "en"
    edition: Edition = field(default_factory=Edition)
    attribution: AttributionRule = AttributionRule.NAMED
    sections: tuple[Section, ...] = ()
    passages: tuple[CitedPassage, ...] = ()
    participants: tuple[Participant, ...] = ()
    tools: tuple[Tool, ...] = ()

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the report, in reading order."""
        return tuple(s for section in self.sections for s in sentences_of(section))

    def tables(self) -> Mapping[str, Frame]:
        titles = tuple(s.title for s in self.sections for _ in sentences_of(s))
        return {
            "sentences": Frame(Sentence, self.sentences(), {"section": titles}),
            "passages": Frame(CitedPassage, self.passages),
            "participants": Frame(Participant, self.participants),
        }

    def _repr_html_(self) -> str:
        sentences = self.sentences()
        counts = {"attribution": self.attribution, "sentences": len(sentences),
                  "to look at": sum(bool(s.flags) for s in sentences), "passages cited": len(self.passages)}
        return card(self.title, facts_of(self.edition) | counts, ("title", "kind"), self.sections)


def sentences_of(section: Section) -> Iterator[Sentence]:
    """The sentences of a section, in reading order."""
    for block in section.blocks:
        for paragraph in paragraphs_of(block):
            yield from paragraph.sentences


def paragraphs_of(block: Block) -> tuple[Paragraph, ...]:
    """The paragraphs of a block; a table has none."""
    if isinstance(block, Paragraph):
        return (block,)
    return block.items if isinstance(block, Bullets) else ()


def with_sentences(
    section: Section, change: Callable[[Sentence], Sentence | None]
) -> Section:
    """``section`` with each sentence changed, or left out where ``change`` gives None.

    Paragraphs, items and lists left without sentences go too.
    """
    blocks = (_changed(block, change) for block in section.blocks)
    return replace(section, blocks=tuple(block for block in blocks if block is not None))


def _changed(block: Block, change: Callable[[Sentence], Sentence | None]) -> Block | None:
    if isinstance(block, Paragraph):
        return _changed_paragraph(block, change)
    if isinstance(block, Bullets):
        items = (_changed_paragraph(item, change) for item in block.items)
        kept = tuple(item for item in items if item is not None)
        return msgspec.structs.replace(block, items=kept) if kept else None
    return block


def _changed_paragraph(
    paragraph: Paragraph, change: Callable[[Sentence], Sentence | None]
) -> Paragraph | None:
    changed = (change(sentence) for sentence in paragraph.sentences)
    kept = tuple(sentence for sentence in changed if sentence is not None)
    return msgspec.structs.replace(paragraph, sentences=kept) if kept else None
