"""Making an attribution model from a user's own copy of an annotated corpus."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.candidates import candidates
from communique.viewpoints.attributions.corpus import Annotated, Article, articles
from communique.viewpoints.attributions.document import (
    attributions_of_text,
    characters,
    quoted_tree,
)
from communique.viewpoints.attributions.features import BUCKETS
from communique.viewpoints.attributions.learning import Groups, fitted
from communique.viewpoints.attributions.measuring import (
    AGREEING,
    Score,
    Worded,
    Words,
    agreement,
    score,
    worded,
)
from communique.viewpoints.attributions.model import AttributionModel, Reading, readings
from communique.viewpoints.attributions.paragraphs import paragraphs
from communique.viewpoints.attributions.tree import Tree
from communique.viewpoints.parse import Parser

Progress = Callable[[str, int, int], None]

_PASSES = 8
_PENALTY = 2e-3
# The likelihood above which a cue is attributed, chosen on held-out articles of a training split.
_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Metrics:
    """What was learnt from, and how the model does on the split kept apart (if there is one)."""

    articles: int
    attributions: int
    malformed: int
    held_out: Score | None


def train(corpus: Path, output: Path, *, parser: Parser, progress: Progress) -> Metrics:
    """Learn from ``corpus/train``, write the model to ``output``, measure it on ``corpus/dev``.

    ``progress`` is told the step, how much of it is done, and how much there is. Raises InputError
    when there is no training split.
    """
    learnt = list(articles(corpus / "train"))
    examples = _Examples()
    for number, article in enumerate(learnt, 1):
        examples.add(article, parser)
        progress("reading", number, len(learnt))
    weights = fitted(
        examples.groups(), BUCKETS, passes=_PASSES, penalty=_PENALTY,
        progress=lambda done, total: progress("learning", done, total),
    )
    model = AttributionModel(weights, _THRESHOLD)
    model.save(output)
    return Metrics(
        articles=len(learnt),
        attributions=sum(len(article.attributions) for article in learnt),
        malformed=sum(article.malformed for article in learnt),
        held_out=_measured(corpus / "dev", model, parser, progress),
    )


def _measured(
    split: Path, model: AttributionModel, parser: Parser, progress: Progress
) -> Score | None:
    if not split.is_dir():
        return None
    held_out = list(articles(split))
    total = Score()
    for number, article in enumerate(held_out, 1):
        found = attributions_of_text(article.text, parser, model.choose)
        total += score(article.text, found, article.attributions)
        progress("measuring", number, len(held_out))
    return total


class _Examples:
    """The readings of all cues that were seen, and how right each is."""

    def __init__(self) -> None:
        self._features = array("i")
        self._worth = array("f")
        self._starts = array("q")

    def add(self, article: Article, parser: Parser) -> None:
        words = Words(article.text)
        marked = [worded(words, one) for one in article.attributions]
        said = frozenset().union(*(one.content for one in marked))
        spans = paragraphs(article.text)
        parsed = parser.parse(article.text[start:end] for start, end in spans)
        for (start, _), paragraph in zip(spans, parsed, strict=True):
            tree, quoted = quoted_tree(paragraph)
            for cue in readings(tree, quoted, candidates(tree, quoted)):
                worths = [_worth(words, tree, start, reading.candidate, marked) for reading in cue]
                if any(worths) or not _is_said(words, tree, start, cue, said):
                    self._keep(cue, worths)

    def _keep(self, cue: Sequence[Reading], worths: Sequence[float]) -> None:
        self._starts.append(len(self._worth))
        for reading, worth in zip(cue, worths, strict=True):
            self._features.extend(reading.features)
            self._worth.append(worth)

    def groups(self) -> Groups:
        readings_seen = len(self._worth)
        return Groups(
            np.frombuffer(self._features, np.int32).reshape(readings_seen, -1),
            np.frombuffer(self._worth, np.float32),
            np.array([*self._starts, readings_seen], np.int64),
        )


def _is_said(
    words: Words, tree: Tree, start: int, cue: Sequence[Reading], said: frozenset[int]
) -> bool:
    """Whether the cue stands inside what somebody else is said to say."""
    head = tree.tokens[cue[0].candidate.head]
    return bool(words.within(((head.start + start, head.end + start),)) & said)


def _worth(
    words: Words, tree: Tree, start: int, candidate: Candidate, marked: Sequence[Worded]
) -> float:
    """How well a reading agrees with one that a person marked at the same cue."""
    ours = worded(words, _placed(tree, start, candidate))
    best = max((agreement(ours, other) for other in _at_cue(ours, marked)), default=0.0)
    return best * best if best >= AGREEING else 0.0


def _at_cue(ours: Worded, marked: Sequence[Worded]) -> Iterator[Worded]:
    return (other for other in marked if not other.cue or ours.cue & other.cue)


def _placed(tree: Tree, start: int, candidate: Candidate) -> Annotated:
    source = [] if candidate.source is None else [candidate.source.span]
    spans = (characters(tree, part, start) for part in (source, [candidate.cue], candidate.content))
    return Annotated(*spans)
