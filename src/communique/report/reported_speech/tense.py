"""Present forms one step back in time, for a house that reports in the past."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.report.reported_speech.values import Edit
from communique.viewpoints.parse import Parsed

_SHIFTED = frozenset({"VBZ", "VBP"})
_MODALS = frozenset({"will", "can", "may", "shall"})
_AUXILIARY = re.compile(
    r"(?<!political )(?<!free )(?<!the )(?<!of )\b(?:is|are|has|have|does|do|will|can|cannot|may)\b(?!')"
)
_AFTER_NON_FINITE = re.compile(r"\b(?:to|will|would|can|could|may|might|must|should|not to)\s+(?:\w+ly\s+)?$")


def tense_edits(text: str, parsed: Parsed | None, start: int) -> Iterator[Edit]:
    """The finite present verbs of ``text`` from ``start`` on; without a parse, auxiliaries only.

    A lexical verb left in the present is still English ("said that ports compete").
    """
    if parsed is None:
        yield from _by_form(text, start)
        return
    for token in parsed.tokens:
        modal = token.tag == "MD" and token.text in _MODALS
        if token.start >= start and token.text.islower() and (token.tag in _SHIFTED or modal):
            yield Edit(token.start, _end(text, token.end), "tense.back")


def _end(text: str, end: int) -> int:
    """Parsers cut "cannot" in two."""
    return end + 3 if text[end : end + 3] == "not" else end


def _by_form(text: str, start: int) -> Iterator[Edit]:
    for found in _AUXILIARY.finditer(text, start):
        if not _AFTER_NON_FINITE.search(text, 0, found.start()):
            yield Edit(found.start(), found.end(), "tense.back")
