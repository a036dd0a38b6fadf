"""Whom an office or a pronoun means: "the Prime Minister", "the head of the Institute", "she"."""

from __future__ import annotations

import re

from communique.record.countries import countries_in
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
    country = next((word.country for word in countries_in(words) if word.demonym), None)
    if country is None and wanted <= _ANYBODY and floor.anchor:
        return floor.recent
    fitting = [seat for seat in _latest_first(paragraph, people, floor)
               if _fits(wanted, words, people, seat) and _may_be_of(country, people, seat)]
    if fitting:
        return next((seat for seat in fitting if _holds_whole(words, people, seat)), fitting[0])
    if not wanted <= _ANYBODY:
        return None
    return floor.recent if country is None else _only_one_of(country, people)


def _may_be_of(country: str | None, people: People, seat: int) -> bool:
    held = people.roster.affiliation_of(seat).country
    return country is None or held is None or held == country


def _only_one_of(country: str, people: People) -> int | None:
    """The only one of those present who is of a country ("the Indian scholar")."""
    fitting = [seat for seat in people.present if people.roster.affiliation_of(seat).country == country]
    return fitting[0] if len(fitting) == 1 else None


def _latest_first(paragraph: Paragraph, people: People, floor: Floor) -> list[int]:
    here = [people.seat_of(paragraph, mention) for mention in people.of(paragraph)]
    met = [seat for seat in here if seat is not None]
    order = [*reversed(floor.spoke), *reversed(people.present), *met, *people.seats.values()]
    return list(dict.fromkeys(order))


def _fits(wanted: set[str], words: str, people: People, seat: int) -> bool:
    held = people.roster.affiliation_of(seat)
    if wanted <= _HEADS and " of " in words:
        return bool(held.institution) and _names_body(words.split(" of ", 1)[1], str(held.institution))
    parts = (held.post, people.roster.honorific_of(seat), held.institution)
    known = " ".join(part for part in parts if part).casefold()
    return all(_holds(word, known) for word in wanted)


def _holds_whole(words: str, people: People, seat: int) -> bool:
    """Whether the office as written is the person's post ("the State Minister", not the Prime)."""
    post = (people.roster.affiliation_of(seat).post or "").casefold()
    return words.casefold().removeprefix("the ").strip(" ,") in post


def _names_body(words: str, institution: str) -> bool:
    """Whether words name an institution whole or by its last word ("the Council")."""
    bare = words.removeprefix("the ").strip(" ,")
    return bare in institution or institution in bare


def _holds(word: str, known: str) -> bool:
    forms = ("minister", "pm", "fm") if word == "minister" else (word,)
    return any(re.search(rf"\b{re.escape(form)}\b", known) for form in forms)


_MEN = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Shri|Herr|Monsieur|Ato|Father|His)\b")
_WOMEN = re.compile(r"\b(?:Ms|Mrs|Miss|Madam|Madame|Mme|Dame|Lady|Baroness|Queen|Princess|Begum|Smt|Frau|Her)\b")


def whom_pronoun_means(pronoun: str, people: People, floor: Floor) -> int | None:
    """The last who spoke, unless their form of address speaks against "he" or "she"."""
    if floor.recent is None:
        return None
    barred = _MEN if pronoun.casefold() in ("she", "her") else _WOMEN
    order = dict.fromkeys([floor.recent, *reversed(floor.spoke)])
    return next((seat for seat in order if not barred.search(people.roster.honorific_of(seat) or "")), None)
