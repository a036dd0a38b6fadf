"""A participants list as XLSX."""

from __future__ import annotations

import io
from collections.abc import Iterator

import openpyxl

from communique.record.errors import InputError
from communique.record.reading import Reading
from communique.record.values import SourceKind

from .columns import Cells
from .package import MAGIC, check_parts, names_in
from .participants import MOST_ROWS, Rows, header_at, under_header
from .raw import RawFile

_WORKBOOK = "xl/workbook.xml"
_MOST_SHEETS, _MOST_COLUMNS, _LONGEST_CELL = 50, 60, 5_000


def recognises(raw: RawFile) -> bool:
    return raw.data.startswith(MAGIC) and _WORKBOOK in names_in(raw.data)


def read(raw: RawFile) -> Reading:
    """Every sheet that names people. Raises :class:`InputError` when there is none."""
    check_parts(raw.data, file=raw.name)
    sheets = _sheets(raw)
    named = [rows for rows in sheets if header_at(rows) is not None] or [sheets[0] if sheets else []]
    lists = [under_header(rows, raw) for rows in named]
    text = "\n".join("\t".join(cells) for rows in sheets for _, cells in rows)
    return Reading(kind=SourceKind.PARTICIPANTS, format="xlsx", text=text,
                   roster=tuple(row for roster, _ in lists for row in roster),
                   notices=tuple(notice for _, notices in lists for notice in notices))


def _sheets(raw: RawFile) -> list[Rows]:
    """Every sheet's rows. openpyxl trusts the file, and fails in as many ways as there are damages."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw.data), read_only=True, data_only=True, keep_links=False)
        try:
            return [list(_rows(sheet)) for sheet in book.worksheets[:_MOST_SHEETS]]
        finally:
            book.close()
    except Exception as error:
        raise InputError("the workbook is damaged or incomplete", file=raw.name,
                         remedy="Open it in its own program, save it again, or export it as CSV.") from error


def _rows(sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet) -> Iterator[tuple[str, Cells]]:
    rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
    for number, values in enumerate(rows, 1):
        cells = ["" if value is None else str(value)[:_LONGEST_CELL] for value in values]
        if any(cells):
            yield f"{sheet.title}!A{number}", cells
