from __future__ import annotations

import pytest

from communique.engines.language.english import EnglishParser


@pytest.fixture(scope="session")
def parser() -> EnglishParser:
    return EnglishParser()
