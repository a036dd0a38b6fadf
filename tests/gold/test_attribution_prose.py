"""The scorer of benchmarks/attribution_prose.py: right answers score full marks, wrong ones show."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "attribution_prose.py"


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("attribution_prose", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def record_of(gold: dict[str, Any], *, speaker: str | None = None) -> dict[str, Any]:
    """The record that says exactly what ``gold`` says, or gives every sentence to ``speaker``."""
    people = [{"id": f"p-{p['id']}", "name": p["name"], "other_labels": []} for p in gold["persons"]]
    passages = [
        {
            "start": row["span"][0], "end": row["span"][1], "voice": "view",
            "attributed_to": [f"p-{s}" for s in ([speaker] if speaker else row["speakers"])],
        }
        for row in gold["sentences"]
    ]
    return {"participants": people, "passages": passages}


def scored(scorer: ModuleType, **wrong: str) -> Any:
    texts = list(scorer.texts("dev", english=True))
    return scorer.score((t, scorer.given_by(record_of(t.gold, **wrong), t)) for t in texts)


def test_the_gold_itself_scores_full_marks(scorer: ModuleType) -> None:
    score = scored(scorer)
    assert score.false == 0
    assert score.found == score.given == score.wanted
    assert score.right == score.of


def test_giving_everything_to_one_person_is_mostly_false(scorer: ModuleType) -> None:
    texts = list(scorer.texts("dev", english=True))
    text = texts[0]
    everything = record_of(text.gold, speaker=text.gold["persons"][0]["id"])
    score = scorer.score([(text, scorer.given_by(everything, text))])
    assert score.given == score.sentences
    assert score.false > score.given / 2
    assert score.right["collective"] == 0


def test_a_speaker_whom_the_gold_does_not_know_is_a_false_carry(scorer: ModuleType) -> None:
    text = next(scorer.texts("dev", english=True))
    record = record_of(text.gold)
    for participant in record["participants"]:
        participant["name"] = f"Somebody {participant['id']}"
    score = scorer.score([(text, scorer.given_by(record, text))])
    assert score.false == score.given > 0


def test_half_a_sentence_is_needed_to_give_it(scorer: ModuleType) -> None:
    text = next(scorer.texts("dev", english=True))
    record = record_of(text.gold)
    for passage in record["passages"]:
        passage["end"] = passage["start"] + (passage["end"] - passage["start"]) // 3
    assert scorer.score([(text, scorer.given_by(record, text))]).given == 0


def test_the_paragraph_rule_finds_more_than_the_name_alone(scorer: ModuleType) -> None:
    texts = list(scorer.texts("dev", english=True))
    carried = scorer.score((t, scorer.by_paragraph(t)) for t in texts)
    named = scorer.score((t, scorer.by_name(t)) for t in texts)
    assert carried.found > named.found
    assert carried.of == named.of
