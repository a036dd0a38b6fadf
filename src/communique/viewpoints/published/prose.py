"""A report's blocks as sentences of tokens, each parsed once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.record.reading import Block, BlockKind
from communique.record.sentences import sentence_spans
from communique.viewpoints.parse import Entity, Parsed, Parser, Token

from .capitals import capital_names
from .quotes import quoted_spans, speech_spans


@dataclass(frozen=True)
class Paragraph:
    """One block of a report: its text (line breaks as spaces), sentences and parse."""

    source: str
    block: Block
    text: str
    spans: tuple[tuple[int, int], ...]
    parsed: Parsed

    @property
    def kind(self) -> BlockKind:
        return self.block.kind

    @cached_property
    def starts(self) -> list[int]:
        return [token.start for token in self.parsed.tokens]

    @cached_property
    def capitals(self) -> set[int]:
        """Where the words of names written in capitals begin."""
        return capital_names(self.text)

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        return quoted_spans(self.text)

    @cached_property
    def speech(self) -> list[tuple[int, int]]:
        """The quotations long enough to be somebody's words."""
        return speech_spans(self.text, self.quotes)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(Sentence(self, number, *span) for number, span in enumerate(self.spans))

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of token indexes that begin in ``[start, end)``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def entities_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Entities that overlap ``[start, end)``, as character spans with their label."""
        return [found for found in self._entities if found[0] < end and start < found[1]]

    @cached_property
    def _entities(self) -> list[tuple[int, int, str]]:
        tokens = self.parsed.tokens
        return [_span(tokens, entity) for entity in self.parsed.entities]


@dataclass(frozen=True)
class Sentence:
    """One sentence of a paragraph, by its character span there."""

    paragraph: Paragraph
    number: int
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    @cached_property
    def range(self) -> tuple[int, int]:
        return self.paragraph.tokens_in(self.start, self.end)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        first, last = self.range
        return self.paragraph.parsed.tokens[first:last]

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """Token indexes (of the paragraph) by the index of their head."""
        first, last = self.range
        found: dict[int, list[int]] = {}
        for index in range(first, last):
            head = self.paragraph.parsed.tokens[index].head
            if head != index:
                found.setdefault(head, []).append(index)
        return found


def paragraphs(source: str, blocks: Sequence[Block], parser: Parser) -> list[Paragraph]:
    """Every block with words, parsed; ``source`` is the id of the source they stand in."""
    texts = [block.view.text.replace("\n", " ").replace("\t", " ") for block in blocks]
    spans = [tuple(sentence_spans(text, "en")) for text in texts]
    starts = [[start for start, _ in found] for found in spans]
    parses = parser.parse(texts, sentences=starts)
    return [
        Paragraph(source, block, text, found, parsed)
        for block, text, found, parsed in zip(blocks, texts, spans, parses, strict=True)
        if found
    ]


def _span(tokens: Sequence[Token], entity: Entity) -> tuple[int, int, str]:
    return tokens[entity.first].start, tokens[entity.last - 1].end, entity.label
