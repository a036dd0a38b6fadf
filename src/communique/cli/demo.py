"""`communique demo`."""

from __future__ import annotations

from pathlib import Path

import click

from communique import api
from communique.cli.telling import Telling, telling_options
from communique.samples import SAMPLE_EDITION

_FORMATS = ("html", "docx", "pdf", "md", "json")


@click.command("demo")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False),
              default=Path("demo-report"), show_default=True, help="The folder the reports go to.")
@telling_options
def command(output: Path, telling: Telling) -> None:
    """Run the main job on the sample edition: a folder of sources in, reports out.

    The forum, its people and every word are invented.
    """
    telling.done(f"Reading the sample edition in {SAMPLE_EDITION}")
    record = api.read(SAMPLE_EDITION, progress=telling.step)
    telling.notices(record.notices)
    report = api.draft(record, progress=telling.step)
    output.mkdir(parents=True, exist_ok=True)
    api.save(record, output / "record.json")
    for suffix in _FORMATS:
        telling.step(f"writing report.{suffix}")
        api.write(report, output / f"report.{suffix}")
    telling.done(
        f"{len(record.sources)} sources, {len(record.participants)} participants, "
        f"{len(report.sentences())} sentences, each with its passages."
    )
    for suffix in _FORMATS:
        click.echo((output / f"report.{suffix}").resolve())
