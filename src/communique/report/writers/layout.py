"""A report laid out: numbered, marked, its notes in order. Every writer sets this and only this.

Cited passages are numbered in the order in which sentences first cite them, so that note 12 is the
same passage in every format. Control characters and bidirectional overrides are gone; what is left
of a text is one line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from communique.report.values import Origin

from .scripts import Run


@dataclass(frozen=True, kw_only=True)
class Text:
    """One line of text, the language it is set in, and its runs of other scripts."""

    plain: str
    language: str
    rtl: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence. ``notes`` are note numbers; ``remark`` numbers what an editor must look at."""

    number: int
    text: Text
    origin: Origin
    notes: tuple[int, ...] = ()
    remark: int | None = None

    @property
    def own(self) -> bool:
        return self.origin is Origin.SECRETARIAT

    @property
    def proposed(self) -> bool:
        return self.origin is Origin.PROPOSED


@dataclass(frozen=True, kw_only=True)
class Head:
    """Who a summary is of; ``details`` is post, institution and country on one line."""

    name: Text
    details: Text | None


@dataclass(frozen=True, kw_only=True)
class Prose:
    lines: tuple[Line, ...]
    language: str
    rtl: bool
    head: Head | None = None
    kind: str = "prose"


@dataclass(frozen=True, kw_only=True)
class Listing:
    items: tuple[Prose, ...]
    numbered: bool
    kind: str = "listing"


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table; every row has as many cells as there are ``columns``.

    ``widths`` are shares of the whole width, one a column.
    """

    number: int
    caption: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]
    kind: str = "grid"


Piece = Prose | Listing | Grid


@dataclass(frozen=True, kw_only=True)
class Part:
    """A section; ``number`` reads "2", "2.1", or "A" for an annex."""

    anchor: str
    number: str
    title: Text
    level: int
    annex: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class Note:
    """A cited passage; ``cited_by`` holds the numbers of the lines that rest on it."""

    number: int
    speaker: Text | None
    source: Text | None
    place: Text | None
    time: str | None
    text: Text
    cited_by: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Remark:
    number: int
    line: int
    reasons: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class Layout:
    title: Text
    subtitle: Text | None
    occasion: Text | None
    language: str
    rtl: bool
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    remarks: tuple[Remark, ...]
    date: date | None

    def pieces(self) -> Iterable[Piece]:
        return (piece for part in self.parts for piece in part.pieces)

    def lines(self) -> Iterable[Line]:
        for piece in self.pieces():
            for prose in proses(piece):
                yield from prose.lines


def proses(piece: Piece) -> tuple[Prose, ...]:
    """The paragraphs of a piece, in order; a grid has none."""
    if isinstance(piece, Prose):
        return (piece,)
    return piece.items if isinstance(piece, Listing) else ()
