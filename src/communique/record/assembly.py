"""From readings to a record: sources, sessions, interventions and passages, in order.

Prose of published reports becomes passages in :mod:`communique.viewpoints.published`; everything
that was spoken, circulated or listed becomes passages here, one a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import takewhile
from pathlib import PurePath, PurePosixPath

from .errors import InputError
from .languages import language_of
from .readers.raw import RawFile
from .reading import Reading, Turn
from .sentences import sentence_spans
from .values import (
    AttributionRule,
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
_STRUCTURE = re.compile(r"#|\[\[?[\w.]+\]\]?$")
_SETTING = re.compile(r"([\w]+) = (.+)$")
_QUOTING = re.compile(r"[\[\]\"]")
_VOICES = {SourceKind.PARTICIPANTS: Voice.LIST, SourceKind.PROGRAMME: Voice.SECRETARIAT}

Read = tuple[RawFile, Reading]


def gather(readings: Sequence[Read]) -> Record:
    """The record that ``readings`` make; nobody is resolved yet.

    Sources follow the order in which an edition file lists them, else the order given. Passages
    carry the speaker's label as written, and no ``attributed_to``.
    """
    readings = in_order(readings)
    missing = tuple(_missing_files(readings))
    names = shown_names([raw.name for raw, _ in readings])
    sources = tuple(
        _source(f"s{n}", name, raw, reading)
        for n, (name, (raw, reading)) in enumerate(zip(names, readings, strict=True), 1)
    )
    sessions = _sessions(readings)
    passages = tuple(
        passage
        for source, (_, reading) in zip(sources, readings, strict=True)
        for passage in _passages(source, reading, session_of(source, readings))
    )
    return Record(
        edition=merge_editions(r.edition for _, r in readings if r.edition is not None),
        sources=sources,
        sessions=sessions,
        passages=_numbered(passages),
        notices=(*_notices(sources, readings), *missing),
    )


def _missing_files(readings: Sequence[Read]) -> Iterator[Notice]:
    """Files that an edition file lists and nobody gave.

    Raises :class:`InputError` where the session's rule is stricter than the edition's: a misspelt
    name would put protected words under the wrong rule.
    """
    given = {_base_name(raw.name) for raw, _ in readings}
    for raw, reading in readings:
        edition = reading.edition.attribution if reading.edition else AttributionRule.NAMED
        rules = {s.id: s.attribution for s in reading.sessions}
        for listed, session in reading.session_files.items():
            if _file_name(listed) in given:
                continue
            if rules.get(session) not in (None, edition):
                raise InputError(
                    f"the file “{listed}” of a session with a rule of attribution of its own was not given",
                    file=raw.name, place=session,
                    remedy="Put the file beside the edition file, or correct or remove its name there.",
                )
            yield Notice(code="missing-file", source=raw.name, place=session,
                         message=f"the file “{listed}” was not given")


def in_order(readings: Sequence[Read]) -> list[Read]:
    """Lists and edition files first, then the files of each session as an edition file has them."""
    listed = [_file_name(name) for _, reading in readings for name in reading.session_files]
    place = {name: n for n, name in enumerate(listed)}

    def rank(read: Read) -> int:
        raw, reading = read
        return -1 if reading.kind in _VOICES else place.get(_base_name(raw.name), len(place))

    return sorted(readings, key=rank)


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


def shown_names(paths: Sequence[str]) -> list[str]:
    """File names as a record keeps them: below the folder they share, never where that lies."""
    plain = [path.rpartition(": ")[2].replace("\\", "/") for path in paths]
    folders = [PurePosixPath(path).parent for path in plain]
    shared = _shared_parts(folders)
    return ["/".join(PurePosixPath(path).parts[shared:]) for path in plain]


def _shared_parts(folders: Sequence[PurePosixPath]) -> int:
    parts = [folder.parts for folder in folders]
    same = takewhile(lambda column: len(set(column)) == 1, zip(*parts, strict=False))
    return len(list(same))


def _source(identity: str, name: str, raw: RawFile, reading: Reading) -> Source:
    language = reading.language or (None if reading.kind in _VOICES else language_of(reading.text))
    return Source(id=identity, name=name, kind=reading.kind, format=reading.format,
                  sha256=raw.sha256, language=language, text=reading.text)


def _sessions(readings: Sequence[Read]) -> tuple[Session, ...]:
    by_id: dict[str, Session] = {}
    for _, reading in readings:
        for session in reading.sessions:
            by_id.setdefault(session.id, session)
    return tuple(by_id.values())


def session_of(source: Source, readings: Sequence[Read]) -> str | None:
    """The session that a file belongs to, as an edition file says."""
    name = _base_name(source.name)
    return next((session for _, reading in readings
                 for listed, session in reading.session_files.items()
                 if _file_name(listed) == name), None)


def _base_name(name: str) -> str:
    """The file name proper; within an archive it follows ``archive.zip: ``."""
    return _file_name(name.rpartition(": ")[2])


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
        if body and not _STRUCTURE.match(body):
            start = at + line.index(body[0])
            yield Passage(id="", source=source.id, start=start, end=start + len(body),
                          text=_legible(body), voice=_VOICES[reading.kind], language=source.language)
        at += len(line)


def _legible(line: str) -> str:
    """A line of an edition file as a person reads it: ``hosts: Steppe Institute``."""
    setting = _SETTING.match(line)
    return f"{setting[1]}: {_QUOTING.sub('', setting[2])}" if setting else line


def _numbered(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(replace(p, id=f"p{n}") for n, p in enumerate(passages, 1))


def _notices(sources: Sequence[Source], readings: Sequence[Read]) -> Iterator[Notice]:
    for source, (_, reading) in zip(sources, readings, strict=True):
        for notice in reading.notices:
            yield replace(notice, source=notice.source or source.name)
