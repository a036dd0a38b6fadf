"""An answer at the reference's length, and its ROUGE, for both training and testing on QMSum."""

from __future__ import annotations

from qmsum_corpus import Question, Transcript
from rouge_score import rouge_scorer

from communique.record.sentences import sentence_spans
from communique.report.reported_speech import (
    Place,
    Referent,
    Style,
    Tense,
    prepare,
    report_sentence,
)
from communique.viewpoints.parse import Parser
from communique.viewpoints.selection import Weights, select

MEASURES = ("rouge1", "rouge2", "rougeLsum")
_SCORER = rouge_scorer.RougeScorer(list(MEASURES), use_stemmer=True)


def scores(output: str, reference: str) -> tuple[float, ...]:
    """ROUGE-1, -2 and summary-level -L, F1 times 100, stemmed."""
    found = _SCORER.score(_by_line(reference), _by_line(output))
    return tuple(100 * found[measure].fmeasure for measure in MEASURES)


def picked(transcript: Transcript, question: Question, weights: Weights | None = None) -> tuple[int, ...]:
    return select(
        transcript.meeting, words=question.size, weights=weights, speaker=question.speaker,
        query=None if question.general else question.query,
    )  # fmt: skip


def answer(transcript: Transcript, question: Question, weights: Weights | None = None) -> str:
    """The sentences as said, most wanted first."""
    lines = transcript.meeting.lines
    return cut(" ".join(lines[i].text for i in picked(transcript, question, weights)), question.size)


def reported(
    transcript: Transcript, question: Question, parser: Parser, weights: Weights | None = None
) -> str:
    """The same put into reported speech in the past tense; who speaks is said where it changes."""
    said = [transcript.said[i] for i in picked(transcript, question, weights)]
    parses = parser.parse([prepare(line.text).text for line in said])
    sentences, last = [], None
    for line, parsed in zip(said, parses, strict=True):
        sentences.append(
            report_sentence(
                line.text, speaker=Referent(line.speaker or "A participant"), style=Style(Tense.PAST),
                place=Place.BARE if line.speaker == last else Place.LATER, parsed=parsed,
            ).text
        )  # fmt: skip
        last = line.speaker
    return cut(" ".join(sentences), question.size)


def cut(text: str, size: int) -> str:
    return " ".join(text.split()[:size])


def _by_line(text: str) -> str:
    return "\n".join(text[start:end] for start, end in sentence_spans(text, "en"))
