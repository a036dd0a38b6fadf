"""The glossary is true: its words are the code's words, and the code has no others."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

import communique
from communique.record import attribution, reading, view
from communique.record import values as record_values
from communique.report import style
from communique.report import values as report_values
from communique.report import writers as report_writers
from communique.viewpoints import points, stances, themes
from communique.viewpoints.attributions import values as attribution_values

PACKAGE = Path(communique.__file__).parent
GLOSSARY = (PACKAGE.parents[1] / "docs" / "glossary.md").read_text(encoding="utf-8")
WRITTEN = (record_values, report_values)
HOMES = (*WRITTEN, reading, view, attribution, style, points, themes, stances, attribution_values,
         report_writers)
# Readers speak of their formats in the formats' own words ("utterance" is TEI's).
FOREIGN = PACKAGE / "record" / "readers"


def part(heading: str, level: int) -> str:
    """What stands under a heading, up to the next of the same rank or a higher one."""
    mark = "#" * level
    found = re.search(rf"^{mark} {heading}\n(.*?)(?=^#{{1,{level}}} |\Z)", GLOSSARY, re.M | re.S)
    assert found, f"the glossary has no heading '{mark} {heading}'"
    return found[1]


def first_cells(text: str) -> list[str]:
    return re.findall(r"^\| `(\w+)` \|", text, re.M)


def types_in(modules: tuple[ModuleType, ...]) -> list[type]:
    found = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    return list(dict.fromkeys(found))


def serialised() -> list[type]:
    homes = {module.__name__ for module in WRITTEN}
    return [kind for kind in types_in(WRITTEN) if kind.__module__ in homes
            and (is_dataclass(kind) or issubclass(kind, msgspec.Struct))]


def enumerations() -> list[type[StrEnum]]:
    return [kind for kind in types_in((*WRITTEN, reading, style))
            if issubclass(kind, StrEnum) and kind is not StrEnum]


@pytest.mark.parametrize("kind", enumerations(), ids=lambda kind: kind.__name__)
def test_every_value_has_its_meaning_and_no_other_is_told(kind: type[StrEnum]) -> None:
    assert first_cells(part(kind.__name__, 3)) == [member.value for member in kind]


@pytest.mark.parametrize("kind", serialised(), ids=lambda kind: kind.__name__)
def test_every_key_has_its_meaning_and_no_other_is_told(kind: type) -> None:
    keys = [f.name for f in msgspec.inspect.type_info(kind).fields]  # type: ignore[attr-defined]
    assert sorted(first_cells(part(kind.__name__, 3))) == sorted(keys)


@pytest.mark.parametrize("kind", serialised(), ids=lambda kind: kind.__name__)
def test_every_public_value_is_a_word_of_the_glossary(kind: type) -> None:
    words = part("The meeting", 2) + part("The record", 2) + part("The report", 2)
    assert re.search(rf"`{kind.__name__}[`.]", words), f"{kind.__name__} is no word of the glossary"


def names_in_code() -> list[str]:
    words = part("The meeting", 2) + part("The record", 2) + part("The report", 2)
    cells = re.findall(r"^\| [^|]+ \| [^|]+ \| ([^|]+) \|$", words, re.M)
    return sorted({name for cell in cells for name in re.findall(r"`([\w.]+)`", cell)})


@pytest.mark.parametrize("name", names_in_code())
def test_what_the_glossary_names_in_code_exists(name: str) -> None:
    first, _, member = name.partition(".")
    found = [vars(module)[first] for module in HOMES if first in vars(module)]
    assert found, f"nothing is called {first}"
    annotations = getattr(found[0], "__annotations__", {})
    assert not member or member in annotations or hasattr(found[0], member)


def test_no_heading_tells_of_a_value_that_is_gone() -> None:
    told = set(re.findall(r"^### (\w+)$", GLOSSARY, re.M))
    assert told == {kind.__name__ for kind in (*enumerations(), *serialised())}


def avoided() -> list[str]:
    rows = re.findall(r"^\| (.+?) \| .+? \|$", part("Words to avoid", 2), re.M)
    return [word for row in rows if row != "Not" and row != "---" for word in row.split(", ")]


def names_of(path: Path) -> Iterator[str]:
    """The file's own name, and what others see of it: classes, fields, functions, parameters."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            yield node.name
            yield from (item.target.id for item in node.body
                        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name))
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name
            yield from (arg.arg for arg in (*node.args.args, *node.args.kwonlyargs))


def words_of(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


@pytest.mark.parametrize("word", avoided())
def test_a_word_to_avoid_is_no_name(word: str) -> None:
    structural = word in ("utils", "common", "helpers", "core", "base", "services", "managers")
    for path in PACKAGE.rglob("*.py"):
        if path.is_relative_to(FOREIGN):
            continue
        names = [path.stem, path.parent.name] if structural else list(names_of(path))
        assert not [n for n in names if word in words_of(n)], f"'{word}' in {path.name}"
