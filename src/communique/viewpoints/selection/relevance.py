"""How near each turn of a meeting is to a question.

BM25 at several reaches, since people answer in the turns after a question and often without its
words; how much of the question a stretch covers; and the words that the nearest stretches use
besides. A linear ranker, learned from the spans that annotators marked, weighs these.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np

from communique.viewpoints.selection.background import Ranker, Vector
from communique.viewpoints.selection.counts import Meeting
from communique.viewpoints.selection.words import content_words, is_content

# Robertson and Zaragoza's usual values.
_SATURATION, _LENGTH = 1.2, 0.75
# In turns: how far a match reaches.
_REACHES = (1.5, 5.0, 15.0, 40.0)
_MOST_RELATED = 15

TURN_FEATURES = (
    "match", *(f"match_{reach:g}" for reach in _REACHES), "cover", "cover_squared", "related_3",
    "related_10", "own_length", "own_match", "match_squared", "match_by_cover", "length",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a meeting as bags of words, and which are the asked-about speaker's."""

    numbers: tuple[int, ...]
    words: tuple[Counter[str], ...]
    own: Vector
    spread: Counter[str]

    @classmethod
    def of(cls, meeting: Meeting, speaker: str | None) -> Turns:
        bags: dict[int, Counter[str]] = {}
        own: dict[int, float] = {}
        for line, said in zip(meeting.lines, meeting.stems, strict=True):
            bags.setdefault(line.turn, Counter()).update(said)
            own[line.turn] = float(speaker is not None and line.speaker == speaker)
        spread = Counter(stem for bag in bags.values() for stem in bag)
        return cls(tuple(bags), tuple(bags.values()), np.array(list(own.values())), spread)


def relevance(
    meeting: Meeting, asked: frozenset[str], speaker: str | None, ranker: Ranker
) -> dict[int, float]:
    """For each turn, from 0 to 1, how near it is to the words ``asked``; 1 all over for none."""
    if not asked:
        return dict.fromkeys((line.turn for line in meeting.lines), 1.0)
    turns = Turns.of(meeting, speaker)
    scores = ranker.scores(turn_features(turns, asked))
    return dict(zip(turns.numbers, np.exp(scores - scores.max()).tolist(), strict=True))


def asked_words(query: str, speaker: str | None) -> frozenset[str]:
    """The words of a question that carry its subject; the person it names is no subject."""
    named = content_words(speaker or "")
    return frozenset(content_words(query)) - frozenset(named)


def turn_features(turns: Turns, asked: frozenset[str]) -> Vector:
    """One row a turn, in the order of :data:`TURN_FEATURES`."""
    match = _match(turns, asked)
    reached = [_peak(_smoothed(match, reach)) for reach in _REACHES]
    cover = _cover(turns, asked)
    related = _match(turns, _related(turns, _peak(_smoothed(match, 4.0)), asked))
    lengths = _lengths(turns)
    near = reached[1]
    return np.column_stack(
        [
            _peak(match), *reached, cover, cover**2, _peak(_smoothed(related, 3.0)),
            _peak(_smoothed(related, 10.0)), _peak(_smoothed(turns.own * lengths, 6.0)),
            _peak(_smoothed(match * turns.own, 5.0)), near**2, near * cover, np.log1p(lengths) / 5,
        ]
    )  # fmt: skip


def _match(turns: Turns, wanted: frozenset[str]) -> Vector:
    """BM25 of every turn."""
    lengths = _lengths(turns)
    scores = np.zeros(len(lengths))
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / max(float(lengths.mean()), 1.0))
    for stem in sorted(wanted):
        counts = _column(turns, stem)
        scores += _rarity(turns, stem) * counts * (_SATURATION + 1) / (counts + norm)
    return scores


def _cover(turns: Turns, asked: frozenset[str]) -> Vector:
    """How much of what is asked, by rarity, comes within some six turns."""
    said = [stem for stem in sorted(asked) if turns.spread[stem]]
    covered = np.zeros(len(turns.numbers))
    for stem in said:
        present = (_column(turns, stem) > 0).astype(float)
        covered += _rarity(turns, stem) * np.minimum(1.0, _smoothed(present, 6.0))
    total = sum(_rarity(turns, stem) for stem in said)
    return covered / total if total else covered


def _related(turns: Turns, near: Vector, asked: frozenset[str]) -> frozenset[str]:
    """Words that the nearest turns use and others do not (pseudo-relevance feedback)."""
    if not near.any():
        return asked
    used: Counter[str] = Counter()
    for index in np.argsort(-near, kind="stable")[: max(5, len(near) // 50)]:
        for stem, count in turns.words[index].items():
            if is_content(stem):
                rarity = math.log(len(near) / turns.spread[stem] + 0.01)
                used[stem] += round(1000 * count * float(near[index]) * rarity)
    return frozenset(stem for stem, _ in used.most_common(_MOST_RELATED))


def _column(turns: Turns, stem: str) -> Vector:
    return np.array([float(bag[stem]) for bag in turns.words])


def _lengths(turns: Turns) -> Vector:
    return np.array([float(bag.total()) for bag in turns.words])


def _rarity(turns: Turns, stem: str) -> float:
    held = turns.spread[stem]
    return math.log(1 + (len(turns.numbers) - held + 0.5) / (held + 0.5))


def _smoothed(scores: Vector, reach: float) -> Vector:
    width = int(3 * reach) + 1
    kernel = np.exp(-np.abs(np.arange(-width, width + 1)) / reach)
    return np.convolve(scores, kernel)[width : width + len(scores)]


def _peak(scores: Vector) -> Vector:
    highest = scores.max() if len(scores) else 0.0
    return scores / highest if highest > 0 else scores
