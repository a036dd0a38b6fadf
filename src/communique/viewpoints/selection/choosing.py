"""Sentences chosen one after another, each for what it adds to those chosen before."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from communique.viewpoints.selection.expectation import Expectation

Stems = tuple[str, ...]


@dataclass(slots=True)
class Chosen:
    """What has been chosen so far, and what it already says."""

    order: list[int] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)
    pairs: set[tuple[str, str]] = field(default_factory=set)

    def add(self, index: int, said: Stems) -> None:
        self.order.append(index)
        self.words.update(said)
        self.pairs.update(itertools.pairwise(said))


def gain(said: Stems, expectation: Expectation, chosen: Chosen, length: float) -> float:
    """What ``said`` adds, for each word to the power of ``length`` (1: a rate, 0: a sum)."""
    if not said:
        return 0.0
    worth = 0.0
    here: Counter[str] = Counter()
    for stem in said:
        uses = expectation.words[stem]
        use = chosen.words[stem] + here[stem]
        here[stem] += 1
        worth += uses[use] if use < len(uses) else 0.0
    for pair in set(itertools.pairwise(said)) - chosen.pairs:
        worth += expectation.pairs.get(pair, 0.0)
    return worth / float(len(said) ** length)


def choose(
    candidates: Iterable[int], stems: Mapping[int, Stems], sizes: Mapping[int, int], *,
    expectation: Expectation, prior: Mapping[int, float], length: float, budget: int,
) -> tuple[int, ...]:  # fmt: skip
    """Candidates in the order of choice until ``budget`` words are reached or none is left.

    Gains only shrink as more is chosen, so a stale score is an upper bound (Minoux's lazy greedy).
    """
    chosen = Chosen()
    queue = [
        (-(gain(stems[i], expectation, chosen, length) + prior.get(i, 0.0)), i) for i in candidates
    ]
    heapq.heapify(queue)
    used = 0
    while queue and used < budget:
        _, index = heapq.heappop(queue)
        fresh = gain(stems[index], expectation, chosen, length) + prior.get(index, 0.0)
        if queue and -fresh > queue[0][0]:
            heapq.heappush(queue, (-fresh, index))
            continue
        chosen.add(index, stems[index])
        used += sizes[index]
    return tuple(chosen.order)
