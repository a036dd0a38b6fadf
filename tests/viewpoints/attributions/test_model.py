from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from communique.engines.language.english import EnglishParser
from communique.record.errors import InputError
from communique.viewpoints.attributions import attributions_of_text
from communique.viewpoints.attributions.boosting import Trees
from communique.viewpoints.attributions.features import BUCKETS, hashed
from communique.viewpoints.attributions.model import FORMAT, AttributionModel
from communique.viewpoints.attributions.traits import NAMES, NUMBERS


def model(**weights: float) -> AttributionModel:
    """A model that believes a cue when the first look gives it more than an even chance."""
    array = np.zeros(BUCKETS, np.float32)
    for feature, weight in weights.items():
        array[hashed([feature.replace("_", " ")])] = weight
    trust = len(NAMES) + len(NUMBERS) + 2
    return AttributionModel(array, {name: {} for name in NAMES}, split(trust, 0.5), threshold=0.5)


def split(column: int, at: float) -> Trees:
    """One tree of one split: surely wrong up to ``at``, surely right above."""
    return Trees(
        roots=np.array([0], np.int32),
        column=np.array([column, -1, -1], np.int32),
        value=np.array([at, -5, 5], np.float32),
        lower=np.array([1, 0, 0], np.int32),
        higher=np.array([2, 0, 0], np.int32),
    )


def test_a_model_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "attributions.npz"
    made = model(bias=-2.0, l_say=6.5)
    made.save(path)

    loaded = AttributionModel.load(path)

    assert loaded.threshold == 0.5
    assert loaded.encoding == made.encoding
    assert loaded.weights[hashed(["l say"])] == pytest.approx(6.5)
    rows = np.eye(60, dtype=np.float32)
    assert (loaded.trees.likelihood(rows) == made.trees.likelihood(rows)).all()


def test_weights_decide_which_cues_attribute(parser: EnglishParser) -> None:
    text = "The chair said that the hall was full. The mayor thinks that it was empty."
    trusting = model(bias=-6.0, l_think=9.0)

    found = attributions_of_text(text, parser, trusting.choose)

    assert [text[slice(*one.cue[0])] for one in found] == ["thinks"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"not a model", pickle.dumps([1])])
def test_a_file_that_is_no_model_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(content)

    with pytest.raises(InputError, match="not an attribution model"):
        AttributionModel.load(path)


def test_pickled_objects_in_a_model_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    np.savez(path, format=FORMAT, weights=np.array([{}], dtype=object))

    with pytest.raises(InputError, match="not an attribution model"):
        AttributionModel.load(path)


def test_a_model_of_another_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    np.savez(path, format=FORMAT, weights=np.zeros(8, np.float16))

    with pytest.raises(InputError, match="another version"):
        AttributionModel.load(path)


def test_a_model_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    np.savez(path, format=FORMAT + 1, weights=np.zeros(BUCKETS, np.float16))

    with pytest.raises(InputError, match="another version"):
        AttributionModel.load(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        AttributionModel.load(tmp_path / "absent.npz")
