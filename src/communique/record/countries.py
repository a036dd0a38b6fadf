"""Countries as texts name them, and the one short English name we give each.

The table (``countries.toml``) is our own. Nothing is matched by likeness, and no city or region
stands for a country.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CountryWord:
    """A country named in a text at ``[start, end)``; ``demonym`` when by its adjective."""

    start: int
    end: int
    country: str
    demonym: bool


def country_named(words: str) -> str | None:
    """The country that ``words`` as a whole name ("Republic of Korea" -> "South Korea").

    A lower-case "us" is not a country.
    """
    if len(words) <= 3 and words.islower():
        return None
    folded = _folded(words)
    return _names().get(folded) or _names().get(_STYLE.sub("", folded))


def country_of_demonym(word: str) -> str | None:
    """The country of "Kazakh", "South Korean"; None for a country's own name."""
    return _demonyms().get(_folded(word))


def countries_in(text: str) -> Iterator[CountryWord]:
    """Every country or demonym named in ``text``, longest form first, case as written.

    Short forms in capitals (US, UK) count only in capitals; "US-China" names two countries.
    """
    for found in _pattern().finditer(text):
        words = found[0]
        country = country_named(words)
        if country is not None:
            yield CountryWord(found.start(), found.end(), country, False)
            continue
        country = country_of_demonym(words)
        if country is not None:
            yield CountryWord(found.start(), found.end(), country, True)


def country_at(text: str, start: int) -> int | None:
    """Where the country or demonym of several words that begins at ``start`` ends ("Sri Lanka")."""
    opening = _WORD.match(text, start)
    if opening is None or opening[0] not in _first_words():
        return None
    found = _pattern().match(text, start)
    return found.end() if found and " " in found[0] else None


_WORD = re.compile(r"\w+")


@cache
def _first_words() -> frozenset[str]:
    """The first words of countries' names that are longer than one."""
    forms = [form for country in _table()
             for form in [country, *_forms(country, "names"), *_forms(country, "demonyms")]]
    first = {form.split()[0] for form in forms if " " in form}
    return frozenset(first | {word.upper() for word in first})


# "Republic of Ghana"; the republics of China, Korea and the Congo are told apart by the table alone.
_STYLE = re.compile(r"^(?:federal |islamic )?(?:republic|kingdom|state|sultanate) of (?:the )?(?!china|korea|congo)")


def _folded(words: str) -> str:
    plain = words.strip().replace("’", "'").removesuffix("'s").strip(" .,")
    plain = re.sub(r"\s+", " ", plain).casefold()
    return plain.removeprefix("the ")


@cache
def _table() -> dict[str, dict[str, str]]:
    text = (files(__package__) / "countries.toml").read_text(encoding="utf-8")
    countries: dict[str, dict[str, str]] = tomllib.loads(text)["countries"]
    return countries


def _forms(country: str, kind: str) -> list[str]:
    listed = _table()[country].get(kind, "")
    return [form for form in listed.split("|") if form]


@cache
def _names() -> dict[str, str]:
    return {
        _folded(form): country
        for country in _table()
        for form in [country, *_forms(country, "names")]
    }


@cache
def _demonyms() -> dict[str, str]:
    return {_folded(form): country for country in _table() for form in _forms(country, "demonyms")}


@cache
def _pattern() -> re.Pattern[str]:
    forms = {
        form
        for country in _table()
        for form in [country, *_forms(country, "names"), *_forms(country, "demonyms")]
    }
    shouted = {form.upper() for form in forms if len(form) > 3}
    longest = sorted(forms | shouted, key=len, reverse=True)
    listed = "|".join(re.escape(form).replace("'", "['’]") for form in longest)
    return re.compile(rf"(?<![\w.])(?:{listed})(?!\w)")
