"""Records and reports as files: written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import msgspec

from communique.record.errors import InputError
from communique.record.values import Record
from communique.record.whole_files import check_place, write_whole
from communique.report.values import Report
from communique.report.writers import format_of
from communique.report.writers import write as write_report


def to_json(record: Record) -> bytes:
    """``record`` as the JSON of schema ``communique/record/1``."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1)


def save(record: Record, path: str | Path) -> None:
    """Writes ``record`` to ``path``; an earlier file stays until the new one is complete."""
    write_whole(Path(path), to_json(record))


def load(path: str | Path) -> Record:
    """The record stored at ``path``. Raises :class:`InputError` when it is none."""
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=Record)
    except msgspec.DecodeError as error:
        raise InputError(f"this is not a record that Communique wrote ({error})", file=str(path),
                         remedy="Make it anew with: communique read SOURCE...") from error


def write(report: Report, path: str | Path) -> None:
    """Writes ``report`` in the format of the suffix: .html .docx .pdf .md .json."""
    check_writable(Path(path))
    write_report(report, Path(path))


def write_text(text: str, path: str | Path) -> None:
    write_whole(Path(path), text.encode())


def check_writable(path: Path) -> None:
    """Raises :class:`InputError` before any work when ``path`` could not be written as a report."""
    format_of(path)
    check_place(path)
