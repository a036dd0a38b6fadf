"""Who is said to have said what in any text: source, cue and content."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.engines.language.choosing import own_directory
from communique.engines.language.english import EnglishParser
from communique.engines.models import ATTRIBUTION_MODEL
from communique.record.readers import read_file
from communique.viewpoints.attributions import Attribution, attributions_of_text
from communique.viewpoints.parse import Parser

if TYPE_CHECKING:
    from communique.viewpoints.attributions.training import Metrics

PathLike = str | os.PathLike[str]
Progress = Callable[[str, int, int], None]


def attributions(
    files: Iterable[PathLike], *, model: PathLike | None = None, parser: Parser | None = None
) -> Iterator[dict[str, Any]]:
    """For each file, ``{"file", "attributions": [{"source", "cue", "content"}]}``.

    Spans are ``[start, end]`` code points in the text of the file's reading. ``model`` is a file
    that :func:`train` made; without it the environment's ``COMMUNIQUE_ATTRIBUTION_MODEL``, and else
    rules. Raises :class:`~communique.record.errors.InputError`.
    """
    find = _finder(model or os.environ.get(ATTRIBUTION_MODEL, "").strip() or None)
    parser = parser or EnglishParser(own_directory())
    for path in files:
        _, reading = read_file(path)
        found = find(reading.text, parser)
        yield {
            "file": os.fspath(path),
            "attributions": [{"source": a.source, "cue": a.cue, "content": a.content} for a in found],
        }


def train(
    corpus: PathLike,
    output: PathLike,
    *,
    parser: Parser | None = None,
    progress: Progress = lambda step, done, total: None,
) -> Metrics:
    """Make an attribution model from a user's own copy of a corpus in PolNeAR's form.

    Raises :class:`~communique.record.errors.InputError` when there is too little to learn from, and
    :class:`~communique.record.errors.MissingExtra` without the optional part ``train``.
    """
    from communique.viewpoints.attributions.training import train as learn  # loads much

    return learn(Path(corpus), Path(output), parser=parser or EnglishParser(own_directory()),
                 progress=progress)


def _finder(model: PathLike | None) -> Callable[[str, Parser], list[Attribution]]:
    if model is None:
        return attributions_of_text
    from communique.viewpoints.attributions.model import AttributionModel

    choose = AttributionModel.load(Path(model)).choose
    return lambda text, parser: attributions_of_text(text, parser, choose)
