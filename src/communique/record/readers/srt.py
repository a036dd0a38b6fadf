"""SubRip subtitles: the cues of WebVTT without its header and its comments, times with a comma."""

from __future__ import annotations

from communique.record.reading import Reading

from .cues import has_cues, has_header
from .raw import RawFile
from .webvtt import read_cues


def recognises(raw: RawFile) -> bool:
    return not has_header(raw.text) and has_cues(raw.text)


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when there is not one cue with words."""
    return read_cues(raw, format="srt", comments=False)
