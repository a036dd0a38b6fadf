"""Meetings, questions and human answers of QMSum (github.com/Yale-LILY/QMSum, MIT).

Pass the directory ``data/ALL`` of a checkout; nothing of it is kept here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from communique.record.sentences import sentence_spans
from communique.viewpoints.selection import Line, Meeting
from communique.viewpoints.spoken import opened, tidy


@dataclass(frozen=True)
class Question:
    """``speaker`` is set where the question names exactly one; ``turns`` are the gold spans."""

    query: str
    answer: str
    general: bool
    speaker: str | None
    turns: tuple[tuple[int, int], ...]

    @property
    def size(self) -> int:
        return len(self.answer.split())


@dataclass(frozen=True)
class Transcript:
    """``said`` are the sentences as tidied; :attr:`meeting` is what selection sees of them."""

    name: str
    said: tuple[Line, ...]
    questions: tuple[Question, ...]

    @cached_property
    def meeting(self) -> Meeting:
        return Meeting.of([Line(opened(s.text), s.speaker, s.turn) for s in self.said])


def transcripts(corpus: Path, split: str) -> Iterator[Transcript]:
    """Every meeting of ``train``, ``val`` or ``test``, by name."""
    for path in sorted((corpus / split).glob("*.json")):
        yield _transcript(path.stem, json.loads(path.read_text("utf-8")))


def _transcript(name: str, plain: dict[str, Any]) -> Transcript:
    turns = plain["meeting_transcripts"]
    said = tuple(
        Line(text, turn["speaker"], number)
        for number, turn in enumerate(turns)
        for text in _sentences(tidy(turn["content"]).text)
    )
    speakers = {turn["speaker"] for turn in turns}
    questions = [
        Question(plain_question["query"], plain_question["answer"], True, None, ())
        for plain_question in plain["general_query_list"]
    ]
    questions += [_specific(question, speakers) for question in plain["specific_query_list"]]
    return Transcript(name, said, tuple(questions))


def _specific(plain: dict[str, Any], speakers: set[str]) -> Question:
    named = _named(plain["query"], speakers)
    spans = tuple((int(start), int(end)) for start, end in plain["relevant_text_span"])
    speaker = next(iter(named)) if len(named) == 1 else None
    return Question(plain["query"], plain["answer"], False, speaker, spans)


def _named(query: str, speakers: set[str]) -> set[str]:
    """Speakers whose whole label stands in the query, or whose letter does ("What did C think")."""
    folded = query.casefold()
    whole = {speaker for speaker in speakers if speaker.casefold() in folded}
    return whole or {
        speaker
        for speaker in speakers
        if len(letter := speaker.split()[-1]) == 1 and re.search(rf"\bdid {letter}\b", query)
    }


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, "en")]
