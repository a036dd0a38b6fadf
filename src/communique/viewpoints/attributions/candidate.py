"""One reading of one cue, before anything is decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.viewpoints.attributions.sources import Source
from communique.viewpoints.attributions.tree import Range, Tree

_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who may have said what by which word; ranges count tokens.

    ``part`` is the part of speech under which the lexicon knows ``lemma`` (or "phrase", "colon",
    "adverb"); ``frame`` is what the content is to the cue: a frame of the lexicon, or "quote",
    "inserted", "drawn", "adverb". A ``wide`` content is an object with what the verb says of it.
    """

    head: int
    part: str
    lemma: str
    frame: str
    cue: Range
    source: Source | None
    content: tuple[Range, ...]
    passive: bool = False
    wide: bool = False

    @property
    def size(self) -> int:
        return sum(last - first for first, last in self.content)

    def contains(self, token: int) -> bool:
        return any(first <= token < last for first, last in self.content)


@dataclass(frozen=True, slots=True)
class Complement:
    """What may be the content of a verb, and where the cue then ends."""

    frame: str
    content: Range
    cue_end: int
    wide: bool = False


def verb_candidate(
    tree: Tree,
    verb: int,
    complement: Complement,
    source: Source | None,
    *,
    before: Iterable[Range] = (),
    passive: bool = False,
) -> Candidate:
    """``before``: content that stands outside the complement, as the subject of a passive does."""
    cue = (cue_start(tree, verb), complement.cue_end)
    content = cleared(tree, (*before, complement.content), cue, source)
    return Candidate(
        verb, "verb", verb_lemma(tree, verb), complement.frame, cue, source, content, passive,
        complement.wide,
    )


def verb_lemma(tree: Tree, verb: int) -> str:
    particle = tree.child(verb, "prt")
    lemma = tree.tokens[verb].lemma
    return lemma if particle is None else f"{lemma}-{tree.tokens[particle].lemma}"


def cue_start(tree: Tree, verb: int) -> int:
    """Where the auxiliaries, negation and adverbs begin that stand right before ``verb``."""
    start = verb
    for c in reversed(tree.children[verb]):
        if c > verb:
            continue
        if tree.tokens[c].dep not in _BEFORE_VERB or tree.phrase(c) != (start - 1, start):
            break
        start = c
    return start


def cleared(
    tree: Tree, spans: Iterable[Range], cue: Range, source: Source | None
) -> tuple[Range, ...]:
    """``spans`` cut so that none overlaps the cue or the source, empty ones left out."""
    taken = [cue] if source is None else [cue, source.span]
    kept = []
    for span in spans:
        for other in taken:
            span = _outside(span, other)
        span = tree.trimmed(span)
        if span[0] < span[1]:
            kept.append(span)
    return tuple(kept)


def _outside(span: Range, other: Range) -> Range:
    """The longer part of ``span`` that ``other`` leaves."""
    (first, last), (begin, end) = span, other
    if end <= first or last <= begin:
        return span
    return (first, begin) if begin - first >= last - end else (end, max(end, last))
