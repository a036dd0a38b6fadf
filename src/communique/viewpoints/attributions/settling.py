"""From chosen candidates to attributions: whole quotations, outermost cues, character spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.tree import Range, Tree

_TAIL = 9


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate that was chosen, and how far it is trusted (0 to 1)."""

    candidate: Candidate
    trust: float


def settled(tree: Tree, quoted: Sequence[Range], choices: Iterable[Choice]) -> list[Choice]:
    """The choices that stand, in the order of their cues.

    A quotation that a content touches belongs to it whole. A cue inside the content of another
    attribution is part of what is said there, so only the outermost stands.
    """
    grown = [
        replace(choice, candidate=with_quotations(tree, quoted, choice.candidate))
        for choice in choices
    ]
    kept: list[Choice] = []
    for choice in sorted(grown, key=lambda choice: -choice.candidate.size):
        if not any(other.candidate.contains(choice.candidate.head) for other in kept):
            kept.append(choice)
    return sorted(kept, key=lambda choice: choice.candidate.head)


def with_quotations(tree: Tree, quoted: Sequence[Range], candidate: Candidate) -> Candidate:
    if tree.quoted[candidate.head]:
        return candidate
    outside = [span for span in quoted if _is_free(span, candidate)]
    content = [_grown(span, outside) for span in candidate.content]
    spoken = candidate.part in ("verb", "phrase") and candidate.frame in ("quote", "clause")
    if spoken and any(last == content[-1][1] for _, last in outside):
        content.extend(_running_on(tree, quoted, candidate, content))
    return replace(candidate, content=_merged(content))


def _is_free(quotation: Range, candidate: Candidate) -> bool:
    first, last = quotation
    if first <= candidate.head < last:
        return False
    source = candidate.source
    return source is None or last <= source.span[0] or source.span[1] <= first


def _grown(span: Range, quotations: Iterable[Range]) -> Range:
    first, last = span
    for begin, end in quotations:
        if begin < last and first < end:
            first, last = min(first, begin), max(last, end)
    return first, last


def _running_on(
    tree: Tree, quoted: Sequence[Range], candidate: Candidate, content: Sequence[Range]
) -> Iterator[Range]:
    """The quotations that go on after the cue: "...", he said on Monday. "..." """
    source_end = candidate.source.span[1] if candidate.source else 0
    end = max(content[-1][1], candidate.cue[1], source_end)
    close = max(tree.sentence(end - 1)[1], end)
    for first, last in quoted:
        if first < end:
            continue
        if _is_resumed(tree, candidate, end, first) or abs(first - close) <= 1:
            yield first, last
            end = close = last


def _is_resumed(tree: Tree, candidate: Candidate, end: int, first: int) -> bool:
    if first - end > _TAIL or tree.sentence(first - 1) != tree.sentence(candidate.head):
        return False
    return not any(tree.tokens[i].pos in ("VERB", "AUX") for i in range(end, first))


def _merged(spans: Iterable[Range]) -> tuple[Range, ...]:
    merged: list[Range] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return tuple(merged)
