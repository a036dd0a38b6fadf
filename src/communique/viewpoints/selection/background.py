"""What a word is worth before the meeting is known, and the weights learned beside it.

Everything here was learned from the training part of QMSum (MIT): see docs/models/selection.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


class Background(Protocol):
    """Counts over many meetings and their human summaries."""

    @property
    def meetings(self) -> int: ...

    @property
    def total(self) -> int: ...

    def seen(self, stem: str) -> tuple[float, float, float, float]:
        """How often said; in how many meetings; of these, in how many the summary uses it, and in
        how many any answer about the meeting does."""
        ...

    def told(self, first: str, second: str) -> float:
        """In how many meetings some answer has the two words one after the other."""
        ...


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over standardised features; the last weight is the intercept."""

    mean: Vector
    spread: Vector
    weights: Vector

    def probabilities(self, features: Vector) -> Vector:
        """One probability a row of ``features``."""
        standard = (features - self.mean) / self.spread
        result: Vector = 1.0 / (1.0 + np.exp(-(standard @ self.weights[:-1] + self.weights[-1])))
        return result


@dataclass(frozen=True, slots=True)
class Ranker:
    """A linear score over standardised features; only differences between scores mean anything."""

    mean: Vector
    spread: Vector
    weights: Vector

    def scores(self, features: Vector) -> Vector:
        """One score a row of ``features``."""
        result: Vector = (features - self.mean) / self.spread @ self.weights
        return result


@dataclass(frozen=True, slots=True)
class LearnedBackground:
    """The shipped counts; words rarer than the threshold of the training are unknown."""

    meetings: int
    total: int
    stems: dict[str, list[int]]
    pairs: dict[str, int]

    def seen(self, stem: str) -> tuple[float, float, float, float]:
        said, spread, summed_up, answered = self.stems.get(stem, (0, 0, 0, 0))
        return said, spread, summed_up, answered

    def told(self, first: str, second: str) -> float:
        return self.pairs.get(f"{first} {second}", 0)


@dataclass(frozen=True, slots=True)
class Weights:
    """``words`` and ``pairs`` hold one model a task (meeting, speaker, asked); ``rates`` how often a summary
    uses each function word; ``locator`` ranks lines by a question;
     ``mixing`` the few numbers tuned on training meetings."""

    background: Background
    words: dict[str, Logistic]
    pairs: dict[str, Logistic]
    locator: Ranker
    rates: dict[str, dict[str, float]]
    mixing: dict[str, dict[str, float]]
    sha256: str


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that come with the package."""
    import hashlib

    raw = resources.files("communique.viewpoints").joinpath("weights/selection.json").read_bytes()
    return weights_from(json.loads(raw), hashlib.sha256(raw).hexdigest())


def weights_from(plain: dict[str, Any], sha256: str = "") -> Weights:
    """Weights as the training script writes them."""
    background = LearnedBackground(
        plain["meetings"], plain["total"], plain["stems"], plain["pairs"]
    )
    return Weights(
        background,
        {task: Logistic(*_arrays(model)) for task, model in plain["words"].items()},
        {task: Logistic(*_arrays(model)) for task, model in plain["pair_models"].items()},
        Ranker(*_arrays(plain["locator"])),
        plain["rates"],
        plain["mixing"],
        sha256,
    )


def _arrays(plain: dict[str, list[float]]) -> tuple[Vector, Vector, Vector]:
    return np.array(plain["mean"]), np.array(plain["spread"]), np.array(plain["weights"])
