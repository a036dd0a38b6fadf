"""`communique schema NAME`."""

from __future__ import annotations

import json

import click

from communique.report.schema import NAMES, schema


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES))
def command(name: str) -> None:
    """Print the JSON schema (draft 2020-12) of NAME, as published.

    Example: communique schema record > record.schema.json
    """
    click.echo(json.dumps(schema(name), ensure_ascii=False, indent=2))
