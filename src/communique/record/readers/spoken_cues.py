"""Who speaks in a cue, and which words: voice tags, ``Name:``, ``>>``, dashes, named identifiers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.record.view import Piece

from .cleaning import cleaned, plain
from .cues import Cue, Span
from .labels import Label, is_name_like, known_labels, label_of
from .tally import Tally
from .voices import Line

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:[ \t]+(?P<name>[^<>]*))?>|(?P<close></v>)", re.IGNORECASE)
_CHANGE = re.compile(r"(?:&gt;|>){2,}\s*")
_DASH = re.compile(r"\s*[-–—]\s+(?=\S)")
_WEBEX = re.compile(r'\d+\s+"(?P<name>[^"]{1,80})"')
_NOBODY = frozenset(("", "-", "unknown", "none"))
_REPEATING = 0.15


@dataclass(slots=True)
class _Said:
    """A stretch of one payload line. ``voice`` is what a tag says; None: no tag, "": nobody."""

    cue: Cue
    start: int
    end: int
    voice: str | None = None
    opens: bool = False
    label: Label | None = None
    first: bool = False


def spoken_lines(text: str, cues: Sequence[Cue], tally: Tally) -> list[Line]:
    """The lines of speech in ``cues``, each with its speaker as far as the file says."""
    said = [one for cue in cues for one in _said_in(text, cue)]
    speakers = _Speakers(text, said, cues)
    lines = []
    for one in said:
        speaker = speakers.of(one)
        words, gaps = cleaned(text[one.start : one.end])
        tally.add("inaudible", "words that the transcript marks as not understood", at=one.start, times=gaps)
        if words:
            start, end = _trimmed(text, one.start, one.end)
            piece = Piece(start, end, words, one.cue.start_at, one.cue.end_at)
            lines.append(Line(piece, speaker, opens=one.opens))
    _tell_wordless(cues, lines, tally)
    return lines


def _said_in(text: str, cue: Cue) -> Iterator[_Said]:
    dashed = len(cue.lines) > 1 and all(_DASH.match(text, *line) for line in cue.lines)
    first = True
    for start, end, voice in _voiced(text, cue.lines):
        for place, (begin, stop) in enumerate(_changes(text, start, end)):
            dash = _DASH.match(text, begin, stop) if dashed else None
            said = _Said(cue, dash.end() if dash else begin, stop, voice, first=first,
                         opens=dash is not None or begin != start or place > 0)
            said.label = label_of(text[said.start : stop]) if voice is None else None
            first = False
            yield said


def _voiced(text: str, lines: Iterable[Span]) -> Iterator[tuple[int, int, str | None]]:
    """The parts of a cue between voice tags; a tag left open holds to the end of its cue."""
    voice: str | None = None
    for at, end in lines:
        for tag in _VOICE.finditer(text, at, end) if "<" in text[at:end] else ():
            if text[at : tag.start()].strip():
                yield at, tag.start(), voice
            voice = "" if tag["close"] else plain(tag["name"] or "").strip()
            at = tag.end()
        if at < end:
            yield at, end, voice


def _changes(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut where ``>>`` tells of another speaker."""
    at = start
    for mark in _CHANGE.finditer(text, start, end) if ">" in text[start:end] or "&gt;" in text[start:end] else ():
        if text[at : mark.start()].strip():
            yield at, mark.start()
        at = mark.end()
    yield at, end


class _Speakers:
    """Decides, in the dialect of the whole file, whom each stretch belongs to."""

    def __init__(self, text: str, said: Sequence[_Said], cues: Sequence[Cue]) -> None:
        firsts = [one.label for one in said if one.first]
        self._text = text
        self._known = known_labels(firsts)
        self._named_cues = {} if self._known else _named_cues(cues)
        self._carries = not _label_every_cue(said, self._known)
        self._last: str | None = None

    def of(self, one: _Said) -> str | None:
        """The speaker; takes the label out of the stretch."""
        if one.voice is not None:
            return one.voice if one.voice.casefold() not in _NOBODY else None
        label = one.label
        if label is not None and (label.name in self._known or (one.opens and is_name_like(label.name))):
            one.start += label.end
            self._last = plain(label.name)
        elif one.opens or (one.first and not self._carries):
            self._last = None
        return self._last or self._named_cues.get(one.cue.at)


def _label_every_cue(said: Sequence[_Said], known: frozenset[str]) -> bool:
    """Labels that repeat from cue to cue stand in every cue: one without has no known speaker.

    Labels that only ever change stand at changes: those without go on with the last.
    """
    names = [one.label.name for one in said if one.label and one.label.name in known]
    return sum(one == two for one, two in pairwise(names)) > _REPEATING * len(names)


def _named_cues(cues: Sequence[Cue]) -> dict[int, str]:
    """Services that write the speaker where the cue's identifier stands."""
    quoted = {cue.at: found["name"] for cue in cues
              if cue.identifier and (found := _WEBEX.match(cue.identifier))}
    if quoted:
        return quoted
    named = {cue.at: cue.identifier for cue in cues if cue.identifier and is_name_like(cue.identifier)
             and not cue.identifier[0].isdecimal() and any(map(str.isspace, cue.identifier))}
    counts = Counter(named.values())
    return {at: name for at, name in named.items() if counts[name] > 1}


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())


def _tell_wordless(cues: Sequence[Cue], lines: Sequence[Line], tally: Tally) -> None:
    """Cues that hold marks of sounds, or a label, and no words."""
    starts = iter([line.piece.start for line in lines])
    at = next(starts, None)
    for cue in cues:
        if not cue.lines:
            continue
        end, held = cue.lines[-1][1], False
        while at is not None and at < end:
            held, at = True, next(starts, None)
        if not held:
            tally.add("cue-without-speech", "a cue holds no words, only a sound or a label", at=cue.at)
