"""A report read paragraph by paragraph: who has the floor, and whose each sentence is.

A speaker's words go on to the end of the paragraph, across sentences that carry neither name nor
verb, until somebody else speaks or the report turns to the meeting itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.record.reading import BlockKind
from communique.record.values import Basis, Voice

from .candidates import is_headline
from .cards import Card, cards_in
from .drafts import Draft, drafted
from .floor import Floor
from .judging import DELEGATES, Judge, mentions_within
from .listing import Entry
from .people import People
from .prose import Paragraph
from .sources import Kind, said_in


def attribute(
    paragraphs: Sequence[Paragraph], people: People, listed: Mapping[int, Entry]
) -> list[Draft]:
    """Every sentence of every paragraph, judged in reading order."""
    floor, drafts = Floor(), []
    cards = cards_in(paragraphs, people)
    formal = _speaks_by_country(paragraphs, people)
    for number, paragraph in enumerate(paragraphs):
        floor.anchor, floor.several = (), ()
        if number in listed:
            drafts.append(_listed(paragraph, listed[number], people))
            continue
        card = cards.get(number)
        if card is not None:
            floor.held = (card.seat,)
            people.attend(card.seat)
        if (paragraph.kind in (BlockKind.TITLE, BlockKind.HEADING) and card is None) or (card and card.only_label):
            continue
        if card is None and is_headline(paragraph.text):
            continue
        drafts += _paragraph(paragraph, people, floor, formal, card)
    return drafts


def _listed(paragraph: Paragraph, entry: Entry, people: People) -> Draft:
    seat = people.roster.seat(entry.name, honorific=entry.honorific, affiliation=entry.affiliation)
    people.attend(seat, [entry.role] if entry.role else [])
    return Draft(paragraph, paragraph.spans[0][0], paragraph.spans[-1][1], Voice.LIST)


def _paragraph(
    paragraph: Paragraph, people: People, floor: Floor, formal: bool, card: Card | None
) -> list[Draft]:
    if floor.held and card is None and not _goes_on_quoting(paragraph):
        floor.held = ()
    if floor.held:
        floor.anchor, floor.since, floor.recent = floor.held, 0, floor.held[0]
        drafts = [drafted(s, Voice.VIEW, floor.held, Basis.QUOTED) for s in paragraph.sentences]
        if paragraph.text.rstrip().endswith(("”", '"', "»")):
            floor.held = ()
        return drafts
    judge = Judge(paragraph, people, floor, formal)
    return [judge.draft(sentence) for sentence in paragraph.sentences]


def _goes_on_quoting(paragraph: Paragraph) -> bool:
    opening = paragraph.text.lstrip()[:1]
    return opening in "“\"«" or (bool(paragraph.quotes) and paragraph.quotes[0][0] == 0) or (
        paragraph.text.rstrip().endswith("”") and "“" not in paragraph.text
    )


def _speaks_by_country(paragraphs: Sequence[Paragraph], people: People) -> bool:
    """Whether this report lets countries speak: "Benin, for the LDCs, urged", "Chile's delegate"."""
    count = 0
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            mentions = mentions_within(sentence, people)
            count += sum(
                said.kind is Kind.DELEGATION and said.verb - sentence.start < 90
                and (bool(DELEGATES.search(said.words)) or sentence.text.startswith(said.words[:12]))
                for said in said_in(sentence, mentions)[:1]
            )
    return count >= 2
