"""Reports in languages without a model: sentences kept, given to nobody."""

from __future__ import annotations

from collections.abc import Iterator

from communique.record.reading import BlockKind, Reading
from communique.record.sentences import sentence_spans
from communique.record.values import Passage, Voice


def plain_passages(source: str, reading: Reading) -> Iterator[Passage]:
    """Every sentence of the prose as a passage of the secretariat's, attributed to nobody."""
    number = 0
    for block in reading.blocks:
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            continue
        text = block.view.text
        for first, last in sentence_spans(text, reading.language):
            number += 1
            start, end = block.view.span(first, last)
            yield Passage(
                id=f"{source}-p{number}", source=source, start=start, end=end, text=text[first:last],
                voice=Voice.SECRETARIAT, language=reading.language,
            )
