"""From files to a record: read, gather, seat, understand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from communique.engines.language.choosing import own_directory, tool_of
from communique.engines.language.english import EnglishParser
from communique.record.assembly import Read, gather, in_order, merge_editions, session_of
from communique.record.attribution import openness
from communique.record.readers import read_sources
from communique.record.reading import Reading
from communique.record.roster import Roster
from communique.record.seating import seat
from communique.record.values import (
    AttributionRule,
    Passage,
    Record,
    Session,
    SourceKind,
)
from communique.record.wishes import wishes
from communique.viewpoints.floor import hear
from communique.viewpoints.parse import Parser
from communique.viewpoints.published import Understood, understand
from communique.viewpoints.references import references

from .files import load

PathLike = str | os.PathLike[str]
Progress = Callable[[str], None]


def read(
    *paths: PathLike,
    attribution: AttributionRule | None = None,
    parser: Parser | None = None,
    progress: Progress = lambda _: None,
) -> Record:
    """The record of one edition from its sources: files, folders, ZIP archives, or a record.json.

    ``attribution`` is the rule for every session that states none of its own; it can make the
    edition's rule stricter, never looser. ``parser`` replaces
    the packaged English one. Raises :class:`~communique.record.errors.InputError`.
    """
    if len(paths) == 1 and _is_record(Path(paths[0])):
        return _under(load(Path(paths[0])), attribution)
    progress("reading sources")
    readings = in_order(read_sources(paths))
    record = gather(readings)
    rows = [row for _, reading in readings for row in reading.roster]
    roster, notices = Roster.of(rows, [p.speaker for p in record.passages if p.speaker])
    wished, unclear = wishes(rows, roster)
    record = replace(record, notices=(*record.notices, *notices, *unclear))
    present = {p.id for p in roster.participants()}
    reports = _reports(record, readings)
    if reports:
        progress("understanding published reports")
        parser = parser or EnglishParser(own_directory())
        understood = understand(reports, parser, roster)
        present |= {p.id for p in understood.participants}
        record = _join(record, understood, readings)
    record = seat(record, roster, present, wished)
    progress("finding references")
    record = replace(record, passages=hear(record))
    record = replace(record, references=references(record.passages, participants=record.participants),
                     tools=(tool_of(parser),) if parser and reports else ())
    return _under(record, attribution)


def _is_record(path: Path) -> bool:
    if path.suffix.casefold() != ".json" or not path.is_file():
        return False
    with path.open("rb") as file:
        return b"communique/record/" in file.read(200)


def _reports(record: Record, readings: Sequence[Read]) -> list[tuple[str, Reading]]:
    pairs = zip(record.sources, readings, strict=True)
    return [(source.id, replace(reading, language=source.language))
            for source, (_, reading) in pairs if source.kind is SourceKind.REPORT]


def _join(record: Record, understood: Understood, readings: Sequence[Read]) -> Record:
    """``record`` with what its published reports say, behind what lists and edition files state.

    A report that an edition file lists in a session belongs there, whatever headings it has.
    """
    listed = {s.id: session for s in record.sources if (session := session_of(s, readings))}
    told = (replace(p, session=listed.get(p.source, p.session)) for p in understood.passages)
    passages = (*record.passages, *told)
    sessions = record.sessions or understood.sessions
    kept = passages if sessions is understood.sessions else _without_sessions(passages, sessions)
    return replace(
        record,
        edition=merge_editions([record.edition, understood.edition]),
        sessions=sessions,
        passages=tuple(replace(p, id=f"p{n}") for n, p in enumerate(kept, 1)),
        notices=(*record.notices, *understood.notices),
    )


def _without_sessions(
    passages: Iterable[Passage], sessions: Iterable[Session]
) -> tuple[Passage, ...]:
    known = {session.id for session in sessions}
    return tuple(p if p.session in known else replace(p, session=None) for p in passages)


def _under(record: Record, attribution: AttributionRule | None) -> Record:
    if attribution is None or openness(attribution) >= openness(record.edition.attribution):
        return record
    return replace(record, edition=replace(record.edition, attribution=attribution))
