"""Where quoted speech stands in a paragraph."""

from __future__ import annotations

import re

_PAIRS = {"“": "”", "«": "»", "„": "“", "「": "」"}
_MARK = re.compile(r"[“”«»„「」\"]")
# Shorter than this, words in quote marks are a title or a term rather than speech.
_FEWEST_WORDS = 4


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Spans ``[start, end)`` of quotation marks with their contents, marks included, in order.

    A quotation left open runs to the end: reports open each quoted paragraph and close the last.
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if opened is None:
            opened = mark.start() if _opens(text, mark) else None
        elif _closes(text, mark):
            spans.append((opened, mark.end()))
            opened = None
    if opened is not None:
        spans.append((opened, len(text)))
    return spans


def speech_spans(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The quotations that are long enough to be somebody's speech."""
    return [span for span in spans if len(text[span[0] : span[1]].split()) >= _FEWEST_WORDS]


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in _PAIRS:
        return True
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    return mark[0] == '"' and (not before or not before.isalnum()) and bool(after.strip())


def _closes(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in "”»」":
        return True
    before = text[: mark.start()][-1:]
    return mark[0] == '"' and bool(before.strip()) and not text[mark.end() :][:1].isalnum()
