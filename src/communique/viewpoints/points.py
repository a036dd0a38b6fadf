"""The main points of each participant: what they said that matters, each citing its passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.record.values import Passage, Record, Voice
from communique.viewpoints.floor import is_question
from communique.viewpoints.selection import Line, Meeting, select
from communique.viewpoints.spoken import opened, tidy

# "This is why ...", "They also ...": such a sentence needs the one before it.
_LEANING = re.compile(
    r"(?:this|that|these|those|it|they|he|she|such|both|neither|there)\b(?! (?:is|are|was|were) (?:a |an |no |some |several |many |little )?\w+(?: \w+)? (?:between|in|of|for|that|to)\b)"
    r"|(?:for (?:example|instance)|that is|which|as i said|so did|the (?:former|latter|same|second|third|other)|one (?:is|of them)|here|first|second|third)\b",
    re.IGNORECASE,
)
_TAKES_A_STAND = re.compile(
    r"\b(?:should|must|ought to|needs? to|have to|has to|cannot|necessary|essential)\b"
    r"|\b(?:I|we) (?:\w+ )?(?:propose|suggest|recommend|support|oppose|agree|disagree|believe|think|call on|urge|hope|fear|welcome|reject|accept|ask|object|favou?r|want|would)\b"
    r"|\bmy (?:\w+ )?(?:proposal|suggestion|recommendation|point|view|position)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:I|we) (?:was|were|had|went|came|saw|did|sat|spent|remember|looked|once|will be|have been)\b"
    r"|\b(?:my (?:father|mother|teacher|grandmother|grandfather|friend|students?)|last (?:year|month|week|january))\b|\byou\b|^(?:imagine|permit|let me|picture|suppose)\b",
    re.IGNORECASE,
)
# On the scale of salience, whose best lines are worth about 0.1.
_STAND, _STORY = 0.03, -0.04
_SHORTEST, _LONGEST = 8, 45
_WORDS_A_POINT = 25


@dataclass(frozen=True, kw_only=True)
class Point:
    """One assertion by one participant; ``passages`` are what it rests on, in the order said."""

    participant: str | None
    passages: tuple[str, ...]


def points_of(
    record: Record, participant: str, *, among: Sequence[Passage] | None = None, words: int = 150
) -> tuple[Point, ...]:
    """The main points of a participant in about ``words`` words, in the order said.

    ``among`` narrows the choice to some of their views; the whole meeting still tells what matters.
    Sentences that stand alone come first, questions and those that lean on another only where
    there is nothing else.
    """
    heard = _heard(record)
    own = [p for p in record.passages if p.attributed_to == (participant,) and p.voice is Voice.VIEW]
    places = [heard.places[p.id] for p in (own if among is None else among) if p.id in heard.places]
    chosen = _chosen(heard.meeting, places, words)
    return tuple(
        Point(participant=participant, passages=(heard.ids[place],)) for place in sorted(chosen)
    )


def points_among(passages: Sequence[Passage], *, most: int) -> list[Passage]:
    """The ``most`` telling of ``passages``, whoever said them, in the order given."""
    meeting = Meeting.of([_line(passage, turn) for turn, passage in enumerate(passages)])
    chosen = _chosen(meeting, list(range(len(passages))), most * _WORDS_A_POINT)
    return [passages[place] for place in sorted(chosen[:most])]


@dataclass(frozen=True, slots=True)
class _Heard:
    meeting: Meeting
    ids: tuple[str, ...]
    places: dict[str, int]


@lru_cache(maxsize=2)
def _heard(record: Record) -> _Heard:
    """The views of a record, counted once for all its participants."""
    views = [p for p in record.passages if p.voice is Voice.VIEW]
    turns: dict[str, int] = {}
    lines = [
        _line(passage, turns.setdefault(passage.intervention or passage.id, len(turns)))
        for passage in views
    ]
    ids = tuple(passage.id for passage in views)
    return _Heard(Meeting.of(lines), ids, {name: place for place, name in enumerate(ids)})


def _line(passage: Passage, turn: int) -> Line:
    speaker = passage.attributed_to[0] if passage.attributed_to else passage.speaker
    return Line(opened(tidy(passage.text).text), speaker, turn)


def _chosen(meeting: Meeting, places: Sequence[int], words: int) -> tuple[int, ...]:
    """From what stands alone first; then, where that leaves room, from the rest."""
    alone = [place for place in places if _stands_alone(meeting.lines[place].text)]
    favour = {place: _favour(meeting.lines[place].text) for place in places}
    chosen = select(meeting, words=words, candidates=alone, favour=favour) if alone else ()
    used = sum(len(meeting.lines[place].text.split()) for place in chosen)
    if used * 2 >= words or len(alone) == len(places):
        return chosen
    rest = [place for place in places if place not in frozenset(alone)]
    return chosen + select(meeting, words=words - used, candidates=rest, favour=favour)


def _favour(text: str) -> float:
    """A report wants what somebody stands for before what somebody tells."""
    return _STAND * bool(_TAKES_A_STAND.search(text)) + _STORY * bool(_TELLS.search(text))


def _stands_alone(text: str) -> bool:
    fits = _SHORTEST <= len(text.split()) <= _LONGEST or not text.isascii()
    return fits and not is_question(text) and _LEANING.match(text) is None
