"""Makes the files of the sample edition from the speeches beside this script.

Run it after changing a speech: ``python docs/sample/make_sample.py``. What was said stands once,
in ``speech/``; transcript, captions and statements are dressings of it. The same speeches always
give the same files.

In a transcript's source, turns are separated by a blank line and read ``Name: text``, or
``Name [label]: text`` where the room showed another label. ``& Name: text`` is spoken over the end
of the turn before it. A paragraph without a name goes on with the turn before it.
"""

from __future__ import annotations

import io
import json
import re
import sys
import textwrap
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from itertools import cycle
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import typst
from docx import Document

HERE = Path(__file__).parent
EDITION = HERE.parents[1] / "src" / "communique" / "samples" / "halyard-6"
WORDS_PER_MINUTE = 130
PAUSE = 0.7
CUE_WORDS = (11, 17, 9, 14, 19, 13)
CUE_COLUMNS = 60
CAPTION_COLUMNS = 32
HELD_AT = datetime(2026, 9, 16, 1, 0, tzinfo=UTC)
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)

_TURN = re.compile(
    r"(?P<over>& )?(?P<name>[^:.,\[]{2,40}?)(?: \[(?P<label>[^\]]+)\])?: (?P<text>.+)", re.S
)


@dataclass(frozen=True)
class Turn:
    """What one person said; ``over``: spoken while the person before was still speaking."""

    name: str
    label: str
    text: str
    over: bool


@dataclass(frozen=True)
class Speech:
    """A prepared statement, with the lines that head its sheet."""

    title: str
    speaker: str
    post: str
    occasion: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Cue:
    """Seconds from the beginning, and who says what in them."""

    start: float
    end: float
    voices: tuple[tuple[str, str], ...]


def turns(name: str) -> list[Turn]:
    said: list[Turn] = []
    for block in (HERE / "speech" / name).read_text("utf-8").strip().split("\n\n"):
        if found := _TURN.fullmatch(block):
            said.append(_turn(found))
        else:
            said[-1] = replace(said[-1], text=f"{said[-1].text}\n\n{block}")
    return said


def _turn(found: re.Match[str]) -> Turn:
    label = found["label"] or found["name"]
    return Turn(found["name"], label, found["text"], found["over"] is not None)


def speech(name: str) -> Speech:
    head, *paragraphs = (HERE / "speech" / name).read_text("utf-8").strip().split("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    return Speech(
        facts["Title"], facts["Speaker"], facts["Post"], facts["Occasion"], tuple(paragraphs)
    )


def transcript(said: list[Turn]) -> str:
    """A Teams-style WebVTT file."""
    meeting = uuid5(NAMESPACE_URL, "halyard-dialogue/6/section-1")
    blocks = [
        f"{meeting}/{number}-0\n{_clock(cue.start)} --> {_clock(cue.end)}\n"
        + "\n".join(_voice(label, text) for label, text in cue.voices)
        for number, cue in enumerate(cues(said), start=10)
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def cues(said: list[Turn]) -> list[Cue]:
    lengths = cycle(CUE_WORDS)
    timed: list[Cue] = []
    now = 4.0
    for turn in said:
        parts = list(_parts(turn.text.split(), lengths))
        if turn.over:
            timed[-1] = _spoken_over(timed[-1], turn.label, parts.pop(0))
            now = timed[-1].end
        now += PAUSE
        for part in parts:
            end = now + _seconds(part)
            timed.append(Cue(now, end, ((turn.label, part),)))
            now = end
    return timed


def _parts(words: list[str], lengths: Iterator[int]) -> Iterator[str]:
    while words:
        length = next(lengths)
        yield " ".join(words[:length])
        words = words[length:]


def _spoken_over(cue: Cue, label: str, text: str) -> Cue:
    end = max(cue.end, cue.start + _seconds(text))
    return Cue(cue.start, end, (*cue.voices, (label, text)))


def _seconds(text: str) -> float:
    return len(text.split()) * 60 / WORDS_PER_MINUTE


def _clock(seconds: float) -> str:
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1000:02}.{milliseconds % 1000:03}"


def _voice(label: str, text: str) -> str:
    lines = "\n".join(_lines(text, CUE_COLUMNS))
    return f"<v {escape(label, quote=False)}>{escape(lines, quote=False)}</v>"


def _lines(text: str, columns: int) -> list[str]:
    return textwrap.wrap(text, columns, break_on_hyphens=False)


def captions(said: list[Turn], slips: dict[str, str]) -> str:
    """Live captions: the name in capitals, short lines, and the captioner's slips."""
    lines: list[str] = []
    for turn in said:
        heard = _misheard(turn.text, slips)
        lines += _lines(f">> {turn.label.upper()}: {heard}", CAPTION_COLUMNS)
    return "\n".join(lines) + "\n"


def _misheard(text: str, slips: dict[str, str]) -> str:
    for right, wrong in slips.items():
        text = text.replace(right, wrong)
    return text


def caption_slips() -> dict[str, str]:
    lines = (HERE / "caption-slips.txt").read_text("utf-8").splitlines()
    return dict(line.split(" => ") for line in lines if not line.startswith("#"))


def conversation(said: list[Turn]) -> str:
    """Minutes as a secretary types them: ``Name: text``."""
    return "\n\n".join(f"{turn.label}: {turn.text}" for turn in said) + "\n"


def docx(given: Speech) -> bytes:
    document = Document()
    document.core_properties.title = given.title
    document.core_properties.author = given.speaker
    document.core_properties.created = HELD_AT.replace(tzinfo=None)
    document.core_properties.modified = HELD_AT.replace(tzinfo=None)
    document.add_heading(given.title, level=0)
    document.add_paragraph(given.post, style="Subtitle")
    document.add_paragraph(given.occasion, style="Subtitle")
    for paragraph in given.paragraphs:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return _undated(written.getvalue())


def _undated(archive: bytes) -> bytes:
    """The same ZIP without the moment at which it was written."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, ZIP_EPOCH)
            new.writestr(info, old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def pdf(given: Speech) -> bytes:
    sheet = {
        "title": given.title,
        "speaker": given.speaker,
        "post": given.post,
        "occasion": given.occasion,
        "paragraphs": given.paragraphs,
    }
    written = typst.compile(
        str(HERE / "statement.typ"),
        ignore_system_fonts=True,
        sys_inputs={"speech": json.dumps(sheet, ensure_ascii=False)},
    )
    assert isinstance(written, bytes)
    return written


def sample_files() -> dict[str, bytes]:
    """Every generated file of the sample edition, by name."""
    return {
        "opening-remarks.docx": docx(speech("opening-host.txt")),
        "statement-ospanuly.pdf": pdf(speech("opening-guest.txt")),
        "section-1.vtt": transcript(turns("section-1.txt")).encode(),
        "section-2-captions.txt": captions(turns("section-2.txt"), caption_slips()).encode(),
        "closing.txt": conversation(turns("closing.txt")).encode(),
    }


def main(folder: Path = EDITION) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in sample_files().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
