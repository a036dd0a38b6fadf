"""The trace check: does a sentence of the report stand on the passages that it cites?

Four hard signs (numbers, names, negation, speaker) and one soft one, the share of the sentence's
content words that the cited passages hold. Measured on human sentences (benchmarks/trace_check.py);
against a whole meeting instead of the cited passages the check would be worthless.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from communique.record.values import Participant, Passage
from communique.report.values import Flag
from communique.viewpoints.selection import shipped
from communique.viewpoints.selection.words import FUNCTION_WORDS, is_content, words

COVERAGE = 0.5
"""Least share of a sentence's content, by :func:`coverage`, that its passages must hold."""

_STEM = 6
_BASE_WEIGHT = 2.0

_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
} | {word: str(10 * n) for n, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_SCALES = {"hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "twice", "double"}
# "one" is mostly a pronoun.
_COUNTED = (_NUMBER_WORDS.keys() | _SCALES) - {"one"}
_NAME = re.compile(r"(?<![.!?:“\"(]\s)(?<![.!?:“\"(])(?<!^)\b[^\W\d_a-zа-я][\w’'-]*", re.UNICODE)
_NEGATION = re.compile(r"\b(?:not|no|never|nor|neither|nobody|none|nothing|cannot|without|hardly)\b|n['’]t\b", re.IGNORECASE)
# Words by which a report reports, and with which no passage need agree.
_REPORTED_BY = """believes believed stresses stressed underlines underlined highlights highlighted
points pointed notes noted warns warned proposes proposed suggests suggested suggestion recommends
recommended supports asks asked says said calls called considers considered view views opinion
idea participant participants speaker necessary important possible well known need adds added
argues argued recalls recalled hopes hoped fears feared whether according discuss discussed
discussing discussion mention mentioned explain explained introduce introduced talk talked group
team member members meeting think thought decide decided give gave given express expressed state
stated claim claimed insist insisted conclude concluded regard regarding concern concerned agree
agreed present presented first second firstly secondly finally also moreover besides although
though however topic issue matter reply replied answer answered question questioned"""
_REPORTING = frozenset(words(_REPORTED_BY))
_TITLES = frozenset("mr mrs ms dr prof professor ambassador minister director president chair".split())


def check(
    sentence: str, passages: Sequence[Passage], *, participants: Iterable[Participant] = (),
    speakers: Iterable[str] = (), known: Iterable[str] = (),
) -> tuple[Flag, ...]:  # fmt: skip
    """What an editor must look at in ``sentence``, given the passages that it cites.

    ``participants`` may be named freely (names, posts, institutions, countries), and so may
    ``known`` terms. ``speakers``: ids of the participants to whom the sentence is given; each
    passage must be theirs.
    """
    roster = [_identity(participant) for participant in participants]
    allowed = " ".join([*roster, *known])
    cited = " ".join(passage.text for passage in passages)
    return tuple(_flags(sentence, cited, allowed, passages, frozenset(speakers)))


def coverage(sentence: str, cited: str, allowed: str = "") -> float:
    """The share of the sentence's content words that ``cited`` holds; 1 when it has none.

    Words that are rare in meetings weigh more, and words that share a stem of six letters are one
    ("regional", "regions"). Words of ``allowed`` (names, posts) and of reporting do not count.
    """
    left_out = _REPORTING | frozenset(words(allowed))
    wanted = {stem for stem in words(sentence) if is_content(stem) and stem not in left_out}
    held = {stem[:_STEM] for stem in words(cited)}
    weights = {stem: _BASE_WEIGHT + _rarity(stem) for stem in wanted}
    found = sum(weight for stem, weight in weights.items() if stem[:_STEM] in held)
    return found / sum(weights.values()) if weights else 1.0


def _rarity(stem: str) -> float:
    """0 for a word of every meeting, about 5 for one of none."""
    background = shipped().background
    return math.log((background.meetings + 1) / (background.seen(stem)[1] + 1))


def unfounded_numbers(sentence: str, cited: str, allowed: str = "") -> tuple[str, ...]:
    """Digits and number words of ``sentence`` that neither text holds, in either spelling."""
    founded = _numbers(cited) | _numbers(allowed)
    return tuple(sorted(_numbers(sentence) - founded))


def unfounded_names(sentence: str, cited: str, allowed: str = "") -> tuple[str, ...]:
    """Capitalised words inside ``sentence`` that neither text holds."""
    founded = frozenset(words(cited)) | frozenset(words(allowed)) | _TITLES
    return tuple(
        name for name in dict.fromkeys(_NAME.findall(sentence))
        if name.casefold() not in FUNCTION_WORDS and not founded.issuperset(part for part in words(name) if len(part) > 1)
    )  # fmt: skip


def same_negation(sentence: str, cited: str) -> bool:
    """Whether the sentence denies only where its passages do, and something where all of them do."""
    denies, denied = bool(_NEGATION.search(sentence)), bool(_NEGATION.search(cited))
    return denies == denied or (denied and not denies and _has_plain_part(cited))


def _flags(
    sentence: str, cited: str, allowed: str, passages: Sequence[Passage], speakers: frozenset[str]
) -> Iterator[Flag]:
    share = coverage(sentence, cited, allowed)
    if share < COVERAGE:
        yield Flag(code="coverage", message=f"only {share:.0%} of its words stand in the passages that it cites")
    for number in unfounded_numbers(sentence, cited, allowed):
        yield Flag(code="number", message=f"the number {number} does not stand in the passages that it cites")
    for name in unfounded_names(sentence, cited, allowed):
        yield Flag(code="name", message=f"“{name}” stands neither in the passages that it cites nor in the list of participants")
    if not same_negation(sentence, cited):
        yield Flag(code="negation", message="it denies something that its passages do not, or the reverse")
    for passage in passages:
        if speakers and not speakers & frozenset(passage.attributed_to):
            yield Flag(code="speaker", message=f"passage {passage.id} is not this speaker's")


def _identity(participant: Participant) -> str:
    parts = (
        participant.honorific, participant.name, participant.post, participant.institution,
        participant.country, *participant.other_labels,
    )  # fmt: skip
    return " ".join(part for part in parts if part)


def _numbers(text: str) -> frozenset[str]:
    digits = (found.rstrip(".,:") for found in _DIGITS.findall(text))
    spelled = re.findall(r"[a-z]+", text.casefold())
    return frozenset(_plain(number) for number in digits) | frozenset(
        _NUMBER_WORDS.get(word, word) for word in spelled if word in _COUNTED
    )


def _plain(number: str) -> str:
    """"3,200" and "3200" are one number; "3.2" is another."""
    return re.sub(r",(?=\d{3}(?!\d))", "", number)


def _has_plain_part(cited: str) -> bool:
    """Whether some sentence or clause of the passages is free of negation."""
    return any(part.strip() and not _NEGATION.search(part) for part in re.split(r"[.;:!?,]\s", cited))
