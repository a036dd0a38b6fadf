"""A participants list as CSV or XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import openpyxl

from communique.record.errors import InputError
from communique.record.reading import Reading, RosterRow
from communique.record.values import Notice, SourceKind

from .columns import Cells, columns_of, rows_of
from .package import MAGIC, check_parts, names_in
from .raw import RawFile

_DELIMITERS = ",;\t|"
_HEADER_WITHIN = 15
_MOST_ROWS, _MOST_COLUMNS, _LONGEST_CELL = 20_000, 60, 5_000
_WORKBOOK = "xl/workbook.xml"

Rows = list[tuple[str, Cells]]


def is_workbook(raw: RawFile) -> bool:
    return raw.data.startswith(MAGIC) and _WORKBOOK in names_in(raw.data)


def recognises(raw: RawFile) -> bool:
    """A workbook, or delimited text whose header names a person and one thing about them."""
    if raw.data.startswith(MAGIC):
        return is_workbook(raw)
    head = "\n".join(raw.text[:20_000].splitlines()[:_HEADER_WITHIN])
    least = 1 if raw.suffix in {".csv", ".tsv"} else 2
    return any(len(columns_of(cells)) >= least for delimiter in _DELIMITERS
               for _, cells in _parsed(head, delimiter) if len(cells) > 1 or least == 1)


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when no row names the columns, or when a cell is beyond reason."""
    if is_workbook(raw):
        return _workbook(raw)
    rows = _delimited(raw)
    roster, notices = _under_header(rows, raw)
    return Reading(kind=SourceKind.PARTICIPANTS, format="csv", text=raw.text, roster=roster,
                   notices=notices)


def _delimited(raw: RawFile) -> Rows:
    """The rows under the delimiter that yields a header with the most known columns."""
    head = "\n".join(raw.text[:20_000].splitlines()[:_HEADER_WITHIN])
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


def _under_header(rows: Rows, raw: RawFile) -> tuple[tuple[RosterRow, ...], tuple[Notice, ...]]:
    at = _header_at(rows)
    if at is None:
        raise InputError("no column of the table holds names", file=raw.name,
                         remedy="Give the columns a first row: Name, Post, Institution, Country.")
    roster, notices = rows_of(rows[at][1], rows[at + 1 :])
    if not roster:
        raise InputError("the participants list names nobody", file=raw.name, place=rows[at][0],
                         remedy="Fill in the rows under the column names.")
    return roster, notices


def _header_at(rows: Rows) -> int | None:
    """The row with most known columns among the first ones; titles may stand above it."""
    known = [(len(columns_of(cells)), -at) for at, (_, cells) in enumerate(rows[:_HEADER_WITHIN])]
    most, at = max(known, default=(0, 0))
    return -at if most else None


def _check_rows(count: int, raw: RawFile) -> None:
    if count > _MOST_ROWS:
        raise InputError(f"the list has more than {_MOST_ROWS:,} rows", file=raw.name,
                         remedy="Give the participants of one edition only.")


def _workbook(raw: RawFile) -> Reading:
    check_parts(raw.data, file=raw.name)
    sheets = _sheets(raw)
    named = [rows for rows in sheets if _header_at(rows) is not None] or sheets[:1]
    lists = [_under_header(rows, raw) for rows in named] or [_under_header([], raw)]
    text = "\n".join("\t".join(cells) for rows in sheets for _, cells in rows)
    return Reading(kind=SourceKind.PARTICIPANTS, format="xlsx", text=text,
                   roster=tuple(row for roster, _ in lists for row in roster),
                   notices=tuple(notice for _, notices in lists for notice in notices))


def _sheets(raw: RawFile) -> list[Rows]:
    """Every sheet's rows. openpyxl trusts the file, and fails in as many ways as there are damages."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw.data), read_only=True, data_only=True, keep_links=False)
        try:
            return [list(_rows(sheet)) for sheet in book.worksheets[:50]]
        finally:
            book.close()
    except Exception as error:
        raise InputError("the workbook is damaged or incomplete", file=raw.name,
                         remedy="Open it in its own program, save it again, or export it as CSV.") from error


def _rows(sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet) -> Iterator[tuple[str, Cells]]:
    rows = sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
    for number, values in enumerate(rows, 1):
        cells = ["" if value is None else str(value)[:_LONGEST_CELL] for value in values]
        if any(cells):
            yield f"{sheet.title}!A{number}", cells
