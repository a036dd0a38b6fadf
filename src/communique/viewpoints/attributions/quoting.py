"""Candidates whose content is a quotation beside its cue."""

from __future__ import annotations

from collections.abc import Iterator

from communique.viewpoints.attributions.candidates import Candidate
from communique.viewpoints.attributions.sources import Source, subject_of, whole
from communique.viewpoints.attributions.tree import MARKS, Range, Tree

_REACH = 25
_ENDS = frozenset({".", "?", "!", ":", "…"})


def quoting(tree: Tree, quoted: list[Range]) -> Iterator[Candidate]:
    for first, last in quoted:
        if last - first >= 4:
            yield from _after(tree, first, last)
            yield from _before(tree, first, last)


def _after(tree: Tree, first: int, last: int) -> Iterator[Candidate]:
    """ "...", said X. / "...", X said."""
    at = last
    size = len(tree.tokens)
    if at < size and tree.tokens[at].text == ",":
        at += 1
    stop = min(size, at + _REACH)
    if at >= size or tree.tokens[last - 2].text == "." or tree.tokens[last - 1].text == ".":
        return
    for i in range(at, stop):
        token = tree.tokens[i]
        if tree.quoted[i] or token.text in MARKS or token.text in (".", ";"):
            return
        if token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB"):
            own = tree.child(i, "nsubj")
            if own is not None and own < first or any(c > i for c in tree.having(i, "ccomp")):
                return
            source = _near_source(tree, i, at)
            if source is None:
                continue
            start = _lead(tree, first)
            yield Candidate(i, "verb", token.lemma, "quote", (i, i + 1), source, ((start, last),))
            return


def _near_source(tree: Tree, i: int, at: int) -> Source | None:
    source = subject_of(tree, i)
    if source is not None and source.link == "own" and at <= source.head:
        return source
    if i == at and i + 1 < len(tree.tokens):
        for j in range(i + 1, min(i + 12, len(tree.tokens))):
            if tree.tokens[j].pos in ("NOUN", "PROPN", "PRON") and tree.left[j] == i + 1:
                head = j
                while tree.tokens[head].head > i and tree.left[tree.tokens[head].head] == i + 1:
                    head = tree.tokens[head].head
                if tree.tokens[head].dep == "nsubj" and tree.tokens[head].head != i:
                    return None
                return whole(tree, head, i, "inverted")
    return None


def _lead(tree: Tree, first: int) -> int:
    """Where the sentence begins that the quotation ends."""
    start, _ = tree.sentence(first)
    if first and tree.tokens[first - 1].text in _ENDS:
        return first
    while start < first and tree.tokens[start].pos in ("CCONJ", "SPACE"):
        start += 1
    if any(tree.quoted[j] for j in range(start, first)):
        return first
    return start


def _before(tree: Tree, first: int, last: int) -> Iterator[Candidate]:
    """X said, "..." / X told Y: "..." """
    if first == 0 or tree.tokens[first - 1].text not in (",", ":"):
        return
    begin, _ = tree.sentence(first - 1)
    for i in range(first - 2, max(begin, first - _REACH) - 1, -1):
        token = tree.tokens[i]
        if tree.quoted[i]:
            return
        if token.pos == "VERB":
            source = subject_of(tree, i)
            if source is not None:
                yield Candidate(i, "verb", token.lemma, "quote", (i, i + 1), source, ((first, last),))
                return
