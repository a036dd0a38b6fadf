"""The command as a person meets it: help, results, errors, exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from communique.cli.main import main
from communique.record.values import Record

TRANSCRIPT = """WEBVTT

00:01.000 --> 00:06.000
<v Aida Bekova>Upstream states should publish their gauge readings every day.</v>

00:06.000 --> 00:12.000
<v Ravi Pillai>I do not agree with Ms Bekova, because ports compete for the same cargo.</v>
"""


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    path = tmp_path / "session.vtt"
    path.write_text(TRANSCRIPT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments], prog_name="communique")
    return result.exit_code, result.stdout, result.stderr


def test_help_names_every_command_and_a_first_step() -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert all(name in out for name in ("read", "report", "attributions", "demo", "schema", "models"))
    assert "Begin with: communique demo" in out


@pytest.mark.parametrize("name", ["read", "report", "attributions", "demo", "schema", "models",
                                  "completion"])
def test_every_command_explains_itself(name: str) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    assert name == "completion" or "Example" in out or "main job" in out or "models" in out


def test_help_loads_neither_parser_nor_numpy() -> None:
    script = (
        "import sys; from communique.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('spacy', 'numpy', 'lxml', 'typst', 'docx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


def test_read_writes_a_record_with_who_said_what(transcript: Path, tmp_path: Path) -> None:
    code, _, err = run("read", transcript, "-o", tmp_path / "record.json")
    record = msgspec.json.decode((tmp_path / "record.json").read_bytes(), type=Record)
    assert code == 0, err
    names = {p.id: p.name for p in record.participants}
    assert [names[p.attributed_to[0]] for p in record.passages] == ["Aida Bekova", "Ravi Pillai"]
    assert "2 participants" in err


def test_read_to_standard_output_prints_nothing_but_the_record(transcript: Path) -> None:
    code, out, _ = run("read", transcript, "-o", "-")
    assert code == 0
    assert json.loads(out)["schema"] == "communique/record/1"


def test_a_report_is_written_from_sources_and_the_same_from_their_record(
    transcript: Path, tmp_path: Path
) -> None:
    run("read", transcript, "-o", tmp_path / "record.json")
    assert run("report", transcript, "-o", tmp_path / "a.md")[0] == 0
    assert run("report", tmp_path / "record.json", "-o", tmp_path / "b.md")[0] == 0
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "gauge readings" in text
    assert text == (tmp_path / "b.md").read_text(encoding="utf-8")


def test_several_formats_are_written_at_once(transcript: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / f"r.{suffix}" for suffix in ("html", "docx", "pdf", "json")]
    code, _, err = run("report", transcript, *(a for o in outputs for a in ("-o", o)))
    assert code == 0, err
    assert all(o.stat().st_size > 500 for o in outputs)


def test_past_tense_is_a_house_style(transcript: Path, tmp_path: Path) -> None:
    run("report", transcript, "--tense", "past", "-o", tmp_path / "r.md")
    assert "did not agree" in (tmp_path / "r.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.vtt", b""), ("noise.txt", bytes(range(256)) * 8), ("missing.txt", None)],
)
def test_bad_input_exits_2_names_the_file_and_leaves_nothing(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = set(tmp_path.iterdir())
    code, _, err = run("report", path, "-o", tmp_path / "r.html")
    assert code == 2
    assert name in err
    assert set(tmp_path.iterdir()) == before


def test_an_unknown_format_is_refused_before_any_work(transcript: Path, tmp_path: Path) -> None:
    code, _, err = run("report", transcript, "-o", tmp_path / "r.odt")
    assert code == 2
    assert ".docx" in err


def test_errors_as_json_name_file_place_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "empty.vtt").write_bytes(b"")
    code, _, err = run("read", tmp_path / "empty.vtt", "--json", "-o", tmp_path / "r.json")
    told = json.loads(err.splitlines()[-1])
    assert code == 2
    assert told["kind"] == "error"
    assert told["file"].endswith("empty.vtt")
    assert told["remedy"]


def test_quiet_says_nothing(transcript: Path, tmp_path: Path) -> None:
    code, out, err = run("read", transcript, "-o", tmp_path / "r.json", "--quiet")
    assert (code, out, err) == (0, "", "")


def test_attributions_point_into_the_text_of_the_file(tmp_path: Path) -> None:
    text = "Ms. Bekova believes that the river belongs to nobody.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    code, out, _ = run("attributions", tmp_path / "a.txt")
    told = json.loads(out)
    [found] = told["attributions"]
    words = {role: [text[s:e] for s, e in found[role]] for role in ("source", "cue", "content")}
    assert code == 0
    assert words["source"] == ["Ms. Bekova"]
    assert words["cue"] == ["believes"]
    assert words["content"] == ["that the river belongs to nobody"]


@pytest.mark.parametrize("name", ["record", "report"])
def test_schemas_are_published(name: str) -> None:
    code, out, _ = run("schema", name)
    assert code == 0
    assert json.loads(out)["$id"] == f"communique/{name}/1"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete_the_command(shell: str) -> None:
    code, out, _ = run("completion", shell)
    assert code == 0
    assert "_COMMUNIQUE_COMPLETE" in out
