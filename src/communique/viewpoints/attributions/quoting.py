"""Candidates whose content is a quotation that stands beside its cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.sources import Source, phrase_source, subject_of
from communique.viewpoints.attributions.tree import MARKS, Range, Tree

_REACH = 25
_NAME_REACH = 12
_SHORTEST = 4
_ENDS = frozenset({".", "?", "!", ":", "…"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def quoting(tree: Tree, quoted: Sequence[Range]) -> Iterator[Candidate]:
    for first, last in quoted:
        if last - first >= _SHORTEST:
            yield from _cue_after(tree, first, last)
            yield from _cue_before(tree, first, last)


def _cue_after(tree: Tree, first: int, last: int) -> Iterator[Candidate]:
    """ "...", said X. / "...", X said."""
    if tree.tokens[last - 2].text == "." or tree.tokens[last - 1].text == ".":
        return
    start = last + 1 if last < len(tree.tokens) and tree.tokens[last].text == "," else last
    for i in range(start, min(len(tree.tokens), start + _REACH)):
        token = tree.tokens[i]
        if tree.quoted[i] or token.text in MARKS or token.text in (".", ";"):
            return
        if token.pos != "VERB":
            continue
        if _speaks_elsewhere(tree, i, first):
            return
        source = _source_beside(tree, i, start)
        if source is not None:
            span = (_lead(tree, first), last)
            yield Candidate(i, "verb", token.lemma, "quote", (i, i + 1), source, (span,))
            return


def _speaks_elsewhere(tree: Tree, verb: int, first: int) -> bool:
    """In "X, a “true hero,” said that ...", the quotation is not what X said."""
    subject = tree.child(verb, "nsubj")
    if subject is not None and subject < first:
        return True
    return any(c > verb for c in tree.having(verb, "ccomp"))


def _source_beside(tree: Tree, verb: int, start: int) -> Source | None:
    source = subject_of(tree, verb)
    if source is not None and source.link == "own" and start <= source.head:
        return source
    return _inverted(tree, verb) if verb == start else None


def _inverted(tree: Tree, verb: int) -> Source | None:
    """The name after "said", whatever the parser made of it."""
    for j in range(verb + 1, min(verb + _NAME_REACH, len(tree.tokens))):
        if tree.tokens[j].pos not in _NOMINAL or tree.left[j] != verb + 1:
            continue
        head = _topmost(tree, j, verb)
        if tree.tokens[head].dep == "nsubj" and tree.tokens[head].head != verb:
            return None
        return phrase_source(tree, head, verb, "inverted")
    return None


def _topmost(tree: Tree, head: int, verb: int) -> int:
    while tree.tokens[head].head > verb and tree.tokens[head].head != head and (
        tree.left[tree.tokens[head].head] == verb + 1
    ):
        head = tree.tokens[head].head
    return head


def _lead(tree: Tree, first: int) -> int:
    """Where the sentence begins that the quotation ends ("The plan “is dead,” he said")."""
    if first and tree.tokens[first - 1].text in _ENDS:
        return first
    start = tree.opening(first, first)
    return first if any(tree.quoted[start:first]) else start


def _cue_before(tree: Tree, first: int, last: int) -> Iterator[Candidate]:
    """X said, "..." / X told Y: "..." """
    comma = first - 1
    while comma > 0 and tree.tokens[comma].pos == "SPACE":
        comma -= 1
    if comma < 0 or tree.tokens[comma].text not in (",", ":"):
        return
    begin, _ = tree.sentence(comma)
    for i in range(comma - 1, max(begin, first - _REACH) - 1, -1):
        token = tree.tokens[i]
        if tree.quoted[i]:
            return
        source = subject_of(tree, i) if token.pos == "VERB" else None
        if source is not None:
            span = (first, last)
            yield Candidate(i, "verb", token.lemma, "quote", (i, i + 1), source, (span,))
            return
