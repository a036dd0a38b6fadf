"""A parsed paragraph as a dependency tree that can be asked for children, phrases and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from communique.viewpoints.parse import Parsed

Range = tuple[int, int]

MARKS = frozenset({'"', "“", "”", "„", "''", "``", "«", "»"})
_COMMAS = frozenset({",", ";", ":", "--", "-", "–", "—"})
_NOT_FIRST = _COMMAS | {".", ")", "]"}
_NOT_LAST = _COMMAS | {".", "(", "["}
_CONJUNCTIONS = frozenset({"CCONJ", "SPACE"})
_DEEPEST = 200


class Tree:
    """Dependency tree over ``Parsed``; ranges are half-open and count tokens.

    ``left[i]`` and ``right[i]`` bound the phrase that token ``i`` heads; ``quoted[i]`` says whether
    token ``i`` stands inside quotation marks.
    """

    __slots__ = ("_sentences", "children", "left", "parsed", "quoted", "right", "tokens")

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        size = len(self.tokens)
        self.children: list[list[int]] = [[] for _ in range(size)]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                self.children[token.head].append(i)
        self.left = list(range(size))
        self.right = list(range(1, size + 1))
        self._widen_phrases()
        self._sentences = _sentences(parsed)
        self.quoted = [False] * size

    def _widen_phrases(self) -> None:
        for i, token in enumerate(self.tokens):
            at, head = i, token.head
            for _ in range(_DEEPEST):
                if head == at:
                    break
                self.left[head] = min(self.left[head], i)
                self.right[head] = max(self.right[head], i + 1)
                at, head = head, self.tokens[head].head

    def phrase(self, i: int) -> Range:
        return self.left[i], self.right[i]

    def child(self, i: int, *deps: str) -> int | None:
        return next(self.having(i, *deps), None)

    def having(self, i: int, *deps: str) -> Iterator[int]:
        return (c for c in self.children[i] if self.tokens[c].dep in deps)

    def sentence(self, i: int) -> Range:
        return self._sentences[i]

    def opening(self, i: int, last: int) -> int:
        """Where the sentence of token ``i`` begins, conjunctions left out; at most ``last``."""
        first, _ = self._sentences[i]
        while first < last and self.tokens[first].pos in _CONJUNCTIONS:
            first += 1
        return first

    def is_passive(self, i: int) -> bool:
        auxiliary = self.child(i, "auxpass")
        if auxiliary is not None and self.tokens[auxiliary].text in ("'s", "’s"):
            # "he's predicted big wins" is a perfect
            return self.child(i, "dobj", "ccomp") is None
        if auxiliary is not None or self.child(i, "nsubjpass", "agent") is not None:
            return True
        token = self.tokens[i]
        bare = self.child(i, "aux", "nsubj") is None
        return bare and token.tag == "VBN" and token.dep in ("acl", "advcl")

    def trimmed(self, span: Range) -> Range:
        """``span`` without commas, dashes and full stops at its edges."""
        first, last = span
        while first < last and self.tokens[first].text in _NOT_FIRST:
            first += 1
        while last > first and self.tokens[last - 1].text in _NOT_LAST:
            last -= 1
        return first, last


def _sentences(parsed: Parsed) -> list[Range]:
    size = len(parsed.tokens)
    spans: list[Range] = [(0, size)] * size
    for first, last in parsed.sentences:
        spans[first:last] = [(first, last)] * (last - first)
    return spans
