"""Clock times as transcripts write them: hour-less, with a dot or a comma, on the wall or from zero."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

CLOCK = r"(?:\d{1,4}:\d{1,2}:\d{1,2}|\d{1,4}:\d{2})(?:[.,]\d{1,9})?"
_ARROW = re.compile(rf"\s*(?P<start>{CLOCK})\s*(?:-+|[–—])>\s*(?P<end>{CLOCK})(?![\d:])")
_NEARLY = re.compile(r"\s*\d{1,4}[:.]\S*\s*-+\s?>|.*-+>\s*\d+[:.,]\d[\d:.,]*\s*$")
_LONGEST_TIMING = 200
_SMALL_HOURS = 3600.0
_HALF_DAY, _DAY = 43_200.0, 86_400.0


def seconds(clock: str) -> float:
    """``[hours:]minutes:seconds`` with a dot or a comma, as seconds."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return round(total, 6)


def timing(line: str) -> tuple[float, float] | None:
    """The two times of a cue's timing line, None when the line is no such thing."""
    found = _ARROW.match(line)
    return (seconds(found["start"]), seconds(found["end"])) if found else None


def is_broken_timing(line: str) -> bool:
    """Was this meant as a timing line? An arrow inside somebody's sentence was not."""
    return ">" in line and len(line) <= _LONGEST_TIMING and _NEARLY.match(line) is not None


def from_first(clocks: Iterable[float]) -> Iterator[float]:
    """Times of day as seconds from the first, across midnight.

    Clocks whose first reading lies within the first hour already count from the beginning of the
    recording (hardly a meeting begins just after midnight) and stay as they are.
    """
    first = last = None
    days = 0.0
    for clock in clocks:
        if first is None or last is None:
            first = 0.0 if clock < _SMALL_HOURS else clock
        elif last - clock > _HALF_DAY:
            days += _DAY
        last = clock
        yield round(clock + days - first, 6)
