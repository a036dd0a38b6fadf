"""`communique models` as a person and as a program reads it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from communique.cli.models import command
from communique.engines.models import models
from communique.record.errors import CommuniqueError


def test_the_table_names_every_model_with_its_hash() -> None:
    shown = CliRunner().invoke(command)
    assert shown.exit_code == 0
    for model in models():
        assert model.name in shown.stdout
        assert model.sha256 is None or f"sha256 {model.sha256}" in shown.stdout


def test_a_program_reads_one_object_a_line() -> None:
    lines = CliRunner().invoke(command, ["--json"]).stdout.splitlines()
    assert [json.loads(line)["name"] for line in lines] == [m.name for m in models()]


def test_a_missing_model_is_an_error_after_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_PARSER_DIR", "/nowhere/at/all")
    shown = CliRunner().invoke(command)
    assert isinstance(shown.exception, CommuniqueError)
    assert "all is missing" in str(shown.exception)
    assert "wordings" in shown.stdout
