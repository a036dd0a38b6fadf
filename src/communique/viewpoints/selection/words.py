"""Words as selection counts them: lower-cased, stemmed lightly, Chinese and Japanese by bigrams."""

from __future__ import annotations

import re
from functools import lru_cache

_RUN = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

FUNCTION_WORDS = frozenset(
    """a about above after again against all also am an and any are aren as at be because been
    before being below between both but by can cannot could couldn d did didn do does doesn doing
    don down during each else even ever every few for from further get gets getting go goes going
    gonna got had hadn has hasn have haven having he her here hers herself him himself his how i if
    in into is isn it its itself just ll m many may maybe me might more most much must my myself no
    nor not now of off ok okay on once only onto or other our ours ourselves out over own perhaps
    quite rather re really s same shall she should shouldn so some such t than that the their theirs
    them themselves then there these they thing things this those though through to too under until
    up upon us ve very was wasn we well were weren what when where which while who whom whose why
    will with within without won would wouldn yeah yes yet you your yours yourself say said says
    saying tell told know knows think thinks thought mean means want wants like let lets see come
    came one two first second still lot kind sort bit something anything everything uh um hmm oh
    gotta actually basically just good right sure fine great thank thanks please sorry hello""".split()
)


def words(text: str) -> list[str]:
    """The stems of ``text`` in order, function words included."""
    found: list[str] = []
    for run in _RUN.findall(text.casefold()):
        if _UNSPACED.search(run):
            found.extend(_bigrams(run))
        else:
            found.append(stem(run))
    return found


def content_words(text: str) -> list[str]:
    """The stems of ``text`` that carry a subject, in order."""
    return [word for word in words(text) if is_content(word)]


def is_content(stemmed: str) -> bool:
    return stemmed not in _FUNCTION_STEMS and (len(stemmed) > 1 or not stemmed.isascii())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """``word`` without its English inflection; other scripts are left as they are.

    Deliberately weaker than Porter: what it merges is an inflection, never a derivation.
    """
    if not word.isascii() or len(word) < 4 or not word.isalpha():
        return word
    for suffix, replacement, shortest in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= shortest:
            return _undoubled(word[: len(word) - len(suffix)] + replacement, suffix)
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


_SUFFIXES = (
    ("sses", "ss", 2),
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("ss", "ss", 1),
    ("us", "us", 1),
    ("is", "is", 1),
    ("ches", "ch", 2),
    ("shes", "sh", 2),
    ("xes", "x", 1),
    ("es", "", 3),
    ("s", "", 3),
    ("eed", "ee", 2),
    ("ing", "", 3),
    ("ed", "", 3),
)


def _undoubled(base: str, suffix: str) -> str:
    if suffix in {"ing", "ed"} and len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return base[:-1] if base.endswith("e") and len(base) > 4 else base


def _bigrams(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[i : i + 2] for i in range(len(run) - 1)]


_FUNCTION_STEMS = frozenset(stem(word) for word in FUNCTION_WORDS) | FUNCTION_WORDS
