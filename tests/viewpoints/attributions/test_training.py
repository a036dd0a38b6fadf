"""Training on an invented corpus of a few sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("lightgbm")

from communique.engines.language.english import EnglishParser
from communique.record.errors import InputError
from communique.viewpoints.attributions import attributions_of_text
from communique.viewpoints.attributions.model import AttributionModel
from communique.viewpoints.attributions.training import train

PEOPLE = ["The minister", "The envoy", "The mayor", "The chair", "The union", "The council"]
SAID = "that the harbour would stay open"


def article(folder: Path, number: int, person: str) -> None:
    """One attribution by "bellowed", which the lexicon does not know, and one sentence without."""
    text = f"{person} bellowed {SAID}. The ships waited for nine days."
    content = text.index(SAID)
    marks = (
        f"T1\tSource 0 {len(person)}\t{person}\n"
        f"T2\tCue {len(person) + 1} {len(person) + 9}\tbellowed\n"
        f"T3\tContent {content} {content + len(SAID)}\t{SAID}\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
        "T9 malformed\n"
    )
    for name in ("text", "attributions"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "text" / f"a_{number}.txt").write_text(text, encoding="utf-8")
    (folder / "attributions" / f"a_{number}_abcd.ann").write_text(marks, encoding="utf-8")


def test_a_model_learns_a_cue_that_the_lexicon_does_not_know(
    tmp_path: Path, parser: EnglishParser
) -> None:
    for number in range(36):
        article(tmp_path / "train", number, PEOPLE[number % 5])
    article(tmp_path / "dev", 0, PEOPLE[5])
    steps: set[str] = set()

    metrics = train(
        tmp_path, tmp_path / "made.npz", parser=parser,
        progress=lambda step, done, total: steps.add(step),
    )

    assert (metrics.articles, metrics.attributions, metrics.malformed) == (36, 36, 36)
    assert metrics.held_out is not None
    assert metrics.held_out.f1 == 1
    assert steps == {"reading", "learning", "measuring"}
    model = AttributionModel.load(tmp_path / "made.npz")
    text = "The captain bellowed that the anchor was lost."
    (found,) = attributions_of_text(text, parser, model.choose)
    assert text[slice(*found.source[0])] == "The captain"


def test_without_a_split_kept_apart_nothing_is_measured(
    tmp_path: Path, parser: EnglishParser
) -> None:
    for number in range(6):
        article(tmp_path / "train", number, PEOPLE[number])

    metrics = train(tmp_path, tmp_path / "made.npz", parser=parser, progress=lambda *_: None)

    assert metrics.held_out is None


def test_three_articles_are_too_few(tmp_path: Path, parser: EnglishParser) -> None:
    for number in range(3):
        article(tmp_path / "train", number, PEOPLE[number])

    with pytest.raises(InputError, match="too few articles"):
        train(tmp_path, tmp_path / "made.npz", parser=parser, progress=lambda *_: None)


def test_a_folder_that_is_no_corpus_is_an_error(tmp_path: Path, parser: EnglishParser) -> None:
    with pytest.raises(InputError):
        train(tmp_path, tmp_path / "made.npz", parser=parser, progress=lambda *_: None)
    assert not (tmp_path / "made.npz").exists()
