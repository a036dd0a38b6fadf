"""Other readings of a candidate: a shorter or longer content, another source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.sources import (
    Source,
    main_subject,
    nearest_subject,
    with_aside,
)
from communique.viewpoints.attributions.tree import Range, Tree

_BREAKS = frozenset({",", ";", ":", "-", "--", "–", "—", "("})
_MODIFIERS = frozenset({"prep", "advcl", "relcl", "acl", "conj", "appos", "npadvmod"})
_CERTAIN_LINKS = frozenset({"own", "possessor", "agent"})


@dataclass(frozen=True, slots=True)
class Variant:
    """A candidate, and how it differs from the one that grammar proposed."""

    change: str
    candidate: Candidate


def variants(tree: Tree, candidate: Candidate) -> Iterator[Variant]:
    yield Variant("none", candidate)
    if candidate.part in ("colon", "adverb"):
        return
    for change, content in _contents(tree, candidate):
        yield Variant(change, replace(candidate, content=content))
    if candidate.part != "phrase":
        for source in _sources(tree, candidate):
            yield Variant("source", replace(candidate, source=source))


def _contents(tree: Tree, candidate: Candidate) -> Iterator[tuple[str, tuple[Range, ...]]]:
    first, last = candidate.content[-1]
    if first < candidate.head:
        return
    seen = {last}
    for change, end in (*_shorter(tree, first, last), *_longer(tree, last, candidate.head)):
        end = tree.trimmed((first, end))[1]
        if end > first and end not in seen:
            seen.add(end)
            yield change, (*candidate.content[:-1], (first, end))


def _shorter(tree: Tree, first: int, last: int) -> Iterator[tuple[str, int]]:
    breaks = [
        i for i in range(first + 2, last - 1)
        if tree.tokens[i].text in _BREAKS and not tree.quoted[i]
    ]
    if breaks:
        yield "to first break", breaks[0]
        yield "to last break", breaks[-1]
    modifiers = _modifiers(tree, first, last)
    if modifiers:
        yield "to first modifier", modifiers[0]
        yield "to last modifier", modifiers[-1]


def _modifiers(tree: Tree, first: int, last: int) -> list[int]:
    """Where the phrases begin that follow the head of the content and depend on it."""
    outside = (i for i in range(first, last) if not first <= tree.tokens[i].head < last)
    head = next(outside, None)
    if head is None:
        return []
    return [
        tree.left[c] for c in tree.having(head, *_MODIFIERS) if c > head and tree.left[c] < last
    ]


def _longer(tree: Tree, last: int, head: int) -> Iterator[tuple[str, int]]:
    stop = tree.sentence(head)[1]
    if stop <= last + 1:
        return
    yield "to end", stop
    following = (i for i in range(last + 1, stop) if tree.tokens[i].text in _BREAKS)
    nearer = next(following, None)
    if nearer is not None:
        yield "to next break", nearer


def _sources(tree: Tree, candidate: Candidate) -> Iterator[Source]:
    known = candidate.source
    others: list[Source | None] = [] if known is None else [with_aside(tree, known)]
    if known is None or known.link not in _CERTAIN_LINKS:
        others += [nearest_subject(tree, candidate.head), main_subject(tree, candidate.head)]
    seen = {known.span if known else None}
    for source in others:
        if source is not None and source.span not in seen and _is_apart(source, candidate):
            seen.add(source.span)
            yield source


def _is_apart(source: Source, candidate: Candidate) -> bool:
    first, last = source.span
    if first <= candidate.head < last:
        return False
    return all(end <= first or last <= begin for begin, end in candidate.content)
