"""A report as Markdown, with passages as footnotes (``[^1]``, as most renderers know them)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.report.values import Report

from .compose import lay_out
from .labels import OWN, PROPOSED, Labels, labels_in
from .layout import Grid, Layout, Line, Listing, Note, Part, Piece, Prose, Text

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$&])")
_OPENING = re.compile(r"^(\d{1,9})([.)])|^([#+\-=:])")


def render(report: Report) -> bytes:
    layout = lay_out(report)
    labels = labels_in(layout.language)
    blocks = [*_front(layout), *_legend(layout, labels), *_editor(layout, labels)]
    for part in layout.parts:
        blocks += _part(part, labels)
    blocks += [_note(note) for note in layout.notes]
    return ("\n\n".join(blocks) + "\n").encode()


def _front(layout: Layout) -> Iterator[str]:
    yield f"# {_inline(layout.title)}"
    for line in (layout.subtitle, layout.occasion):
        if line:
            yield f"*{_inline(line)}*"


def _legend(layout: Layout, labels: Labels) -> Iterator[str]:
    lines = tuple(layout.lines())
    if any(line.own for line in lines):
        yield f"{OWN} {labels.own}"
    if any(line.proposed for line in lines):
        yield f"{PROPOSED} {labels.proposed}"


def _editor(layout: Layout, labels: Labels) -> Iterator[str]:
    if layout.remarks:
        yield f"> **{labels.editor}.** {labels.editor_lead}\n>\n" + "\n".join(
            f"> {remark.number}. {'; '.join(map(_inline, remark.reasons))}"
            for remark in layout.remarks
        )


def _part(part: Part, labels: Labels) -> Iterator[str]:
    number = f"{labels.annex} {part.number}:" if part.annex else part.number
    yield f"{'#' * (part.level + 1)} {number} {_inline(part.title)}"
    for piece in part.pieces:
        yield from _piece(piece, part, labels)


def _piece(piece: Piece, part: Part, labels: Labels) -> Iterator[str]:
    if isinstance(piece, Prose):
        if piece.head:
            yield f"{'#' * (part.level + 2)} {_inline(piece.head.name)}"
        if piece.head and piece.head.details:
            yield f"*{_inline(piece.head.details)}*"
        yield _prose(piece, labels)
    elif isinstance(piece, Listing):
        yield _listing(piece, labels)
    else:
        yield f"*{labels.table} {piece.number}. {_inline(piece.caption)}*"
        yield _grid(piece)


def _prose(prose: Prose, labels: Labels) -> str:
    return _opened(" ".join(_sentence(line, labels) for line in prose.lines))


def _sentence(line: Line, labels: Labels) -> str:
    signs = (OWN if line.own else "") + (PROPOSED if line.proposed else "")
    notes = "".join(f"[^{number}]" for number in line.notes)
    remark = f" **({labels.editor}: {line.remark})**" if line.remark else ""
    return f"{_inline(line.text)}{signs}{notes}{remark}"


def _listing(listing: Listing, labels: Labels) -> str:
    return "\n".join(
        f"{f'{at}.' if listing.numbered else '-'} {_prose(item, labels)}"
        for at, item in enumerate(listing.items, 1)
    )


def _grid(grid: Grid) -> str:
    rows = (grid.columns, *grid.rows)
    drawn = [f"| {' | '.join(map(_inline, row))} |" for row in rows]
    return "\n".join((drawn[0], "|" + " --- |" * len(grid.columns), *drawn[1:]))


def _note(note: Note) -> str:
    where = [_inline(text) for text in (note.source, note.place) if text]
    speaker = [f"**{_inline(note.speaker)}**"] if note.speaker else []
    time = [note.time] if note.time else []
    return f"[^{note.number}]: {', '.join((*speaker, *where, *time))}: {_inline(note.text)}"


def _inline(text: Text) -> str:
    return _MARKUP.sub(r"\\\1", text.plain)


def _opened(block: str) -> str:
    """``block`` with what would make it a heading, list or rule at its beginning taken literally."""
    return _OPENING.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", block, count=1)
