"""From readings to a record: sources, sessions, interventions and passages, in order.

Prose of published reports becomes passages in :mod:`communique.viewpoints.published`; everything
that was spoken, circulated or listed becomes passages here, one a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import PurePath

from .languages import language_of
from .readers.raw import RawFile
from .reading import Reading, Turn
from .sentences import sentence_spans
from .values import (
    Basis,
    Edition,
    Notice,
    Passage,
    Record,
    Session,
    Source,
    SourceKind,
    Voice,
)

SPOKEN = frozenset(
    {SourceKind.TRANSCRIPT, SourceKind.CAPTIONS, SourceKind.CHAT, SourceKind.STATEMENT}
)
_VOICES = {SourceKind.PARTICIPANTS: Voice.LIST, SourceKind.PROGRAMME: Voice.SECRETARIAT}

Read = tuple[RawFile, Reading]


def gather(readings: Sequence[Read]) -> Record:
    """The record that ``readings`` make, in their order; nobody is resolved yet.

    Passages carry the speaker's label as written, and no ``attributed_to``.
    """
    sources = tuple(_source(n, raw, reading) for n, (raw, reading) in enumerate(readings, 1))
    sessions = _sessions(readings)
    passages = tuple(
        passage
        for source, (_, reading) in zip(sources, readings, strict=True)
        for passage in _passages(source, reading, _session_of(source, readings))
    )
    return Record(
        edition=merge_editions(r.edition for _, r in readings if r.edition is not None),
        sources=sources,
        sessions=sessions,
        passages=_numbered(passages),
        notices=tuple(_notices(sources, readings)),
    )


def merge_editions(editions: Iterable[Edition]) -> Edition:
    """One edition from several accounts of it: the first that states a fact is believed."""
    merged = Edition()
    for edition in editions:
        stated = {
            f.name: getattr(edition, f.name) for f in fields(Edition)
            if getattr(merged, f.name) == f.default and getattr(edition, f.name) != f.default
        }
        merged = replace(merged, **stated)
    return merged


def _source(number: int, raw: RawFile, reading: Reading) -> Source:
    return Source(
        id=f"s{number}", name=raw.name, kind=reading.kind, format=reading.format,
        sha256=raw.sha256, language=reading.language or language_of(reading.text),
        text=reading.text,
    )


def _sessions(readings: Sequence[Read]) -> tuple[Session, ...]:
    by_id: dict[str, Session] = {}
    for _, reading in readings:
        for session in reading.sessions:
            by_id.setdefault(session.id, session)
    return tuple(by_id.values())


def _session_of(source: Source, readings: Sequence[Read]) -> str | None:
    """The session that a file belongs to, as an edition file says."""
    name = _file_name(source.name.rpartition(": ")[2])
    return next((session for _, reading in readings
                 for listed, session in reading.session_files.items()
                 if _file_name(listed) == name), None)


def _file_name(path: str) -> str:
    return PurePath(path.replace("\\", "/")).name.casefold()


def _passages(source: Source, reading: Reading, session: str | None) -> Iterator[Passage]:
    if source.kind in SPOKEN:
        for number, turn in enumerate(reading.turns, 1):
            yield from _spoken(source, turn, f"{source.id}.i{number}", session)
    elif source.kind in _VOICES:
        yield from _listed(source, reading)


def _spoken(source: Source, turn: Turn, intervention: str, session: str | None) -> Iterator[Passage]:
    view, text = turn.view, turn.view.text
    basis = Basis.STATEMENT if source.kind is SourceKind.STATEMENT else Basis.FLOOR
    for start, end in sentence_spans(text, source.language):
        first, last = view.span(start, end)
        start_at, end_at = view.times(start, end)
        yield Passage(
            id="", source=source.id, start=first, end=last, text=text[start:end],
            voice=Voice.VIEW, start_at=start_at, end_at=end_at, speaker=turn.speaker,
            basis=basis, session=turn.session or session, intervention=intervention,
            language=source.language,
        )


def _listed(source: Source, reading: Reading) -> Iterator[Passage]:
    """A list's lines: what the report's facts about people and the edition rest on."""
    at = 0
    for line in source.text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = at + line.index(body[0])
            yield Passage(id="", source=source.id, start=start, end=start + len(body), text=body,
                          voice=_VOICES[reading.kind], language=source.language)
        at += len(line)


def _numbered(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(replace(p, id=f"p{n}") for n, p in enumerate(passages, 1))


def _notices(sources: Sequence[Source], readings: Sequence[Read]) -> Iterator[Notice]:
    for source, (_, reading) in zip(sources, readings, strict=True):
        for notice in reading.notices:
            yield replace(notice, source=notice.source or source.name)
