"""How much of a stranger's file we are willing to take in."""

from __future__ import annotations

from dataclasses import dataclass

from communique.record.errors import InputError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Sizes in bytes, checked before anything is read or inflated.

    ``ratio`` is the greatest factor by which a packed file may grow; real documents stay below 60,
    a bomb begins at 1000. It is judged only above one megabyte, where repetition stops being normal.
    """

    file_bytes: int = 64 * MEGABYTE
    total_bytes: int = 256 * MEGABYTE
    members: int = 2000
    ratio: int = 200

    def check_size(self, size: int, *, file: str) -> None:
        """Raises :class:`InputError` when one file of ``size`` bytes is more than is read."""
        if size > self.file_bytes:
            raise InputError(
                f"the file is {_megabytes(size)}, more than the {_megabytes(self.file_bytes)} "
                "that are read at once",
                file=file,
                remedy="Give the text of the meeting without its media, or raise the size limit.",
            )


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.0f} MB" if size >= MEGABYTE else f"{size:,} bytes"


DEFAULT = Limits()
