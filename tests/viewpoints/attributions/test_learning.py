from __future__ import annotations

import numpy as np

from communique.viewpoints.attributions.learning import Groups, fitted


def test_the_right_reading_rises_and_a_cue_without_one_sinks() -> None:
    # Feature 1 marks right readings, 2 wrong ones beside them, 3 cues that attribute nothing.
    rows = [[0, 1], [0, 2], [0, 3], [0, 3]] * 50
    worth = [1.0, 0.0, 0.0, 0.0] * 50
    starts = [start for i in range(50) for start in (4 * i, 4 * i + 2)] + [200]
    groups = Groups(
        np.array(rows, np.int32), np.array(worth, np.float32), np.array(starts, np.int64)
    )
    passes: list[int] = []

    weights = fitted(
        groups, 4, passes=6, penalty=1e-4, progress=lambda done, _: passes.append(done)
    )

    right, wrong, nothing = (weights[0] + weights[feature] for feature in (1, 2, 3))
    assert right > 0 > nothing
    assert right > wrong
    assert passes == [1, 2, 3, 4, 5, 6]
