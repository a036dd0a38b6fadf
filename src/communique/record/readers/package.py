"""Packed files (ZIP, DOCX, XLSX) opened without trusting what they say of themselves."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from communique.record.errors import InputError

from .limits import DEFAULT, MEGABYTE, Limits
from .plausibility import best_legacy

MAGIC = b"PK\x03\x04"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800


def open_package(data: bytes, *, file: str, limits: Limits = DEFAULT) -> zipfile.ZipFile:
    """The opened archive, every entry of it checked before a byte is inflated.

    Raises :class:`InputError` for a damaged or encrypted archive, for entries that point outside
    of it, and for contents that would grow beyond ``limits``.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        entries = package.infolist()
    except _BROKEN as error:
        raise InputError(f"the packed file is damaged or incomplete ({error})", file=file,
                         remedy="Copy or export it again.") from error
    _check_growth(entries, file, limits)
    for entry in entries:
        _check_entry(entry, file)
    return package


def names_in(data: bytes) -> frozenset[str]:
    """The entries of an archive, empty when it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return frozenset(package.namelist())
    except _BROKEN:
        return frozenset()


def inflate(package: zipfile.ZipFile, entry: zipfile.ZipInfo, *, file: str) -> bytes:
    """One entry's bytes, never more than its stated size. Raises :class:`InputError`."""
    try:
        with package.open(entry) as stream:
            data = stream.read(entry.file_size + 1)
    except _BROKEN as error:
        raise InputError("an entry of the packed file is damaged", file=file, place=entry.filename,
                         remedy="Copy or export the file again.") from error
    if len(data) > entry.file_size:
        raise _bomb(f"its entry {entry.filename} is larger than it says", file)
    return data


def part(package: zipfile.ZipFile, name: str, *, file: str) -> bytes | None:
    """The bytes of a named part, None when there is no such part."""
    try:
        entry = package.getinfo(name)
    except KeyError:
        return None
    return inflate(package, entry, file=file)


def shown_name(entry: zipfile.ZipInfo) -> str:
    """The entry's name as it was written: archivers of the region store it in a legacy encoding."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        stored = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    try:
        return stored.decode("utf-8")
    except UnicodeDecodeError:
        return stored.decode(best_legacy(stored) or "cp437", errors="replace")


def check_entities(data: bytes, *, file: str, place: str | None = None) -> None:
    """Refuses XML that declares entities of its own: a few hundred bytes can stand for gigabytes."""
    declared = b"<!ENTITY"
    wide = any(declared.decode().encode(encoding) in data for encoding in ("utf-16-le", "utf-16-be"))
    if wide or declared in data.upper():
        raise InputError("the XML declares entities, which are not read because they can expand "
                         "without end", file=file, place=place,
                         remedy="Save the document again from the program it was made with.")


def check_parts(data: bytes, *, file: str, limits: Limits = DEFAULT) -> None:
    """Checks an office document whole, before a library opens it."""
    with open_package(data, file=file, limits=limits) as package:
        for entry in package.infolist():
            if entry.filename.endswith((".xml", ".rels", ".vml")):
                check_entities(inflate(package, entry, file=file), file=file, place=entry.filename)


def _check_growth(entries: list[zipfile.ZipInfo], file: str, limits: Limits) -> None:
    if len(entries) > limits.members:
        raise _bomb(f"it holds {len(entries):,} entries, more than {limits.members:,}", file)
    total = sum(entry.file_size for entry in entries)
    if total > limits.total_bytes:
        raise _bomb(f"it would grow to {total / MEGABYTE:,.0f} MB", file)
    packed = sum(entry.compress_size for entry in entries)
    if total > MEGABYTE and total > limits.ratio * max(packed, 1):
        raise _bomb(f"it would grow {total // max(packed, 1):,} times in size", file)


def _bomb(problem: str, file: str) -> InputError:
    return InputError(f"the packed file is refused: {problem}", file=file,
                      remedy="Unpack it yourself if you trust it, and give the folder.")


def _check_entry(entry: zipfile.ZipInfo, file: str) -> None:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or entry.filename[1:2] == ":" or "\0" in entry.orig_filename:
        raise InputError("an entry points outside of the archive", file=file, place=entry.filename,
                         remedy="Do not use this archive: it was made to overwrite files.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise InputError("an entry is a symbolic link", file=file, place=entry.filename,
                         remedy="Pack the file itself instead of a link to it.")
    if entry.flag_bits & _ENCRYPTED:
        raise InputError("the archive is encrypted", file=file, place=entry.filename,
                         remedy="Unpack it with its password and give the files.")
