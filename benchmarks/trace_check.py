"""Calibration of the trace check on human answers of QMSum with the spans that annotators marked.

    python benchmarks/trace_check.py QMSUM/data/ALL

Each sentence of the answers to the test's specific questions is checked against (a) the span marked
for its question, (b) the span of another question of the same meeting that does not touch it, (c) a
span of another meeting. Accepted: content-word coverage of at least the threshold. Then each hard
sign is counted on the true spans (false alarms: humans count and abstract), and the first number
of each sentence is altered: that must be caught unless the altered number happens to stand in the span.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from qmsum_corpus import Question, Transcript, transcripts

from communique.record.sentences import sentence_spans
from communique.report.trace import (
    COVERAGE,
    coverage,
    same_negation,
    unfounded_names,
    unfounded_numbers,
)

FEWEST_WORDS = 4


@dataclass(frozen=True)
class Case:
    """One human sentence, its span's words, and those of two wrong spans."""

    sentence: str
    cited: str
    elsewhere: str
    other_meeting: str
    speakers: str


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--split", choices=("val", "test"), default="test")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    found = list(cases(list(transcripts(options.corpus, options.split)), random.Random(options.seed)))
    print(f"{len(found)} sentences, {options.split}")
    print("accepted at coverage   gold span   same meeting   other meeting")
    for threshold in (0.4, COVERAGE, 0.6, 0.7):
        print(f"{threshold:20} {share(found, 'cited', threshold):10.0%} {share(found, 'elsewhere', threshold):13.0%} {share(found, 'other_meeting', threshold):14.0%}")
    hard_signs(found)


def cases(read: list[Transcript], chance: random.Random) -> Iterator[Case]:
    for transcript in read:
        speakers = " ".join({line.speaker or "" for line in transcript.said})
        marked = [q for q in transcript.questions if q.turns]
        for question in marked:
            apart = [other for other in marked if not touches(question, other)]
            foreign = chance.choice([t for t in read if t is not transcript])
            stranger = chance.choice([q for q in foreign.questions if q.turns])
            if not apart:
                continue
            elsewhere = span(transcript, chance.choice(apart))
            for sentence in sentences(question.answer):
                yield Case(sentence, span(transcript, question), elsewhere, span(foreign, stranger), speakers)


def sentences(answer: str) -> list[str]:
    found = [answer[start:end] for start, end in sentence_spans(answer, "en")]
    return [sentence for sentence in found if len(sentence.split()) >= FEWEST_WORDS]


def touches(one: Question, other: Question) -> bool:
    return any(a <= d and c <= b for a, b in one.turns for c, d in other.turns)


def span(transcript: Transcript, question: Question) -> str:
    return " ".join(line.text for line in transcript.said if any(a <= line.turn <= b for a, b in question.turns))


def share(found: list[Case], against: str, threshold: float) -> float:
    return float(np.mean([coverage(case.sentence, getattr(case, against), case.speakers) >= threshold for case in found]))


def hard_signs(found: list[Case]) -> None:
    numbered = [case for case in found if re.search(r"\d", case.sentence)]
    caught = [altered(case) in unfounded_numbers(alter(case.sentence), case.cited, case.speakers) for case in numbered]
    by_chance = sum(altered(case) in stated(case.cited + " " + case.speakers) for case in numbered)
    print(f"altered digits caught: {sum(caught)} of {len(caught)}; in {by_chance} the altered number stands in the span by chance")
    for name, alarm in (
        ("number", lambda case: bool(unfounded_numbers(case.sentence, case.cited, case.speakers))),
        ("name", lambda case: bool(unfounded_names(case.sentence, case.cited, case.speakers))),
        ("negation", lambda case: not same_negation(case.sentence, case.cited)),
    ):
        print(f"{name}: {sum(map(alarm, found))} of {len(found)} human sentences flagged")


def alter(sentence: str) -> str:
    """The sentence with the last digit of its first number one up."""
    return re.sub(r"\d+", lambda number: altered_number(number[0]), sentence, count=1)


def altered(case: Case) -> str:
    found = re.search(r"\d+(?:[.,:]\d+)*", alter(case.sentence))
    return re.sub(r",(?=\d{3}(?!\d))", "", found[0]) if found else ""


def stated(text: str) -> frozenset[str]:
    """Every number that a text states, as the check reads it."""
    return frozenset(unfounded_numbers(text, ""))


def altered_number(number: str) -> str:
    return number[:-1] + str((int(number[-1]) + 1) % 10)


if __name__ == "__main__":
    main()
