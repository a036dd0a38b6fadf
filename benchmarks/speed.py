"""How long a round table takes, from transcript files to HTML, by its length; and start-up.

    python benchmarks/speed.py [--words 3000 30000 300000]

Data: WebVTT transcripts made from the sentences of our sample edition, shuffled with a fixed seed
among 20 speakers, 3,000 words a file. Each length runs in a process of its own, after start-up
(imports and the parser are loaded first). The alternative, in the same process: sumy's TextRank,
which only ranks sentences, on 3,000 of the same words (it grows with the square of the text).
Figures are CPU seconds of one thread and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from communique.record.readers import read_sources
from communique.record.sentences import sentence_spans
from communique.record.values import SourceKind
from communique.samples import SAMPLE_EDITION

SPEAKERS = [f"Speaker {chr(65 + n)}" + "abcdefghij"[n % 10] * 3 for n in range(20)]
FILE_WORDS = 3000


def sentences() -> list[str]:
    found = []
    for _, reading in read_sources(SAMPLE_EDITION):
        if reading.kind in (SourceKind.TRANSCRIPT, SourceKind.STATEMENT, SourceKind.CAPTIONS):
            for turn in reading.turns:
                text = turn.view.text
                found += [text[a:b] for a, b in sentence_spans(text)]
    return found


def transcript(words: int, seed: int) -> str:
    """A WebVTT transcript of about ``words`` words, four sentences a turn."""
    pick, lines, at = random.Random(seed), ["WEBVTT", ""], 0.0
    stock, count = sentences(), 0
    while count < words:
        speaker = pick.choice(SPEAKERS)
        for _ in range(4):
            text = pick.choice(stock)
            length = len(text.split()) / 2.2
            lines += [f"{_clock(at)} --> {_clock(at + length)}", f"<v {speaker}>{text}</v>", ""]
            at, count = at + length, count + len(text.split())
    return "\n".join(lines)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes) // 60:02d}:{int(minutes) % 60:02d}:{rest:06.3f}"


def measure(words: int) -> dict[str, float]:
    """One run: files on disk to an HTML report, after start-up."""
    from communique import api
    from communique.engines.language.choosing import parser_for

    with tempfile.TemporaryDirectory() as folder:
        for n in range(max(1, words // FILE_WORDS)):
            text = transcript(min(words, FILE_WORDS), seed=n)
            Path(folder, f"session-{n:03d}.vtt").write_text(text, encoding="utf-8")
        parser = parser_for("en")
        assert parser is not None
        warm = Path(folder, "warm.md")
        list(parser.parse(["We are ready to begin."]))
        begun = time.process_time()
        record = api.read(*sorted(Path(folder).glob("*.vtt")), parser=parser)
        read = time.process_time()
        report = api.draft(record, parser=parser)
        drafted = time.process_time()
        api.write(report, warm.with_suffix(".html"))
        done = time.process_time()
    said = sum(len(p.text.split()) for p in record.passages)
    return {"words": said, "read_s": read - begun, "draft_s": drafted - read,
            "write_s": done - drafted, "total_s": done - begun,
            "words_per_s": said / (done - begun),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def textrank(words: int) -> float | None:
    """Words a CPU second of sumy's TextRank on the same sentences; None where it is missing."""
    try:
        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError:
        return None

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(text.casefold().split())

    stock, tokenizer = sentences(), Words()
    chosen, count = [], 0
    while count < words:
        text = stock[len(chosen) % len(stock)]
        chosen.append(Sentence(text, tokenizer))
        count += len(text.split())
    begun = time.process_time()
    TextRankSummarizer()(ObjectDocumentModel([Paragraph(chosen)]), 10)
    return count / (time.process_time() - begun)


def start_up(runs: int = 5) -> float:
    """Median wall seconds of ``communique --help``."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "communique.cli", "--help"], check=True,
                       capture_output=True)
        taken.append(time.perf_counter() - begun)
    return sorted(taken)[runs // 2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--words", type=int, nargs="+", default=[3000, 30000, 300000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure(asked.one)))
        return
    print(f"{'words':>8} {'read':>7} {'draft':>7} {'html':>7} {'total s':>8} {'words/s':>8} {'peak MB':>8}")
    for words in asked.words:
        done = subprocess.run([sys.executable, __file__, "--one", str(words)], check=True,
                              stdout=subprocess.PIPE, text=True)
        row = json.loads(done.stdout.splitlines()[-1])
        print(f"{row['words']:8.0f} {row['read_s']:7.2f} {row['draft_s']:7.2f} {row['write_s']:7.2f} "
              f"{row['total_s']:8.2f} {row['words_per_s']:8.0f} {row['peak_mb']:8.0f}")
    rate = textrank(3000)
    print(f"sumy TextRank, ranking alone, 3,000 words: "
          f"{'not installed' if rate is None else f'{rate:,.0f} words/s'}")
    print(f"communique --help: {start_up():.2f} s (median of 5, wall)")


if __name__ == "__main__":
    main()
