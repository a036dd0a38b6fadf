"""Which line breaks only wrap a line, and which end a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lines import Line
from .seams import is_open

_NARROWEST, _WIDEST = 45, 132
_MOST_BREAKS_WRAP = 0.6
_MANY_ENDS = 0.35
_USUAL = 0.85


def wrap_width(groups: Sequence[Sequence[Line]]) -> int | None:
    """The width, in characters, to which the text was wrapped; None when its lines are paragraphs.

    In wrapped text the next line's first word would not have fitted, and few lines happen to end
    with a sentence.
    """
    breaks = [pair for group in groups for pair in pairwise(group)]
    lengths = [_reach(line) for line, _ in breaks]
    if not lengths or sum(length > _WIDEST for length in lengths) > 0.1 * len(lengths):
        return None
    fitting = sorted(length for length in lengths if length <= _WIDEST)
    width = fitting[int(_USUAL * len(fitting))]
    wrapped = [line for line, following in breaks if is_wrapped(line, following, width)]
    ended = sum(not is_open(line.text) for line in wrapped)
    if width < _NARROWEST or len(wrapped) < _MOST_BREAKS_WRAP * len(breaks):
        return None
    return width if ended <= max(1.0, _MANY_ENDS * len(wrapped)) else None


def is_wrapped(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of ``following`` would not have fitted on ``line``."""
    first, _, _ = following.text.partition(" ")
    needed = 1 if len(first) > 1 and not first.isascii() and first[0] > "\u2e80" else len(first) + 1
    return _reach(line) + needed > width


def _reach(line: Line) -> int:
    return line.indent + len(line.text)
