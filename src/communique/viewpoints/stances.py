"""Stances: where a participant says outright that they agree or disagree, and with whom.

Only explicit words count ("I agree with", "I cannot support"), never likeness of content: no
measure of similarity sees a "not" (docs/decisions/0007-stances.md). Silence is no stance.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.record.values import Passage, Voice

_NOT = r"(?:do(?:es)? not|don['’]t|doesn['’]t|did not|cannot|can not|can['’]t|could not|am not able to|would not)"
_VERY = r"(?:\w+ly |very much |entirely |also |of course |certainly )*"
_DIFFERS = re.compile(
    rf"\b{_NOT} {_VERY}(?:agree|support|accept|share|endorse|subscribe|go along)\b"
    r"|\b(?<!power to )(?<!right to )(?<!freedom to )disagree[sd]?\b(?! less)|\b(?:I|we) (?:\w+ly )?(?:oppose|object|reject|differ|part company|take issue)\b"
    r"|(?<!nobody )(?<!no one )(?<!none )(?<!never )\b(?:opposed|objected to|rejected|questioned|took issue with|differed)\b"
    r"|\b(?:not|un)\s?convinced (?:by|that|of)\b|\bI have (?:serious )?(?:doubts|reservations)\b"
    r"|\bhere I part\b|\b(?:is|are) (?:simply |quite |plainly )?(?:wrong|mistaken)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    rf"\b(?:I|we) {_VERY}(?:agree|support|endorse|second|concur|welcome|subscribe to)\b"
    rf"|\b(?:I|we) {_VERY}share (?:the|this|that|his|her|their|your)\b"
    r"|\b(?:agreed|concurred) (?:with|that|on)\b|\bsupported (?:the|this|that|by)\b|\bechoed\b|\bendorsed\b"
    r"|\b(?:is|was|are|were) (?:quite |absolutely |entirely |completely )?right (?:that|to|about|on|when|in)\b"
    r"|\bas \S+(?: \S+){0,3} rightly\b|\bin agreement with\b|\balong the same lines\b"
    r"|\b(?:reached|broad|general|wide) (?:\w+ )?(?:consensus|agreement)\b|\bthere was consensus\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(r"\b(?:if|whether|would|could|might|unless)\b[^,.;]*$", re.IGNORECASE)
_ADDRESSED = re.compile(r"\byour?\b|\bprevious speaker\b|\bjust (?:said|heard)\b|\bcolleague\b", re.I)
_SPOKEN = frozenset({Voice.VIEW, Voice.COLLECTIVE})


@dataclass(frozen=True)
class Stance:
    """``toward`` is the participant agreed or disagreed with, where the words tell."""

    passage: str
    agrees: bool
    participants: tuple[str, ...] = ()
    toward: str | None = None


def stances(passages: Sequence[Passage], names: Mapping[str, str]) -> tuple[Stance, ...]:
    """The explicit stances in ``passages``, in order.

    ``names`` maps a folded word that belongs to exactly one participant's name to their id.
    "You" and "the previous speaker" mean whoever had the floor before, in the same source.
    """
    found: list[Stance] = []
    before: str | None = None
    holder: tuple[str, ...] = ()
    for passage in passages:
        if passage.attributed_to != holder:
            before, holder = (holder[0] if len(holder) == 1 else None), passage.attributed_to
        agrees = attitude(passage.text) if passage.voice in _SPOKEN else None
        if agrees is not None:
            toward = _toward(passage, names, before)
            found.append(Stance(passage.id, agrees, passage.attributed_to, toward))
    return tuple(found)


def attitude(text: str) -> bool | None:
    """True where ``text`` says it agrees, False where it disagrees, None where it says neither.

    A question and a hedged clause ("if we agree") say neither.
    """
    if text.rstrip().endswith("?"):
        return None
    for pattern, agrees in ((_DIFFERS, False), (_AGREES, True)):
        for hit in pattern.finditer(text):
            if not _HEDGED.search(text, 0, hit.start()):
                return agrees
    return None


def _toward(passage: Passage, names: Mapping[str, str], before: str | None) -> str | None:
    named = {names[word] for word in re.findall(r"\w+", passage.text.casefold()) if word in names}
    named -= set(passage.attributed_to)
    if len(named) == 1:
        return named.pop()
    return before if not named and _ADDRESSED.search(passage.text) else None
