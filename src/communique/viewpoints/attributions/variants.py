"""Other readings of a candidate: a shorter or longer content, another source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.sources import main_subject, nearest_subject, with_aside
from communique.viewpoints.attributions.tree import Range, Tree

_BREAKS = frozenset({",", ";", ":", "-", "--", "–", "—", "("})
_MODIFIERS = frozenset({"prep", "advcl", "relcl", "acl", "conj", "appos", "npadvmod"})


def variants(tree: Tree, candidate: Candidate) -> Iterator[tuple[str, Candidate]]:
    """Each reading with a name that says how it differs; the candidate itself comes first."""
    yield "same", candidate
    for name, content in _contents(tree, candidate):
        yield name, replace(candidate, content=content)
    for source in _sources(tree, candidate):
        yield "source", replace(candidate, source=source)


def _contents(tree: Tree, c: Candidate) -> Iterator[tuple[str, tuple[Range, ...]]]:
    first, last = c.content[-1]
    if first < c.head or c.part in ("colon", "adverb"):
        return
    kept = c.content[:-1]
    seen = {last}
    for name, end in _ends(tree, first, last, c.head):
        end = tree.trimmed((first, end))[1]
        if end not in seen and end > first:
            seen.add(end)
            yield name, (*kept, (first, end))


def _ends(tree: Tree, first: int, last: int, head: int) -> Iterator[tuple[str, int]]:
    breaks = [i for i in range(first + 2, last - 1) if tree.tokens[i].text in _BREAKS and not tree.quoted[i]]
    if breaks:
        yield "to first break", breaks[0]
    if len(breaks) > 1:
        yield "to last break", breaks[-1]
    core = next((i for i in range(first, last) if not first <= tree.tokens[i].head < last), None)
    if core is not None:
        cuts = [tree.left[x] for x in tree.children[core] if x > core and tree.tokens[x].dep in _MODIFIERS and tree.left[x] < last]
        if cuts:
            yield "to first modifier", cuts[0]
        if len(cuts) > 1:
            yield "to last modifier", cuts[-1]
    stop = tree.sentence(head)[1]
    if stop > last + 1:
        yield "to end", stop
        nearer = next((i for i in range(last + 1, stop) if tree.tokens[i].text in _BREAKS), None)
        if nearer is not None and nearer < stop:
            yield "to next break", nearer


def _sources(tree: Tree, c: Candidate) -> Iterator:
    if c.part == "colon" or c.part == "phrase":
        return
    spans = {c.source.span if c.source else None}
    others = []
    if c.source is not None:
        others.append(with_aside(tree, c.source))
    if c.source is None or c.source.link not in ("own", "possessor", "agent"):
        others += [nearest_subject(tree, c.head), main_subject(tree, c.head)]
    for source in others:
        if source is not None and source.span not in spans:
            a, b = source.span
            if not any(s < b and a < e for s, e in c.content) and not a <= c.head < b:
                spans.add(source.span)
                yield source
