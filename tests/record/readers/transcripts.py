"""Short ways to make transcript files in tests, and to say what was read from them."""

from __future__ import annotations

from communique.record.readers.raw import RawFile
from communique.record.reading import Reading


def raw(text: str, name: str = "meeting.txt") -> RawFile:
    return RawFile(name, text.encode())


def said(reading: Reading) -> list[tuple[str | None, str]]:
    """Who said what, turn by turn."""
    return [(turn.speaker, turn.view.text) for turn in reading.turns]


def times(reading: Reading) -> list[tuple[float | None, float | None]]:
    return [(piece.start_at, piece.end_at) for turn in reading.turns for piece in turn.view.pieces]


def counts(reading: Reading) -> dict[str, int]:
    return {notice.code: notice.count for notice in reading.notices}


def places(reading: Reading) -> dict[str, str | None]:
    return {notice.code: notice.place for notice in reading.notices}


def written(reading: Reading) -> list[str]:
    """What stands in the source where each piece says it does."""
    return [reading.text[piece.start : piece.end] for turn in reading.turns for piece in turn.view.pieces]
