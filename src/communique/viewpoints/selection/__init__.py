"""Which sentences of a meeting say what matters: no parser, no network, milliseconds.

:func:`select` picks sentences for a summary of so many words; :func:`salience` scores every one.
Both may be narrowed to one speaker and to a question. The weights are ours, learned from the
training part of QMSum (docs/models/selection.md); words of languages they never saw are weighed by
how the meeting itself uses them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from communique.viewpoints.selection.background import Weights, shipped
from communique.viewpoints.selection.choosing import Chosen, choose, gain
from communique.viewpoints.selection.counts import Line, Meeting
from communique.viewpoints.selection.expectation import Expectation, expect
from communique.viewpoints.selection.features import Focus
from communique.viewpoints.selection.relevance import asked_words, relevance

__all__ = ["Line", "Meeting", "Weights", "salience", "select", "shipped"]

_LONGEST = 45


def select(
    meeting: Meeting | Sequence[Line], *, words: int, query: str | None = None,
    speaker: str | None = None, candidates: Sequence[int] | None = None,
    favour: Mapping[int, float] | None = None, weights: Weights | None = None,
) -> tuple[int, ...]:  # fmt: skip
    """Indexes of the lines for a summary of about ``words`` words, most wanted first.

    The last one may run over. ``speaker`` keeps to that speaker's lines, ``candidates`` to those
    given; the rest of the meeting still tells what matters. What repeats a chosen line is worth
    little and so is not chosen next. ``favour`` adds to the worth of lines, on the scale of
    :func:`salience`.
    """
    counted = meeting if isinstance(meeting, Meeting) else Meeting.of(meeting)
    model = weights or shipped()
    focus = _focus(counted, query, speaker, candidates, model)
    task = _task(query, speaker, candidates)
    mixing = model.mixing[task]
    readable = _readable(counted, focus.mine, int(mixing["shortest"]))
    return choose(
        readable,
        {i: counted.stems[i] for i in readable},
        {i: len(counted.lines[i].text.split()) for i in readable},
        expectation=expect(counted, focus, words, model, task),
        prior=_prior(counted, focus, readable, mixing, favour or {}),
        length=mixing["length"],
        budget=words,
    )


def salience(
    meeting: Meeting | Sequence[Line], *, query: str | None = None, speaker: str | None = None,
    words: int = 150, weights: Weights | None = None,
) -> tuple[float, ...]:  # fmt: skip
    """How much each line would bring to an empty summary of ``words`` words; 0 for other speakers."""
    counted = meeting if isinstance(meeting, Meeting) else Meeting.of(meeting)
    model = weights or shipped()
    focus = _focus(counted, query, speaker, None, model)
    task = _task(query, speaker, None)
    expected = expect(counted, focus, words, model, task)
    mine = frozenset(focus.mine)
    return tuple(
        _worth(said, expected, model.mixing[task]["length"]) if i in mine else 0.0
        for i, said in enumerate(counted.stems)
    )


def _worth(said: tuple[str, ...], expected: Expectation, length: float) -> float:
    return gain(said, expected, Chosen(), length)


def _focus(
    meeting: Meeting, query: str | None, speaker: str | None, candidates: Sequence[int] | None,
    weights: Weights,
) -> Focus:  # fmt: skip
    allowed = range(len(meeting.lines)) if candidates is None else candidates
    mine = tuple(i for i in allowed if speaker is None or meeting.lines[i].speaker == speaker)
    asked = asked_words(query or "", speaker)
    return Focus(mine, relevance(meeting, asked, speaker, weights.locator), asked)


def _task(query: str | None, speaker: str | None, candidates: Sequence[int] | None) -> str:
    if query is not None:
        return "asked"
    return "meeting" if speaker is None and candidates is None else "speaker"


def _readable(meeting: Meeting, mine: tuple[int, ...], shortest: int) -> tuple[int, ...]:
    """Lines of a length one would print; all of them where there is none."""
    fit = tuple(i for i in mine if shortest <= len(meeting.stems[i]) <= _LONGEST)
    return fit or mine


def _prior(
    meeting: Meeting, focus: Focus, readable: tuple[int, ...], mixing: dict[str, float],
    favour: Mapping[int, float],
) -> dict[int, float]:  # fmt: skip
    return {
        i: favour.get(i, 0.0)
        + mixing["near"] * math.log(focus.near[i] + 0.01)
        + (0.0 if meeting.lines[i].text.rstrip("”\"')").endswith((".", "!", "。")) else -mixing["whole"])
        for i in readable
    }
