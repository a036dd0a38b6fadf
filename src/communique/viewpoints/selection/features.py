"""What is known of a word before one guesses whether a human summary would use it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from communique.viewpoints.selection.background import Background, Vector
from communique.viewpoints.selection.counts import Meeting, Word
from communique.viewpoints.selection.words import is_content

Nearness = defaultdict[str, float]

WORD_FEATURES = (
    "log_count", "log_turns", "speaker_share", "log_known", "surprise", "weight", "first", "last",
    "span", "capitals", "log_summed_up", "log_answered", "length", "number", "log_count_squared",
    "count_by_known", "focus_own", "focus_all", "own_count", "asked", "own_surprise",
    "focus_surprise", "focus_lift", "own_share", "focus_share", "log_vocabulary", "log_budget",
)  # fmt: skip
PAIR_FEATURES = ("first", "second", "log_count", "log_told", "both", "either", "count_of_both")


@dataclass(frozen=True, slots=True)
class Focus:
    """Which lines may be chosen and how near each line is to what is asked.

    ``mine`` are indexes of lines; ``near`` gives each line's relevance from 0 to 1.
    """

    mine: tuple[int, ...]
    near: Sequence[float]
    asked: frozenset[str] = frozenset()


def word_features(
    meeting: Meeting, focus: Focus, background: Background, budget: int
) -> tuple[list[str], Vector]:
    """The content words that may be chosen, and one row of features for each."""
    own, near_own, near_all = _counts(meeting, focus)
    stems = [stem for stem in own if is_content(stem)]
    totals = (sum(near_own.values()) + 1e-9, sum(near_all.values()) + 1e-9)
    shared = [math.log(len(stems) or 1), math.log(max(budget, 1))]
    rows = []
    for stem in stems:
        counts = (near_own[stem], near_all[stem], own[stem])
        general, rate = _general(meeting, background, stem)
        rows.append(general + _focused(counts, totals, rate, meeting, stem, focus) + shared)
    return stems, np.array(rows).reshape(len(rows), len(WORD_FEATURES))


def pair_features(
    pairs: Counter[tuple[str, str]], chances: dict[str, float], background: Background
) -> Vector:
    """One row for each pair of neighbouring words; ``chances`` are those of the single words."""
    rows = []
    for (first, second), count in pairs.items():
        both = is_content(first) and is_content(second)
        either = is_content(first) or is_content(second)
        rows.append(
            (
                math.log(chances[first] + 1e-4), math.log(chances[second] + 1e-4),
                math.log(count), math.log(background.told(first, second) + 0.3),
                float(both), float(either), math.log(count) * both,
            )
        )  # fmt: skip
    return np.array(rows).reshape(len(rows), len(PAIR_FEATURES))


def _counts(meeting: Meeting, focus: Focus) -> tuple[Counter[str], Nearness, Nearness]:
    own: Counter[str] = Counter()
    near_own: Nearness = defaultdict(float)
    near_all: Nearness = defaultdict(float)
    mine = frozenset(focus.mine)
    for index, (near, said) in enumerate(zip(focus.near, meeting.stems, strict=True)):
        for stem in said:
            near_all[stem] += near
        if index in mine:
            own.update(said)
            for stem in said:
                near_own[stem] += near
    return own, near_own, near_all


def _general(meeting: Meeting, background: Background, stem: str) -> tuple[list[float], float]:
    word: Word = meeting.vocabulary[stem]
    said, known, summed_up, answered = background.seen(stem)
    rate = (said + 0.5) / background.total
    surprise = math.log(word.count / meeting.total / rate)
    log_count, log_known = math.log(word.count), math.log((known + 1) / (background.meetings + 1))
    return [
        log_count, math.log(1 + word.turns), len(word.speakers) / max(meeting.speakers, 1), log_known,
        max(-2.0, min(6.0, surprise)), 100 * word.count * max(0.0, surprise) / meeting.total,
        word.first, word.last, word.last - word.first, word.capitals / word.count,
        math.log((summed_up + 0.15) / (known + 1.5)), math.log((answered + 0.5) / (known + 1.5)),
        min(len(stem), 12) / 10, float(stem.isdigit()), log_count**2, log_count * log_known / 5,
    ], rate  # fmt: skip


def _focused(
    counts: tuple[float, float, int], totals: tuple[float, float], rate: float, meeting: Meeting,
    stem: str, focus: Focus,
) -> list[float]:  # fmt: skip
    near_own, near_all, own = counts
    share_own, share_all = near_own / totals[0], near_all / totals[1]
    meeting_share = meeting.vocabulary[stem].count / meeting.total
    return [
        math.log(near_own + 0.02), math.log(near_all + 0.02), math.log(own), float(stem in focus.asked),
        math.log((near_own + 0.01) / totals[0] / rate), math.log((near_all + 0.01) / totals[1] / rate),
        math.log((near_all + 0.01) / totals[1] / meeting_share),
        math.log(share_own + 1e-4), math.log(share_all + 1e-4),
    ]  # fmt: skip
