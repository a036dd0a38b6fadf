"""The published schemas."""

from __future__ import annotations

import pytest

from communique.record.errors import InputError
from communique.record.values import Record
from communique.report.schema import NAMES, schema
from communique.report.values import Report


def test_the_id_of_a_schema_is_what_the_value_says_of_itself() -> None:
    assert schema("report")["$id"] == Report(title="t").schema
    assert schema("record")["$id"] == Record().schema


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_in_a_schema_leads_somewhere(name: str) -> None:
    whole = schema(name)
    references = set(_references(whole))
    assert references
    assert references <= {f"#/$defs/{key}" for key in whole["$defs"]}


def test_the_kinds_of_block_are_told_apart_by_a_tag() -> None:
    kinds = schema("report")["$defs"]
    assert [kinds[kind]["properties"]["block"]["enum"] for kind in ("Paragraph", "Bullets", "Table")] == [["paragraph"], ["bullets"], ["table"]]  # fmt: skip


def test_the_names_that_others_rely_on_are_in_the_record() -> None:
    assert {"sources", "edition", "sessions", "participants", "passages", "references"} <= set(
        schema("record")["$defs"]["Record"]["properties"]
    )


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(InputError, match="record, report"):
        schema("minutes")


def _references(value: object) -> list[str]:
    if isinstance(value, dict):
        here = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return here + [each for inner in value.values() for each in _references(inner)]
    return (
        [each for inner in value for each in _references(inner)] if isinstance(value, list) else []
    )
