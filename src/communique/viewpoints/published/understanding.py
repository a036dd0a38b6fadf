"""From readings of published reports to participants, passages, sessions and event facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.record.bodies import ORGANISATION_WORDS
from communique.record.posts import POST_WORDS
from communique.record.reading import Reading
from communique.record.roster import Roster
from communique.record.values import Edition, Notice, Participant, Passage, Role, Session, Voice
from communique.viewpoints.parse import Parser

from .carry import attribute
from .drafts import Draft
from .event import edition_of, hosts_seats
from .listing import entries_in
from .people import People, people_in
from .prose import Paragraph, paragraphs
from .sessions import sessions_of
from .unparsed import plain_passages


@dataclass(frozen=True)
class Understood:
    """What published reports say: people in order of appearance, passages in reading order."""

    participants: tuple[Participant, ...]
    passages: tuple[Passage, ...]
    sessions: tuple[Session, ...]
    edition: Edition
    notices: tuple[Notice, ...]


def understand(
    readings: Sequence[tuple[str, Reading]], parser: Parser | None, roster: Roster | None = None
) -> Understood:
    """Understand the REPORT readings among ``readings``, each with the id of its source.

    ``roster``: people known already (a participants list), to whom mentions are joined. A report in a
    language that ``parser`` does not know is kept as passages that are nobody's, with a notice.
    """
    known = roster if roster is not None else Roster()
    parsed: list[Paragraph] = []
    notices: list[Notice] = []
    unread: list[Passage] = []
    for source, reading in readings:
        if parser is None or not _speaks(parser, reading):
            unread += plain_passages(source, reading)
            notices.append(_not_analysed(source, reading))
        else:
            parsed += paragraphs(source, reading.blocks, parser)
    entries = entries_in(parsed)
    people = people_in(parsed, known, entries)
    drafts = attribute(parsed, people, entries)
    edition = edition_of(parsed, drafts, people)
    _settle_roles(people, drafts, edition)
    return Understood(
        participants=known.participants(people.present),
        passages=(*_passages(drafts, people), *unread),
        sessions=sessions_of(parsed, drafts),
        edition=edition,
        notices=tuple(notices),
    )


def _speaks(parser: Parser, reading: Reading) -> bool:
    language = reading.language or _language_of(reading)
    return language is not None and language.split("-")[0].casefold() in parser.languages


_COMMON = frozenset("the of and to in that for on with was is by as at from has have are be said this its".split())


def _language_of(reading: Reading) -> str | None:
    """"en" where about every sixth word is one of English's commonest, else None.

    In a list of participants there are few of these, but as many posts and bodies.
    """
    words = re.findall(r"[\w\-]+", " ".join(block.view.text for block in reading.blocks).casefold())[:2000]
    common = sum(word in _COMMON for word in words)
    offices = sum(word in POST_WORDS or word in ORGANISATION_WORDS for word in words)
    is_list = common > 0.04 * len(words) and common + offices > 0.22 * len(words)
    return "en" if words and (common > 0.14 * len(words) or is_list) else None


def _not_analysed(source: str, reading: Reading) -> Notice:
    language = reading.language or "unknown"
    return Notice(
        code="language-not-analysed", source=source,
        message=f"No language model for this text ({language}): nobody is named and nothing is attributed.",
    )


def _settle_roles(people: People, drafts: Sequence[Draft], edition: Edition) -> None:
    """Whoever holds views and did not open the meeting is a speaker; who heads the host, a host."""
    speaking = {seat for draft in drafts for seat in draft.who}
    for seat in hosts_seats(people, edition):
        people.roster.put_first(seat, Role.HOST)
    for seat in people.present:
        roles = people.roster.roles_of(seat)
        if seat in speaking and Role.OPENING_SPEAKER not in roles and Role.CHAIR not in roles:
            people.roster.add_roles(seat, [Role.SPEAKER])


def _passages(drafts: Sequence[Draft], people: People) -> list[Passage]:
    numbers: dict[str, int] = {}
    passages = []
    for draft in drafts:
        source = draft.paragraph.source
        numbers[source] = numbers.get(source, 0) + 1
        passages.append(_passage(draft, people, numbers[source]))
    return passages


def _passage(draft: Draft, people: People, number: int) -> Passage:
    source = draft.paragraph.source
    start, end = draft.paragraph.block.view.span(draft.start, draft.end)
    return Passage(
        id=f"{source}-p{number}", source=source, start=start, end=end,
        text=draft.paragraph.text[draft.start : draft.end], voice=draft.voice,
        attributed_to=tuple(people.roster.id_of(seat) for seat in draft.who)
        if draft.voice is Voice.VIEW else (),
        basis=draft.basis, language="en",
    )
