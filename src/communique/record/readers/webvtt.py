"""WebVTT as meeting services write it: Teams, Zoom, Webex, YouTube; with or without its header."""

from __future__ import annotations

import re

from communique.record.errors import InputError
from communique.record.reading import Reading

from .cues import cues_of, has_cues, has_header
from .raw import RawFile
from .rolling import unroll
from .spoken_cues import spoken_lines
from .tally import Tally
from .voices import count_outros, kind_of, turns_of

_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z]{2,3})\b", re.MULTILINE)
_DOTTED = re.compile(r"^[ \t]*[\d:]+[.]\d+[ \t]*-+>", re.MULTILINE)
_HEAD = 1000


def recognises(raw: RawFile) -> bool:
    if has_header(raw.text):
        return True
    return has_cues(raw.text) and (raw.suffix == ".vtt" or bool(_DOTTED.search(raw.text)))


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when there is not one cue with words."""
    stated = _LANGUAGE.search(raw.text[:_HEAD]) if has_header(raw.text) else None
    return read_cues(raw, format="webvtt", comments=True, language=stated[1].lower() if stated else None)


def read_cues(raw: RawFile, *, format: str, comments: bool, language: str | None = None) -> Reading:
    """Any cue file as a reading."""
    tally = Tally(raw.text)
    cues = cues_of(raw.text, tally, comments=comments)
    unroll(raw.text, cues, tally)
    lines = spoken_lines(raw.text, cues, tally)
    if not lines:
        raise InputError("the transcript holds no speech", file=raw.name, place="line 1",
                         remedy="Export it again; the recording may not have been transcribed yet.")
    count_outros(lines, tally)
    turns = turns_of(lines)
    return Reading(kind=kind_of(turns), format=format, text=raw.text, turns=turns,
                   language=language, notices=tally.notices())
