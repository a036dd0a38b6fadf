"""`communique models`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

import click

from communique.cli.telling import Telling, telling_options
from communique.engines.models import Model, State, models
from communique.record.errors import CommuniqueError

_COLUMNS = ("capability", "name", "version", "licence", "state")


@click.command("models")
@telling_options
def command(telling: Telling) -> None:
    """List the models in use: version, licence, SHA-256, where they come from.

    Files are hashed anew and held against the lists they were published with; exit status 1 tells
    that a model is altered or missing. With --json, one JSON object a line.
    """
    listed = models()
    for line in map(_json_line, listed) if telling.as_json else _table(listed):
        click.echo(line)
    wrong = [m for m in listed if m.state in (State.ALTERED, State.MISSING)]
    if wrong:
        raise CommuniqueError("; ".join(f"{m.name} is {m.state}: {m.note}" for m in wrong))


def _json_line(model: Model) -> str:
    return json.dumps(asdict(model), ensure_ascii=False)


def _table(listed: Iterable[Model]) -> Iterable[str]:
    rows = [_COLUMNS, *(tuple(getattr(m, c) or "" for c in _COLUMNS) for m in listed)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_COLUMNS))]
    details = [[], *(_details(m) for m in listed)]
    for row, below in zip(rows, details, strict=True):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        yield from (f"    {line}" for line in below)


def _details(model: Model) -> list[str]:
    given = (model.sha256 and f"sha256 {model.sha256}", model.origin and f"from {model.origin}",
             model.note)
    return [line for line in given if line]
