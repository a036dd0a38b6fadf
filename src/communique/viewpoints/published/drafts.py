"""A sentence judged: whose it is and why."""

from __future__ import annotations

from dataclasses import dataclass

from communique.record.values import Basis, Voice

from .prose import Paragraph, Sentence


@dataclass(frozen=True)
class Draft:
    """A sentence judged: ``who`` are seats of the roster."""

    paragraph: Paragraph
    start: int
    end: int
    voice: Voice
    who: tuple[int, ...] = ()
    basis: Basis | None = None


def drafted(
    sentence: Sentence, voice: Voice, who: tuple[int, ...] = (), basis: Basis | None = None
) -> Draft:
    return Draft(sentence.paragraph, sentence.start, sentence.end, voice, who, basis)
