"""What of a real, weak model's claims gets past the trace check alone, and past the whole gate.

    python benchmarks/model_gate.py

Asks SmolLM2 135M (dependency group llm; one thread, some two minutes) to word three passages of
each speaker of the sample edition, and prints what either would have let into a report.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from communique import api
from communique.engines.language.chat import ChatModel
from communique.record.values import Passage, Record, Voice
from communique.report.answers import Claim, ModelUnavailable, claims_of
from communique.report.proposals import Asked, Check, proposed
from communique.report.trace import check
from communique.report.values import Origin, Sentence
from communique.samples import SAMPLE_EDITION

_SERVER = Path(__file__).parents[1] / "tests" / "engines" / "llama_server.py"
_KEY = "loopback-only"


@dataclass
class Listening:
    """A model whose claims are kept."""

    model: ChatModel
    claims: list[Claim] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.model.name

    def answer(self, instruction: str, question: str, schema: Mapping[str, Any]) -> str:
        answer = self.model.answer(instruction, question, schema)
        try:
            self.claims = list(claims_of(answer))
        except ModelUnavailable:
            self.claims = []
        return answer


@contextmanager
def served() -> Iterator[str]:
    with subprocess.Popen([sys.executable, str(_SERVER), _KEY], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdin and server.stdout
        yield f"{server.stdout.readline().strip()}/v1"
        server.stdin.close()


def asked(record: Record) -> Iterator[Asked]:
    for person in record.participants:
        said = [p for p in record.passages
                if p.attributed_to == (person.id,) and p.voice is Voice.VIEW
                and 8 < len(p.text.split()) < 35]
        passages = tuple(said[4:7] or said[:3])
        written = tuple(Sentence(id=p.id, text=p.text, origin=Origin.QUOTED, trace=(p.id,))
                        for p in passages)
        if passages:
            yield Asked(person.name, passages, written)


def borne_out(claims: list[Claim], passages: tuple[Passage, ...], bears_out: Check) -> list[str]:
    """What a gate that asks for known ids and the trace check alone would let in."""
    by_id = {p.id: p for p in passages}
    return [c.claim for c in claims if c.claim and c.cited and by_id.keys() >= set(c.cited)
            and not bears_out(c.claim, [by_id[i] for i in c.cited])]


def main() -> None:
    record = api.read(SAMPLE_EDITION)
    bears_out = partial(check, participants=record.participants)
    made = alone = admitted = 0
    with served() as url:
        model = Listening(ChatModel(url, "SmolLM2-135M", key=_KEY, tokens=220))
        for each in asked(record):
            sentences = proposed(each, model, bears_out)
            let_in = [s.text for s in sentences if s.origin is Origin.PROPOSED]
            checked = borne_out(model.claims, each.passages, bears_out)
            made, alone = made + len(model.claims), alone + len(checked)
            admitted += len(let_in)
            print(each.speaker, *(f"\n  trace check: {t}" for t in checked),
                  *(f"\n  gate: {t}" for t in let_in), flush=True)
    print(f"{made} claims: past the trace check {alone}, past the gate {admitted}")


if __name__ == "__main__":
    main()
