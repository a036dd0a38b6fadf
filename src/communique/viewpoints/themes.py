"""The themes of a meeting: phrases that several people used, and where.

A theme is a run of content words inside a sentence, as people said it most often. It counts for the
people who touched it rather than for how often one of them repeated it, and for how unusual its
words are elsewhere. No parser: nouns are told by the company they keep.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from communique.record.values import Passage, Record, Voice
from communique.viewpoints.selection import shipped
from communique.viewpoints.selection.words import FUNCTION_WORDS, stem
from communique.viewpoints.spoken import tidy

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[^\w\s]")
_LONGEST = 3
# A phrase of two words says more than either; hand-set, not tuned.
_WORTH = {1: 1.0, 2: 2.4, 3: 3.0}
_FEWEST_PASSAGES = 2
# "a proposal", "this year": said at every meeting and about nothing.
_EMPTY = frozenset(
    stem(word) for word in """point points question questions example examples issue issues part
    parts time times year years day days week weeks month months today yesterday tomorrow people
    person man woman everybody everyone somebody anybody nobody colleague colleagues chair speaker
    speakers morning afternoon evening minute minutes hour hours number numbers reason reasons case
    cases idea ideas word words fact problem problems place places side sides moment end beginning
    last next first second third fourth fifth new old big small long short high low early late different important necessary
    possible able clear certain whole general main many several few less least every another
    round table meeting section session report paper study mr mrs ms dr professor ambassador
    hundred thousand million billion three four five six seven eight nine ten half third percent
    per cent course matter kind way ways bit rest line left right real true simple easy hard bad
    better best worse worst nice close open full free ready sure glad happy proposal proposals
    remark remarks comment comments name names view views answer answers position positions
    country countries region world state states government governments ago already always never
    often later soon perhaps maybe almost together away back again however therefore because
    enough instead alone around across along among behind beside without within
    make made take took give gave put keep kept ask asked need needs use used try work works help
    show shows become became happen happens start starts stop call called agree disagree support
    speak spoke hear heard listen read write wrote find found leave bring brought run hold held
    pay paid build built turn move change changes begin began believe hope add follow
    propose suggest worry mention describe explain remember forget decide""".split()
)  # fmt: skip
_RULE = ("Chatham House Rule", "secretariat")
_LINKS = frozenset("of the and on in for to a an international regional".split())
_BEFORE_NOUN = frozenset("the a an of our this these those their its in on for between by into from with about no any some without per over under against".split())


@dataclass(frozen=True, kw_only=True)
class Theme:
    """``passages`` touch it, in order; ``participants`` said them. ``weight`` orders themes."""

    name: str
    passages: tuple[str, ...]
    participants: tuple[str, ...]
    weight: float


@dataclass(slots=True)
class _Phrase:
    spellings: Counter[str] = field(default_factory=Counter)
    passages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    like_a_noun: int = 0
    uses: int = 0


def themes_of(record: Record, *, most: int = 12) -> tuple[Theme, ...]:
    """The themes of the views in ``record``, the most widely touched first.

    Empty where people shared no phrase, and for languages written without spaces.
    """
    views = [p for p in record.passages if p.voice in (Voice.VIEW, Voice.COLLECTIVE)]
    names = _names(record)
    phrases: dict[tuple[str, ...], _Phrase] = defaultdict(_Phrase)
    for passage in views:
        for stems, spelling, noun in _runs(tidy(passage.text).text):
            if names.isdisjoint(stems):
                _note(phrases[stems], passage, spelling, noun)
    themes = [_theme(stems, phrase) for stems, phrase in phrases.items() if _shared(stems, phrase)]
    themes.sort(key=lambda theme: (-theme.weight, theme.name))
    return tuple(_distinct(themes))[:most]


def _note(phrase: _Phrase, passage: Passage, spelling: str, noun: bool) -> None:
    phrase.spellings[spelling] += 1
    phrase.passages[passage.id] = passage.attributed_to or (passage.speaker or "",)
    phrase.like_a_noun += noun
    phrase.uses += 1


def _runs(text: str) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Each run of up to three content words, how it is spelled, and whether it stands like a noun."""
    tokens = _TOKEN.findall(text)
    for start in range(len(tokens)):
        for end in range(start + 1, min(start + _LONGEST, len(tokens)) + 1):
            if not _may_hold(tokens[end - 1]):
                break
            before = tokens[start - 1].casefold() if start else ""
            after = tokens[end].casefold() if end < len(tokens) else "."
            opens = not before and end > start + 1
            noun = (opens or before in _BEFORE_NOUN) and not _may_hold(after)
            run = tokens[start:end]
            yield tuple(stem(word.casefold()) for word in run), " ".join(_written(run, start)), noun


def _written(run: Sequence[str], start: int) -> list[str]:
    opens = start == 0 and not run[0].isupper()
    return [run[0].lower() if opens else run[0], *run[1:]]


def _may_hold(token: str) -> bool:
    folded = token.casefold()
    return (
        token[0].isalpha() and len(token) > 2 and folded not in FUNCTION_WORDS
        and stem(folded) not in _EMPTY and not folded.endswith(("ly", "n't", "n’t", "'s", "’s"))
    )  # fmt: skip


def _shared(stems: tuple[str, ...], phrase: _Phrase) -> bool:
    people = {person for speakers in phrase.passages.values() for person in speakers}
    nouns = phrase.like_a_noun * (2 if len(stems) > 1 else 3) >= phrase.uses
    return len(people) > 1 and len(phrase.passages) >= _FEWEST_PASSAGES and nouns


def _theme(stems: tuple[str, ...], phrase: _Phrase) -> Theme:
    people = tuple(dict.fromkeys(p for speakers in phrase.passages.values() for p in speakers))
    best = max(phrase.spellings.values())
    name = min(spelling for spelling, uses in phrase.spellings.items() if uses == best)
    weight = len(people) * _rarity(stems) * math.log1p(len(phrase.passages)) * _WORTH[len(stems)]
    return Theme(name=name, passages=tuple(phrase.passages), participants=people, weight=weight)


def _rarity(stems: tuple[str, ...]) -> float:
    """How unusual the words are in other meetings; the rarest of them counts."""
    background = shipped().background
    known = min(background.seen(word)[1] for word in stems)
    return math.log((background.meetings + 1) / (known + 1)) + 0.5


def _distinct(themes: Sequence[Theme]) -> Iterator[Theme]:
    """Each subject once: "gauge", "river gauge" and "gauges" are one."""
    told: list[frozenset[str]] = []
    for theme in themes:
        stems = frozenset(stem(word) for word in theme.name.casefold().split())
        if all(stems.isdisjoint(other) for other in told):
            told.append(stems)
            yield theme


def _names(record: Record) -> frozenset[str]:
    """Names of people, of the series and of the rule it meets under are no subject."""
    parts = (
        word for participant in record.participants
        for label in (participant.name, *participant.other_labels) for word in label.split()
    )  # fmt: skip
    edition = record.edition
    titles = (edition.series, *edition.other_names, *_RULE)
    own = (word for title in titles if title for word in title.split())
    return frozenset(stem(word.casefold().strip(".,()")) for word in (*parts, *own)) - _LINKS
