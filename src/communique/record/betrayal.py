"""Whether a text betrays a source: finds names and institutions however they are written.

Errs on the side of silence. Every single part of a name counts, in any case, with or without
marks; only very short parts, and those that are also everyday English words, must be capitalised.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property

from .values import Participant

# Words of a name or label that tell nobody who it is.
_UNTELLING = frozenset(
    "bin binti ibn al el van von der den de la le di da dos and of the mr mrs ms dr prof hon sir "
    "chair chairman chairperson moderator host speaker participant interpreter audience rapporteur "
    "secretariat ambassador professor minister director president guest member".split()
)
_EVERYDAY = frozenset(
    "will may mark long young can an so do no he you we us it on in at by to go see way man song sun "
    "moon rose grace hope faith joy bill rob frank rich king price green brown white black gray west "
    "north east south park lee an my our one two ten case page hall field ford stone wood bush day "
    "may june april august art pat jack rice bell cook baker fisher hunter miller".split()
)
_WORD = re.compile(r"\w+")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


_OF_ONESELF = re.compile(
    r"\b(?:my|mine|our|ours|myself|ourselves)\b"
    r"|\b(?:I|we)(?:['’]m|['’]re| am| are| was| were| have been| had been| come| came| work| worked"
    r"| live| lived| grew| represent| represented| studied| teach| taught| wrote| published| drafted"
    r"| negotiated| served| run| ran| lead| led)\b"
    r"|\bas an? (?:\w+ ){0,2}(?:by training|myself)\b|\b(?:back|at) home\b|\bhere in\b",
    re.IGNORECASE,
)


def tells_of_oneself(text: str) -> bool:
    """Whether a speaker tells of themselves or their house ("our lab", "I was in the team").

    Nobody can list every word by which somebody is known; whoever speaks in the first person of
    what they are, have or did is not cited where they may not be named.
    """
    return bool(_OF_ONESELF.search(text))


def names_of(participant: Participant) -> tuple[str, ...]:
    """Every name and label under which the record knows a participant."""
    return (participant.name, *participant.other_labels)


def institution_forms(institution: str) -> tuple[str, ...]:
    """An institution's name, its short form given in brackets, and its initials."""
    bracketed = re.findall(r"\(([^)]+)\)", institution)
    bare = re.sub(r"\s*\([^)]*\)", "", institution)
    initials = "".join(word[0] for word in _WORD.findall(bare) if word[0].isupper())
    return (bare, *bracketed, *([initials] if len(initials) >= 3 else []))


class Betrayal:
    """Finds ``names`` in a text, whole or any single part; and ``phrases`` only as a whole."""

    def __init__(self, names: Iterable[str], phrases: Iterable[str] = ()) -> None:
        self._names = tuple(dict.fromkeys(filter(None, map(_folded_words, names))))
        self._whole = tuple(dict.fromkeys(filter(None, map(_folded_words, phrases))))

    def in_text(self, text: str) -> bool:
        """Whether ``text`` holds one of the phrases, or a name or part of a name."""
        words = _WORD.findall(_plain(text))
        folded = [word.casefold() for word in words]
        if any(map(self._part_counts, words, folded)):
            return True
        joined = f" {' '.join(folded)} "
        return any(phrase in joined for phrase in self._phrases)

    def _part_counts(self, word: str, low: str) -> bool:
        if low in self._parts:
            return word[0].isupper() or not (low in _EVERYDAY or len(low) <= 3)
        return bool(_IDEOGRAPH.search(low)) and any(part in low for part in self._unspaced)

    @cached_property
    def _phrases(self) -> frozenset[str]:
        return frozenset(f" {' '.join(words)} " for words in self._whole)

    @cached_property
    def _parts(self) -> frozenset[str]:
        return frozenset(
            word for words in self._names for word in words
            if word not in _UNTELLING and (len(word) > 1 or _IDEOGRAPH.search(word))
        )

    @cached_property
    def _unspaced(self) -> frozenset[str]:
        whole = {"".join(words) for words in (*self._names, *self._whole)}
        return frozenset(part for part in whole if _IDEOGRAPH.search(part))


def _folded_words(term: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(_plain(term)))


def _plain(text: str) -> str:
    """``text`` without marks, invisible characters and compatibility forms; case as it was."""
    decomposed = unicodedata.normalize("NFKD", text)
    kept = (c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFC", "".join(kept))
