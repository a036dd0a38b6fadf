"""How a document itself spells its names and compounds, asked where a line end cut one in two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_NAME = re.compile(r"(?=(?<!\w)([A-ZÀ-ÞА-ЯЁ][\w’'\-]*) ([A-ZÀ-ÞА-ЯЁ][\w’'\-]*))")
_COMPOUNDING = frozenset(
    """self non well long short high low cross multi anti pro post pre co semi full part all ill much
    half two three four five six ten first second third so far near broad wide decision policy
    people peer think face day year""".split()
)


@dataclass(frozen=True)
class Spellings:
    """The spellings of ``text``, gathered only when a seam needs them."""

    text: str

    @cached_property
    def names(self) -> frozenset[tuple[str, str]]:
        """Pairs of capitalised words that stand side by side on one line."""
        return frozenset((found[1], found[2]) for found in _NAME.finditer(self.text))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word.casefold() for word in _WORD.findall(self.text))

    def is_broken_word(self, first: str, second: str) -> bool:
        """Whether ``first-`` / ``second`` is one word: else the hyphen belongs to a compound."""
        if f"{first}{second}" in self.words:
            return True
        return f"{first}-{second}" not in self.words and first not in _COMPOUNDING
