"""Who said what in published reports, against a gold annotation and two rules that are given the names.

    python benchmarks/published_reports.py FOLDER --score PATH/TO/score.py

FOLDER holds pairs ``NAME.txt`` and ``NAME.gold.json``. The named alternatives are computed in the same
run from the gold's own names: "only sentences with the name", and "name carries on to the end of the
paragraph". The false-attribution rate is the share of given sentences that are not that person's.
"""

from __future__ import annotations

import argparse
import dataclasses
import importlib.util
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.engines.language.english import EnglishParser
from communique.record.names import name_words
from communique.record.readers import plain
from communique.record.readers.raw import RawFile
from communique.record.reading import Reading
from communique.record.sentences import sentence_spans
from communique.viewpoints.published import understand

Spans = list[tuple[str, tuple[int, int]]]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--score", type=Path, required=True, help="the scorer's score.py")
    given = asked.parse_args()
    scorer = _loaded(given.score)
    parser = EnglishParser()
    list(parser.parse(["The first parse pays for loading."]))
    totals: dict[str, Counter[str]] = {}
    words, seconds = 0, 0.0
    for gold_path in sorted(given.folder.glob("*.gold.json")):
        text_path = gold_path.with_name(gold_path.name.replace(".gold.json", ".txt"))
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        begun = time.process_time()
        record, reading = _understood(text_path, parser)
        seconds += time.process_time() - begun
        words += len(reading.text.split())
        _count(totals, scorer.score(record, gold))
        for name, spans in _alternatives(reading, gold):
            _add(totals, name, **_compared(scorer, spans, gold))
    _print(totals, words, seconds)


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _understood(path: Path, parser: EnglishParser) -> tuple[dict[str, Any], Reading]:
    reading = plain.read(RawFile.at(path))
    found = understand([("s1", reading)], parser)
    return {
        "participants": [dataclasses.asdict(one) for one in found.participants],
        "passages": [dataclasses.asdict(one) for one in found.passages],
        "sessions": [dataclasses.asdict(one) for one in found.sessions],
        "edition": dataclasses.asdict(found.edition),
        "references": [],
    }, reading


def _count(totals: dict[str, Counter[str]], result: dict[str, Any]) -> None:
    for key in ("people", "country", "roles", "views"):
        _add(totals, key, **{k: result[key][k] for k in ("tp", "predicted", "gold")})
    for key in ("post", "institution"):
        _add(totals, key, tp=result[key]["right"], predicted=result[key]["of"], gold=result[key]["of"])


def _add(totals: dict[str, Counter[str]], name: str, **counts: int) -> None:
    totals.setdefault(name, Counter()).update(counts)


def _alternatives(reading: Reading, gold: dict[str, Any]) -> Iterator[tuple[str, Spans]]:
    """The sentences each rule gives to each person, given the gold's names and our paragraphs."""
    people = {person["id"]: {*name_words(person["name"])[:1], *name_words(person["name"])[-1:]}
              for person in gold["persons"]}
    naming: Spans = []
    carrying: Spans = []
    for block in reading.blocks:
        speaker: str | None = None
        for first, last in sentence_spans(block.view.text):
            span = block.view.span(first, last)
            words = set(name_words(block.view.text[first:last]))
            named = [who for who, parts in people.items() if words & parts]
            naming += [(who, span) for who in named]
            speaker = named[0] if named else speaker
            carrying += [(who, span) for who in named] or ([(speaker, span)] if speaker else [])
    yield "rule: only sentences with the name", naming
    yield "rule: name carries on in its paragraph", carrying


def _compared(scorer: ModuleType, spans: Spans, gold: dict[str, Any]) -> dict[str, int]:
    record = {
        "participants": [{"id": person["id"], "name": person["name"]} for person in gold["persons"]],
        "passages": [{"voice": "view", "start": s, "end": e, "attributed_to": [who]} for who, (s, e) in spans],
    }
    views = scorer.score(record, gold)["views"]
    return {key: views[key] for key in ("tp", "predicted", "gold")}


def _print(totals: dict[str, Counter[str]], words: int, seconds: float) -> None:
    print(f"{'what':40} {'P':>6} {'R':>6} {'F1':>6}   right/given/gold")
    for name, counts in totals.items():
        right, given, gold = counts["tp"], counts["predicted"], counts["gold"]
        precision, recall = right / given if given else 0.0, right / gold if gold else 0.0
        both = 2 * precision * recall / (precision + recall) if right else 0.0
        print(f"{name:40} {precision:6.3f} {recall:6.3f} {both:6.3f}   {right}/{given}/{gold}")
    views = totals.get("views", Counter())
    if views["predicted"]:
        print(f"false-attribution rate {1 - views['tp'] / views['predicted']:.3f}")
    if seconds:
        print(f"{words} words, {words / seconds:,.0f} words per CPU second end to end")


if __name__ == "__main__":
    main()
