"""How near each line of a meeting is to a question.

BM25 at several reaches, since people answer in the sentences after a question and often without its
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
# In lines: how far a match reaches.
_REACHES = (1.5, 5.0, 15.0, 40.0)
_MOST_RELATED = 15

LINE_FEATURES = (
    "match", *(f"match_{reach:g}" for reach in _REACHES), "cover", "cover_squared", "related_3",
    "related_10", "own_length", "own_match", "match_squared", "match_by_cover", "length",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """The lines of a meeting as bags of words, and which are the asked-about speaker's."""

    words: tuple[Counter[str], ...]
    own: Vector
    spread: Counter[str]

    @classmethod
    def of(cls, meeting: Meeting, speaker: str | None) -> Asked:
        bags = tuple(Counter(said) for said in meeting.stems)
        own = [float(speaker is not None and line.speaker == speaker) for line in meeting.lines]
        return cls(bags, np.array(own), Counter(stem for bag in bags for stem in bag))


def relevance(
    meeting: Meeting, asked: frozenset[str], speaker: str | None, ranker: Ranker
) -> tuple[float, ...]:
    """For each line, from 0 to 1, how near it is to the words ``asked``; 1 all over for none."""
    if not asked or not meeting.lines:
        return (1.0,) * len(meeting.lines)
    scores = ranker.scores(line_features(Asked.of(meeting, speaker), asked))
    return tuple(np.exp(scores - scores.max()).tolist())


def asked_words(query: str, speaker: str | None) -> frozenset[str]:
    """The words of a question that carry its subject; the person it names is no subject."""
    named = content_words(speaker or "")
    return frozenset(content_words(query)) - frozenset(named)


def line_features(lines: Asked, asked: frozenset[str]) -> Vector:
    """One row a line, in the order of :data:`LINE_FEATURES`."""
    match = _match(lines, asked)
    reached = [_peak(_smoothed(match, reach)) for reach in _REACHES]
    cover = _cover(lines, asked)
    related = _match(lines, _related(lines, _peak(_smoothed(match, 4.0)), asked))
    lengths = _lengths(lines)
    near = reached[1]
    return np.column_stack(
        [
            _peak(match), *reached, cover, cover**2, _peak(_smoothed(related, 3.0)),
            _peak(_smoothed(related, 10.0)), _peak(_smoothed(lines.own * lengths, 6.0)),
            _peak(_smoothed(match * lines.own, 5.0)), near**2, near * cover, np.log1p(lengths) / 5,
        ]
    )  # fmt: skip


def _match(lines: Asked, wanted: frozenset[str]) -> Vector:
    """BM25 of every line."""
    lengths = _lengths(lines)
    scores = np.zeros(len(lengths))
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / max(float(lengths.mean()), 1.0))
    for stem in sorted(wanted):
        counts = _column(lines, stem)
        scores += _rarity(lines, stem) * counts * (_SATURATION + 1) / (counts + norm)
    return scores


def _cover(lines: Asked, asked: frozenset[str]) -> Vector:
    """How much of what is asked, by rarity, comes within some six lines."""
    said = [stem for stem in sorted(asked) if lines.spread[stem]]
    covered = np.zeros(len(lines.words))
    for stem in said:
        present = (_column(lines, stem) > 0).astype(float)
        covered += _rarity(lines, stem) * np.minimum(1.0, _smoothed(present, 6.0))
    total = sum(_rarity(lines, stem) for stem in said)
    return covered / total if total else covered


def _related(lines: Asked, near: Vector, asked: frozenset[str]) -> frozenset[str]:
    """Words that the nearest lines use and others do not (pseudo-relevance feedback)."""
    if not near.any():
        return asked
    used: Counter[str] = Counter()
    for index in np.argsort(-near, kind="stable")[: max(5, len(near) // 50)]:
        for stem, count in lines.words[index].items():
            if is_content(stem):
                rarity = math.log(len(near) / lines.spread[stem] + 0.01)
                used[stem] += round(1000 * count * float(near[index]) * rarity)
    return frozenset(stem for stem, _ in used.most_common(_MOST_RELATED))


def _column(lines: Asked, stem: str) -> Vector:
    return np.array([float(bag[stem]) for bag in lines.words])


def _lengths(lines: Asked) -> Vector:
    return np.array([float(bag.total()) for bag in lines.words])


def _rarity(lines: Asked, stem: str) -> float:
    held = lines.spread[stem]
    return math.log(1 + (len(lines.words) - held + 0.5) / (held + 0.5))


def _smoothed(scores: Vector, reach: float) -> Vector:
    width = int(3 * reach) + 1
    kernel = np.exp(-np.abs(np.arange(-width, width + 1)) / reach)
    return np.convolve(scores, kernel)[width : width + len(scores)]


def _peak(scores: Vector) -> Vector:
    highest = scores.max() if len(scores) else 0.0
    return scores / highest if highest > 0 else scores
