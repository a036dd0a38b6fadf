"""Which parser reads a language, and what a record says of the parser that was used."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from communique.engines.fingerprints import fingerprint
from communique.record.values import Tool
from communique.viewpoints.parse import Parser

from .english import EnglishParser

PARSER_DIRECTORY = "COMMUNIQUE_PARSER_DIR"


def parser_for(language: str, directory: Path | None = None) -> Parser | None:
    """The parser of ``language`` (ISO 639-1); None where there is none, and rules must do alone.

    ``directory`` holds a spaCy pipeline of the operator's own; unless given, the environment's
    ``COMMUNIQUE_PARSER_DIR``, and else the packaged one. Models are read from directories alone:
    nothing is ever fetched. Raises :class:`~communique.record.errors.InputError`.
    """
    if language not in EnglishParser.languages:
        return None
    return EnglishParser(directory or own_directory())


def own_directory() -> Path | None:
    """The operator's pipeline directory, where the environment names one."""
    named = os.environ.get(PARSER_DIRECTORY, "").strip()
    return Path(named) if named else None


def tool_of(parser: Parser) -> Tool:
    """``parser`` as a record and a report name it; the hash covers its whole directory."""
    packaged = parser if isinstance(parser, EnglishParser) else None
    return Tool(
        name=parser.name,
        version=parser.version,
        sha256=_fingerprint(packaged.directory) if packaged else None,
        licence=packaged.licence if packaged else None,
        used_for=f"grammar and names ({', '.join(sorted(parser.languages))})",
    )


_fingerprint = lru_cache(maxsize=4)(fingerprint)
