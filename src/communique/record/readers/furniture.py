"""Page furniture: page numbers, running headers and footers, which are no part of the prose."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator

from .lines import Line
from .seams import is_open

_NUMBERED = re.compile(
    r"(?:page|p\.|pg\.?|стр\.?|страница|seite|página|pagina|sayfa)\s*\d{1,4}(?:\s*(?:of|/|из|de|sur|von)\s*\d{1,4})?"
    r"|\d{1,4}\s*(?:of|/|из)\s*\d{1,4}"
    r"|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"[-–—|\[(\s]{0,3}\d{1,3}[-–—|\])\s]{0,3}")
_DIGITS = re.compile(r"\d+")
_EDGE = 2
_LONGEST = 120


def furniture_of(lines: list[Line]) -> frozenset[int]:
    """The indexes of the lines that belong to the page and not to the text."""
    numbers = {index for index, line in enumerate(lines) if _is_number(lines, index, line)}
    return frozenset(numbers | _running_at_edges(lines, numbers) | _running_in_sentences(lines, numbers))


def _is_number(lines: list[Line], index: int, line: Line) -> bool:
    if not line.text or len(line.text) > 40:
        return False
    if _NUMBERED.fullmatch(line.text):
        return True
    return bool(_BARE.fullmatch(line.text)) and _stands_alone(lines, index)


def _stands_alone(lines: list[Line], index: int) -> bool:
    before = index == 0 or lines[index - 1].blank or lines[index - 1].ends_page
    after = index + 1 == len(lines) or lines[index + 1].blank or lines[index].ends_page
    return before and after


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _running_at_edges(lines: list[Line], numbers: set[int]) -> set[int]:
    """Lines that stand at the same edge of many pages; the first page may show its title there."""
    pages = list(_pages(lines, numbers))
    found: set[int] = set()
    for heads in (True, False):
        edges = [page[:_EDGE] if heads else page[_EDGE:][-_EDGE:] for page in pages]
        counts = Counter(key for edge in edges for key in {_key(lines[at]) for at in edge})
        often = {key for key, count in counts.items() if count >= max(2, len(pages) / 3)}
        kept = edges[1:] if heads else edges
        found.update(at for edge in kept for at in edge
                     if _key(lines[at]) in often and _may_run(lines[at]))
    return found


def _may_run(line: Line) -> bool:
    return len(line.text) <= _LONGEST and is_open(line.text)


def _pages(lines: list[Line], numbers: set[int]) -> Iterator[list[int]]:
    page: list[int] = []
    for index, line in enumerate(lines):
        if line.text and index not in numbers:
            page.append(index)
        if line.ends_page:
            yield page
            page = []
    yield page


def _running_in_sentences(lines: list[Line], numbers: set[int]) -> set[int]:
    """Without page marks: a recurring line is a running one when it once cuts a sentence in two."""
    counts = Counter(_key(line) for line in lines if line.text and _may_run(line))
    recurring = [at for at, line in enumerate(lines)
                 if counts[_key(line)] > 1 and at not in numbers and _stands_alone(lines, at)]
    aside = numbers.union(recurring)
    solid = [at for at, line in enumerate(lines) if line.text and at not in aside]
    cutting = {_key(lines[at]) for at in recurring if _cuts(lines, solid, at)}
    return {at for at in recurring if _key(lines[at]) in cutting}


def _cuts(lines: list[Line], solid: list[int], at: int) -> bool:
    position = bisect(solid, at)
    if position == 0 or position == len(solid):
        return False
    before, after = lines[solid[position - 1]].text, lines[solid[position]].text
    return len(before.split()) > 3 and is_open(before) and after[:1].islower()
