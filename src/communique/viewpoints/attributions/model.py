"""A trained choice among candidates, read from a file that the user made from a corpus copy."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from communique.record.errors import InputError
from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.features import BUCKETS, Surroundings, features, hashed
from communique.viewpoints.attributions.settling import Choice, with_quotations
from communique.viewpoints.attributions.tree import Range, Tree
from communique.viewpoints.attributions.variants import Variant, variants

FORMAT = 1
_ALIKE = 0.5
_REMEDY = "Make it again with: communique train"


@dataclass(frozen=True, slots=True)
class Reading:
    """A variant of a candidate with its whole quotations, and its hashed features."""

    candidate: Candidate
    features: list[int]


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
    return Reading(whole, hashed(features(near, variant)))


@dataclass(frozen=True, slots=True, eq=False)
class AttributionModel:
    """Weights of hashed features.

    The readings of a cue and "it attributes nothing" share one probability; a cue whose readings
    together pass ``threshold`` is attributed by the likeliest of them.
    """

    weights: NDArray[np.float32]
    threshold: float

    def choose(
        self, tree: Tree, quoted: Sequence[Range], found: Sequence[Candidate]
    ) -> list[Choice]:
        choices = (self._best(cue) for cue in readings(tree, quoted, found))
        return _distinct(choice for choice in choices if choice.trust > self.threshold)

    def _best(self, cue: Sequence[Reading]) -> Choice:
        scores = self.weights[np.array([reading.features for reading in cue])].sum(axis=1)
        top = max(float(scores.max()), 0.0)
        likelihoods = np.exp(scores - top)
        nothing = float(np.exp(-top))
        trust = 1 - nothing / (nothing + float(likelihoods.sum()))
        return Choice(cue[int(scores.argmax())].candidate, trust)

    def save(self, path: Path) -> None:
        with path.open("wb") as file:
            np.savez_compressed(
                file, format=FORMAT, threshold=self.threshold,
                weights=self.weights.astype(np.float16),
            )

    @classmethod
    def load(cls, path: Path) -> AttributionModel:
        """Raises InputError where ``path`` is no such model; nothing in it is ever executed."""
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
                made = int(data["format"])
                weights = data["weights"].astype(np.float32)
                threshold = float(data["threshold"])
        except FileNotFoundError as error:
            raise InputError("there is no such file", file=str(path), remedy=_REMEDY) from error
        except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
            problem = "this is not an attribution model"
            raise InputError(problem, file=str(path), remedy=_REMEDY) from error
        if made != FORMAT or weights.shape != (BUCKETS,):
            problem = "this attribution model was made by another version"
            raise InputError(problem, file=str(path), remedy=_REMEDY)
        return cls(weights, threshold)


def _distinct(choices: Iterable[Choice]) -> list[Choice]:
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
