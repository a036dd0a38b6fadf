"""`communique attributions FILE... -o out.jsonl`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from communique import api
from communique.cli.telling import Telling, telling_options


@click.command("attributions")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("-"),
              help="Where the JSON lines go; standard output unless given.")
@click.option("--model", type=click.Path(path_type=Path),
              help="A model made by `communique train`; rules are used otherwise.")
@telling_options
def command(files: tuple[Path, ...], output: Path, model: Path | None, telling: Telling) -> None:
    """Find source, cue and content of every attribution in FILE...

    One JSON object a file; spans are [start, end] character offsets in the file's text.

    Example: communique attributions article.txt -o attributions.jsonl
    """
    lines = []
    for done, found in enumerate(api.attributions(files, model=model), 1):
        telling.step("attributions", done, len(files))
        lines.append(json.dumps(found, ensure_ascii=False))
    if str(output) == "-":
        click.echo("\n".join(lines))
        return
    api.write_text("".join(f"{line}\n" for line in lines), output)
    telling.done(f"{output}: {len(lines)} files")
