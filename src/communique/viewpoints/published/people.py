"""The persons of a report: every mention seated once, and who of them took part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.record.affiliation import Affiliation
from communique.record.countries import country_named
from communique.record.names import name_words, same_name, short_for
from communique.record.roster import Roster
from communique.record.values import CountryBasis, Role

from .institutions import Institutions
from .listing import Entry
from .mentions import Mention, mentions_in
from .prose import Paragraph

_ABOUT = re.compile(
    r"\b(?:on behalf of|quoting|proposed by|initiated by|put forward by|launched by|founded by|(?<!delegation )(?<!team )(?<!group )headed by|elected|late|former|under|visit (?:of|by)|"
    r"meeting with|met with|vision of|initiative of|leadership of|instructions? of|invitation of|death of|memory of|election of|"
    r"thank(?:ed|ing|s)?|congratulat(?:ed|ing)|credit(?:ed|ing)|cit(?:ed|ing)|recall(?:ed|ing)|words of|speech of|policy of|"
    r"support of|representing|address of|message from|message of|letter from|letter of)\s+(?:the\s+|his\s+|her\s+|their\s+|its\s+)?$",
    re.IGNORECASE,
)


@dataclass
class People:
    """Who is mentioned where; ``present`` are the seats of those who took part, in order met."""

    roster: Roster
    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    seats: dict[tuple[int, int], int] = field(default_factory=dict)
    present: list[int] = field(default_factory=list)

    def of(self, paragraph: Paragraph) -> list[Mention]:
        return self.mentions.get(id(paragraph), [])

    def seat_of(self, paragraph: Paragraph, mention: Mention) -> int | None:
        return self.seats.get((id(paragraph), mention.start))

    def words_of(self, seats: Iterable[int]) -> frozenset[str]:
        """The folded words by which a report may call the seated: names, posts, institutions."""
        called = []
        for seat in seats:
            held = self.roster.affiliation_of(seat)
            called += [self.roster.name_of(seat), held.post or "", held.institution or "", held.country or ""]
        return frozenset(re.findall(r"[\w’'\-]+", " ".join(called).casefold()))

    def attend(self, seat: int, roles: Sequence[Role] = ()) -> None:
        """Count the person among the participants, with what they did."""
        if seat not in self.present:
            self.present.append(seat)
        self.roster.add_roles(seat, roles)

    def delegation(self, state: str, label: str) -> int:
        """The unnamed person who speaks for a country or a group of States, under the text's label."""
        unnamed = re.search(r"representative|delegat|speaker|counterpart|observer", label, re.IGNORECASE)
        country = country_named(state)
        if country is None:
            return self.roster.seat(
                f"representative of the {state}", affiliation=Affiliation(institution=state), labels=[label]
            )
        return self.roster.seat(
            f"representative of {country}" if unnamed else label,
            affiliation=Affiliation(country=country, basis=CountryBasis.NAMED), labels=[label],
        )


def is_spoken_about(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether the words before a name make it a person spoken of rather than one who is there."""
    before = paragraph.text[max(0, mention.left - 48) : mention.left]
    return mention.possessive or _ABOUT.search(before) is not None


def people_in(paragraphs: Sequence[Paragraph], roster: Roster, listed: Mapping[int, Entry]) -> People:
    """Seat everybody listed or mentioned; full names first, so that short ones find them.

    ``listed``: the entries of lists by the number of their paragraph.
    """
    people = People(roster)
    for entry in listed.values():
        roster.seat(entry.name, honorific=entry.honorific, affiliation=entry.affiliation)
    prose = [paragraph for number, paragraph in enumerate(paragraphs) if number not in listed]
    drafts = [(paragraph, mentions_in(paragraph)) for paragraph in prose]
    met = [m.name for _, found in drafts for m in found if len(name_words(m.name)) > 1 or m.strong]
    names = _Known([entry.name for entry in listed.values()] + met)
    for paragraph, found in drafts:
        people.mentions[id(paragraph)] = mentions_in(paragraph, names) if names.touches(paragraph.text) else found
    bodies = Institutions(paragraphs)
    everyone = [(p, m) for p in paragraphs for m in people.of(p)]
    for full in (True, False):
        for paragraph, mention in everyone:
            if (len(name_words(mention.name)) > 1) is full:
                _seat(people, paragraph, mention, bodies)
    return people


def _seat(people: People, paragraph: Paragraph, mention: Mention, bodies: Institutions) -> None:
    known = people.roster.find(mention.name)
    short = known is None and len(name_words(mention.name)) < 2
    if short and (not mention.strong or people.roster.may_be_several(mention.name)):
        return
    people.seats[id(paragraph), mention.start] = people.roster.seat(
        mention.name, honorific=mention.honorific, affiliation=bodies.in_full(mention.affiliation)
    )


class _Known:
    """The names met in a first reading, for accepting shorter and plainer mentions of them."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._words = {word for name in self._names for word in name_words(name) if len(word) > 1}
        self._answers: dict[str, bool] = {}

    def touches(self, text: str) -> bool:
        return any(word in self._words for word in name_words(text))

    def __call__(self, name: str) -> bool:
        if name not in self._answers:
            words = name_words(name)
            self._answers[name] = bool(words) and words[-1] in self._words and any(
                same_name(name, known) or short_for(name, known) for known in self._names
            )
        return self._answers[name]
