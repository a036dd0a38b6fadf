"""Communique's transcript readers beside webvtt-py, on real files and on difficult ones.

    python benchmarks/transcript_readers.py FOLDER

reads every .vtt below FOLDER with both, in one run (CPU seconds of one thread), then a set of
difficult files that this script makes. A cue of webvtt-py counts as lost when not all of its words
come back from ours, in order, and as misattributed when its speaker is not the one written there.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import webvtt

from communique.record.errors import CommuniqueError
from communique.record.readers import srt
from communique.record.readers import webvtt as ours
from communique.record.readers.raw import RawFile
from communique.record.reading import Reading

T = TypeVar("T")
_NAME = re.compile(r"(?P<name>[^:]{1,80}): ")


@dataclass
class Figures:
    files: int = 0
    failed: list[str] = field(default_factory=list)
    cues: int = 0
    named: int = 0
    words: int = 0
    lost: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Case:
    """A difficult file: its bytes, and the (speaker, words) that it holds."""

    title: str
    data: bytes
    holds: tuple[tuple[str | None, str], ...]


def main(folder: Path) -> int:
    paths = sorted(folder.rglob("*.vtt"))
    us, them = Figures(), Figures()
    for path in paths:
        compare(path, us, them)
    print(f"{'reader':<12}{'files':>7}{'failed':>8}{'cues':>9}{'lost':>6}{'with speaker':>14}{'words':>10}{'CPU s':>8}")
    for name, row in (("communique", us), ("webvtt-py", them)):
        print(f"{name:<12}{row.files:>7}{len(row.failed):>8}{row.cues:>9}{row.lost:>6}{row.named:>14}"
              f"{row.words:>10}{row.seconds:>8.2f}")
    if us.words:
        print(f"communique: {us.seconds * 30_000 / us.words:.3f} CPU s for 30,000 words")
    print("\ndifficult files: words right / speakers right")
    for case in difficult():
        print(f"  {case.title:<34}{verdict(case, read_ours):<24}{verdict(case, read_theirs)}")
    return bool(us.failed or us.lost)


def compare(path: Path, us: Figures, them: Figures) -> None:
    theirs = timed(them, path, lambda: list(webvtt.read(str(path)).captions))
    reading = timed(us, path, lambda: ours.read(RawFile(str(path), path.read_bytes())))
    if theirs is None or reading is None:
        return
    them.cues += len(theirs)
    pieces = [(piece.start_at, turn.speaker, piece.text) for turn in reading.turns for piece in turn.view.pieces]
    us.cues += len(pieces)
    us.named += sum(speaker is not None for _, speaker, _ in pieces)
    us.words += sum(len(text.split()) for _, _, text in pieces)
    them.words += sum(len(caption.text.split()) for caption in theirs)
    expected = [split_name(caption.text) for caption in theirs]
    them.named += sum(caption.voice is not None for caption in theirs)
    found = [(speaker, text.split()) for _, speaker, text in pieces]
    us.lost += sum(cue not in found_at for cue, found_at in zip(expected, windows(found, len(expected)), strict=True))


def windows(found: list[tuple[str | None, list[str]]], size: int) -> Iterator[list[tuple[str | None, list[str]]]]:
    """What of ours stands near the place of each of their cues."""
    for place in range(size):
        yield found[max(0, place - 20) : place + 21]


def split_name(text: str) -> tuple[str | None, list[str]]:
    found = _NAME.match(text)
    return (found["name"].strip(), text[found.end() :].split()) if found else (None, text.split())


def timed(row: Figures, path: Path, work: Callable[[], T]) -> T | None:
    row.files += 1
    began = time.process_time()
    try:
        return work()
    except Exception as error:
        row.failed.append(f"{path}: {error}")
        return None
    finally:
        row.seconds += time.process_time() - began


def difficult() -> Iterator[Case]:
    two = "00:01.000 --> 00:02.000\n<v Ana Ruiz>Shall we begin?</v><v Bo Li>We shall.</v>\n"
    both = (("Ana Ruiz", "Shall we begin?"), ("Bo Li", "We shall."))
    header = "WEBVTT\n\n"
    yield Case("two voices in one cue", (header + two).encode(), both)
    yield Case("two voices, tags left open", (header + two.replace("</v>", "")).encode(), both)
    one = "00:01.000 --> 00:02.000\n<v Ana Ruiz>Shall we begin?</v>\n"
    yield Case("times with a comma", (header + one.replace(".000", ",000")).encode(), both[:1])
    yield Case("no header", one.encode(), both[:1])
    yield Case("UTF-16 with a mark", (header + one).encode("utf-16"), both[:1])
    yield Case("entities", f"{header}00:01.000 --> 00:02.000\n<v R&amp;D>Tea &amp; trade</v>\n".encode(),
               (("R&D", "Tea & trade"),))
    russian = "Анна: Мы обсуждаем торговлю.\n"
    cues = "".join(f"0{n}:00.000 --> 0{n}:05.000\n{russian}\n" for n in range(1, 7))
    yield Case("cp1251", (header + cues).encode("cp1251"), (("Анна", "Мы обсуждаем торговлю."),) * 6)
    yield Case("rolling lines", (header + rolling("we begin today with trade and then turn to water")).encode(),
               ((None, "we begin today with trade and then turn to water"),))
    yield Case("blank line before the words", f"{header}00:01.000 --> 00:02.000\n\nWords follow.\n".encode(),
               ((None, "Words follow."),))
    yield Case("broken timing line", f"{header}00:01.000 --> 00:0x\nKept anyway.\n".encode(), ((None, "Kept anyway."),))


def rolling(sentence: str) -> str:
    """The way video sites write automatic captions: every line once growing, twice standing."""
    words, shown, out, at = sentence.split(), "", [], 0
    for start in range(0, len(words), 3):
        line = " ".join(words[start : start + 3])
        grown = line.replace(" ", f"<00:00:{at:02}.500><c> ", 1) + "</c>"
        out.append(f"00:00:{at:02}.000 --> 00:00:{at + 2:02}.000\n{shown or ' '}\n{grown}\n")
        out.append(f"00:00:{at + 2:02}.000 --> 00:00:{at + 2:02}.010\n{line}\n \n")
        shown, at = line, at + 2
    return "\n".join(out)


def read_ours(path: Path) -> list[tuple[str | None, str]]:
    raw = RawFile(str(path), path.read_bytes())
    reading: Reading = (ours if ours.recognises(raw) else srt).read(raw)
    return [(turn.speaker, turn.view.text) for turn in reading.turns]


def read_theirs(path: Path) -> list[tuple[str | None, str]]:
    return [(caption.voice, caption.text) for caption in webvtt.read(str(path)).captions]


def verdict(case: Case, read: Callable[[Path], list[tuple[str | None, str]]]) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.vtt"
        path.write_bytes(case.data)
        try:
            found = read(path)
        except (CommuniqueError, webvtt.errors.MalformedFileError, UnicodeError) as error:
            return f"refused ({type(error).__name__})"
    words = " ".join(text for _, text in found).split() == " ".join(text for _, text in case.holds).split()
    pairs = [(speaker, word) for speaker, text in found for word in text.split()]
    speakers = pairs == [(speaker, word) for speaker, text in case.holds for word in text.split()]
    return f"{'yes' if words else 'no'} / {'yes' if speakers else 'no'}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/transcript_readers.py FOLDER")
    sys.exit(main(Path(sys.argv[1])))
