"""A view: cleaned text that still knows where each of its characters stands in the source.

The text as written is never changed. What readers, sentence splitters and parsers work on is a
view: pieces of the source joined into running text (cue timings, tags and page breaks left out),
with a way back from every character of the view to its offset in the source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Piece:
    """One contiguous span ``[start, end)`` of a source, and how it reads once cleaned.

    ``text`` is the cleaned reading; when it has the same length as the span, characters map one to
    one, otherwise positions inside are interpolated to the ends of the span. ``start_at`` and
    ``end_at`` are seconds from the beginning of the source's recording, where it is timed.
    """

    start: int
    end: int
    text: str
    start_at: float | None = None
    end_at: float | None = None


@dataclass(frozen=True)
class View:
    """Pieces of one source read as one running text, joined by ``glue``."""

    pieces: tuple[Piece, ...]
    glue: str = " "

    @classmethod
    def of(cls, text: str, start: int, end: int) -> View:
        """The plain view of ``text[start:end]``, character for character."""
        return cls((Piece(start, end, text[start:end]),))

    @classmethod
    def joining(cls, views: Iterable[View], glue: str = " ") -> View:
        return cls(tuple(piece for view in views for piece in view.pieces), glue)

    @cached_property
    def text(self) -> str:
        return self.glue.join(piece.text for piece in self.pieces)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.text) + len(self.glue)
        return tuple(starts)

    def __len__(self) -> int:
        return len(self.text)

    def span(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """The source offsets ``[start, end)`` that the view's characters ``start:end`` stand for.

        Raises ``ValueError`` when the view has no pieces.
        """
        if not self.pieces:
            raise ValueError("an empty view has no place in its source")
        stop = len(self.text) if end is None else end
        first, last = self._index(start), self._index(max(stop - 1, start))
        return self._source_start(first, start), self._source_end(last, stop)

    def times(self, start: int = 0, end: int | None = None) -> tuple[float | None, float | None]:
        """When the characters ``start:end`` were said: the times of the pieces they touch."""
        if not self.pieces:
            return None, None
        stop = len(self.text) if end is None else end
        touched = self.pieces[self._index(start) : self._index(max(stop - 1, start)) + 1]
        begins = [piece.start_at for piece in touched if piece.start_at is not None]
        ends = [piece.end_at for piece in touched if piece.end_at is not None]
        return (begins[0] if begins else None), (ends[-1] if ends else None)

    def _index(self, position: int) -> int:
        return max(bisect_right(self._starts, position) - 1, 0)

    def _source_start(self, index: int, position: int) -> int:
        piece, within = self.pieces[index], position - self._starts[index]
        if len(piece.text) == piece.end - piece.start:
            return min(piece.start + within, piece.end)
        return piece.start if within < len(piece.text) else piece.end

    def _source_end(self, index: int, position: int) -> int:
        piece, within = self.pieces[index], position - self._starts[index]
        if len(piece.text) == piece.end - piece.start:
            return min(piece.start + within, piece.end)
        return piece.end
