from __future__ import annotations

import sys

import numpy as np
import pytest

from communique.record.errors import MissingExtra
from communique.viewpoints.attributions.boosting import boosted


def test_trees_learn_what_no_single_column_tells() -> None:
    pytest.importorskip("lightgbm")
    random = np.random.default_rng(3)
    rows = random.normal(size=(4000, 3)).astype(np.float32)
    right = (rows[:, 0] > 0) ^ (rows[:, 2] > 0)

    trees = boosted(rows[:3000], right[:3000])

    agreed = (trees.likelihood(rows[3000:]) > 0.5) == right[3000:]
    assert agreed.mean() > 0.95


def test_trees_say_what_their_library_says() -> None:
    lightgbm = pytest.importorskip("lightgbm")
    random = np.random.default_rng(5)
    rows = random.normal(size=(1000, 4)).astype(np.float32)
    right = rows.sum(axis=1) > 0

    once, again = boosted(rows, right), boosted(rows, right)

    assert lightgbm
    assert (once.likelihood(rows) == again.likelihood(rows)).all()
    assert once.likelihood(rows[right]).mean() > 0.8 > 0.2 > once.likelihood(rows[~right]).mean()


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lightgbm", None)

    with pytest.raises(MissingExtra, match="communique\\[train\\]"):
        boosted(np.zeros((2, 1), np.float32), np.array([True, False]))
