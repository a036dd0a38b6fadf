"""A trained choice among candidates, read from a file that the user made from a corpus copy.

It looks twice. The first look gives each reading of a cue a linear score from hashed features; the
readings and "it attributes nothing" (score 0) share one probability. The second weighs the readings
of the cues that are not hopeless by boosted trees over a few traits, the first look's trust in the
cues around among them.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.record.errors import InputError
from communique.record.whole_files import write_whole
from communique.viewpoints.attributions.boosting import Matrix, Trees
from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.features import (
    BUCKETS,
    ReadingFeatures,
    Surroundings,
    hashed,
)
from communique.viewpoints.attributions.settling import Choice, with_quotations
from communique.viewpoints.attributions.traits import (
    HOPELESS,
    NAMES,
    Standing,
    names_of,
    numbers_of,
    standing_of,
    stood,
)
from communique.viewpoints.attributions.tree import Range, Tree
from communique.viewpoints.attributions.variants import Variant, variants

FORMAT = 2
_ALIKE = 0.5
_REMEDY = "Make it again with: communique train"

Encoding = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A variant of a candidate with its whole quotations, and what the two looks go by."""

    candidate: Candidate
    features: NDArray[np.int32]
    names: tuple[str, ...]
    numbers: tuple[float, ...]


def readings(
    tree: Tree, quoted: Sequence[Range], found: Sequence[Candidate]
) -> list[list[Reading]]:
    """All readings of the candidates, those of one cue together."""
    near = Surroundings(tree, quoted, found)
    cues: dict[int, list[Reading]] = {}
    for candidate in found:
        for variant in variants(tree, candidate):
            reading = _reading(near, quoted, variant)
            cues.setdefault(candidate.head, []).append(reading)
    return list(cues.values())


def _reading(near: Surroundings, quoted: Sequence[Range], variant: Variant) -> Reading:
    whole = with_quotations(near.tree, quoted, variant.candidate)
    it = ReadingFeatures(near, variant)
    return Reading(whole, hashed(it.all()), names_of(it), numbers_of(it))


def standing(cue: Sequence[Reading], weights: NDArray[np.float32]) -> Standing:
    """The first look at a cue."""
    scores = weights[np.stack([reading.features for reading in cue])].sum(axis=1)
    return stood([reading.candidate for reading in cue], scores)


def rows(
    cues: Sequence[Sequence[Reading]], standings: Sequence[Standing], which: int, encoding: Encoding
) -> Matrix:
    """What the trees see of cue ``which``, one row a reading."""
    tables = [encoding[name] for name in NAMES]
    named = [
        [table.get(value, 0.0) for table, value in zip(tables, reading.names, strict=True)]
        for reading in cues[which]
    ]
    numbers = [reading.numbers for reading in cues[which]]
    return np.hstack(
        [np.array(named, np.float32), np.array(numbers, np.float32), standing_of(standings, which)]
    )


@dataclass(frozen=True, slots=True, eq=False)
class AttributionModel:
    """``weights`` of the first look; ``encoding`` and ``trees`` of the second.

    A cue is attributed by its likeliest reading where that is likelier than ``threshold``.
    """

    weights: NDArray[np.float32]
    encoding: Encoding
    trees: Trees
    threshold: float

    def choose(
        self, tree: Tree, quoted: Sequence[Range], found: Sequence[Candidate]
    ) -> list[Choice]:
        cues = readings(tree, quoted, found)
        standings = [standing(cue, self.weights) for cue in cues]
        choices = (
            self._best(cues, standings, i)
            for i, cue in enumerate(standings)
            if cue.trust > HOPELESS
        )
        return distinct(choice for choice in choices if choice.trust > self.threshold)

    def _best(
        self, cues: Sequence[Sequence[Reading]], standings: Sequence[Standing], which: int
    ) -> Choice:
        likelihood = self.trees.likelihood(rows(cues, standings, which, self.encoding))
        best = int(likelihood.argmax())
        return Choice(cues[which][best].candidate, float(likelihood[best]))

    def save(self, path: Path) -> None:
        file = io.BytesIO()
        np.savez_compressed(
            file, format=FORMAT, threshold=self.threshold,
            encoding=np.array(json.dumps(self.encoding)),
            weights=self.weights.astype(np.float16),
            roots=self.trees.roots, column=self.trees.column, value=self.trees.value,
            lower=self.trees.lower, higher=self.trees.higher,
        )
        write_whole(path, file.getvalue())

    @classmethod
    def load(cls, path: Path) -> AttributionModel:
        """Raises InputError where ``path`` is no such model; nothing in it is ever executed."""
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
                if int(data["format"]) != FORMAT or data["weights"].shape != (BUCKETS,):
                    problem = "this attribution model was made by another version"
                    raise InputError(problem, file=str(path), remedy=_REMEDY)
                return _loaded(data)
        except FileNotFoundError as error:
            raise InputError("there is no such file", file=str(path), remedy=_REMEDY) from error
        except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
            problem = "this is not an attribution model"
            raise InputError(problem, file=str(path), remedy=_REMEDY) from error


def _loaded(data: Any) -> AttributionModel:
    parts = (data[name] for name in ("roots", "column", "value", "lower", "higher"))
    return AttributionModel(
        weights=data["weights"].astype(np.float32),
        encoding=json.loads(str(data["encoding"])),
        trees=Trees(*parts),
        threshold=float(data["threshold"]),
    )


def distinct(choices: Iterable[Choice]) -> list[Choice]:
    """Of choices with much the same content, the most trusted."""
    kept: list[Choice] = []
    for choice in sorted(choices, key=lambda choice: -choice.trust):
        if not any(_overlap(choice.candidate, other.candidate) > _ALIKE for other in kept):
            kept.append(choice)
    return kept


def _overlap(one: Candidate, other: Candidate) -> float:
    """Shared tokens of the contents over all their tokens."""
    shared = sum(
        max(0, min(last, end) - max(first, begin))
        for first, last in one.content
        for begin, end in other.content
    )
    return shared / (one.size + other.size - shared)
