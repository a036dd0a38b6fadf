"""What a human summary may be expected to say: a chance for each word and for each pair of words.

The method: a summary is good as far as it holds the words that readers of the meeting would use
(Gillick and Favre's concept coverage, 2009), so the chance of every word is learned, and sentences
are then chosen for the words they bring that are not there yet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from communique.viewpoints.selection.background import Weights
from communique.viewpoints.selection.counts import Meeting
from communique.viewpoints.selection.features import Focus, pair_features, word_features
from communique.viewpoints.selection.words import is_content

# The chance that a summary uses a content word a second and a third time, as a share of the first.
_AGAIN = (1.0, 0.25, 0.08)
_MOST = 8


@dataclass(frozen=True, slots=True)
class Expectation:
    """``words[stem][n]`` is the worth of the stem's use number ``n``; ``pairs`` of a first use."""

    words: dict[str, tuple[float, ...]]
    pairs: dict[tuple[str, str], float]


def expect(meeting: Meeting, focus: Focus, budget: int, weights: Weights, task: str) -> Expectation:
    """The worth of every word that may be chosen, for a summary of ``budget`` words.

    ``task`` names the model: ``meeting``, ``speaker`` (one person's lines) or ``asked``.
    """
    stems, features = word_features(meeting, focus, weights.background, budget)
    chances = weights.words[task].probabilities(features).tolist() if stems else []
    content = dict(zip(stems, chances, strict=True))
    mixing, rates = weights.mixing[task], weights.rates[task]
    words: dict[str, tuple[float, ...]] = {}
    chance_of: dict[str, float] = {}
    for stem in meeting.vocabulary:
        if is_content(stem):
            chance = content.get(stem, 0.0)
            words[stem], chance_of[stem] = tuple(chance * share for share in _AGAIN), chance
        else:
            uses = at_least(rates.get(stem, 0.0) * budget)
            words[stem], chance_of[stem] = tuple(mixing["function"] * use for use in uses), uses[0]
    return Expectation(words, _pairs(meeting, focus, chance_of, weights, task))


def at_least(expected: float) -> tuple[float, ...]:
    """The chances of one, two, three ... uses of a word used ``expected`` times on average."""
    chance = total = math.exp(-expected)
    uses = []
    for count in range(1, _MOST + 1):
        uses.append(1 - total)
        chance *= expected / count
        total += chance
    return tuple(uses)


def _pairs(
    meeting: Meeting, focus: Focus, chances: dict[str, float], weights: Weights, task: str
) -> dict[tuple[str, str], float]:
    worth = weights.mixing[task]["pair"]
    wanted = meeting.pairs(focus.mine)
    features = pair_features(wanted, chances, weights.background)
    found = weights.pairs[task].probabilities(features) if len(features) else features
    return dict(zip(wanted, (worth * found).tolist(), strict=True))
