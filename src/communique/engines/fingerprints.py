"""One SHA-256 for a file or for a whole directory, so that a model can be named exactly."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file, or of the list of a directory's files.

    For a directory: of what ``find . -type f | LC_ALL=C sort | xargs sha256sum`` prints in it,
    compiled Python left out.
    """
    if path.is_file():
        return _of_file(path)
    return of_list(files_in(path))


def files_in(directory: Path) -> dict[str, str]:
    """The SHA-256 of each file below ``directory``, by its path there, with slashes."""
    found = (p for p in directory.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {p.relative_to(directory).as_posix(): _of_file(p) for p in found}


def of_list(files: Mapping[str, str]) -> str:
    lines = (f"{files[name]}  ./{name}\n" for name in sorted(files))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _of_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
