"""The example of a published report that the project starts from, where it is at hand."""

import json
from pathlib import Path

import pytest

from communique.record.readers import read_file
from communique.record.reading import BlockKind

RECORDS = Path(__file__).parents[4] / "shared" / "records"
REPORT = RECORDS / "round-table-2020.txt"

pytestmark = pytest.mark.skipif(not REPORT.exists(), reason="the shared records are not here")


def test_five_broken_sentences_are_whole_and_no_paragraph_has_two_speakers() -> None:
    _, reading = read_file(REPORT)
    gold = json.loads((RECORDS / "round-table-2020.gold.json").read_text())
    paragraphs = [block.view for block in reading.blocks if block.kind is BlockKind.PARAGRAPH]
    spans = [view.span() for view in paragraphs]

    for person in gold["persons"]:
        views = [view["span"] for view in person["views"]]
        inside = [at for at, (start, end) in enumerate(spans) if start <= views[-1][0] and views[-1][1] <= end]
        assert len(inside) == 1, person["name"]
    # written paragraphs less the title lines and the five second halves
    written = [part for part in reading.text.split("\n\n") if part.strip()]
    assert len(paragraphs) == len(written) - 2 - 5


def test_every_sentence_of_the_gold_reads_whole() -> None:
    raw, reading = read_file(REPORT)
    gold = json.loads((RECORDS / "round-table-2020.gold.json").read_text())
    running = "\n".join(" ".join(block.view.text.split()) for block in reading.blocks)

    for person in gold["persons"]:
        for view in person["views"]:
            sentence = " ".join(raw.text[slice(*view["span"])].split())
            assert sentence in running
