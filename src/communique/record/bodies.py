"""Institutions by name: their kinds, where they are said to be, and the country their name gives."""

from __future__ import annotations

import re

from .countries import countries_in, country_named
from .posts import PREPOSITIONS, is_post_word, stripped, words_in
from .values import CountryBasis

_EDUCATION = "university universities college polytechnic conservatory universiti universitas universität université school-of-economics"
_UNITS = """department dept division center centre section bureau unit faculty school programme program office
directorate team project group committee subcommittee chair desk laboratory lab wing cluster cell
secretariat-division panel task-force taskforce"""
_BODIES = """institute institutes institution ministry academy council association foundation bank
organization organisation agency commission authority federation union parliament assembly senate
congress government embassy consulate mission secretariat forum fund corporation company society
alliance network league court tribunal house party press times news daily post-office service
services board chamber club trust initiative conference convention coalition movement partnership
confederation command army navy force forces police university college hospital museum library
observatory consortium collective delegation cabinet treasury studio group holding holdings industries
enterprises technologies solutions partners ltd inc plc llc gmbh limited co platform summit branch
kementerian protocol process facility observatory community dialogue nations campaign hural khural majlis mejlis duma rada knesset bundestag diet"""
_SET_EDUCATION = frozenset(_EDUCATION.split())
_SET_UNITS = frozenset(_UNITS.split())
ORGANISATION_WORDS = frozenset(_BODIES.split()) | _SET_UNITS | _SET_EDUCATION
_TRUSTED_HEADS = frozenset(
    """academy ministry government embassy parliament association institute institutes council federation
    consulate army navy commission agency authority chamber senate cabinet delegation mission bank
    university""".split()
)
_SUBJECTS = re.compile(r"\bcent(?:er|re)\b|\boffice\b|\bpolicy institute\b|\bprogram(?:me)?\b|"
                       r"^\W*(?:stud(?:y|ies)|research|affairs|relations|policy|friendship)\b", re.IGNORECASE)
_ONLY_UNITS = frozenset("department division dept section bureau directorate desk".split())
# Councils and boards within a body.
_INNER = re.compile(r"(?:the\s+)?(?:(?:Expert|Advisory|Scientific|Academic|Supervisory|Governing|Executive|Management|Steering|Coordination)\s+"
                    r"(?:Council|Board|Committee)|Board(?:\s+of\s+(?:Trustees|Directors|Governors))?|Council\s+of\s+Experts)\b(?!\s+[A-Z])")
ACRONYM = re.compile(r"^(?!(?:Mc|Mac|Fitz|Al|El|De|Di|Le|La|O)[A-Z][a-z]+$)\(?(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]{2,})(?:[-/&][A-Za-z]+)*\)?$")


def is_organisation(words: str) -> bool:
    """Whether ``words`` read as the name of a body: a noun for one, or an acronym."""
    named = [word for word in words_in(words) if word[:1].isupper()]
    if any(re.sub(r"[’']s$", "", word.casefold()).rstrip(".") in ORGANISATION_WORDS for word in named):
        return True
    return any(ACRONYM.match(word) and country_named(word) is None for word in words.split())


def kind_of_body(words: str) -> str | None:
    """education, body, institute, unit, or None where the words name no body."""
    if country_named(re.sub(r"^the\s+", "", words, flags=re.IGNORECASE).strip()) is not None:
        return None
    head = re.split(PREPOSITIONS, words, maxsplit=1)[0]
    closing = words_in(head)
    if closing and is_post_word(closing[-1]) and len(closing) > 1 and not head.rstrip().endswith(")"):
        return None
    if _INNER.match(words) or (closing and closing[-1].casefold() in _ONLY_UNITS):
        return "unit"
    named = [word.casefold().rstrip(".") for word in words_in(head) if word[:1].isupper()]
    named = [word.removesuffix("’s").removesuffix("'s") for word in named]
    lower = [word for word in words_in(head) if word.islower()]
    for kind, listed in (("education", _SET_EDUCATION), ("institute", {"institute", "institutes"})):
        if any(word in listed for word in named):
            return kind
    if any(word in ORGANISATION_WORDS - _SET_UNITS for word in named):
        return "body"
    if any(word in _SET_UNITS for word in [*named, *lower]):
        return "unit"
    if any(word == "branch" for word in lower):
        return "body"
    acronyms = [word.strip("(),") for word in head.split() if ACRONYM.match(word.strip("(),"))]
    if any(not is_post_word(word) for word in acronyms):
        return "body"
    return None


def without_place(body: str) -> tuple[str, str | None]:
    """A body without the "in X" or ", X" that says where it is, and X where it is a country."""
    owner = next((word for word in countries_in(body) if word.start == 0 and not word.demonym), None)
    if owner is not None and re.match(r"[’']s\s", body[owner.end :]):
        return stripped(body[owner.end + 2 :]), owner.country
    bracket = re.search(r"\s*\(([^()]+)\)$", body)
    if bracket is not None and (place := country_named(bracket[1])) is not None:
        return stripped(body[: bracket.start()]), place
    found = re.search(r"\s+in\s+(?:the\s+)?([A-Z][\w .’'\-]+)$", body)
    if found is None:
        return stripped(body), None
    country = country_named(found[1])
    city = country is None and len(found[1].split()) <= 2 and not is_organisation(found[1])
    if country is None and not city:
        return stripped(body), None
    return stripped(body[: found.start()]), country


def country_of_institution(name: str) -> tuple[str | None, CountryBasis | None]:
    """The country an institution's own name gives: its opening demonym or name, or its "of X".

    A body whose name says what it studies ("Centre for Russian Studies") gives none, nor does a
    name that joins two countries.
    """
    bare = re.sub(r"\([^)]*\)", " ", name)
    words = list(countries_in(bare))
    if len({word.country for word in words}) != 1 or re.search(r"\w[-–]\s?\w*$", bare[: words[0].start]):
        return None, None
    if re.match(r"\s?[-–/]", bare[words[0].end :]):
        return None, None
    return _place_in_name(bare, words[0].start, words[-1].start, words[-1].end, words[0].demonym, words[0].country)


def _place_in_name(
    name: str, first: int, last: int, end: int, demonym: bool, country: str
) -> tuple[str | None, CountryBasis | None]:
    closes = re.search(r"\bof\s+(?:the\s+)?$", name[:last]) and not name[end:].strip()
    opens = not re.sub(r"^the\s+", "", name[:first], flags=re.IGNORECASE).strip()
    within = re.search(r"\bof\s+(?:the\s+)?$", name[:first]) and demonym
    if closes and not _SUBJECTS.search(name[:last]):
        return country, CountryBasis.NAMED if _is_state_body(name) else CountryBasis.INSTITUTION
    head = {word.casefold() for word in words_in(name[end:])}
    if (opens or within) and head & _TRUSTED_HEADS and not _SUBJECTS.search(name[end:]):
        return country, CountryBasis.DEMONYM if demonym else CountryBasis.INSTITUTION
    return None, None


def _is_state_body(name: str) -> bool:
    return bool(re.match(r"(?:Ministry|Government|Embassy|Parliament|Senate|Presidency)\b", name))
