"""`communique schema NAME`."""

from __future__ import annotations

import json

import click

from communique.report.schema import NAMES, schema


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES))
def command(name: str) -> None:
    """Print the JSON schema of NAME, as published."""
    click.echo(json.dumps(schema(name), ensure_ascii=False, indent=2))
