"""Words that attribute something to somebody, by part of speech, class and frame.

The lists are data (``lexicon.toml``, which says what the classes and frames mean).
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

NO_CLASSES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """What an attributing word can introduce: the classes of each of its frames."""

    lemma: str
    frames: Mapping[str, frozenset[str]]

    @property
    def classes(self) -> frozenset[str]:
        return NO_CLASSES.union(*self.frames.values())

    def takes(self, frame: str) -> bool:
        return frame in self.frames

    def classes_in(self, frame: str) -> frozenset[str]:
        return self.frames.get(frame, NO_CLASSES)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Attributing words by lemma, and the cues that are no verb, noun or adjective."""

    verbs: Mapping[str, Word]
    nouns: Mapping[str, Word]
    adjectives: Mapping[str, Word]
    before_source: tuple[str, ...]
    unsourced: frozenset[str]
    documents: frozenset[str]

    def verbs_of(self, *classes: str) -> frozenset[str]:
        """The verb lemmas that belong to any of ``classes`` ("speech", "belief", ...)."""
        wanted = frozenset(classes)
        return frozenset(lemma for lemma, word in self.verbs.items() if word.classes & wanted)


@cache
def lexicon() -> Lexicon:
    data = tomllib.loads((files(__package__) / "lexicon.toml").read_text(encoding="utf-8"))
    introducers = data["introducers"]
    return Lexicon(
        verbs=_words(data["verbs"]),
        nouns=_words(data["nouns"]),
        adjectives=_words(data["adjectives"]),
        before_source=tuple(introducers["before_source"]),
        unsourced=frozenset(introducers["unsourced"]),
        documents=frozenset(data["documents"]["lemmas"].split()),
    )


def _words(classes: Mapping[str, Mapping[str, str]]) -> dict[str, Word]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, frames in classes.items():
        for frame, lemmas in frames.items():
            for lemma in lemmas.split():
                found[lemma][frame].add(name)
    return {
        lemma: Word(lemma, {frame: frozenset(names) for frame, names in frames.items()})
        for lemma, frames in found.items()
    }
