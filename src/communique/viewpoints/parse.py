"""What the understanding of text asks of a parser, without knowing which parser it is.

Labels follow the Universal POS tags, the ClearNLP dependency labels that English spaCy pipelines
use (nsubj, ccomp, dobj, prep, pobj, advcl, parataxis, ...), and the OntoNotes entity types.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Token:
    """One token; ``start``/``end`` are character offsets in the parsed text, ``head`` an index."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity over the tokens ``[first, last)``; ``label`` is PERSON, ORG, GPE, ..."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed text; ``sentences`` are half-open ranges of token indexes."""

    text: str
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
    sentences: tuple[tuple[int, int], ...]


class Parser(Protocol):
    """Parses texts of the languages it was made for."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def languages(self) -> frozenset[str]: ...

    def parse(
        self,
        texts: Iterable[str],
        *,
        sentences: Sequence[Sequence[int]] | None = None,
        entities: bool = True,
    ) -> Iterator[Parsed]:
        """One :class:`Parsed` a text, in order.

        ``sentences``: for each text the character offsets at which a sentence must begin; the
        parser then adds no boundary of its own. Without ``entities`` none are looked for, which
        takes less time.
        """
        ...
