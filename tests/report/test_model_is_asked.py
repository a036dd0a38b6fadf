"""A language model is shown only what may be attributed by name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from communique.record.values import (
    AttributionRule,
    Edition,
    Participant,
    Passage,
    Record,
    Session,
    Source,
    SourceKind,
    Voice,
)
from communique.report.draft import draft
from communique.report.style import Style
from communique.report.values import Origin

FIRST = "The ferries ran late in every week of the last winter."
NAMED = "The harbour needs a second pilot station before the next winter."
PROTECTED = "The northern dues should be raised to 14 crowns for every boat."


@dataclass
class Listening:
    """A model that proposes the first passage it is shown, word for word, and remembers them all."""

    name: str = "listening"
    heard: list[str] = field(default_factory=list)

    def answer(self, instruction: str, question: str, schema: Mapping[str, Any]) -> str:
        self.heard.append(question)
        shown = json.loads(question)["passages"][0]
        name = json.loads(question)["speaker"].partition(",")[0]
        text = shown["text"][0].lower() + shown["text"][1:]
        return json.dumps({"claims": [{"claim": f"{name} says that {text}", "cited": [shown["id"]]}]})


def record(rule: AttributionRule) -> Record:
    text = f"{FIRST} {NAMED} {PROTECTED}"

    def passage(id_: str, session: str, said: str) -> Passage:
        start = text.index(said)
        return Passage(id=id_, source="s1", start=start, end=start + len(said), text=said,
                       voice=Voice.VIEW, speaker="Ilse Ravndal", attributed_to=("person-1",),
                       session=session, language="en")

    return Record(
        edition=Edition(series="Harbour Round Table"),
        sources=(Source(id="s1", name="day.txt", kind=SourceKind.TRANSCRIPT, format="plain",
                        sha256="0" * 64, language="en", text=text),),
        sessions=(Session(id="open", title="Open"), Session(id="shut", title="Shut", attribution=rule)),
        participants=(Participant(id="person-1", name="Ilse Ravndal", post="Harbour Master"),),
        passages=(passage("p1", "open", FIRST), passage("p2", "open", NAMED),
                  passage("p3", "shut", PROTECTED)),
    )


@pytest.mark.parametrize("rule", [r for r in AttributionRule if r is not AttributionRule.NAMED])
def test_what_may_not_be_attributed_by_name_is_not_shown(rule: AttributionRule) -> None:
    model = Listening()
    draft(record(rule), style=Style(), parser=None, model=model)
    assert "14 crowns" not in "".join(model.heard)


def test_what_may_be_named_is_shown_and_its_wording_used() -> None:
    model = Listening()
    report = draft(record(AttributionRule.NAMED), style=Style(), parser=None, model=model)
    assert "pilot station" in "".join(model.heard)
    assert [s.rules[0] for s in report.sentences() if s.origin is Origin.PROPOSED] == ["model:listening"]


def test_without_a_model_nothing_is_proposed() -> None:
    report = draft(record(AttributionRule.NAMED), style=Style(), parser=None)
    assert all(s.origin is not Origin.PROPOSED for s in report.sentences())
