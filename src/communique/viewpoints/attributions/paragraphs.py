"""The paragraphs of a text, and quotations that run on from one paragraph to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.viewpoints.attributions.quotations import quotations
from communique.viewpoints.attributions.values import Attribution

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_OPENING = re.compile(r"\s*[\"“„«]")
_SHORTEST = 4


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs: lines, and a line that introduces a quotation with the next.

    "The chair said:" and the quoted line below it are one paragraph.
    """
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        if spans and _introduces(text, spans[-1], line.start()):
            spans[-1] = spans[-1][0], line.end()
        else:
            spans.append(line.span())
    return spans


def _introduces(text: str, before: tuple[int, int], start: int) -> bool:
    body = text[slice(*before)].rstrip()
    return body.endswith(":") and "\n" not in body and bool(_OPENING.match(text, start))


def continued(
    text: str, found: list[tuple[tuple[int, int], list[Attribution]]]
) -> Iterator[Attribution]:
    """All attributions; one that ends in a quotation goes on in wholly quoted paragraphs after it.

    ``found``: each paragraph's span with its attributions, both in characters of ``text``.
    """
    open_one: Attribution | None = None
    for span, here in found:
        quoted = None if here else _wholly_quoted(text, span)
        if open_one is not None and quoted is not None:
            open_one = replace(open_one, content=(*open_one.content, quoted))
            continue
        if open_one is not None:
            yield open_one
        yield from here[:-1]
        open_one = here[-1] if here else None
        if open_one is not None and not _ends_quoted(text, open_one, span):
            yield open_one
            open_one = None
    if open_one is not None:
        yield open_one


def _wholly_quoted(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    start, end = span
    body = text[start:end]
    marks = quotations(body)
    if not marks or len(body.split()) < _SHORTEST:
        return None
    first = len(body) - len(body.lstrip())
    last = len(body.rstrip())
    whole = marks[0].start == first and marks[0].end >= last - 1
    return (start + first, start + marks[0].end) if whole else None


def _ends_quoted(text: str, attribution: Attribution, span: tuple[int, int]) -> bool:
    """Whether the paragraph's last quotation is (part of) what is attributed."""
    marks = quotations(text[slice(*span)])
    if not marks:
        return False
    last = span[0] + marks[-1].start
    return any(start <= last < end for start, end in attribution.content)
