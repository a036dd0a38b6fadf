"""How often, where and by whom each word of a meeting was said."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.viewpoints.selection.words import words


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a meeting; ``turn`` numbers the intervention it belongs to, from 0."""

    text: str
    speaker: str | None = None
    turn: int = 0


@dataclass(slots=True)
class Word:
    """One word's record in a meeting; ``first`` and ``last`` are places from 0 to 1."""

    count: int = 0
    turns: int = 0
    speakers: set[str | None] = field(default_factory=set)
    first: float = 0.0
    last: float = 0.0
    capitals: int = 0
    last_turn: int = -1


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting counted once, for every question that is then asked of it."""

    lines: tuple[Line, ...]
    stems: tuple[tuple[str, ...], ...]
    vocabulary: dict[str, Word]
    speakers: int
    total: int

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Meeting:
        stems = tuple(tuple(words(line.text)) for line in lines)
        vocabulary: dict[str, Word] = {}
        for place, (line, said) in enumerate(zip(lines, stems, strict=True)):
            capitals = _capitals(line.text)
            for stem in said:
                _count(vocabulary.setdefault(stem, Word()), stem, line, place / len(lines), capitals)
        return cls(
            tuple(lines), stems, vocabulary, len({line.speaker for line in lines}),
            sum(map(len, stems)),
        )  # fmt: skip

    def pairs(self, lines: Iterable[int]) -> Counter[tuple[str, str]]:
        """How often, in the given lines, each word follows each."""
        return Counter(pair for i in lines for pair in itertools.pairwise(self.stems[i]))


def _count(word: Word, stem: str, line: Line, place: float, capitals: frozenset[str]) -> None:
    if not word.count:
        word.first = place
    word.count += 1
    word.last = place
    word.speakers.add(line.speaker)
    word.capitals += stem in capitals
    if line.turn != word.last_turn:
        word.turns += 1
        word.last_turn = line.turn


def _capitals(text: str) -> frozenset[str]:
    """The words that are capitalised though they do not open the sentence."""
    named = " ".join(part for part in text.split()[1:] if part[:1].isupper())
    return frozenset(words(named)) if named else frozenset()
