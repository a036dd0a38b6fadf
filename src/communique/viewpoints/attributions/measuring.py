"""How well attributions found agree with attributions marked by a person."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from communique.viewpoints.attributions.values import Spans

_WORD = re.compile(r"\w+(?:['\u2019]\w+)*|[^\w\s]")
AGREEING = 0.5


class Roles(Protocol):
    @property
    def source(self) -> Spans: ...

    @property
    def cue(self) -> Spans: ...

    @property
    def content(self) -> Spans: ...


class Words:
    """The words and marks of a text, to compare spans by."""

    def __init__(self, text: str) -> None:
        bounds = [found.span() for found in _WORD.finditer(text)]
        self._starts = [start for start, _ in bounds]
        self._ends = [end for _, end in bounds]

    def within(self, spans: Spans) -> frozenset[int]:
        """The words that ``spans`` touch."""
        return frozenset(
            word
            for start, end in spans
            for word in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of each role."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def worded(words: Words, roles: Roles) -> Worded:
    return Worded(words.within(roles.source), words.within(roles.cue), words.within(roles.content))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared words over all words; two empty spans agree."""
    union = len(one | other)
    return len(one & other) / union if union else 1.0


def agreement(one: Worded, other: Worded) -> float:
    """The overlap of the contents, 0 when the sources do not agree by half."""
    same = overlap(one.source, other.source) >= AGREEING
    return overlap(one.content, other.content) if same else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Attributions that agree by half in source and content, paired one to one."""

    right: int = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.found + other.found, self.marked + other.marked
        )

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        total = self.found + self.marked
        return 2 * self.right / total if total else 0.0


def score(text: str, found: Iterable[Roles], marked: Iterable[Roles]) -> Score:
    words = Words(text)
    ours = [worded(words, one) for one in found]
    theirs = [worded(words, one) for one in marked]
    pairs = sorted(
        (
            (agreement(one, other), i, j)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
        ),
        reverse=True,
    )
    taken_ours: set[int] = set()
    taken_theirs: set[int] = set()
    for agreed, i, j in pairs:
        if agreed >= AGREEING and i not in taken_ours and j not in taken_theirs:
            taken_ours.add(i)
            taken_theirs.add(j)
    return Score(len(taken_ours), len(ours), len(theirs))
