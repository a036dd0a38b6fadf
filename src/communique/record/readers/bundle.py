"""A folder, a ZIP, or several files read as one edition."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from communique.record.errors import InputError
from communique.record.reading import Reading
from communique.record.values import Notice

from .limits import DEFAULT, Limits
from .package import MAGIC, inflate, names_in, open_package, shown_name
from .raw import RawFile
from .recognise import read_raw

_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "__macosx", "$recycle.bin"))
_OFFICE = frozenset(("[Content_Types].xml", "mimetype"))
_TEXT_LIKE = frozenset(".txt .text .md .vtt .srt .json .xml .html .htm .toml .csv .tsv .pdf .docx .xlsx".split())

PathLike = str | os.PathLike[str]
Read = tuple[RawFile, Reading]


@dataclass
class _Bundle:
    """What has been gathered so far, and what was passed over on the way."""

    limits: Limits
    read: list[Read] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def skip(self, name: str) -> None:
        self.notices.append(Notice(code="skipped-file", source=name,
                                   message="a hidden file or a file of the operating system was skipped"))

    def take(self, raw: RawFile, *, strict: bool) -> None:
        """Reads one file. Unless ``strict``, a file of no known kind is listed instead of refused."""
        self._weigh(raw)
        if raw.sha256 in self.seen:
            self.notices.append(Notice(code="duplicate-file", source=raw.name,
                                       message=f"the same as {self.seen[raw.sha256]}; read once"))
            return
        self.seen[raw.sha256] = raw.name
        try:
            self.read.append((raw, read_raw(raw)))
        except InputError as error:
            if strict or raw.suffix in _TEXT_LIKE:
                raise
            self.notices.append(Notice(code="unread-file", source=raw.name,
                                       message=f"not read: {error.problem}. {error.remedy}"))

    def _weigh(self, raw: RawFile) -> None:
        self.size += len(raw.data)
        if self.size > self.limits.total_bytes or len(self.seen) >= self.limits.members:
            raise InputError("the files of the edition are too many or too large together", file=raw.name,
                             remedy="Give the record of one edition, without media, or raise the limits.")


def read_sources(paths: Iterable[PathLike] | PathLike, *, limits: Limits = DEFAULT) -> tuple[Read, ...]:
    """Every file under ``paths`` (files, folders, ZIP archives), read; in order of their names.

    What was skipped, not read or given twice is told in notices of the first reading, each with the
    file as its source. Raises :class:`InputError` when a file of a known kind is damaged, when an
    archive is unsafe, and when nothing can be read.
    """
    given = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    bundle = _Bundle(limits)
    for path in given:
        _gather(path, bundle)
    if not bundle.read:
        raise _nothing(given, bundle)
    (raw, reading), *others = bundle.read
    first = replace(reading, notices=(*reading.notices, *bundle.notices))
    return ((raw, first), *others)


def read_file(path: PathLike, *, limits: Limits = DEFAULT) -> Read:
    """One file, read by its content. Raises :class:`InputError` naming file, place and remedy."""
    raw = RawFile.at(path, limits=limits)
    if is_archive(raw):
        raise InputError("this is an archive of files, not one file", file=raw.name,
                         remedy="Give it as an edition, or unpack it and name one file in it.")
    return raw, read_raw(raw)


def is_archive(raw: RawFile) -> bool:
    """A ZIP of files, not an office document, which is a ZIP too."""
    if not raw.data.startswith((MAGIC, b"PK\x05\x06")):
        return False
    names = names_in(raw.data)
    return not _OFFICE & names and (bool(names) or raw.suffix == ".zip" or raw.data[:4] != MAGIC)


def _gather(path: PathLike, bundle: _Bundle) -> None:
    if Path(path).is_dir():
        _gather_folder(Path(path), bundle)
        return
    raw = RawFile.at(path, limits=bundle.limits)
    if is_archive(raw):
        _gather_archive(raw, bundle)
    else:
        bundle.take(raw, strict=True)


def _gather_folder(folder: Path, bundle: _Bundle) -> None:
    for path in _files_in(folder, bundle.skip):
        raw = RawFile.at(path, limits=bundle.limits)
        if is_archive(raw):
            _gather_archive(raw, bundle)
        else:
            bundle.take(raw, strict=False)


def _files_in(folder: Path, skip: Callable[[str], None]) -> Iterator[Path]:
    """Files by name, folders after them; links are not followed, for they may lead anywhere."""
    entries = sorted(folder.iterdir(), key=lambda path: (path.is_dir(), path.name.casefold(), path.name))
    for path in entries:
        if _is_hidden(path.name) or path.is_symlink():
            skip(os.fspath(path))
        elif path.is_dir():
            yield from _files_in(path, skip)
        else:
            yield path


def _gather_archive(raw: RawFile, bundle: _Bundle) -> None:
    with open_package(raw.data, file=raw.name, limits=bundle.limits) as package:
        entries = [(shown_name(entry), entry) for entry in package.infolist() if not entry.is_dir()]
        for inner, entry in sorted(entries, key=lambda pair: _place(pair[0])):
            name = f"{raw.name}: {inner}"
            if any(_is_hidden(part) for part in PurePosixPath(inner).parts):
                bundle.skip(name)
                continue
            bundle.limits.check_size(entry.file_size, file=name)
            member = RawFile(name, inflate(package, entry, file=raw.name))
            _refuse_nested(member)
            bundle.take(member, strict=False)


def _place(name: str) -> tuple[int, str, str]:
    return name.count("/"), name.casefold(), name


def _refuse_nested(member: RawFile) -> None:
    if is_archive(member):
        raise InputError("an archive lies inside the archive", file=member.name,
                         remedy="Unpack the inner archive and pack its files beside the others.")


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM


def _nothing(given: list[PathLike], bundle: _Bundle) -> InputError:
    unread = [notice for notice in bundle.notices if notice.code == "unread-file"]
    why = f" ({unread[0].source}: {unread[0].message})" if unread else ""
    return InputError(f"there is nothing here that can be read{why}",
                      file=", ".join(os.fspath(path) for path in given) or "(no file)",
                      remedy="Give transcripts, statements, reports or a participants list.")
