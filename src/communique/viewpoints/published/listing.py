"""Lists of participants set line by line: "Name, post, institution", and nobody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.record.affiliation import Affiliation, parse_affiliation
from communique.record.bodies import is_organisation
from communique.record.countries import country_named
from communique.record.names import split_honorific
from communique.record.posts import is_post
from communique.record.reading import BlockKind
from communique.record.values import Role

from .prose import Paragraph

_LONGEST = 45
_MARK = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,3}[.)])\s+")
_ROLE = re.compile(r"^(?P<role>chair(?:man|person|woman)?|moderator|facilitator|discussant|rapporteur|speakers?|panell?ists?|"
                   r"keynote(?: speaker)?|host)\s*[:–—-]\s*", re.IGNORECASE)
_TOPIC = re.compile(r"\s*:?\s*[“\"'‘«][^“”\"]{3,200}[”\"'’»]\s*$")
_RETIRED = re.compile(r"\s*\((?:retd?|rtd)\.?\)", re.IGNORECASE)
_PART = r"(?:[A-ZÀ-ÞĀ-Ž](?:[\w’'\-]*[\w]|\.)|de|van|von|der|den|la|di|da|bin|bint|al|el|le|dos|uulu|kyzy|oglu)"
_NAME = re.compile(rf"{_PART}(?:\s+{_PART}){{1,5}}$")
_JOINT = re.compile(r"\s*(?:,|\s[–—-]\s|\s(?=\())\s*")
_ROLES = {"chair": Role.CHAIR, "moder": Role.CHAIR, "facil": Role.CHAIR, "discu": Role.DISCUSSANT, "rappo": Role.RAPPORTEUR}


_NO_NAMES = frozenset("overview summary introduction conclusion contents agenda programme remarks annex session topics".split())


@dataclass(frozen=True)
class Entry:
    """A line of a list: a person, and what the line says of them."""

    name: str
    honorific: str | None
    affiliation: Affiliation
    role: Role | None


def entries_in(paragraphs: Sequence[Paragraph]) -> dict[int, Entry]:
    """Entries by paragraph number: two lines of this form at least, most of them with an affiliation."""
    found = {number: entry for number, paragraph in enumerate(paragraphs) if (entry := _entry(paragraph))}
    return {number: found[number] for group in _neighbours(sorted(found))
            if _is_list([found[number] for number in group]) and not _is_quoted(paragraphs, group[-1] + 1)
            for number in group}


def _is_quoted(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether a quotation follows, whose label the lines are."""
    return number < len(paragraphs) and paragraphs[number].text.lstrip()[:1] in "“\"«„"


def _neighbours(numbers: Sequence[int]) -> Iterator[list[int]]:
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        yield [number for _, number in group]


def _is_list(entries: Sequence[Entry]) -> bool:
    stated = sum(bool(entry.affiliation.post or entry.affiliation.country or entry.role) or
                 is_organisation(entry.affiliation.institution or "") for entry in entries)
    return len(entries) > 1 and 2 * stated > len(entries)


def _entry(paragraph: Paragraph) -> Entry | None:
    text = _TOPIC.sub("", _MARK.sub("", paragraph.text)).strip(" ;,")
    if paragraph.kind is BlockKind.TITLE or len(text.split()) > _LONGEST or _is_sentence(paragraph, text):
        return None
    role = _ROLE.match(text)
    text = text[role.end() :] if role else text
    head, beside = _parted(_RETIRED.sub("", text, count=1))
    honorific, name = split_honorific(head)
    if not _is_name(name, paragraph) or (beside and not _affiliates(beside)):
        return None
    given = _ROLES.get(role["role"][:5].casefold()) if role else None
    return Entry(name, honorific, _affiliation(beside), given)


def _is_sentence(paragraph: Paragraph, text: str) -> bool:
    if text.endswith(("!", "?", ":", "”")) or (text.endswith(".") and not re.search(r"\b[A-Z][a-z]{0,3}\.$", text)):
        return True
    return any(token.tag in ("VBD", "VBZ", "VBP", "MD") and token.text.islower() for token in paragraph.parsed.tokens)


def _parted(text: str) -> tuple[str, str]:
    joint = _JOINT.search(text)
    if joint is None:
        return text, ""
    return text[: joint.start()], re.sub(r"^\(([^()]*)\)$", r"\1", text[joint.end() :])


def _affiliation(beside: str) -> Affiliation:
    """What stands beside a name; a bracket at the end may hold the post ("X Centre (Negotiator)")."""
    post = re.search(r"\s*\(([^()]+)\)$", beside)
    if post is not None and is_post(post[1]):
        return Affiliation(post=post[1]).or_else(_affiliation(beside[: post.start()]))
    return parse_affiliation(beside) or Affiliation(institution=beside or None)


def _is_name(words: str, paragraph: Paragraph) -> bool:
    if not _NAME.match(words) or is_organisation(words.title() if words.isupper() else words) or is_post(words):
        return False
    if country_named(words) is not None or any(word.casefold() in _NO_NAMES for word in words.split()):
        return False
    at = paragraph.text.find(words)
    labels = {label for _, _, label in paragraph.entities_in(at, at + len(words))}
    return not labels & {"DATE", "TIME"}


def _affiliates(words: str) -> bool:
    """Whether the words beside a name are a post, a body or a country, or capitals in a list of such."""
    if len(words.split()) < 6 and all(word[0].isupper() or word in ("of", "for", "and", "the", "&") for word in words.split()):
        return True
    return any(is_post(part) or is_organisation(part) or country_named(part.strip(" ()")) is not None
               for part in re.split(r"[,;]", words))
