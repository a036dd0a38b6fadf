"""Quotation marks, paired by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"[\"“”„«»]|(?<!')''(?!')|``")
_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters ``[start, end)`` with the marks; ``closed`` is false when no mark ends it."""

    start: int
    end: int
    closed: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of one paragraph.

    Curved marks say which way they point; a straight one opens when nothing is open and closes
    otherwise. A quotation that is still open at the end goes on to the end of the paragraph.
    """
    found: list[Quotation] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if opened is None:
            opened = mark.start() if _may_open(text, mark) else None
        elif mark[0] not in _OPENING:
            found.append(Quotation(opened, mark.end()))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, len(text.rstrip()), closed=False))
    return tuple(found)


def _may_open(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in _OPENING:
        return True
    if mark[0] in _CLOSING:
        return False
    after = text[mark.end() : mark.end() + 1]
    return bool(after) and not after.isspace()
