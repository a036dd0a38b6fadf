"""One file as it arrived: its name, its bytes, and its text once decoded."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from communique.record.errors import InputError

from .decoding import Decoded, decode
from .limits import DEFAULT, Limits


@dataclass(frozen=True)
class RawFile:
    """``name`` is shown to the user in errors; inside an archive it is ``archive.zip: inner``."""

    name: str
    data: bytes

    @classmethod
    def at(cls, path: str | os.PathLike[str], *, limits: Limits = DEFAULT) -> RawFile:
        """The file at ``path``. Raises :class:`InputError` when it is missing, no file, or too big."""
        name = os.fspath(path)
        try:
            status = Path(path).stat()
            _check_kind(status.st_mode, name)
            limits.check_size(status.st_size, file=name)
            return cls(name, Path(path).read_bytes())
        except FileNotFoundError:
            raise InputError("there is no such file", file=name,
                             remedy="Check the spelling and the folder.") from None
        except (OSError, ValueError) as error:
            raise InputError(f"the file cannot be opened ({error})", file=name,
                             remedy="Check that you may read it.") from error

    @cached_property
    def decoded(self) -> Decoded:
        """Text and encoding. Raises :class:`InputError` when the bytes are no text."""
        return decode(self.data, name=self.name)

    @property
    def text(self) -> str:
        """The decoded text. Raises :class:`InputError` when the bytes are no text."""
        return self.decoded.text

    @property
    def encoding(self) -> str:
        return self.decoded.encoding

    @property
    def suffix(self) -> str:
        """The last suffix, lower-case, with its dot; empty when there is none."""
        stem, dot, suffix = self.name.replace("\\", "/").rpartition("/")[2].rpartition(".")
        return f".{suffix.casefold()}" if dot and stem else ""

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def _check_kind(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise InputError("this is a folder, not a file", file=name,
                         remedy="Give the folder as an edition, or name one file in it.")
    if not stat.S_ISREG(mode):
        raise InputError("this is a device or a pipe, not a file", file=name,
                         remedy="Save its content as a file first.")
