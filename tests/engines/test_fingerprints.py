"""A fingerprint changes with any byte or name of what it stands for, and with nothing else."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from communique.engines.fingerprints import fingerprint


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    root = tmp_path / "model"
    (root / "ner").mkdir(parents=True)
    (root / "ner" / "weights").write_bytes(b"\x00\x01")
    (root / "meta.json").write_text("{}")
    (root / "Ärger.txt").write_text("x")
    return root


def test_a_file_has_its_own_sha256(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"abc")
    assert fingerprint(file) == hashlib.sha256(b"abc").hexdigest()


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_a_directory_can_be_checked_with_a_shell(directory: Path) -> None:
    shell = "find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum"
    printed = subprocess.run(["sh", "-c", shell], cwd=directory, check=True, capture_output=True)
    assert fingerprint(directory) == printed.stdout.decode().split()[0]


def test_a_changed_byte_a_new_name_or_another_file_changes_it(directory: Path) -> None:
    seen = {fingerprint(directory)}
    (directory / "ner" / "weights").write_bytes(b"\x00\x02")
    seen.add(fingerprint(directory))
    (directory / "meta.json").rename(directory / "metb.json")
    seen.add(fingerprint(directory))
    (directory / "empty").touch()
    seen.add(fingerprint(directory))
    assert len(seen) == 4


def test_a_copy_elsewhere_and_compiled_python_make_no_difference(
    directory: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "elsewhere"
    shutil.copytree(directory, copy)
    (copy / "__pycache__").mkdir()
    (copy / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert fingerprint(copy) == fingerprint(directory)
