"""Reading a user's copy of a corpus of attributions in the standoff layout of PolNeAR.

A split is a folder with ``text/NAME.txt`` and ``attributions/NAME_XXXX.ann``, one file an
annotator; where several annotated an article, the first in name order counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.record.errors import InputError
from communique.viewpoints.attributions.values import Spans

_ANNOTATED = re.compile(r"(.+)_[0-9a-f]{4}\.ann$")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(\S+)")
_REMEDY = "Give the folder that holds train/text and train/attributions"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An attribution as a person marked it; spans count characters of the article."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    text: str
    attributions: tuple[Annotated, ...]
    malformed: int


def articles(split: Path) -> Iterator[Article]:
    """The articles of a split in name order.

    Raises InputError when there are none. Lines that cannot be read are counted as ``malformed``.
    """
    texts = sorted((split / "text").glob("*.txt"))
    if not texts:
        raise InputError("there are no articles here", file=str(split), remedy=_REMEDY)
    annotations = _annotations(split / "attributions")
    for path in texts:
        text = path.read_bytes().decode("utf-8")
        lines = _lines(annotations.get(path.stem))
        marked, malformed = _read(lines, len(text))
        yield Article(path.stem, text, marked, malformed)


def _annotations(folder: Path) -> dict[str, Path]:
    first: dict[str, Path] = {}
    for path in sorted(folder.glob("*.ann")):
        found = _ANNOTATED.match(path.name)
        if found:
            first.setdefault(found[1], path)
    return first


def _lines(path: Path | None) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path else []


def _read(lines: Iterable[str], length: int) -> tuple[tuple[Annotated, ...], int]:
    spans: dict[str, Spans] = {}
    events: list[str] = []
    malformed = 0
    for line in lines:
        columns = line.split("\t")
        if line.startswith("E") and len(columns) > 1:
            events.append(columns[1])
        elif line.startswith("T"):
            read = _spans(columns, length)
            malformed += read is None
            spans[columns[0]] = read or ()
        elif line.strip() and line[0] not in "#A":
            malformed += 1
    return tuple(_marked(events, spans)), malformed


def _spans(columns: list[str], length: int) -> Spans | None:
    """The spans of "Label 3 9;12 15", or None."""
    try:
        _, offsets = columns[1].split(" ", 1)
        pairs = [pair.split() for pair in offsets.split(";")]
        spans = tuple(sorted((int(start), int(end)) for start, end in pairs))
    except (IndexError, ValueError):
        return None
    return spans if all(0 <= start < end <= length for start, end in spans) else None


def _marked(events: Iterable[str], spans: dict[str, Spans]) -> Iterator[Annotated]:
    for event in events:
        if not event.startswith("Attribution"):
            continue
        roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
        for role, reference in _ROLE.findall(event):
            roles[role].extend(spans.get(reference, ()))
        source, cue, content = (tuple(sorted(roles[role])) for role in roles)
        if content:
            yield Annotated(source, cue, content)
