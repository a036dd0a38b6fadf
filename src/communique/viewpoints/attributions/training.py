"""Making an attribution model from a user's own copy of an annotated corpus.

The second look must learn how far the first is to be trusted on texts it has not seen. So the first
look is fitted several times, each time without a part of the articles, and shown to the second on
that part only; the one that is kept is fitted on all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from communique.record.errors import InputError
from communique.viewpoints.attributions.boosting import boosted
from communique.viewpoints.attributions.corpus import Article, articles
from communique.viewpoints.attributions.document import attributions_of_text
from communique.viewpoints.attributions.examples import Example, examples, groups
from communique.viewpoints.attributions.features import BUCKETS
from communique.viewpoints.attributions.learning import fitted
from communique.viewpoints.attributions.measuring import Score, score
from communique.viewpoints.attributions.model import (
    AttributionModel,
    Encoding,
    rows,
    standing,
)
from communique.viewpoints.attributions.traits import HOPELESS, NAMES, Standing
from communique.viewpoints.parse import Parser

Progress = Callable[[str, int, int], None]
Paragraph = list[Example]

_PARTS = 4
_PASSES = 6
_PENALTY = 3e-3
# Rows that a value of a name must outweigh before its own share counts as much as the general one.
_SMOOTHING = 20
_THRESHOLD = 0.38


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
    when there are too few articles, MissingExtra without the extra ``train``.
    """
    learnt = list(articles(corpus / "train"))
    if len(learnt) < _PARTS:
        remedy = f"Give at least {_PARTS} articles, better some hundreds"
        raise InputError("too few articles to learn from", file=str(corpus), remedy=remedy)
    model = _learnt(learnt, parser, progress)
    model.save(output)
    return Metrics(
        articles=len(learnt),
        attributions=sum(len(article.attributions) for article in learnt),
        malformed=sum(article.malformed for article in learnt),
        held_out=_measured(corpus / "dev", model, parser, progress),
    )


def _learnt(learnt: list[Article], parser: Parser, progress: Progress) -> AttributionModel:
    parts: list[list[Paragraph]] = [[] for _ in range(_PARTS)]
    for number, article in enumerate(learnt, 1):
        parts[number % _PARTS].extend(examples(article, parser))
        progress("reading", number, len(learnt))
    weights = _weights(chain.from_iterable(parts), 0, progress)
    seen = list(_seen_afresh(parts, progress))
    encoding = _encoding(seen)
    second = [
        rows([example.readings for example in paragraph], standings, which, encoding)
        for paragraph, standings in seen
        for which in _hopeful(standings)
    ]
    trees = boosted(np.vstack(second), _right(seen))
    return AttributionModel(weights, encoding, trees, _THRESHOLD)


def _weights(
    paragraphs: Iterable[Paragraph], done: int, progress: Progress
) -> NDArray[np.float32]:
    return fitted(
        groups(chain.from_iterable(paragraphs)), BUCKETS, passes=_PASSES, penalty=_PENALTY,
        progress=lambda passes, _: progress(
            "learning", done * _PASSES + passes, (_PARTS + 1) * _PASSES
        ),
    )


def _seen_afresh(
    parts: list[list[Paragraph]], progress: Progress
) -> Iterator[tuple[Paragraph, list[Standing]]]:
    """Every paragraph with the first look of weights that were fitted without it."""
    for i, part in enumerate(parts):
        others = [paragraph for j, other in enumerate(parts) if j != i for paragraph in other]
        weights = _weights(others, i + 1, progress)
        for paragraph in part:
            yield paragraph, [standing(example.readings, weights) for example in paragraph]


def _hopeful(standings: list[Standing]) -> list[int]:
    return [i for i, cue in enumerate(standings) if cue.trust > HOPELESS]


def _right(seen: list[tuple[Paragraph, list[Standing]]]) -> NDArray[np.bool_]:
    worth = [
        paragraph[which].worth for paragraph, standings in seen for which in _hopeful(standings)
    ]
    return np.asarray(np.concatenate(worth) > 0)


def _encoding(seen: list[tuple[Paragraph, list[Standing]]]) -> Encoding:
    """For each name the share of right readings among those that have each of its values."""
    right = _right(seen)
    values = [
        reading.names
        for paragraph, standings in seen
        for which in _hopeful(standings)
        for reading in paragraph[which].readings
    ]
    general = float(right.mean())
    return {
        name: _shares((names[column] for names in values), right, general)
        for column, name in enumerate(NAMES)
    }


def _shares(
    values: Iterable[str], right: NDArray[np.bool_], general: float
) -> dict[str, float]:
    counts: dict[str, tuple[int, int]] = {}
    for value, is_right in zip(values, right.tolist(), strict=True):
        hits, total = counts.get(value, (0, 0))
        counts[value] = hits + is_right, total + 1
    return {
        value: (hits + _SMOOTHING * general) / (total + _SMOOTHING)
        for value, (hits, total) in counts.items()
    }


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
