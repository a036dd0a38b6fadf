"""One file as it arrived: its name, its bytes, and its text once decoded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from .decoding import decode


@dataclass(frozen=True)
class RawFile:
    """``name`` is shown to the user in errors; inside an archive it is ``archive.zip: inner``."""

    name: str
    data: bytes

    @cached_property
    def text(self) -> str:
        """The decoded text. Raises :class:`InputError` when the bytes are no text."""
        return decode(self.data, name=self.name)

    @property
    def suffix(self) -> str:
        """The last suffix, lower-case, with its dot; empty when there is none."""
        stem, dot, suffix = self.name.replace("\\", "/").rpartition("/")[2].rpartition(".")
        return f".{suffix.casefold()}" if dot and stem else ""

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()
