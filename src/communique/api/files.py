"""Records and reports as files: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import msgspec

from communique.record.errors import InputError
from communique.record.values import Record
from communique.report.values import Report
from communique.report.writers import FORMATS
from communique.report.writers import write as write_report

RECORD_SCHEMA = Record().schema


def to_json(record: Record) -> bytes:
    """``record`` as the JSON of schema ``communique/record/1``."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1)


def save(record: Record, path: str | Path) -> None:
    """Writes ``record`` to ``path``; an earlier file stays until the new one is complete."""
    _replace(Path(path), to_json(record))


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
    _replace(Path(path), text.encode())


def check_writable(path: Path) -> None:
    """Raises :class:`InputError` before any work when ``path`` could not be written as a report."""
    if path.suffix.casefold() not in FORMATS.values():
        known = ", ".join(FORMATS.values())
        raise InputError(f"'{path.suffix}' is no report format", file=str(path),
                         remedy=f"Give the file one of these suffixes: {known}.")
    _check_folder(path)


def _check_folder(path: Path) -> None:
    if path.is_dir():
        raise InputError("this is a folder", file=str(path), remedy="Name a file in it.")
    if not path.absolute().parent.is_dir():
        raise InputError("its folder does not exist", file=str(path), remedy="Make the folder first.")


def _replace(path: Path, data: bytes) -> None:
    _check_folder(path)
    handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
