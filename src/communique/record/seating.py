"""Giving interventions to people: the labels of transcripts resolved against who took part."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from .attribution import Disclosure, openness
from .bodies import is_organisation
from .roster import Roster
from .values import (
    AttributionRule,
    Edition,
    Notice,
    Participant,
    Passage,
    Record,
    Role,
    Session,
    Voice,
)

_CHAIR = re.compile(r"(?:the\s+)?(?:(?:acting|co)[\s-]+)?(?:chair(?:man|woman|person)?|moderator|president)", re.I)


def seat(
    record: Record,
    roster: Roster,
    present: Collection[str],
    wished: Mapping[str, AttributionRule] = MappingProxyType({}),
) -> Record:
    """``record`` with each spoken passage given to whoever its label names, and roles settled.

    ``present`` are the ids of those in the roster who took part; the others were spoken about.
    ``wished``: rules of attribution that participants ask for themselves. A label that fits nobody, or two people, leaves its passages with nobody, and is listed.
    """
    chairs = {s.id: roster.resolve(s.chair) for s in record.sessions if s.chair}
    label_of: dict[tuple[str, str | None], str | None] = {}
    for passage in record.passages:
        if passage.speaker is not None:
            key = (passage.speaker, passage.session)
            if key not in label_of:
                label_of[key] = _holder(passage.speaker, passage.session, roster, chairs)
    rule_of = Disclosure(record).rule
    passages = tuple(
        _as_wished(_given(p, label_of), wished, rule_of) for p in record.passages
    )
    notices = _unresolved(passages)
    people = tuple(p for p in _with_roles(record, roster, passages) if p.id in present)
    return replace(record, passages=passages, participants=people,
                   notices=(*record.notices, *notices))


def _holder(
    label: str, session: str | None, roster: Roster, chairs: Mapping[str, str | None]
) -> str | None:
    """Who a label means: "the chair" of a session is whom the programme names."""
    if session is not None and session in chairs and _CHAIR.fullmatch(label.strip(" .:")):
        return chairs[session]
    return roster.resolve(label)


def _given(passage: Passage, label_of: Mapping[tuple[str, str | None], str | None]) -> Passage:
    if passage.speaker is None:
        return passage
    who = label_of[passage.speaker, passage.session]
    if who is None and _is_body(passage.speaker):
        return replace(passage, voice=Voice.SECRETARIAT)
    return replace(passage, attributed_to=(who,)) if who else passage


def _as_wished(
    passage: Passage, wished: Mapping[str, AttributionRule],
    rule_of: Callable[[Passage], AttributionRule],
) -> Passage:
    """A participant's wish makes the rule of their words stricter, never looser."""
    asked = [wished[who] for who in passage.attributed_to if who in wished]
    if not asked:
        return passage
    strictest = min(*asked, rule_of(passage), key=openness)
    return replace(passage, attribution=strictest)


def _is_body(label: str) -> bool:
    """Whether a label names an institution ("Forum Secretariat"), which holds no views."""
    office = _CHAIR.fullmatch(label.strip(" .:"))
    return office is None and not label.isupper() and is_organisation(label)


def _unresolved(passages: Iterable[Passage]) -> list[Notice]:
    counts: dict[str, int] = {}
    for passage in passages:
        if passage.speaker is not None and not passage.attributed_to and passage.voice is Voice.VIEW:
            counts[passage.speaker] = counts.get(passage.speaker, 0) + 1
    return [
        Notice(code="unresolved-label", count=count,
               message=f"nobody could be found behind the label “{label}”; its words are nobody's")
        for label, count in counts.items()
    ]


def _with_roles(
    record: Record, roster: Roster, passages: Iterable[Passage]
) -> tuple[Participant, ...]:
    spoke = {who for p in passages for who in p.attributed_to}
    stated = _stated_roles(record.edition, record.sessions, roster)
    return tuple(_with_role(p, stated.get(p.id, ()), p.id in spoke) for p in roster.participants())


def _stated_roles(
    edition: Edition, sessions: Iterable[Session], roster: Roster
) -> dict[str, list[Role]]:
    """The roles that the edition's facts give: who chairs, opens and sums up."""
    named = [(edition.chair, Role.CHAIR), *((s.chair, Role.CHAIR) for s in sessions),
             *((name, Role.OPENING_SPEAKER) for name in edition.opening_speakers),
             (edition.summariser, Role.SUMMARISER)]
    stated: dict[str, list[Role]] = {}
    for name, role in named:
        who = roster.resolve(name) if name else None
        if who is not None:
            stated.setdefault(who, []).append(role)
    return stated


def _with_role(participant: Participant, stated: Iterable[Role], spoke: bool) -> Participant:
    roles = tuple(dict.fromkeys((*participant.roles, *stated)))
    if spoke and not roles:
        roles = (Role.SPEAKER,)
    return replace(participant, roles=roles)
