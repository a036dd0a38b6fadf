"""An answer at the reference's length, and its ROUGE, for both training and testing on QMSum."""

from __future__ import annotations

from qmsum_corpus import Question, Transcript
from rouge_score import rouge_scorer

from communique.record.sentences import sentence_spans
from communique.report.reported_speech import Place, Referent, prepare, report_sentence
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
    """The sentences as said, in the order of the meeting."""
    lines = transcript.meeting.lines
    return cut(" ".join(lines[i].text for i in sorted(picked(transcript, question, weights))), question.size)


def reported(
    transcript: Transcript, question: Question, parser: Parser | None, weights: Weights | None = None
) -> str:
    """The same sentences put into reported speech, as the report prints them."""
    indexes = sorted(picked(transcript, question, weights))
    texts = [transcript.said[i].text for i in indexes]
    prepared = [prepare(text).text for text in texts]
    parses = [None] * len(texts) if parser is None else list(parser.parse(prepared))
    sentences = [
        report_sentence(
            text, speaker=Referent(transcript.said[i].speaker or "A participant"),
            place=Place.LATER, parsed=parsed,
        ).text
        for i, text, parsed in zip(indexes, texts, parses, strict=True)
    ]  # fmt: skip
    return cut(" ".join(sentences), question.size)


def cut(text: str, size: int) -> str:
    return " ".join(text.split()[:size])


def _by_line(text: str) -> str:
    return "\n".join(text[start:end] for start, end in sentence_spans(text, "en"))
