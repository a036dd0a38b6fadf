"""Which runs of capitals are persons' names, and on what evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.record.bodies import ORGANISATION_WORDS, is_organisation
from communique.record.countries import country_named
from communique.record.posts import is_post

from .prose import Paragraph
from .surroundings import posts_first, prefix_start
from .wording import Word

_GAP = re.compile(r"^(?: {1,2}|\. |\.)$")
_RANKS = frozenset("Major General Chief Lord King Judge Justice Prince Father Marshal Captain Commander Group Air".split())
_SAYING = frozenset("said says noted stated added stressed emphasized emphasised explained argued warned believes".split())
_OF_A_BODY = re.compile(
    r" (?:of|from|at) (?:the )?(?:[A-Z][\w&’'\-]* ){1,6}(?:" + "|".join(sorted(_SAYING)) + r"|warns|notes|adds|stresses)\b"
)

_OF_NAMED_BODY = re.compile(r" (?:of|from) (?:the )?((?:[A-Z][\w&’'\-]* ?){2,6})(?:, |(?<= )[a-z]+ )")


def within_apposition(
    paragraph: Paragraph, words: list[Word], before: tuple[int, int], run: tuple[int, int]
) -> bool:
    """Whether a run is part of the institution in the apposition of the person before it."""
    start, end = words[run[0]].start, words[run[1] - 1].end
    between = paragraph.text[words[before[1] - 1].end : start]
    phrase = re.match(r",\s+([^,;:.“”]+)$", between)
    if phrase is None or not is_post(phrase[1]) or not re.search(r"\b(?:of|at|for|with)\b", phrase[1]):
        return False
    inside = words[run[0] - 1]
    named = any(
        label == "ORG" and begin <= inside.start and end <= stop
        for begin, stop, label in paragraph.entities_in(inside.start, end)
    )
    return named and inside.kind not in "ot"


def is_headline(text: str) -> bool:
    """Whether a block is a line of title case rather than prose or a label."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    if not 4 <= len(text.split()) <= 40 or text.rstrip()[-1:] in ".!?:;”\"" or "," in text.replace(", as ", " "):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and capitals >= 0.8 * len(words) and not text.isupper()


def runs_in(
    words: list[Word], paragraph: Paragraph, known: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Ranges of words that may be one name, cut where the parser sees a person begin."""
    at = 0
    while at < len(words):
        if words[at].kind not in "ni" or (_opens_sentence_only(words[at], paragraph) and not known(words[at].text)):
            at += 1
            continue
        end = at + 1
        while end < len(words) and words[end].kind in "nips" and _adjacent(paragraph, words, end):
            end += 1
        while end > at and words[end - 1].kind in "pi" and end - at > 1:
            end -= 1
        yield from _cut(words, at, end, paragraph)
        at = max(end, at + 1)


def _adjacent(paragraph: Paragraph, words: list[Word], at: int) -> bool:
    gap = paragraph.text[words[at - 1].end : words[at].start]
    return bool(_GAP.match(gap)) and (gap.strip() != "." or words[at - 1].kind == "i")


def _opens_sentence_only(word: Word, paragraph: Paragraph) -> bool:
    """Whether the word is capitalised merely because a sentence begins with it."""
    if word.text == "He" or word.start in paragraph.capitals or not any(word.start == start for start, _ in paragraph.spans):
        return False
    first, _ = paragraph.tokens_in(word.start, word.end)
    token = paragraph.parsed.tokens[first] if first < len(paragraph.parsed.tokens) else None
    named = any(label == "PERSON" for _, _, label in paragraph.entities_in(word.start, word.end))
    return not (named or (token is not None and token.tag in ("NNP", "NNPS")))


def _cut(words: list[Word], first: int, last: int, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    start, end = words[first].start, words[last - 1].end
    for begin, stop, label in paragraph.entities_in(start, end):
        if label != "PERSON" or begin <= start or first == 0:
            continue
        inner = next((i for i in range(first + 1, last) if words[i].start == begin), None)
        led = words[first - 1].kind in "lb" or any(
            label_ in ("ORG", "GPE", "FAC", "LOC") and s <= start and e <= begin + 1
            for s, e, label_ in paragraph.entities_in(start, begin)
        )
        if inner is not None and led and stop >= end and last - inner > 1:
            yield inner, last
            return
    yield first, last


def acceptable(
    run: tuple[int, int], words: list[Word], paragraph: Paragraph, known: Callable[[str], bool]
) -> bool:
    """Whether a run of words is a person's name; ``known`` tells names met elsewhere."""
    first, last = run
    case = _Case.of(run, words, paragraph)
    if last - first > 6 or not any(word.kind == "n" for word in words[first:last]):
        return False
    if _is_ruled_out(case, words, first):
        return False
    name = paragraph.text[case.start : case.end]
    if last - first == 1:
        return _is_one_word_name(case, known(name))
    if case.titled or case.start in paragraph.capitals or known(name) or country_before(paragraph, case.start):
        return True
    if _led_by_post(paragraph, words, first, case.before) or _is_said_to_speak(paragraph, case):
        return True
    return _beside_affiliation(paragraph, case) or case.label == "PERSON"


@dataclass(frozen=True)
class _Case:
    """A run of words with what touches it; ``label`` is the parser's for most of it."""

    start: int
    end: int
    words: int
    before: Word | None
    after: Word | None
    label: str | None

    @classmethod
    def of(cls, run: tuple[int, int], words: list[Word], paragraph: Paragraph) -> _Case:
        first, last = run
        start, end = words[first].start, words[last - 1].end
        before = words[first - 1] if first and _touches(paragraph, words[first - 1].end, start) else None
        after = words[last] if last < len(words) and _touches(paragraph, end, words[last].start) else None
        return cls(start, end, last - first, before, after, _entity(paragraph, start, end))

    @property
    def titled(self) -> bool:
        return self.before is not None and self.before.kind == "t"


def _is_ruled_out(case: _Case, words: list[Word], first: int) -> bool:
    """"the X", "Director of X", "X Institute" and "X President" are no persons."""
    before, after = case.before, case.after
    if before is not None and before.text in ("the", "The", "at"):
        return True
    if before is not None and before.text == "of" and first > 1 and words[first - 2].kind in "om":
        return True
    if after is None or (case.titled and case.words > 1):
        return False
    return after.kind == "b" or (after.kind in "om" and not case.titled and case.label != "PERSON")


def _is_one_word_name(case: _Case, known: bool) -> bool:
    """A surname or a mononym: after a title or a post, or met before."""
    after, before = case.after, case.before
    if case.titled and after is not None and after.text[0].isupper() and after.kind in "xcnom":
        return False
    if case.titled and before is not None and before.text in _RANKS and case.label != "PERSON":
        return False
    if _holds_office(before, after, case.label) or case.titled:
        return True
    if before is not None and before.kind == "o" and case.label == "PERSON":
        return True
    return known and case.label in ("PERSON", None, "ORG", "GPE", "NORP")


def _is_said_to_speak(paragraph: Paragraph, case: _Case) -> bool:
    """"X said", "X of the Y College said"."""
    plain = case.label in (None, "PERSON") or (case.before is not None and case.before.kind == "b")
    if plain and case.after is not None and case.after.text in _SAYING:
        return True
    if _OF_A_BODY.match(paragraph.text, case.end) is not None:
        return True
    named = _OF_NAMED_BODY.match(paragraph.text, case.end)
    return named is not None and case.label in (None, "PERSON", "ORG") and is_organisation(named[1])


def _holds_office(before: Word | None, after: Word | None, named: str | None) -> bool:
    """"State Counsellor Karimov said": one word after a post in capitals, and nothing of capitals after."""
    if before is None or before.kind != "o" or not before.text[0].isupper() or before.text.endswith("s"):
        return False
    return named in (None, "PERSON") and (after is None or after.text[0].islower())


def _led_by_post(
    paragraph: Paragraph, words: list[Word], first: int, before: Word | None
) -> bool:
    if before is None or (before.kind not in "ocbn" and not (before.kind in "xm" and before.text[0].isupper())):
        return False
    return before.kind == "o" or prefix_start(paragraph, words, first, 0) < words[first].start


def country_before(paragraph: Paragraph, start: int) -> str | None:
    """The country in "Kazakhstan - Murat Nurtleu", as lists of ministers have it."""
    found = re.search(r"([A-Z][\w ]*?)\s+[-–—]\s+$", paragraph.text[max(0, start - 40) : start])
    words = found[1].split() if found else []
    return next((c for i in range(len(words)) if (c := country_named(" ".join(words[i:])))), None)


def _touches(paragraph: Paragraph, end: int, start: int) -> bool:
    return paragraph.text[end:start] in (" ", "  ", ". ", ".")


def _entity(paragraph: Paragraph, start: int, end: int) -> str | None:
    """The label of the entity that covers most of ``[start, end)``."""
    best, label = 0, None
    for begin, stop, found in paragraph.entities_in(start, end):
        overlap = min(stop, end) - max(begin, start)
        if overlap > best:
            best, label = overlap, found
    return label


def _beside_affiliation(paragraph: Paragraph, case: _Case) -> bool:
    """Whether a post, an institution or a country stands right after, in commas or brackets."""
    tail = paragraph.text[case.end : case.end + 160]
    segment = re.match(r"\s?[,(]\s*([^,();:“”]+)", tail)
    if segment is None:
        return False
    beside = segment[1].strip()
    if is_post(beside) and case.label != "DATE":
        return posts_first(beside)
    body = is_organisation(beside)
    plain = case.label in ("PERSON", None) or _is_list_item(paragraph, case, tail[segment.end() :])
    named = plain or (case.label in ("ORG", "NORP", "GPE") and _names_a_body_whole(beside))
    return (body or country_named(beside) is not None) and named and beside[0].isupper()


def _names_a_body_whole(words: str) -> bool:
    """"University of X", not an acronym, which may be the run's own ("European Union (EU)")."""
    return len(words.split()) > 1 and any(word.casefold() in ORGANISATION_WORDS for word in words.split())


def _is_list_item(paragraph: Paragraph, case: _Case, rest: str) -> bool:
    """Whether the run opens an item of a list with semicolons."""
    opens = re.search(r"[;:]\s*(?:and\s+)?$", paragraph.text[: case.start]) is not None
    return opens and rest.lstrip()[:1] in ("", ";", ".")
