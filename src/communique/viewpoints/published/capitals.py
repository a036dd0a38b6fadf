"""Names in capitals, as records of the United Nations print them: "OLGA BRANDT (Norway) said"."""

from __future__ import annotations

import re

from communique.record.bodies import ORGANISATION_WORDS, is_organisation
from communique.record.countries import country_named, country_of_demonym
from communique.record.posts import is_post, is_post_word

_WORD = r"(?:[A-ZÀ-ÞĀ-ŽА-Я][^\W\d_’'\-]*(?:[’'\-][^\W\d_]+)*\.?)"
_RUN = re.compile(rf"{_WORD}(?: {_WORD}){{1,5}}(?=,? ?\(|, |\s+(?:of|in|said|told|asked|noted|stressed|stated)\b)")
_TITLED = re.compile(rf"\b(?:Mr|Ms|Mrs|Dr|Prof|Sir)\.? ({_WORD}(?: {_WORD})*)")
_OPENS = re.compile(r"(?:^|[.!?:;,”—–]|\b(?:and|by|Mr\.|Ms\.|Mrs\.|Dr\.))\s*$")


def capital_names(text: str) -> set[int]:
    """Where the words begin that are names though written in capitals."""
    if not any(word.strip(",.()").isupper() and len(word) > 1 for word in text.split()):
        return set()
    opening = {at for found in _RUN.finditer(text) for at in _name_in(text, found)}
    return opening | {at for found in _TITLED.finditer(text) for at in _capitals_from(found, found.start(1))}


def _name_in(text: str, found: re.Match[str]) -> list[int]:
    """The words of a run that opens a sentence or a list, if its surname at least is in capitals."""
    words = found[0].split()
    surnames = [word for word in words if _is_capital(word)]
    if not surnames or not _is_capital(words[-1]) or not _OPENS.search(text[max(0, found.start() - 8) : found.start()]):
        return []
    if any(map(_is_other, words)) or country_named(found[0]) or not _is_followed(text, found.end(), len(surnames) == len(words)):
        return []
    return [found.start() + at.start() for at in re.finditer(r"\S+", found[0]) if not at[0].endswith(".")]


def _is_followed(text: str, end: int, shouted: bool) -> bool:
    """Whether a country, a post or, after a name all in capitals, a verb or a body stands beside."""
    bracket = _BRACKET.match(text, end)
    if bracket is not None:
        return country_named(bracket[1]) is not None or is_organisation(bracket[1]) or is_post(bracket[1])
    beside = re.match(r",\s+([^,.;:]+)", text[end : end + 120])
    if beside is not None and (is_post(beside[1]) or (shouted and (beside[1].split()[0].endswith(("ing", "ed")) or is_organisation(beside[1])))):
        return True
    return shouted and beside is None


_BRACKET = re.compile(r",?\s?\(([^()]+)\)")


def _capitals_from(found: re.Match[str], start: int) -> list[int]:
    starts = []
    for word in re.finditer(r"\S+", found[1]):
        if not _is_capital(word[0]) or _is_other(word[0]):
            break
        starts.append(start + word.start())
    return starts


def _is_capital(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not word.endswith(".")


def _is_other(word: str) -> bool:
    """Whether a word of capitals names a body, a post or a country rather than a person."""
    folded = word.casefold()
    known = folded in ORGANISATION_WORDS or is_post_word(folded) or folded in _ARTICLES
    return known or country_named(word) is not None or country_of_demonym(word.title()) is not None


_ARTICLES = frozenset("the of and for on in at to by with united nations un eu".split())
