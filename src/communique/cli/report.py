"""`communique report SOURCE|record.json -o report.html`."""

from __future__ import annotations

from pathlib import Path

import click

from communique import api
from communique.cli.telling import Telling, telling_options
from communique.record.values import AttributionRule
from communique.report.style import Order, Style, Tense


@click.command("report")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", "outputs", multiple=True, type=click.Path(path_type=Path),
              default=(Path("report.html"),), show_default=True,
              help="Where the report goes; the suffix gives the format: .html .docx .pdf .md .json. "
              "May be given several times.")
@click.option("--tense", type=click.Choice([t.value for t in Tense]), default=Tense.PRESENT.value,
              show_default=True, help="Tense of reported speech.")
@click.option("--order", type=click.Choice([o.value for o in Order]), default=Order.PROTOCOL.value,
              show_default=True, help="Order of the participants' paragraphs.")
@click.option("--words", type=click.IntRange(30, 1000), default=150, show_default=True,
              help="Length of a participant's paragraph, about.")
@click.option("--attribution", type=click.Choice([r.value for r in AttributionRule]),
              help="The rule for every session that states none of its own.")
@click.option("--publish-list", is_flag=True,
              help="Print the list of participants even under the Chatham House Rule.")
@click.option("--model-url", metavar="URL",
              help="An OpenAI-compatible service that may propose wordings. Off by default: the text "
              "of the chosen passages leaves for that address.")
@click.option("--model-name", metavar="NAME", default="default", show_default=True,
              help="The model to ask for there. The key is read from COMMUNIQUE_MODEL_KEY.")
@telling_options
def command(
    sources: tuple[Path, ...], outputs: tuple[Path, ...], tense: str, order: str, words: int,
    attribution: str | None, publish_list: bool, model_url: str | None, model_name: str,
    telling: Telling,
) -> None:
    """Write a report from SOURCE... or from a record.json.

    Every sentence has a trace to the passages it rests on; sentences an editor must look at are
    listed.

    Example: communique report edition-6/ -o report.html -o report.docx -o report.pdf
    """
    for output in outputs:
        api.check_writable(output)
    style = Style(tense=Tense(tense), order=Order(order), words=words, list_published=publish_list)
    record = api.read(*sources, progress=telling.step,
                      attribution=AttributionRule(attribution) if attribution else None)
    telling.notices(record.notices)
    model = api.language_model(model_url, model_name) if model_url else None
    report = api.draft(record, style=style, model=model, progress=telling.step)
    for output in outputs:
        telling.step(f"writing {output}")
        api.write(report, output)
    flagged = [s for s in report.sentences() if s.flags]
    telling.done(f"{', '.join(map(str, outputs))}: {len(report.sentences())} sentences, "
                 f"{len(flagged)} to look at")
