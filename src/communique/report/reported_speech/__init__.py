"""What a speaker said, put into reported speech by rules that can be applied again.

A statement becomes "X believes that ...", a question "X asks whether ...", an attitude "X supports
...". Whatever is not clearly one of these is quoted word for word. The speaker is repeated by name:
no pronoun is guessed. :func:`derive` makes the same sentence again from the passage, the rules and
the speaker alone, without a parser.
"""

from __future__ import annotations

from communique.report.reported_speech.deciding import Setting, rules_for
from communique.report.reported_speech.derive import derive
from communique.report.reported_speech.prepare import Prepared, prepare
from communique.report.reported_speech.values import Place, Referent, Reported, Style, Tense
from communique.report.values import Origin
from communique.viewpoints.parse import Parsed

__all__ = [
    "Place", "Prepared", "Referent", "Reported", "Style", "Tense", "derive", "prepare",
    "report_sentence",
]  # fmt: skip


def report_sentence(
    passage: str,
    *,
    speaker: Referent,
    style: Style | None = None,
    place: Place = Place.FIRST,
    parsed: Parsed | None = None,
) -> Reported:
    """One sentence of the record in reported speech.

    ``parsed`` is the parse of ``prepare(passage).text``; without it more is quoted. Raises
    ``ValueError`` when it is the parse of something else.
    """
    house = style or Style()
    prepared = prepare(passage)
    if parsed is not None and parsed.text != prepared.text:
        raise ValueError("parsed must be the parse of prepare(passage).text")
    rules = rules_for(Setting(prepared.text, parsed, place, house))
    quoted = "shape.quote" in rules
    applied = rules if quoted else (*prepared.rules, *rules)
    text = derive(passage, applied, speaker=speaker, style=house)
    return Reported(text, applied, Origin.QUOTED if quoted else Origin.REPORTED)
