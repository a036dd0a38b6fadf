"""Plain transcripts: ``Name: text``, ``(Name): text``, ``[00:12:31] Name: text``, ``Name  12:34``.

Reports hold colons too. A label is believed when it is written like a name and comes back, in the
dress (brackets, capitals, times) that the labels of this file wear; what follows must read like
speech, not like the entries of a programme or a glossary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.record.errors import InputError
from communique.record.reading import Block, BlockKind, Reading
from communique.record.values import Session, SourceKind
from communique.record.view import Piece, View

from .cleaning import cleaned
from .labels import Label, header_of, is_blocked, is_full_name, is_name_like, label_of
from .raw import RawFile
from .tally import Tally
from .voices import Line, count_outros, turns_of

_BULLET = re.compile(r"[-–—•·*#>]\s|\d+[.)]\s")
_ASIDE = re.compile(r"\([^()]*\)")
_LINES = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’]\w+|we|we['’]\w+|you|your|my|our|us|me|thank|thanks|yes|hello|я|мы|вы|спасибо|ich|wir|Sie|danke"
    r"|je|nous|vous|merci|yo|nosotros|gracias|ben|biz|teşekkür\w*)\b|[我们您谢]",
    re.IGNORECASE,
)
# a list of demands says "we" as well, but neither "I" nor "you"
_ADDRESS = re.compile(r"\b(?:I|I['’]\w+|you|your|thank|thanks|yes|hello|я|вы|спасибо|ich|Sie|danke|je|vous|merci)\b|[我您谢]")
_SAID = re.compile(r"[.!?…。！？][\"'”’)\]]*\s*$")
_SITTING = re.compile(
    r"(?:(?:opening|closing|plenary|\w+)\s+)?(?:session|panel|sitting|meeting)\b(?:\s+(?:\d+|[ivx]+|one|two|three|four|five))?"
    r"|(?:сессия|заседание|第.{1,3}(?:节|场|环节))",
    re.IGNORECASE,
)
_MOST_HEADING_WORDS = 14
_LEAST_LABELS, _LEAST_RETURNING, _LEAST_SHARE, _LEAST_SPEECH = 3, 0.3, 0.1, 0.3
_LEAST_WORDS, _LEAST_PERSON, _LEAST_ADDRESS = 3, 0.25, 0.5
_FEW_WORDS, _MOST_BEFORE = 40, 0.2


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    text: str
    opening: bool
    label: Label | None


@dataclass(frozen=True)
class _Cast:
    """The labels of the file, and the dresses they wear."""

    names: frozenset[str]
    dresses: frozenset[tuple[str, bool, bool]]
    returning: bool = True

    def holds(self, label: Label) -> bool:
        """A label that comes back, or one that is dressed like those that do."""
        if label.name in self.names or not is_name_like(label.name) or _dress(label) not in self.dresses:
            return label.name in self.names
        if label.shape in ("round ", "square "):
            return False
        return is_full_name(label.name) or any(not is_full_name(name) for name in self.names)


def recognises(raw: RawFile) -> bool:
    rows = _rows(raw.text)
    cast = _cast(rows)
    return cast is not None and _reads_like_speech(rows, cast)


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when no label with words can be found."""
    rows = _rows(raw.text)
    cast = _cast(rows) or _Cast(frozenset(row.label.name for row in rows if row.label), frozenset())
    tally = Tally(raw.text)
    scribe = _Scribe(raw, cast, tally)
    for row in rows:
        scribe.take(row)
    if not scribe.lines:
        raise InputError("no speaker's label with words after it was found", file=raw.name, place="line 1",
                         remedy="Write each turn as 'Name: words', and leave a blank line between turns.")
    count_outros(scribe.lines, tally)
    return Reading(kind=SourceKind.TRANSCRIPT, format="labelled", text=raw.text, blocks=tuple(scribe.blocks),
                   turns=turns_of(scribe.lines), sessions=tuple(scribe.sessions), notices=tally.notices())


class _Scribe:
    """Takes rows in order; what stands before the first label, and headings, become blocks."""

    def __init__(self, raw: RawFile, cast: _Cast, tally: Tally) -> None:
        self.lines: list[Line] = []
        self.blocks: list[Block] = []
        self.sessions: list[Session] = []
        self._raw, self._cast, self._tally = raw, cast, tally
        self._speaker: str | None = None
        self._at: float | None = None
        self._session: str | None = None
        self._opens = self._begun = False

    def take(self, row: _Row) -> None:
        if row.label is not None and self._cast.holds(row.label):
            self._begun, self._opens = True, True
            self._speaker, self._at = row.label.name, row.label.at
            self._say(row.start + row.label.end, row.end)
        elif _is_heading(row):
            self._head(row)
        elif self._begun:
            self._say(row.start, row.end)
        elif row.text:
            self.blocks.append(Block(_view(self._raw.text, row)))

    def _say(self, start: int, end: int) -> None:
        words, gaps = cleaned(self._raw.text[start:end])
        self._tally.add("inaudible", "words that the transcript marks as not understood", at=start, times=gaps)
        if words:
            stretch = self._raw.text[start:end]
            begin, stop = start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
            self.lines.append(Line(Piece(begin, stop, words, self._at), self._speaker, self._session, self._opens))
            self._opens = False

    def _head(self, row: _Row) -> None:
        self._session = f"{self._raw.sha256[:8]}-{len(self.sessions) + 1}"
        self.sessions.append(Session(id=self._session, title=row.text))
        self.blocks.append(Block(_view(self._raw.text, row), BlockKind.HEADING, level=1))
        self._speaker = self._at = None
        self._begun = False


def _rows(text: str) -> list[_Row]:
    rows, blank = [], True
    for found in _LINES.finditer(text):
        bare = found[1].strip("\ufeff \t*")
        start = found.start() + found[1].index(bare) if bare else found.start()
        line = text[start : found.end(1)]
        named = bare and not _BULLET.match(found[1].lstrip("\ufeff \t"))
        rows.append(_Row(start, found.end(1), bare, blank, _label(line) if named else None))
        blank = not bare
    return rows


def _label(line: str) -> Label | None:
    header = header_of(line)
    if header is not None and is_name_like(header.name):
        return header
    label = label_of(line.replace("**", "  "))
    return label if label is not None and not is_blocked(label.name) else None


def _cast(rows: Sequence[_Row]) -> _Cast | None:
    """The labels that come back, or, in a short file where everything is labelled, all of them."""
    labels = [row.label for row in rows if row.label is not None and _may_return(row.label)]
    counts = Counter(label.name for label in labels)
    returning = [label for label in labels if counts[label.name] > 1]
    if len(labels) >= _LEAST_LABELS and len(returning) >= max(2, _LEAST_RETURNING * len(labels)):
        return _Cast(frozenset(label.name for label in returning), frozenset(map(_dress, returning)))
    paragraphs = [row for row in rows if row.text]
    if len(labels) > 1 and len(labels) == len(paragraphs) and all(label.shape != "round " for label in labels):
        return _Cast(frozenset(counts), frozenset(), returning=False)
    return None


def _may_return(label: Label) -> bool:
    return is_name_like(label.name) or (label.shape in ("square", "round", "square ") and not is_blocked(label.name))


def _dress(label: Label) -> tuple[str, bool, bool]:
    return label.shape, _ASIDE.sub("", label.name).isupper(), label.at is not None


def _reads_like_speech(rows: Sequence[_Row], cast: _Cast) -> bool:
    said = list(_bodies(rows, cast))
    filled = any(len(body.split()) >= _LEAST_WORDS or not body.isascii() for body in said)
    if len(said) < _LEAST_SHARE * _paragraphs(rows) or not _is_dialogue(rows, cast):
        return False
    speech = sum(_SAID.search(body) is not None for body in said) >= _LEAST_SPEECH * len(said)
    sign, least = (_FIRST_PERSON, _LEAST_PERSON) if cast.returning else (_ADDRESS, _LEAST_ADDRESS)
    person = sum(sign.search(body) is not None for body in said) >= least * len(said)
    return filled and person and (speech or _is_unpunctuated(said))


def _is_dialogue(rows: Sequence[_Row], cast: _Cast) -> bool:
    """Two voices at least, and little before the first: an article quotes a dialogue in its middle."""
    names = {row.label.name for row in rows if row.label is not None and cast.holds(row.label)}
    words = before = 0
    for row in rows:
        words += len(row.text.split())
        before = words if not before and row.label is not None and cast.holds(row.label) else before
    return len(names) > 1 and before <= max(_FEW_WORDS, _MOST_BEFORE * words)


def _is_unpunctuated(said: Sequence[str]) -> bool:
    """Speech recognition without punctuation: long bodies, no full stop anywhere."""
    long = sum(len(body.split()) > 6 for body in said)
    return long * 2 >= len(said) and not any("." in body for body in said)


def _bodies(rows: Sequence[_Row], cast: _Cast) -> Iterator[str]:
    """What follows each label, up to the next."""
    body: list[str] | None = None
    for row in rows:
        if row.label is not None and cast.holds(row.label):
            if body is not None:
                yield " ".join(body)
            body = [row.text[row.label.end :]]
        elif body is not None and row.text:
            body.append(row.text)
    if body is not None:
        yield " ".join(body)


def _paragraphs(rows: Sequence[_Row]) -> int:
    blocks = sum(bool(row.text) and row.opening for row in rows)
    return blocks if blocks > 1 else sum(bool(row.text) for row in rows)


def _is_heading(row: _Row) -> bool:
    """"Session 2: Water", "OPENING SESSION": alone in its paragraph, and no sentence."""
    return (row.opening and bool(row.text) and not _SAID.search(row.text) and len(row.text.split()) <= _MOST_HEADING_WORDS
            and _SITTING.match(row.text) is not None)


def _view(text: str, row: _Row) -> View:
    return View.of(text, row.start, row.start + len(text[row.start : row.end].rstrip()))
