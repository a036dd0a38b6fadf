"""Documents that fail the build when they lie."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import click
import pytest

import communique
from communique.cli.main import main
from communique.record.readers.edition_file import read as read_edition_file
from communique.record.readers.raw import RawFile

ROOT = Path(communique.__file__).parents[2]
PACKAGE = ROOT / "src" / "communique"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_FENCED = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.M | re.S)
_CODE = re.compile(r"`([^`\n]+)`")


def written(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def prose(path: Path) -> str:
    return _FENCED.sub("", written(path))


def blocks(path: Path, language: str) -> list[str]:
    return [found["body"] for found in _FENCED.finditer(written(path)) if found["language"] == language]


def anchors(path: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", prose(path), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\[[^\]]*\]\(([^)\s]+)\)", prose(document)):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        leads_to = (document.parent / path).resolve() if path else document
        assert leads_to.exists(), f"{name_of(document)} links to {target}"
        assert not anchor or anchor in anchors(leads_to), f"{name_of(document)} links to {target}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_files_that_a_document_names_exist(document: Path) -> None:
    folders = ("src/", "docs/", "tests/", "benchmarks/", "requirements/", ".ci/")
    for code in _CODE.findall(prose(document)):
        if code.startswith(folders) and not re.search(r"[*<>{}\s]", code):
            assert (ROOT / code).exists(), f"{name_of(document)} names {code}"


def modules_named() -> Iterator[tuple[str, str]]:
    """`record/view.py` in a document means that module of the package."""
    for document in DOCUMENTS:
        for code in _CODE.findall(prose(document)):
            if re.fullmatch(r"(?:api|cli|engines|report|viewpoints|record|samples)/[\w/.-]+", code):
                yield name_of(document), code


def test_modules_that_a_document_names_exist() -> None:
    lost = [(document, code) for document, code in modules_named() if not (PACKAGE / code).exists()]
    assert lost == []


def commands_shown(document: Path) -> list[list[str]]:
    """Lines of examples and code spans that call the command, in words."""
    text = written(document)
    shown = [*re.findall(r"^(?: {4}|\$ )(.+)$", text, re.M), *_CODE.findall(prose(document)),
             *(line for block in blocks(document, "sh") for line in block.splitlines())]
    called = [re.sub(r"^\./run communique ", "communique ", line.strip()) for line in shown]
    return [shlex.split(line, comments=True) for line in called if re.match(r"communique [a-z-]", line)]


@lru_cache
def command(name: str) -> click.Command | None:
    return main.get_command(click.Context(main), name)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_commands_shown_exist_with_their_options(document: Path) -> None:
    for _, name, *words in commands_shown(document):
        if name.startswith("-"):
            continue
        found = command(name)
        assert found is not None, f"{name_of(document)} shows `communique {name}`"
        known = {"--help", "-h", *(o for p in found.params for o in (*p.opts, *p.secondary_opts))}
        given = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert given <= known, f"{name_of(document)}: `communique {name}` has no {given - known}"


def test_every_command_is_told_to_the_operator() -> None:
    told = written(ROOT / "docs" / "operator.md")
    missing = [name for name in main.list_commands(click.Context(main)) if f"communique {name}" not in told]
    assert missing == []


def test_every_option_of_report_is_told_to_the_secretariat() -> None:
    told = written(ROOT / "docs" / "secretariat.md")
    found = command("report")
    assert found is not None
    options = {o for p in found.params for o in p.opts if o.startswith("--")} - {"--json", "--quiet"}
    assert [option for option in sorted(options) if option not in told] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_what_run_is_shown_to_do_it_does(document: Path) -> None:
    does = set(re.findall(r"^    ([a-z]+)[ )|]", written(ROOT / "run"), re.M))
    for name in re.findall(r"\./run ([a-z]+)", written(document)):
        assert name in does, f"{name_of(document)} shows `./run {name}`"


@pytest.mark.slow
def test_the_developers_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for number, block in enumerate(blocks(ROOT / "docs" / "developer.md", "python"), 1):
        exec(compile(block, f"docs/developer.md, block {number}", "exec"), names)
    assert (tmp_path / "report.html").stat().st_size > 0


def test_the_edition_file_shown_is_read_without_a_word() -> None:
    (shown,) = blocks(ROOT / "docs" / "edition-file.md", "toml")
    reading = read_edition_file(RawFile("edition.toml", shown.encode()))
    assert reading.notices == ()
    assert reading.edition is not None and reading.edition.series
    assert reading.sessions and reading.roster


def test_every_notice_is_told_and_none_that_is_gone() -> None:
    told = set(re.findall(r"^\| `([a-z-]+)` \|", written(ROOT / "docs" / "formats.md"), re.M))
    code = "\n".join(map(written, PACKAGE.rglob("*.py")))
    given = set(re.findall(r"""(?:Notice\(\s*code=|\.add\(\s*)"([a-z-]+)\"""", code))
    modules = {path.stem for path in (PACKAGE / "record" / "readers").glob("*.py")}
    assert given == told - modules


def test_every_reader_is_told() -> None:
    from communique.record.readers.recognise import BINARY, TEXT

    told = written(ROOT / "docs" / "formats.md")
    assert [known.module for known in (*BINARY, *TEXT) if f"| `{known.module}` |" not in told] == []


def test_sizes_are_told_as_they_are() -> None:
    from communique.record.readers.limits import DEFAULT, MEGABYTE

    told = written(ROOT / "docs" / "formats.md")
    for size in (DEFAULT.file_bytes, DEFAULT.total_bytes):
        assert f"{size // MEGABYTE} MB" in told
    assert f"{DEFAULT.members:,} files" in told and f"{DEFAULT.ratio} times" in told


def test_every_environment_variable_is_told_to_the_operator() -> None:
    told = written(ROOT / "docs" / "operator.md")
    code = "\n".join(map(written, [*PACKAGE.rglob("*.py"), ROOT / "run"]))
    assert sorted({v for v in re.findall(r"\bCOMMUNIQUE_[A-Z_]+\b", code) if v not in told}) == []


def test_layers_are_told_as_the_contract_has_them() -> None:
    contracts = tomllib.loads(written(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    for document in ("ARCHITECTURE.md", "docs/decisions/0001-layers-and-api.md"):
        assert " > ".join(layers) in written(ROOT / document)


def test_the_changelog_tells_of_the_version_we_are() -> None:
    assert f"## [{communique.__version__}]" in written(ROOT / "CHANGELOG.md")


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_no_document_names_a_machine_of_ours(document: Path) -> None:
    assert not re.search(r"/work/|/root/|/home/\w|/tmp/", written(document))
