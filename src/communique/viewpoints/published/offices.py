"""Whom an office means: "the Prime Minister", "the head of the Institute", "the Indian official"."""

from __future__ import annotations

import re

from communique.record.posts import POST_WORDS

from .floor import Floor
from .people import People
from .prose import Paragraph

# Words that fit anybody who speaks, and so mean the last who did.
_ANYBODY = frozenset("official expert scholar professor speaker analyst diplomat".split())
_HEADS = frozenset(("head", "chief"))


def holder_of(words: str, paragraph: Paragraph, people: People, floor: Floor) -> int | None:
    """The last person who spoke or was met whose post or title has the words of an office."""
    wanted = {w for w in re.findall(r"[\w\-]+", words.casefold()) if w in POST_WORDS or w == "high"}
    wanted = {"minister" if word in ("pm", "fm") else word for word in wanted}
    if not wanted:
        return None
    for seat in _latest_first(paragraph, people, floor):
        if _fits(wanted, words, people, seat):
            return seat
    return floor.recent if wanted <= _ANYBODY else None


def _latest_first(paragraph: Paragraph, people: People, floor: Floor) -> list[int]:
    here = [people.seat_of(paragraph, mention) for mention in people.of(paragraph)]
    met = [seat for seat in here if seat is not None]
    order = [*reversed(floor.spoke), *reversed(people.present), *met, *people.seats.values()]
    return list(dict.fromkeys(order))


def _fits(wanted: set[str], words: str, people: People, seat: int) -> bool:
    held = people.roster.affiliation_of(seat)
    if wanted <= _HEADS and held.institution and held.institution in words:
        return True
    parts = (held.post, people.roster.honorific_of(seat), held.institution)
    known = " ".join(part for part in parts if part).casefold()
    return all(_holds(word, known) for word in wanted)


def _holds(word: str, known: str) -> bool:
    forms = ("minister", "pm", "fm") if word == "minister" else (word,)
    return any(re.search(rf"\b{re.escape(form)}\b", known) for form in forms)
