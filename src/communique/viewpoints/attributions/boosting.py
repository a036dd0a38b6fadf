"""Boosted regression trees: read from their training library once, evaluated by numpy alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.record.errors import MissingExtra

Matrix = NDArray[np.float32]

_ROUNDS = 400
_SMALLEST_LEAF = 100
_SETTINGS = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 15, "max_depth": 8,
    "lambda_l2": 10.0, "feature_fraction": 0.5, "bagging_fraction": 0.8,
    "bagging_freq": 1, "deterministic": True, "seed": 0, "verbose": -1, "num_threads": 2,
}


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Nodes of all trees in one row: at a leaf ``column`` is -1 and ``value`` what it adds."""

    roots: NDArray[np.int32]
    column: NDArray[np.int32]
    value: Matrix
    lower: NDArray[np.int32]
    higher: NDArray[np.int32]

    def likelihood(self, rows: Matrix) -> NDArray[np.float64]:
        """For each row, how likely it is right (0 to 1)."""
        at = np.tile(self.roots, (len(rows), 1))
        while True:
            column = self.column[at]
            if (column < 0).all():
                break
            known = np.take_along_axis(rows, np.maximum(column, 0), axis=1)
            below = np.where(known <= self.value[at], self.lower[at], self.higher[at])
            at = np.where(column < 0, at, below)
        return np.asarray(1 / (1 + np.exp(-self.value[at].sum(axis=1, dtype=np.float64))))


def boosted(rows: Matrix, right: NDArray[np.bool_]) -> Trees:
    """Trees that tell right rows from wrong ones. Raises MissingExtra without the library."""
    try:
        import lightgbm
    except ImportError as error:
        raise MissingExtra("Training an attribution model", extra="train") from error
    data = lightgbm.Dataset(rows, right.astype(np.int8))
    smallest = min(_SMALLEST_LEAF, 1 + len(rows) // 20)
    booster = lightgbm.train({**_SETTINGS, "min_data_in_leaf": smallest}, data, _ROUNDS)
    nodes = _Nodes()
    roots = [nodes.add(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return nodes.trees(roots)


class _Nodes:
    def __init__(self) -> None:
        self._rows: list[tuple[int, float, int, int]] = []

    def add(self, node: Mapping[str, Any]) -> int:
        """Append ``node`` and what lies below it; returns its number."""
        number = len(self._rows)
        if "leaf_value" in node:
            self._rows.append((-1, node["leaf_value"], 0, 0))
            return number
        self._rows.append((0, 0.0, 0, 0))
        lower, higher = self.add(node["left_child"]), self.add(node["right_child"])
        self._rows[number] = node["split_feature"], node["threshold"], lower, higher
        return number

    def trees(self, roots: list[int]) -> Trees:
        column, value, lower, higher = zip(*self._rows, strict=True)
        return Trees(
            np.array(roots, np.int32), np.array(column, np.int32), np.array(value, np.float32),
            np.array(lower, np.int32), np.array(higher, np.int32),
        )
