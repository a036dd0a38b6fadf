"""Summaries of whole meetings and of single speakers on QMSum, beside named alternatives, in one run.

    python benchmarks/qmsum.py QMSUM/data/ALL [--split test|val] [--seed N]

Every output is cut to the length of its reference in words. ROUGE F1 with stemming; Lsum after
sentence splitting. `Luhn` and `TextRank` are sumy's, on the same tidied sentences. `lead` takes the
first sentences (of the meeting, or of the speaker). `selected` are our sentences as said, `reported`
the same put into reported speech, as a report prints them. The interval is a paired bootstrap of the
difference to Luhn (to the lead, for speakers). `in span`: the share of the first three picks
that come from turns which the annotators marked.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from qmsum_corpus import Question, Transcript, transcripts
from qmsum_scoring import MEASURES, answer, cut, picked, reported, scores
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from communique.engines.language.english import EnglishParser
from communique.viewpoints.selection.words import words

System = Callable[[Transcript, Question], str]
RESAMPLES = 10_000


class SumyWords:
    """sumy's own tokenizer needs data that no wheel brings."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(word for word in sentence.lower().replace("’", "'").split() if word[0].isalpha())


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--split", choices=("test", "val"), default="test")
    arguments.add_argument("--seed", type=int, default=7)
    options = arguments.parse_args()
    read = list(transcripts(options.corpus, options.split))
    parser = EnglishParser()

    def in_reported_speech(transcript: Transcript, question: Question) -> str:
        return reported(transcript, question, parser)

    general = [(t, q) for t in read for q in t.questions if q.general]
    named = [(t, q) for t in read for q in t.questions if q.speaker is not None]
    meeting_systems: dict[str, System] = {
        "lead": lead, "TextRank": textrank, "Luhn": luhn, "selected": answer,
        "reported": in_reported_speech,
    }  # fmt: skip
    speaker_systems: dict[str, System] = {"lead": lead, "selected": answer, "reported": in_reported_speech}
    show("whole meeting", general, meeting_systems, beside="Luhn", seed=options.seed)
    show("one speaker", named, speaker_systems, beside="lead", seed=options.seed)
    print(f"in span: {np.mean([in_span(t, q) for t, q in named]):.2f}")


def show(
    title: str, asked: Sequence[tuple[Transcript, Question]], systems: dict[str, System], *,
    beside: str, seed: int,
) -> None:  # fmt: skip
    print(f"\n{title}: {len(asked)} questions\n{'':12}{'R1':>7}{'R2':>7}{'Lsum':>7}   95 % interval of the difference to {beside} (R1, R2, Lsum); CPU s")
    found: dict[str, np.ndarray] = {}
    for name, system in systems.items():
        started = time.process_time()
        outputs = [system(transcript, question) for transcript, question in asked]
        taken = time.process_time() - started
        found[name] = np.array([scores(o, q.answer) for o, (_, q) in zip(outputs, asked, strict=True)])
        figures = "".join(f"{value:7.1f}" for value in found[name].mean(0))
        interval = "" if beside not in found or name == beside else bootstrap(found[name] - found[beside], seed)
        print(f"{name:12}{figures}   {interval} {taken:.1f}", flush=True)


def bootstrap(differences: np.ndarray, seed: int) -> str:
    drawn = np.random.default_rng(seed).integers(0, len(differences), (RESAMPLES, len(differences)))
    low, high = np.percentile(differences[drawn].mean(1), [2.5, 97.5], axis=0)
    return " ".join(f"[{low[i]:+.1f} {high[i]:+.1f}]" for i in range(len(MEASURES)))


def lead(transcript: Transcript, question: Question) -> str:
    own = (s.text for s in transcript.meeting.lines if question.speaker in (None, s.speaker))
    return cut(" ".join(own), question.size)


def luhn(transcript: Transcript, question: Question) -> str:
    return _sumy(LuhnSummarizer(Stemmer("english")), transcript, question)


def textrank(transcript: Transcript, question: Question) -> str:
    return _sumy(TextRankSummarizer(Stemmer("english")), transcript, question)


def _sumy(summarizer: LuhnSummarizer | TextRankSummarizer, transcript: Transcript, question: Question) -> str:
    """The fewest best sentences that fill the reference's length."""
    summarizer.stop_words = get_stop_words("english")
    tokens = SumyWords()
    sentences = [Sentence(line.text, tokens) for line in transcript.meeting.lines if words(line.text)]
    document = ObjectDocumentModel([Paragraph(sentences)])
    ranked = None
    for count in range(1, len(sentences) + 1):
        ranked = " ".join(str(sentence) for sentence in summarizer(document, count))
        if len(ranked.split()) >= question.size:
            break
    return cut(ranked or "", question.size)


def in_span(transcript: Transcript, question: Question) -> float:
    first = picked(transcript, question)[:3]
    turns = [transcript.said[i].turn for i in first]
    return float(np.mean([any(a <= turn <= b for a, b in question.turns) for turn in turns]))


if __name__ == "__main__":
    main()
