"""Learns the weights of `communique.viewpoints.selection` from the training part of QMSum.

    python benchmarks/train_selection.py QMSUM/data/ALL            writes weights/selection.json
    python benchmarks/train_selection.py QMSUM/data/ALL --tune     tries mixing weights, on train only

Only the training meetings are read. A meeting's own summary never helps to predict it: its counts
are taken out of the background while its words are learned and while mixing weights are tried.
Deterministic; about half a minute of one core.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from qmsum_corpus import Question, Transcript, transcripts
from qmsum_scoring import answer, scores

from communique.viewpoints.selection import Meeting
from communique.viewpoints.selection.background import (
    Logistic,
    Ranker,
    Vector,
    Weights,
    weights_from,
)
from communique.viewpoints.selection.expectation import at_least
from communique.viewpoints.selection.features import Focus, pair_features, word_features
from communique.viewpoints.selection.relevance import Asked, asked_words, line_features, relevance
from communique.viewpoints.selection.words import is_content, words

SHIPPED = Path(__file__).parent.parent / "src/communique/viewpoints/weights/selection.json"
RAREST_STEM, RAREST_PAIR = 3, 2
SPEAKER_BUDGET = 100
MIXING = {
    "meeting": {"function": 0.1, "pair": 1.0, "length": 0.8, "near": 0.0, "whole": 0.03, "shortest": 10},
    "speaker": {"function": 0.1, "pair": 1.0, "length": 0.8, "near": 0.0, "whole": 0.03, "shortest": 9},
    "asked": {"function": 0.3, "pair": 1.0, "length": 0.9, "near": 0.02, "whole": 0.02, "shortest": 8},
}  # fmt: skip
GRID = {
    "function": (0.0, 0.1, 0.3, 0.6), "pair": (0.5, 1.0, 2.0), "length": (0.6, 0.8, 0.9, 1.0),
    "near": (0.0, 0.01, 0.02, 0.04), "whole": (0.0, 0.02, 0.04), "shortest": (6, 8, 10, 12),
}  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """What one meeting adds to the background."""

    said: Counter[str]
    summed_up: frozenset[str]
    answered: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, transcript: Transcript) -> Seen:
        summary = words(_summary(transcript))
        answered = {stem for question in transcript.questions for stem in words(question.answer)}
        said = Counter(stem for stems in transcript.meeting.stems for stem in stems)
        pairs = {pair for q in transcript.questions for pair in itertools.pairwise(words(q.answer))}
        return cls(said, frozenset(summary), frozenset(answered), frozenset(pairs))


class Counts:
    """Counts over the training meetings, of which one may be held out."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        self.seen_in = tuple(seen)
        self.meetings = len(self.seen_in)
        self.said = sum((one.said for one in self.seen_in), Counter[str]())
        self.total = self.said.total()
        self.known = Counter(stem for one in self.seen_in for stem in one.said)
        self.summed_up = Counter(s for one in self.seen_in for s in one.summed_up & one.said.keys())
        self.answered = Counter(s for one in self.seen_in for s in one.answered & one.said.keys())
        self.pairs = Counter(pair for one in self.seen_in for pair in one.pairs)

    def without(self, own: Seen) -> HeldOut:
        return HeldOut(self, own)


@dataclass(frozen=True)
class HeldOut:
    """The background as it would be had this meeting never been read."""

    counts: Counts
    own: Seen

    @property
    def meetings(self) -> int:
        return self.counts.meetings - 1

    @property
    def total(self) -> int:
        return self.counts.total - self.own.said.total()

    def seen(self, stem: str) -> tuple[float, float, float, float]:
        own, said = self.own, stem in self.own.said
        known = self.counts.known[stem] - said
        if known < RAREST_STEM:
            return 0, 0, 0, 0
        return (
            self.counts.said[stem] - own.said[stem], known,
            self.counts.summed_up[stem] - (said and stem in own.summed_up),
            self.counts.answered[stem] - (said and stem in own.answered),
        )  # fmt: skip

    def told(self, first: str, second: str) -> float:
        told = self.counts.pairs[first, second] - ((first, second) in self.own.pairs)
        return told if told >= RAREST_PAIR else 0


@dataclass(frozen=True)
class Example:
    """One summary to be predicted: whose lines, near what, of how many words."""

    transcript: Transcript
    background: HeldOut
    focus: Focus
    answer: str
    budget: int


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--tune", action="store_true", help="try mixing weights, write nothing")
    options = arguments.parse_args()
    trained = list(transcripts(options.corpus, "train"))
    seen = [Seen.of(transcript) for transcript in trained]
    plain = learn(trained, seen)
    if options.tune:
        tune(trained, seen, plain)
        return
    SHIPPED.write_text(json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    print(f"{SHIPPED.name}: {SHIPPED.stat().st_size / 1000:.0f} KB, {len(plain['stems'])} stems, {len(plain['pairs'])} pairs")


def learn(trained: list[Transcript], seen: list[Seen]) -> dict[str, Any]:
    """Everything the package reads, as plain numbers."""
    counts = Counts(seen)
    backgrounds = [counts.without(own) for own in seen]
    locator = learn_locator(trained)
    examples = {task: list(make(trained, backgrounds, locator)) for task, make in TASKS.items()}
    models = {task: learn_words(of_task) for task, of_task in examples.items()}
    rates = {task: use_rates(of_task) for task, of_task in examples.items()}
    return {
        "meetings": counts.meetings,
        "total": counts.total,
        "stems": {
            stem: [counts.said[stem], known, counts.summed_up[stem], counts.answered[stem]]
            for stem, known in sorted(counts.known.items()) if known >= RAREST_STEM
        },
        "pairs": {" ".join(pair): n for pair, n in sorted(counts.pairs.items()) if n >= RAREST_PAIR},
        "words": {task: _plain(model) for task, model in models.items()},
        "pair_models": {task: _plain(learn_pairs(examples[task], models[task], rates[task])) for task in TASKS},
        "locator": _plain(locator),
        "rates": rates,
        "mixing": MIXING,
    }  # fmt: skip


def meeting_examples(
    trained: list[Transcript], backgrounds: list[HeldOut], locator: Ranker
) -> Iterator[Example]:
    for transcript, background in zip(trained, backgrounds, strict=True):
        focus = _focus(transcript.meeting, None, "", locator)
        summary = _summary(transcript)
        yield Example(transcript, background, focus, summary, len(summary.split()))


def speaker_examples(
    trained: list[Transcript], backgrounds: list[HeldOut], locator: Ranker
) -> Iterator[Example]:
    """What all the answers about one speaker say of that speaker."""
    for transcript, background in zip(trained, backgrounds, strict=True):
        speakers = sorted({q.speaker for q in transcript.questions if q.speaker is not None})
        for speaker in speakers:
            told = " ".join(q.answer for q in transcript.questions if q.speaker == speaker)
            yield Example(transcript, background, _focus(transcript.meeting, speaker, "", locator), told, SPEAKER_BUDGET)


def asked_examples(
    trained: list[Transcript], backgrounds: list[HeldOut], locator: Ranker
) -> Iterator[Example]:
    for transcript, background in zip(trained, backgrounds, strict=True):
        for question in transcript.questions:
            if question.speaker is not None:
                focus = _focus(transcript.meeting, question.speaker, question.query, locator)
                if focus.mine:
                    yield Example(transcript, background, focus, question.answer, question.size)


TASKS: dict[str, Callable[[list[Transcript], list[HeldOut], Ranker], Iterator[Example]]] = {
    "meeting": meeting_examples,
    "speaker": speaker_examples,
    "asked": asked_examples,
}


def learn_words(examples: list[Example]) -> Logistic:
    rows, used = [], []
    for example in examples:
        stems, features = word_features(example.transcript.meeting, example.focus, example.background, example.budget)
        said = set(words(example.answer))
        rows.append(features)
        used += [stem in said for stem in stems]
    return fit(np.vstack(rows), np.array(used, float))


def learn_pairs(examples: list[Example], model: Logistic, rates: dict[str, float]) -> Logistic:
    rows, used = [], []
    for example in examples:
        meeting = example.transcript.meeting
        stems, features = word_features(meeting, example.focus, example.background, example.budget)
        chances = dict(zip(stems, model.probabilities(features).tolist(), strict=True))
        for stem in meeting.vocabulary:
            if not is_content(stem):
                chances[stem] = at_least(rates.get(stem, 0.0) * example.budget)[0]
        pairs = meeting.pairs(example.focus.mine)
        rows.append(pair_features(pairs, chances, example.background))
        told = set(itertools.pairwise(words(example.answer)))
        used += [pair in told for pair in pairs]
    return fit(np.vstack(rows), np.array(used, float))


def learn_locator(trained: list[Transcript]) -> Ranker:
    """Lines inside the marked spans before all others of the same speaker, question by question."""
    rows, marked = [], []
    for transcript in trained:
        for question in transcript.questions:
            if question.speaker is None:
                continue
            lines = Asked.of(transcript.meeting, question.speaker)
            turns = [line.turn for line in transcript.meeting.lines]
            inside = np.array([any(a <= n <= b for a, b in question.turns) for n in turns])
            own = lines.own > 0
            if (inside & own).any():
                asked = asked_words(question.query, question.speaker)
                rows.append(line_features(lines, asked)[own])
                marked.append(inside[own] / (inside & own).sum())
    return rank(rows, marked)


def rank(
    rows: list[Vector], marked: list[Vector], *, ridge: float = 0.01, rounds: int = 400
) -> Ranker:
    """Listwise softmax regression by gradient descent with momentum."""
    everything = np.vstack(rows)
    mean, spread = everything.mean(0), everything.std(0)
    spread[spread < 1e-6] = 1.0
    lists = [((row - mean) / spread, mark) for row, mark in zip(rows, marked, strict=True)]
    weights, pace = np.zeros(len(mean)), np.zeros(len(mean))
    for _ in range(rounds):
        slope = ridge * weights
        for standard, mark in lists:
            score = np.exp(standard @ weights - (standard @ weights).max())
            slope += standard.T @ (score / score.sum() - mark) / len(lists)
        pace = 0.9 * pace + slope
        weights -= 0.05 * pace
    return Ranker(mean, spread, weights)


def use_rates(examples: list[Example]) -> dict[str, float]:
    """How often each function word comes in a word of such a summary."""
    told = Counter(stem for example in examples for stem in words(example.answer))
    return {stem: round(n / told.total(), 6) for stem, n in sorted(told.items()) if not is_content(stem)}


def fit(features: Vector, used: Vector, *, ridge: float = 1.0, rounds: int = 25) -> Logistic:
    """Ridge logistic regression by Newton's method."""
    mean, spread = features.mean(0), features.std(0)
    spread[spread < 1e-6] = 1.0
    standard = np.c_[(features - mean) / spread, np.ones(len(features))]
    weights = np.zeros(standard.shape[1])
    penalty = ridge * np.eye(len(weights))
    penalty[-1, -1] = 0.0
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-standard @ weights))
        slope = standard.T @ (chance - used) + penalty @ weights
        curve = (standard * (chance * (1 - chance))[:, None]).T @ standard + penalty
        step = np.linalg.solve(curve + 1e-9 * np.eye(len(weights)), slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return Logistic(mean, spread, weights)


def tune(trained: list[Transcript], seen: list[Seen], plain: dict[str, Any]) -> None:
    """One mixing weight after another, ROUGE-1 + ROUGE-2 + ROUGE-Lsum on training questions."""
    counts = Counts(seen)
    weights = weights_from(plain)
    backgrounds = [counts.without(own) for own in seen]
    for task in ("meeting", "asked"):
        best = dict(MIXING[task])
        score = tried(trained, backgrounds, weights, task, best)
        print(task, best, score, flush=True)
        for name, values in GRID.items():
            for mixing in [{**best, name: value} for value in values if value != best[name]]:
                found = tried(trained, backgrounds, weights, task, mixing)
                if sum(found) > sum(score) + 0.1:
                    best, score = mixing, found
                    print(task, best, score, flush=True)


def tried(
    trained: list[Transcript], backgrounds: list[HeldOut], weights: Weights, task: str,
    mixing: dict[str, float],
) -> tuple[float, ...]:  # fmt: skip
    found = []
    for transcript, background in list(zip(trained, backgrounds, strict=True))[::2]:
        model = replace(weights, background=background, mixing={**weights.mixing, task: mixing})
        found += [
            scores(answer(transcript, question, model), question.answer)
            for question in _wanted(transcript, task)
        ]
    return tuple(np.array(found).mean(0).round(2).tolist())


def _wanted(transcript: Transcript, task: str) -> list[Question]:
    return [q for q in transcript.questions if (q.general if task == "meeting" else q.speaker is not None)]


def _focus(meeting: Meeting, speaker: str | None, query: str, locator: Ranker) -> Focus:
    mine = tuple(i for i, line in enumerate(meeting.lines) if speaker in (None, line.speaker))
    asked = asked_words(query, speaker)
    return Focus(mine, relevance(meeting, asked, speaker, locator), asked)


def _summary(transcript: Transcript) -> str:
    return " ".join(question.answer for question in transcript.questions if question.general)


def _plain(model: Logistic | Ranker) -> dict[str, list[float]]:
    return {
        "mean": model.mean.round(5).tolist(),
        "spread": model.spread.round(5).tolist(),
        "weights": model.weights.round(5).tolist(),
    }


if __name__ == "__main__":
    main()
