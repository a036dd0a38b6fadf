"""A parsed paragraph as a dependency tree that can be asked for children, phrases and marks."""

from __future__ import annotations

from collections.abc import Iterator

from communique.viewpoints.parse import Parsed, Token

Range = tuple[int, int]

MARKS = frozenset({'"', "“", "”", "''", "``", "«", "»", "„"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_OPENING_COMMAS = frozenset({",", ";", ":", "--", "-", "–", "—"})


class Tree:
    """Dependency tree over ``Parsed``; ranges are half-open and count tokens."""

    __slots__ = ("_sentence", "children", "left", "parsed", "quoted", "right", "tokens")

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
        self._reach()
        self._sentence = _sentence_starts(parsed, size)
        self.quoted = [False] * size

    def _reach(self) -> None:
        """Widen each phrase to the outermost tokens below it."""
        for i, token in enumerate(self.tokens):
            at, head, steps = i, token.head, 0
            while head != at and steps < 200:
                if self.left[head] > i:
                    self.left[head] = i
                if self.right[head] <= i:
                    self.right[head] = i + 1
                at, head, steps = head, self.tokens[head].head, steps + 1

    def phrase(self, i: int) -> Range:
        return self.left[i], self.right[i]

    def child(self, i: int, *deps: str) -> int | None:
        return next(self.having(i, *deps), None)

    def having(self, i: int, *deps: str) -> Iterator[int]:
        return (c for c in self.children[i] if self.tokens[c].dep in deps)

    def sentence(self, i: int) -> Range:
        return self._sentence[i]

    def is_passive(self, i: int) -> bool:
        auxiliary = self.child(i, "auxpass")
        if auxiliary is not None and self.tokens[auxiliary].text in ("'s", "’s"):
            # "he's predicted big wins" is a perfect
            return self.child(i, "dobj", "ccomp") is None
        if auxiliary is not None or self.child(i, "nsubjpass", "agent") is not None:
            return True
        bare = self.child(i, "aux", "nsubj") is None
        return bare and self.tokens[i].tag == "VBN" and self.tokens[i].dep in ("acl", "advcl")

    def auxiliaries(self, i: int) -> list[int]:
        return [c for c in self.children[i] if self.tokens[c].dep in _AUXILIARIES and c < i]

    def word(self, i: int) -> Token:
        return self.tokens[i]

    def trimmed(self, span: Range) -> Range:
        """``span`` without commas, dashes and full stops at its edges."""
        first, last = span
        while first < last and self.tokens[first].text in _OPENING_COMMAS | {".", ")", "]"}:
            first += 1
        while last > first and self.tokens[last - 1].text in _OPENING_COMMAS | {".", "(", "["}:
            last -= 1
        return first, last


def _sentence_starts(parsed: Parsed, size: int) -> list[Range]:
    spans: list[Range] = [(0, size)] * size
    for first, last in parsed.sentences:
        for i in range(first, last):
            spans[i] = (first, last)
    return spans
