"""The order in which a report's paragraphs follow each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from communique.record.attribution import Disclosure
from communique.record.values import Participant, Role

from .style import Order


def ordered(
    participants: Iterable[Participant], disclosure: Disclosure, order: Order
) -> tuple[Participant, ...]:
    """``participants`` in the house style's order; equal ranks keep the record's order.

    Who spoke when counts only where everybody may know who spoke.
    """
    record = disclosure.record
    spoken = _first_words(disclosure)
    people = list(participants)
    if order is Order.ALPHABETICAL:
        return tuple(sorted(people, key=lambda p: _sortable(p.name)))
    late = len(record.passages)
    people.sort(key=lambda p: spoken.get(p.id, late))
    if order is Order.PROTOCOL:
        opening = {name: n for n, name in enumerate(record.edition.opening_speakers)}
        people.sort(key=lambda p: (_rank(p), opening.get(p.name, len(opening))))
    return tuple(people)


def _rank(participant: Participant) -> int:
    if Role.SUMMARISER in participant.roles:
        return 4
    if Role.HOST in participant.roles:
        return 0
    if Role.OPENING_SPEAKER in participant.roles:
        return 1
    if Role.AUDIENCE in participant.roles:
        return 3
    return 2


def _first_words(disclosure: Disclosure) -> dict[str, int]:
    first: dict[str, int] = {}
    for n, passage in enumerate(disclosure.record.passages):
        for who in passage.attributed_to if disclosure.is_named(passage) else ():
            first.setdefault(who, n)
    return first


def _sortable(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
