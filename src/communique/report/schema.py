"""The published JSON schemas of what Communique writes, made from the values themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from communique.record.errors import InputError
from communique.record.values import Record
from communique.report.values import Report

_VALUES: dict[str, type] = {"record": Record, "report": Report}
NAMES = tuple(_VALUES)


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) called ``name``; its ``$id`` is the value's own ``schema``.

    Raises :class:`InputError` when there is none of that name.
    """
    if name not in _VALUES:
        known = ", ".join(NAMES)
        raise InputError("there is no schema of this name", file=name, remedy=f"Choose: {known}.")
    (reference,), components = msgspec.json.schema_components(
        [_VALUES[name]], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"communique/{name}/1",
        **reference,
        "$defs": components,
    }
