"""Files written whole or not at all: an earlier file stays until the new one is complete."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from .errors import InputError


def check_place(path: Path) -> None:
    """Raises :class:`InputError` where no file can be: at a folder, or in one that does not exist."""
    if path.is_dir():
        raise InputError("this is a folder", file=str(path), remedy="Name a file in it.")
    if not path.absolute().parent.is_dir():
        raise InputError("its folder does not exist", file=str(path), remedy="Make the folder first.")


def write_whole(path: Path, content: bytes) -> None:
    """Writes ``content`` to ``path``. Raises :class:`InputError` where that cannot be done."""
    check_place(path)
    draft = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as problem:
        raise InputError(
            f"this cannot be written ({problem.strerror or problem})", file=str(path),
            remedy="Choose a folder that exists and that you may write to.",
        ) from problem
    finally:
        draft.unlink(missing_ok=True)
