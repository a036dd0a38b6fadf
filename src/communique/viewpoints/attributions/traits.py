"""What the second look at a reading goes by: its shape, and how it stands beside the others.

The first look (hashed features, linear) knows words; this one weighs few traits together. ``NAMES``
are traits with a name for a value, ``NUMBERS`` those with a number, in the order of their columns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.features import ReadingFeatures
from communique.viewpoints.attributions.tree import Range

# The trust in a cue below which the second look does not take it up.
HOPELESS = 0.02
_NEAR = 5
_OPENING_WORDS = frozenset('that to " “ whether how what why if the a'.split())
_CLASSES = (
    "speech", "belief", "attitude", "intention", "request", "decree", "perception", "evidence",
)

NAMES: dict[str, Callable[[ReadingFeatures], str]] = {
    "part": lambda it: it.it.part,
    "frame": lambda it: it.frame,
    "change": lambda it: it.change,
    "who": lambda it: it.who,
    "link": lambda it: it.link,
    "classes": lambda it: it.classes,
    "cue tag": lambda it: it.head.tag,
    "cue dep": lambda it: it.head.dep,
    "above dep": lambda it: it.tokens[it.head.head].dep,
    "above tag": lambda it: it.tokens[it.head.head].tag,
    "before cue": lambda it: it.tag(it.it.cue[0] - 1),
    "after cue": lambda it: it.tag(it.it.cue[1]),
    "content dep": lambda it: it.dep(it.top),
    "content tag": lambda it: it.tag(it.top),
    "content entity": lambda it: it.near.entities.get(it.top, "-"),
    "opening tag": lambda it: it.tag(it.first),
    "opening word": lambda it: _listed(it.near.text(it.first)),
    "beyond tag": lambda it: it.tag(it.last),
    "beyond dep": lambda it: it.dep(it.last),
    "rules": lambda it: it.beside_rules(),
}

NUMBERS: dict[str, Callable[[ReadingFeatures], float]] = {
    "wide": lambda it: it.it.wide,
    "passive": lambda it: it.it.passive,
    **{
        name: lambda it, name=name: name in it.all_classes  # type: ignore[misc]
        for name in _CLASSES
    },
    "content size": lambda it: it.it.size,
    "content spans": lambda it: len(it.it.content),
    "content share": lambda it: it.it.size / max(1, it.sentence[1] - it.sentence[0]),
    "content from cue": lambda it: it.first - it.it.head,
    "content end from cue": lambda it: it.last - it.it.head,
    "content from sentence": lambda it: it.first - it.sentence[0],
    "sentence beyond content": lambda it: it.sentence[1] - it.last,
    "quoted": lambda it: it.quoted_share(),
    "cue quoted": lambda it: it.near.tree.quoted[it.it.head],
    "source size": lambda it: it.source_size(),
    "source from cue": lambda it: it.it.source.head - it.it.head if it.it.source else 0,
    "negated": lambda it: it.has_child("neg"),
    "auxiliary": lambda it: it.has_child("aux"),
    "depth": lambda it: it.depth(),
    "sentence": lambda it: it.sentence[1] - it.sentence[0],
    "paragraph": lambda it: it.near.length,
    "title": lambda it: it.near.is_title,
    "quotations": lambda it: it.near.quotations,
    "inside another": lambda it: it.it.head in it.near.inside,
}


def _listed(word: str) -> str:
    return word if word in _OPENING_WORDS else "-"


def names_of(it: ReadingFeatures) -> tuple[str, ...]:
    return tuple(trait(it) for trait in NAMES.values())


def numbers_of(it: ReadingFeatures) -> tuple[float, ...]:
    return tuple(float(trait(it)) for trait in NUMBERS.values())


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A cue after the first look: its readings, their scores, the best of them, and how likely it
    is that any of them is right."""

    readings: Sequence[Candidate]
    scores: NDArray[np.float32]
    best: Candidate
    trust: float


def stood(readings: Sequence[Candidate], scores: NDArray[np.float32]) -> Standing:
    top = max(float(scores.max()), 0.0)
    nothing = float(np.exp(-top))
    trust = 1 - nothing / (nothing + float(np.exp(scores - top).sum()))
    return Standing(readings, scores, readings[int(scores.argmax())], trust)


def standing_of(cues: Sequence[Standing], which: int) -> NDArray[np.float32]:
    """One row a reading of cue ``which``: its score and rank, and the trust in cues around it."""
    cue = cues[which]
    others = [one for i, one in enumerate(cues) if i != which and one.trust > HOPELESS]
    ranks = (-cue.scores).argsort().argsort()
    return np.array(
        [
            (
                score, float(cue.scores.max()) - score, cue.trust, rank, len(cue.readings),
                *_around(reading, others),
            )
            for reading, score, rank in zip(cue.readings, cue.scores, ranks, strict=True)
        ],
        np.float32,
    )


def _around(reading: Candidate, others: Sequence[Standing]) -> tuple[float, ...]:
    """The highest trust in another cue that contains this one, lies in it, crosses it ..."""
    source = [reading.source.span] if reading.source else []
    outer = inner = near = anywhere = crossing = covering = sharing = 0.0
    for other in others:
        trust, best = other.trust, other.best
        contains, lies = best.contains(reading.head), reading.contains(best.head)
        anywhere = max(anywhere, trust)
        outer = max(outer, trust * contains)
        inner = max(inner, trust * lies)
        near = max(near, trust * (abs(best.head - reading.head) < _NEAR))
        if not contains and not lies and _touch(reading.content, best.content):
            crossing = max(crossing, trust)
        covering = max(covering, trust * _touch(source, best.content))
        if best.source and reading.source and best.source.span == reading.source.span:
            sharing = max(sharing, trust)
    return outer, inner, near, anywhere, crossing, covering, sharing


def _touch(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(first < end and begin < last for first, last in some for begin, end in others)
