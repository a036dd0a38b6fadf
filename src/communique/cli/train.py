"""`communique train CORPUS -o model.npz`."""

from __future__ import annotations

from pathlib import Path

import click

from communique import api
from communique.cli.telling import Telling, telling_options


@click.command("train")
@click.argument("corpus", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("attributions.npz"),
              show_default=True, help="Where the model goes.")
@telling_options
def command(corpus: Path, output: Path, telling: Telling) -> None:
    """Train the optional attribution model from your own copy of CORPUS.

    CORPUS is the data folder of PolNeAR or of a corpus in its form: train/text, train/attributions,
    and dev/ likewise, on which the model is measured. No text of it is kept in the model. Needs the
    optional part 'train' and some minutes.

    Example: communique train PolNeAR/data -o attributions.npz
    """
    made = api.train(corpus, output, progress=telling.step)
    kept_apart = made.held_out
    measured = f"; F1 {100 * kept_apart.f1:.1f} on dev" if kept_apart else ""
    telling.done(f"{output}: learnt from {made.attributions} attributions in {made.articles} "
                 f"articles{measured}. Use it with: communique attributions --model {output}")
