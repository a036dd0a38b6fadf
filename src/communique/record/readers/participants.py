"""A participants list as delimited text; what it shares with a workbook stands here too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from communique.record.errors import InputError
from communique.record.reading import Reading, RosterRow
from communique.record.values import Notice, SourceKind

from .columns import Cells, columns_of, rows_of
from .raw import RawFile

_DELIMITERS = ",;\t|"
_HEADER_WITHIN = 15
MOST_ROWS = 20_000

Rows = list[tuple[str, Cells]]


def recognises(raw: RawFile) -> bool:
    """Delimited text whose header names a person and, unless it is called CSV, one thing more."""
    least = 1 if raw.suffix in {".csv", ".tsv"} else 2
    head = _head(raw)
    return any(len(columns_of(cells)) >= least for delimiter in _DELIMITERS
               for _, cells in _parsed(head, delimiter) if len(cells) > 1 or least == 1)


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when no row names the columns, or when a cell is beyond reason."""
    roster, notices = under_header(_delimited(raw), raw)
    return Reading(kind=SourceKind.PARTICIPANTS, format="csv", text=raw.text, roster=roster,
                   notices=notices)


def under_header(rows: Rows, raw: RawFile) -> tuple[tuple[RosterRow, ...], tuple[Notice, ...]]:
    """The people under the row that names the columns. Raises :class:`InputError` without one."""
    at = header_at(rows)
    if at is None:
        raise InputError("no column of the table holds names", file=raw.name,
                         remedy="Give the columns a first row: Name, Post, Institution, Country.")
    roster, notices = rows_of(rows[at][1], rows[at + 1 :])
    if not roster:
        raise InputError("the participants list names nobody", file=raw.name, place=rows[at][0],
                         remedy="Fill in the rows under the column names.")
    return roster, notices


def header_at(rows: Rows) -> int | None:
    """The row with most known columns among the first ones; titles may stand above it."""
    known = [(len(columns_of(cells)), -at) for at, (_, cells) in enumerate(rows[:_HEADER_WITHIN])]
    most, at = max(known, default=(0, 0))
    return -at if most else None


def _head(raw: RawFile) -> str:
    return "\n".join(raw.text[:20_000].splitlines()[:_HEADER_WITHIN])


def _delimited(raw: RawFile) -> Rows:
    """The rows under the delimiter that yields a header with the most known columns."""
    head = _head(raw)
    best = max(_DELIMITERS, key=lambda delimiter: max(
        (len(columns_of(cells)) for _, cells in _parsed(head, delimiter)), default=0))
    try:
        rows = list(_parsed(raw.text, best, strict=True))
    except csv.Error as error:
        raise InputError(f"the table is damaged ({error})", file=raw.name,
                         remedy="Export it again as CSV in UTF-8.") from error
    _check_rows(len(rows), raw)
    return rows


def _parsed(text: str, delimiter: str, *, strict: bool = False) -> Iterator[tuple[str, Cells]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield f"line {reader.line_num}", cells
    except csv.Error:
        if strict:
            raise


def _check_rows(count: int, raw: RawFile) -> None:
    if count > MOST_ROWS:
        raise InputError(f"the list has more than {MOST_ROWS:,} rows", file=raw.name,
                         remedy="Give the participants of one edition only.")
