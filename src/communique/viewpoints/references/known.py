"""Finds the gazetteer's names in running text, in time linear in its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .gazetteer import WORD, Entry, Name, key, names

_CHINESE = re.compile(r"[一-鿿]")


@dataclass(frozen=True)
class Mention:
    """A known entry, written as ``text[start:end]``."""

    start: int
    end: int
    entry: Entry


def mentions(text: str, language: str | None = None) -> list[Mention]:
    """Known names in ``text``, the longest where several begin; French ones only in French."""
    found = list(_spaced(text, language))
    if _CHINESE.search(text):
        found += _unspaced(text)
    return found


def _spaced(text: str, language: str | None) -> Iterator[Mention]:
    words = list(WORD.finditer(text))
    folded = [key(word[0]) for word in words]
    index = _index(language == "fr")
    at = 0
    while at < len(words):
        name = _longest(text, words, folded, at, index)
        if name is None:
            at += 1
            continue
        last = at + len(name.keys) - 1
        yield Mention(words[at].start(), words[last].end(), name.entry)
        at = last + 1


def _longest(
    text: str, words: list[re.Match[str]], folded: list[str], at: int,
    index: dict[str, list[Name]],
) -> Name | None:
    for name in index.get(folded[at], ()):
        end = at + len(name.keys)
        if tuple(folded[at:end]) != name.keys:
            continue
        written = text[words[at].start() : words[end - 1].end()]
        if name.is_written(written) and not (name.is_word and _in_capitals(words, at)):
            return name
    return None


def _in_capitals(words: list[re.Match[str]], at: int) -> bool:
    """Whether a neighbour is in capitals too, so that WHO may be the ordinary word."""
    around = words[max(at - 1, 0) : at] + words[at + 1 : at + 2]
    return any(len(word[0]) > 2 and word[0].isupper() for word in around)


@lru_cache(maxsize=2)
def _index(french: bool) -> dict[str, list[Name]]:
    index: dict[str, list[Name]] = defaultdict(list)
    for name in names("en") + names("ru") + (names("fr") if french else ()):
        index[name.keys[0]].append(name)
    for several in index.values():
        several.sort(key=lambda name: -len(name.keys))
    return dict(index)


def _unspaced(text: str) -> Iterator[Mention]:
    pattern, entries = _chinese()
    for found in pattern.finditer(text):
        yield Mention(found.start(), found.end(), entries[found[0]])


@lru_cache(maxsize=1)
def _chinese() -> tuple[re.Pattern[str], dict[str, Entry]]:
    entries = {name.text: name.entry for name in names("zh")}
    # Grouped by first character, so that a character that begins no name costs one look-up.
    groups: dict[str, list[str]] = defaultdict(list)
    for text in sorted(entries, key=len, reverse=True):
        groups[text[0]].append(re.escape(text))
    return re.compile("|".join(f"(?:{'|'.join(group)})" for group in groups.values())), entries
