"""Rolling captions: each line is shown twice, below and then above the next. It was said once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .cleaning import readable
from .cues import Cue
from .tally import Tally

_WORD_TIME = re.compile(r"<(?:\d{1,4}:)?\d{1,3}:\d{1,2}[.,]\d{1,6}>")
_VOICE = re.compile(r"<v[\s.]")
_FEWEST = 3


def unroll(text: str, cues: Sequence[Cue], tally: Tally) -> None:
    """Takes each repeated line out of the cue that repeats it, if the file rolls; tells how many."""
    shown = [[readable(text[start:end]) for start, end in cue.lines] for cue in cues]
    repeats = [0, *(_overlap(above, below) for above, below in pairwise(shown))]
    if not cues or not _rolls(repeats, shown, text):
        return
    for cue, repeated in zip(cues, repeats, strict=True):
        if repeated:
            tally.add("repeated-line", "rolling captions show each line twice; it was read once",
                      at=cue.lines[0][0], times=repeated)
            del cue.lines[:repeated]


def _overlap(above: list[str], below: list[str]) -> int:
    """How many lines at the end of ``above`` come again at the beginning of ``below``."""
    longest = min(len(above), len(below))
    return next((size for size in range(longest, 0, -1) if above[-size:] == below[:size]), 0)


def _rolls(repeats: Sequence[int], shown: Sequence[list[str]], text: str) -> bool:
    """Half of all cues repeat the one before, and some of them add a line of their own.

    Files that name their voices do not roll: there, who repeats a word says it again.
    """
    if _VOICE.search(text):
        return False
    again = sum(map(bool, repeats))
    adding = sum(0 < repeat < len(lines) for repeat, lines in zip(repeats, shown, strict=True))
    enough = again >= _FEWEST or _WORD_TIME.search(text) is not None
    return enough and again * 2 >= len(shown) - 1 and adding * 4 >= len(shown) - 1 and adding > 0
