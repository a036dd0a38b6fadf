"""Labels that give the words after them to a person: "Name, post:" and quote cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.record.affiliation import parse_affiliation
from communique.record.bodies import is_organisation
from communique.record.names import split_honorific
from communique.record.posts import is_post

from .mentions import Mention
from .people import People
from .prose import Paragraph

_LONGEST = 18
_LINES = 3
_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’'.\-]*(?:\s+(?:(?:[A-ZÀ-ÞĀ-Ž][\w’'.\-]*)|de|van|von|der|den|la|di|da|bin|al|el|le|dos))*\s+[A-ZÀ-ÞĀ-Ž][\w’'\-]+$")
_OPEN = "“\"«„"


@dataclass(frozen=True)
class Card:
    """Whose words follow; ``only_label``: the block itself holds nothing but the label."""

    seat: int
    only_label: bool


def cards_in(paragraphs: Sequence[Paragraph], people: People) -> dict[int, Card]:
    """Cards by the number of the paragraph whose words, or whose following words, are the person's."""
    found: dict[int, Card] = {}
    for number, paragraph in enumerate(paragraphs):
        if number in found:
            continue
        mention = _run_in(paragraph, people.of(paragraph))
        seat = people.seat_of(paragraph, mention) if mention else None
        if seat is not None:
            found[number] = Card(seat, only_label=paragraph.text.rstrip().endswith(":"))
            continue
        lines = _card_lines(paragraphs, number)
        if lines:
            seat = _seat_card(people, paragraph, lines)
            found.update({number + offset: Card(seat, only_label=True) for offset in range(len(lines))})
            found[number + len(lines)] = Card(seat, only_label=False)
    return found


def _run_in(paragraph: Paragraph, mentions: list[Mention]) -> Mention | None:
    """The person whose name, post and a colon open the paragraph."""
    if not mentions or mentions[0].left > 2:
        return None
    tail = paragraph.text[mentions[0].right :].lstrip()
    return mentions[0] if tail.startswith(":") and len(tail) > 2 else None


def _card_lines(paragraphs: Sequence[Paragraph], number: int) -> list[str]:
    """The lines of a card that begins here: a bare name, its affiliation, then a quotation."""
    first = paragraphs[number].text.strip()
    name = re.split(r"[,(–—]\s*", first, maxsplit=1)
    if not _is_label(first) or not _is_name(name[0].strip()) or (len(name) > 1 and not _affiliates(name[1])):
        return []
    lines = [first]
    for paragraph in paragraphs[number + 1 : number + 1 + _LINES]:
        text = paragraph.text.strip()
        if text[:1] in _OPEN:
            return lines
        if not _is_label(text):
            return []
        lines.append(text)
    return []


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not text.endswith((".", "!", "?", ":")) and text[:1] not in _OPEN


def _is_name(words: str) -> bool:
    bare = split_honorific(words)[1]
    return bool(_NAME.match(bare)) and len(bare.split()) <= 5 and not is_organisation(bare) and not is_post(bare)


def _affiliates(words: str) -> bool:
    return is_post(words) or is_organisation(words)


def _seat_card(people: People, paragraph: Paragraph, lines: list[str]) -> int:
    head, _, rest = lines[0].partition(",")
    honorific, name = split_honorific(head.strip())
    beside = ", ".join(part for part in [rest.strip(), *lines[1:]] if part)
    return people.roster.seat(name, honorific=honorific, affiliation=parse_affiliation(beside))
