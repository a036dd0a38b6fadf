"""How a report names a participant: in full once, then by name alone; never reordered."""

from __future__ import annotations

import re
import unicodedata

from communique.record.values import Participant

from .reported_speech.values import Referent

_AT = re.compile(
    r"\b(?:professor|researcher|fellow|lecturer|scientist|scholar|analyst|student|reader)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:the|a|an)\b|\b(?:university|college|house|inc|ltd|gmbh|llc|plc|co)\.?$|['’]s\b", re.I)
_ARTICLED = re.compile(
    r"^(?:Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles|Vatican|Holy See"
    r"|Democratic Republic .*|Republic .*|Congo|United .*)$|\b(?:Republic|Islands|Emirates)$"
)
_ACRONYM = re.compile(r"^[A-Z]{2,}$")


def in_full(participant: Participant) -> str:
    """Honorific, name, post, institution and country, as far as they are known."""
    named = " ".join(part for part in (participant.honorific, participant.name) if part)
    seat = affiliation(participant)
    return f"{named}, {seat}" if seat else named


def affiliation(participant: Participant) -> str:
    """ "Director of the Institute of Rivers, Kazakhstan": everything but the name."""
    posts = [post.strip() for post in (participant.post or "").split(";") if post.strip()]
    seat = _seat(posts[0] if posts else "", participant.institution or "")
    country = participant.country or ""
    if country and country.casefold() in seat.casefold():
        country = ""
    return ", ".join(part for part in (seat, country, *posts[1:]) if part)


def _seat(post: str, institution: str) -> str:
    if not post or not institution:
        return post or institution
    if institution.casefold() in post.casefold():
        return post
    if "," in post or not (_is_latin(post) and _is_latin(institution)):
        return f"{post}, {institution}"
    link = "at" if _AT.search(post) else "of"
    return f"{post} {link} {with_article(institution)}"


def _is_latin(words: str) -> bool:
    """English links no words of another script."""
    return all(unicodedata.name(c, "").startswith("LATIN") for c in words if c.isalpha())


def with_article(institution: str) -> str:
    """ "the Institute of Rivers", but "Steppe University" and "Chatham House"."""
    bare = re.sub(r"\s*\([^)]*\)$", "", institution)
    if _BARE.search(bare) and " of " not in bare:
        return institution
    one_word = len(bare.split()) == 1 and not _ACRONYM.match(bare)
    return institution if one_word else f"the {institution}"


def country_in_text(country: str) -> str:
    """ "the Netherlands", but "Kenya"."""
    return f"the {country}" if _ARTICLED.search(country) else country


def listed(names: list[str]) -> str:
    """ "a, b and c"."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def capitalised(sentence: str) -> str:
    """``sentence`` beginning with a capital."""
    return sentence[:1].upper() + sentence[1:]


def referent(participant: Participant) -> Referent:
    """How sentences of a report name a participant: described at first mention, then by name."""
    named = " ".join(part for part in (participant.honorific, participant.name) if part)
    return Referent(named, affiliation(participant) or None, participant.name)
