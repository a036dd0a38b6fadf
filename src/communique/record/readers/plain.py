"""Plain text: a report or a statement as TXT."""

from __future__ import annotations

from communique.record.errors import InputError
from communique.record.reading import Reading
from communique.record.values import SourceKind

from .prose import prose_of
from .raw import RawFile
from .statement import classified


def recognises(raw: RawFile) -> bool:
    """Any text is plain text: ask the other readers first."""
    return bool(raw.text.strip())


def read(raw: RawFile) -> Reading:
    prose = prose_of(raw.text)
    if not prose.blocks:
        raise InputError("there is no text in the file", file=raw.name,
                         remedy="Check that the export was complete.")
    return classified(Reading(kind=SourceKind.REPORT, format="text", text=raw.text,
                              blocks=prose.blocks, notices=prose.notices))
