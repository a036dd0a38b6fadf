"""A way to understand a few lines of a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.engines.language.english import EnglishParser
from communique.record.readers.prose import prose_of
from communique.record.reading import Reading
from communique.record.values import SourceKind
from communique.viewpoints.published import Understood, understand

Understand = Callable[[str], Understood]


def reading_of(text: str, language: str | None = "en") -> Reading:
    return Reading(kind=SourceKind.REPORT, format="text", text=text, language=language,
                   blocks=prose_of(text).blocks)


@pytest.fixture(scope="session")
def parser() -> EnglishParser:
    return EnglishParser()


@pytest.fixture(scope="session")
def understood(parser: EnglishParser) -> Understand:
    return lambda text: understand([("s1", reading_of(text))], parser)
