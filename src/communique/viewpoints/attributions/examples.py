"""The readings of an annotated article, and how right each of them is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.candidates import candidates
from communique.viewpoints.attributions.corpus import Annotated, Article
from communique.viewpoints.attributions.document import characters, quoted_tree
from communique.viewpoints.attributions.learning import Groups
from communique.viewpoints.attributions.measuring import (
    AGREEING,
    Worded,
    Words,
    agreement,
    worded,
)
from communique.viewpoints.attributions.model import Reading, readings
from communique.viewpoints.attributions.paragraphs import paragraphs
from communique.viewpoints.attributions.tree import Tree
from communique.viewpoints.parse import Parser


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A cue: its readings, the worth of each (0: wrong, 1: exactly right), and whether it stands
    inside what somebody is said to say, where nobody marked it one way or the other."""

    readings: Sequence[Reading]
    worth: NDArray[np.float32]
    is_inside: bool

    @property
    def is_telling(self) -> bool:
        """Whether it shows what attributes and what does not."""
        return bool(self.worth.any()) or not self.is_inside


def examples(article: Article, parser: Parser) -> list[list[Example]]:
    """The cues of each paragraph."""
    marks = _Marks(article)
    spans = paragraphs(article.text)
    parsed = parser.parse((article.text[start:end] for start, end in spans), entities=False)
    found = []
    for (start, _), paragraph in zip(spans, parsed, strict=True):
        tree, quoted = quoted_tree(paragraph)
        cues = readings(tree, quoted, candidates(tree, quoted))
        found.append([marks.example(tree, start, cue) for cue in cues])
    return found


def groups(found: Iterable[Example]) -> Groups:
    """The telling ones, to learn from."""
    telling = [example for example in found if example.is_telling]
    sizes = [len(example.readings) for example in telling]
    return Groups(
        features=np.stack([one.features for example in telling for one in example.readings]),
        worth=np.concatenate([example.worth for example in telling]),
        starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
    )


class _Marks:
    """What people marked in an article."""

    def __init__(self, article: Article) -> None:
        self._words = Words(article.text)
        self._marked = [worded(self._words, one) for one in article.attributions]
        self._said = frozenset[int]().union(*(one.content for one in self._marked))

    def example(self, tree: Tree, start: int, cue: Sequence[Reading]) -> Example:
        worth = [self._worth(tree, start, reading.candidate) for reading in cue]
        head = tree.tokens[cue[0].candidate.head]
        place = self._words.within(((head.start + start, head.end + start),))
        return Example(cue, np.array(worth, np.float32), bool(place & self._said))

    def _worth(self, tree: Tree, start: int, candidate: Candidate) -> float:
        """How well a reading agrees with one that was marked at the same cue."""
        ours = worded(self._words, _placed(tree, start, candidate))
        best = max((agreement(ours, other) for other in self._at(ours)), default=0.0)
        return best * best if best >= AGREEING else 0.0

    def _at(self, ours: Worded) -> Iterator[Worded]:
        return (other for other in self._marked if not other.cue or ours.cue & other.cue)


def _placed(tree: Tree, start: int, candidate: Candidate) -> Annotated:
    source = [] if candidate.source is None else [candidate.source.span]
    spans = (characters(tree, part, start) for part in (source, [candidate.cue], candidate.content))
    return Annotated(*spans)
