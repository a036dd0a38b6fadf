"""Learning weights for groups of readings of which at most one should be chosen.

A conditional logit model: the readings of a group and "none of them" (score 0) share one
probability. Weights are fitted by AdaGrad on small batches of groups and averaged over the later
half of the passes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

_BATCH = 128
_RATE = 0.1
_FIRST_STEP = 1e-2


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """``features``: one row of hashed features a reading; ``starts``: where each group begins,
    with the number of readings at the end; ``worth``: how right a reading is (0 to 1)."""

    features: NDArray[np.int32]
    worth: Floats
    starts: Integers

    def __len__(self) -> int:
        return len(self.starts) - 1


def fitted(
    groups: Groups,
    buckets: int,
    *,
    passes: int,
    penalty: float,
    progress: Callable[[int, int], None],
    seed: int = 0,
) -> Floats:
    """Weights; ``penalty`` is the L2 penalty a group. ``progress`` is told of each pass."""
    random = np.random.default_rng(seed)
    weights = np.zeros(buckets, np.float32)
    squares = np.full(buckets, _FIRST_STEP, np.float32)
    total = np.zeros(buckets, np.float64)
    for number in range(passes):
        order = random.permutation(len(groups))
        for first in range(0, len(order), _BATCH):
            _step(groups, order[first : first + _BATCH], weights, squares, penalty)
        if 2 * number >= passes:
            total += weights
        progress(number + 1, passes)
    return (total / (passes - (passes + 1) // 2)).astype(np.float32)


def _step(
    groups: Groups, chosen: Integers, weights: Floats, squares: Floats, penalty: float
) -> None:
    sizes = groups.starts[chosen + 1] - groups.starts[chosen]
    rows = np.concatenate([np.arange(groups.starts[g], groups.starts[g + 1]) for g in chosen])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    features = groups.features[rows]
    error = _error(weights[features].sum(axis=1), groups.worth[rows], starts, sizes)
    touched, inverse = np.unique(features.ravel(), return_inverse=True)
    slope = np.bincount(inverse, np.repeat(error, features.shape[1]))
    slope += penalty * len(chosen) * weights[touched]
    squares[touched] += (slope * slope).astype(np.float32)
    weights[touched] -= (_RATE * slope / np.sqrt(squares[touched])).astype(np.float32)


def _error(
    scores: Floats, worth: Floats, starts: Integers, sizes: Integers
) -> NDArray[np.float64]:
    """Likelihood given by the weights, less the likelihood that the right readings should have."""
    top = np.repeat(np.maximum(np.maximum.reduceat(scores, starts), 0), sizes)
    raised = np.exp(scores - top)
    nothing = np.exp(-top)[starts]
    likelihood = raised / np.repeat(np.add.reduceat(raised, starts) + nothing, sizes)
    wanted = likelihood * worth
    total = np.repeat(np.add.reduceat(wanted, starts), sizes)
    right = np.divide(wanted, total, where=total > 0, out=np.zeros_like(wanted))
    return np.asarray(likelihood - right, np.float64)
