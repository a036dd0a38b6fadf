"""`communique read SOURCE... -o record.json`."""

from __future__ import annotations

from pathlib import Path

import click

from communique import api
from communique.cli.telling import Telling, telling_options


@click.command("read")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("record.json"),
              show_default=True, help="Where the record goes; - for standard output.")
@telling_options
def command(sources: tuple[Path, ...], output: Path, telling: Telling) -> None:
    """Read SOURCE... into one record of who said what.

    SOURCE is a transcript (WebVTT, SRT, DOCX, chat, captions, JSON, Akoma Ntoso, ParlaMint), a
    speech, a published report (TXT, Markdown, HTML, DOCX, PDF), a participants list (CSV, XLSX), an
    edition file (TOML), or a folder or ZIP of these.

    Example: communique read edition-6/ -o record.json
    """
    record = api.read(*sources, progress=telling.step)
    telling.notices(record.notices)
    if str(output) == "-":
        click.echo(api.to_json(record).decode())
        return
    api.save(record, output)
    telling.done(
        f"{output}: {len(record.sources)} sources, {len(record.participants)} participants, "
        f"{len(record.passages)} passages, {len(record.references)} references"
    )
