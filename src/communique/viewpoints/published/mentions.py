"""Persons as a paragraph mentions them: the name, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from communique.record.affiliation import Affiliation, parse_affiliation, parse_prefix
from communique.record.values import CountryBasis

from .candidates import acceptable, country_before, is_headline, runs_in, within_apposition
from .prose import Paragraph
from .surroundings import apposed_before, is_capitalised, parted_titles, prefix_start, suffix_end
from .wording import Word, words_of

_ROLE_HERE = re.compile(
    r"\s*\((?:moderator|chair\w*|discussant|rapporteur|online|virtual(?:ly)?|via zoom)\)|"
    r"\s*(?:\band|,)\s+(?:the\s+|a\s+)?(?:moderator|host|chair\w*|organi[sz]er|co-?chair|facilitator|presenter|speaker|panell?ist|discussant)\s+(?:of|in|at)\s+the\s+"
    r"(?:\w+\s+){0,2}?(?:session|discussion|event|panel|meeting|forum|webinar|seminar|conference|round\s?table)\b.*$",
    re.IGNORECASE,
)
_VAGUE = frozenset("official expert scholar diplomat analyst professor economist researcher academic".split())
# Who somebody is at this meeting only.
_SPEAKING = re.compile(
    r"(?:(?:the|our|a|first|second|third|fourth|final|last|next|main|other|guest|keynote|panel|renowned|noted|fellow)\s+)*"
    r"(?:speaker|panell?ist|discussant|moderator|participant|presenter|expert)s?", re.IGNORECASE,
)


@dataclass(frozen=True)
class Mention:
    """A person named at ``[start, end)``; ``[left, right)`` takes in title, post and affiliation."""

    start: int
    end: int
    left: int
    right: int
    name: str
    honorific: str | None
    affiliation: Affiliation
    possessive: bool
    strong: bool


def mentions_in(
    paragraph: Paragraph, known: Callable[[str], bool] = lambda _: False
) -> list[Mention]:
    """The persons that ``paragraph`` names, in order; ``known`` tells names met elsewhere."""
    if is_headline(paragraph.text):
        return []
    words = words_of(paragraph)
    runs = _persons(paragraph, words, known)
    found: list[Mention] = []
    for number, run in enumerate(runs):
        floor = found[-1].right if found else 0
        follower = None
        if number + 1 < len(runs):
            follower = prefix_start(paragraph, words, runs[number + 1][0], words[run[1] - 1].end)
        found.append(_mention(paragraph, words, run, floor, follower))
    return [m for m in found if m.strong or known(m.name) or len(m.name.split()) > 1]


def _persons(
    paragraph: Paragraph, words: list[Word], known: Callable[[str], bool]
) -> list[tuple[int, int]]:
    runs = [run for run in runs_in(words, paragraph, known) if acceptable(run, words, paragraph, known)]
    return [run for number, run in enumerate(runs)
            if number == 0 or not within_apposition(paragraph, words, runs[number - 1], run)]


def _mention(
    paragraph: Paragraph, words: list[Word], run: tuple[int, int], floor: int, follower: int | None
) -> Mention:
    first, last = run
    start, end = words[first].start, words[last - 1].end
    end += paragraph.text[end : end + 1] == "." and words[last - 1].kind == "s"
    left = prefix_start(paragraph, words, first, floor)
    honorific, post = parted_titles(paragraph.text[left:start])
    right = suffix_end(paragraph, end, follower)
    after = _ROLE_HERE.sub("", paragraph.text[end:right].rstrip(" .,;"))
    beside = _beside(after, listed=paragraph.text[right : right + 1] == ";")
    before = parse_prefix(post) if post and not _SPEAKING.fullmatch(post) else Affiliation()
    if not before and not beside.post:
        left, before = apposed_before(paragraph, left, floor)
    affiliation = _with_title(_joined(before, beside, after), honorific, after)
    country = country_before(paragraph, start)
    if country and not affiliation.country:
        affiliation = replace(affiliation, country=country, basis=CountryBasis.NAMED)
    return Mention(
        start, end, left, right, paragraph.text[start:end], honorific, affiliation,
        possessive=bool(re.match(r"[’']s?\b|[’']\s", paragraph.text[end : end + 3])),
        strong=bool(honorific) or bool(affiliation),
    )


def _beside(after: str, *, listed: bool) -> Affiliation:
    """What the words after a name say; in a list with semicolons any capitals are an institution."""
    if not after.strip(" ,("):
        return Affiliation()
    found = parse_affiliation(_unbracketed(after))
    bracket = re.fullmatch(r"\s?\(([^()]+)\)?", after)
    if not found and bracket and is_capitalised(bracket[1]):
        return Affiliation(institution=bracket[1])
    if not found and listed and after.startswith(", "):
        return Affiliation(institution=after[2:].strip())
    return found


def _with_title(found: Affiliation, honorific: str | None, after: str) -> Affiliation:
    """"Professor X of the Y University" and an ambassador's country make the title the post."""
    if found.post is not None or honorific is None:
        return found
    if honorific.endswith("Professor") and re.match(r"\s(?:of|at|from)\s", after):
        return Affiliation("Professor").or_else(found)
    if "mbassador" in honorific and found.country:
        return Affiliation("Ambassador").or_else(found)
    return found


def _joined(before: Affiliation, beside: Affiliation, after: str) -> Affiliation:
    """One affiliation of the post before and the words after; of two posts the placed one counts."""
    if beside.post and before.post:
        placed = (before.institution or before.country) and not (beside.institution and before.post in _VAGUE)
        return before.or_else(beside) if placed else beside.or_else(replace(before, post=None))
    if re.match(r"\s+of\s", after) and before.post:
        return before.or_else(beside)
    return beside.or_else(before) if beside.post else before.or_else(beside)


def _unbracketed(after: str) -> str:
    inner = re.match(r"\s*,?\s*\(([^()]*)(?:[()]?\s*$|\),)", after)
    return f"{inner[1]},{after[inner.end() :]}" if inner else after
