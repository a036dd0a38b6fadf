"""Captions without cues: stenographers' ``>> NAME:`` text, and captions stamped with a time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.record.errors import InputError
from communique.record.reading import Reading
from communique.record.values import SourceKind
from communique.record.view import Piece

from .cleaning import cleaned, plain
from .labels import is_blocked, is_name_like, label_of
from .raw import RawFile
from .tally import Tally
from .timecodes import from_first, seconds
from .voices import Line, count_outros, turns_of

_LINES = re.compile(r"[^\r\n]+")
_CHANGE = re.compile(r"[ \t]*>>+[ \t]*")
_OPENING = re.compile(r"^[ \t]*>>+[ \t]*(?=[A-Z\"'(\[\d]|[^\x00-\x7f]|$)", re.MULTILINE)
_PROMPT = re.compile(r"^>>> \w+(?:[.(]| =)|^>[^>]", re.MULTILINE)
_STAMPED = re.compile(
    r"\s*(?:\[(?P<before>[^\[\]]{1,80})\][ \t]*)?[\[(]?(?P<clock>\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?)[\])]?"
    r"(?:[ \t]+|$)(?P<body>.*)"
)
_MOST_STAMPED = 0.3


def recognises(raw: RawFile) -> bool:
    return _is_marked(raw.text) or _is_stamped(raw.text)


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when no line holds words."""
    tally = Tally(raw.text)
    lines = list((_marked if _is_marked(raw.text) else _stamped)(raw.text, tally))
    if not lines:
        raise InputError("the captions hold no words", file=raw.name, place="line 1",
                         remedy="Save the captions again from the meeting.")
    count_outros(lines, tally)
    return Reading(kind=SourceKind.CAPTIONS, format="captions", text=raw.text, turns=turns_of(lines),
                   notices=tally.notices())


def _is_marked(text: str) -> bool:
    return len(_OPENING.findall(text)) > 1 and not _PROMPT.search(text)


def _is_stamped(text: str) -> bool:
    """A stamp opens the file and every second line or so; a label after it is another format's."""
    lines = [line for line in text.split("\n") if line.strip("\ufeff \t\r")]
    stamped = [found for line in lines if (found := _STAMPED.fullmatch(line.strip("\ufeff \t\r")))]
    if len(stamped) < 2 or len(stamped) < _MOST_STAMPED * len(lines):
        return False
    labelled = sum(_is_labelled(found["body"]) for found in stamped)
    return _STAMPED.fullmatch(lines[0].strip("\ufeff \t\r")) is not None and labelled * 2 < len(stamped)


def _is_labelled(body: str) -> bool:
    label = label_of(body)
    return label is not None and not is_blocked(label.name)


def _marked(text: str, tally: Tally) -> Iterator[Line]:
    """``>> NAME:`` opens a turn, ``>>`` alone somebody else's, and it lasts to the next."""
    speaker = None
    for line in _LINES.finditer(text):
        for start, end, opens in _parts(text, line.start(), line.end()):
            label = label_of(text[start:end]) if opens else None
            at = start
            if label is not None and label.shape in ("bare", "square", "round") and _names(label.name):
                speaker, at = plain(label.name), start + label.end
            elif opens:
                speaker = None
            if said := _said(text, at, end, None, tally):
                yield Line(said, speaker, opens=opens)
            elif opens and label is None and text[start:end].strip():
                tally.add("cue-without-speech", "a turn holds no words, only a sound", at=start)


def _names(name: str) -> bool:
    return is_name_like(name) or (len(name.split()) <= 2 and not is_blocked(name))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    at, opens = start, False
    for mark in _CHANGE.finditer(text, start, end):
        if text[at : mark.start()].strip("\ufeff \t"):
            yield at, mark.start(), opens
        at, opens = mark.end(), True
    if at < end or opens:
        yield at, end, opens


def _stamped(text: str, tally: Tally) -> Iterator[Line]:
    """A time before each caption, perhaps a name in brackets before that, the words after or below."""
    lines = [(line.start(), line.end(), _STAMPED.fullmatch(line[0].strip("\ufeff"))) for line in _LINES.finditer(text)]
    clocks = from_first([seconds(stamp["clock"]) for _, _, stamp in lines if stamp])
    speaker, at = None, None
    for start, end, stamp in lines:
        begin = start
        if stamp:
            speaker, at = stamp["before"], next(clocks)
            begin = end - len(stamp["body"])
        if said := _said(text, begin, end, at, tally):
            yield Line(said, speaker)


def _said(text: str, start: int, end: int, at: float | None, tally: Tally) -> Piece | None:
    words, gaps = cleaned(text[start:end].strip("\ufeff"))
    tally.add("inaudible", "words that the captioner did not understand", at=start, times=gaps)
    if not words:
        return None
    stretch = text[start:end]
    return Piece(start + len(stretch) - len(stretch.lstrip("\ufeff \t")), start + len(stretch.rstrip()), words, at)
