"""The gazetteer: names of bodies, treaties, initiatives and mechanisms in four languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

LANGUAGES = ("en", "ru", "zh", "fr")
WORD = re.compile(r"\w+")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """One known reference; ``source`` is its own site's host name or the document that made it."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Name:
    """One way to write an entry, prepared for matching.

    ``is_word``: the short form is an ordinary word when a heading is set in capitals (WHO).
    """

    text: str
    entry: Entry
    keys: tuple[str, ...]
    is_word: bool = False

    @property
    def is_single(self) -> bool:
        return " " not in self.text

    def is_written(self, written: str) -> bool:
        """Whether ``written``, whose words have this name's keys, is this name.

        A name of one word is taken as written; in longer ones each capital must be kept.
        """
        if _CYRILLIC.search(self.text):
            return written == self.text if self.text.isupper() else _keeps_capitals(self, written)
        if self.is_single:
            return _joined(written) == self._whole
        return _joined(written).casefold() == self._whole.casefold() and (
            _keeps_capitals(self, written)
        )

    @cached_property
    def _whole(self) -> str:
        """The name up to its last letter or digit: what the words found in a text span."""
        return _joined(self.text.rstrip("+."))


@lru_cache(maxsize=1)
def gazetteer() -> tuple[Entry, ...]:
    """Every entry, in the order of the data file."""
    return tuple(entry for entry, _ in _rows())


@lru_cache(maxsize=len(LANGUAGES))
def names(language: str) -> tuple[Name, ...]:
    """Every name in ``language`` ("en", "ru", "zh" or "fr")."""
    return tuple(
        Name(text, entry, keys(text), bool(row.get("word")) and text.isupper())
        for entry, row in _rows()
        for text in _written(row, language)
    )


def keys(text: str) -> tuple[str, ...]:
    """The words of ``text`` as they are looked up: Russian ones without their endings."""
    return tuple(key(word) for word in WORD.findall(text))


def key(word: str) -> str:
    folded = word.casefold().replace("ё", "е")
    if len(folded) > 4 and _CYRILLIC.match(folded):
        return folded[: max(4, min(len(folded) - 2, 6))]
    return folded


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[Entry, dict[str, str]], ...]:
    data = tomllib.loads(files(__package__).joinpath("gazetteer.toml").read_text(encoding="utf-8"))
    return tuple(
        (Entry(ident, kind, row["name"], tuple(_written(row, "en"))[1:], row["source"]), row)
        for kind, section in data.items()
        for ident, row in section.items()
    )


def _written(row: dict[str, str], language: str) -> Iterator[str]:
    if language == "en":
        yield row["name"]
    field = "names" if language == "en" else language
    yield from (name for name in row.get(field, "").split("|") if name)


def _joined(text: str) -> str:
    """Hyphens, dashes and spaces alike; apostrophes straight."""
    return re.sub(r"[\s‐-―-]+", " ", text.replace("’", "'"))


def _keeps_capitals(name: Name, written: str) -> bool:
    pairs = zip(WORD.findall(name.text), WORD.findall(written), strict=True)
    return all(theirs[0].isupper() for ours, theirs in pairs if ours[0].isupper())
