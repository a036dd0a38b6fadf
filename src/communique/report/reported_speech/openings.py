"""Does the first word of a sentence keep its capital inside one?"""

from __future__ import annotations

import re
from enum import Enum, auto

from communique.viewpoints.parse import Parsed
from communique.viewpoints.selection.words import FUNCTION_WORDS

_WORD = re.compile(r"\s*[\"“‘'(]*([\w][\w'’.-]*)")
_COMMON = FUNCTION_WORDS | frozenset(
    """according across additionally alongside although among amid another any around because behind
    beyond both cooperation countries despite economic either everybody everyone experts few first
    finally further furthermore global governments however international likewise many meanwhile
    moreover neither next nobody none nothing often otherwise overall people peace perhaps recent
    recently regional second secondly security similarly since some sometimes third thirdly today
    together trade trust two three four five unfortunately unless until whatever whenever whether
    while without yesterday""".split()
)
_NUMBERS_AND_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})


class Case(Enum):
    LOWER = auto()
    KEEP = auto()
    UNKNOWN = auto()


def case_of(text: str, parsed: Parsed | None, start: int) -> Case:
    """What becomes of the first letter from ``start`` on once words stand before it."""
    found = _WORD.match(text, start)
    if found is None:
        return Case.KEEP
    word = found[1]
    if not word[0].isupper() or word == "I" or any(c.isupper() or c.isdigit() for c in word[1:]):
        return Case.KEEP
    if word.casefold() in _COMMON:
        return Case.LOWER
    if parsed is None:
        return Case.UNKNOWN
    return Case.KEEP if _is_name(parsed, found.start(1)) else Case.LOWER


def _is_name(parsed: Parsed, at: int) -> bool:
    index = next((i for i, token in enumerate(parsed.tokens) if token.start <= at < token.end), None)
    if index is None:
        return True
    entity = any(
        e.first <= index < e.last and e.label not in _NUMBERS_AND_TIMES for e in parsed.entities
    )
    return entity or parsed.tokens[index].pos == "PROPN"
