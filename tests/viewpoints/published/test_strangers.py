"""A sentence that shows another source is nobody's rather than the last speaker's."""

from __future__ import annotations

import pytest

from communique.engines.language.english import EnglishParser
from communique.record.reading import Block
from communique.record.view import View
from communique.viewpoints.published.prose import paragraphs
from communique.viewpoints.published.strangers import is_anothers

OWN = frozenset("amina rahman director of the delta institute".split())


def anothers(text: str) -> bool:
    [paragraph] = paragraphs("s1", [Block(View.of(text, 0, len(text)))], EnglishParser())
    return is_anothers(paragraph.sentences[0], OWN)


@pytest.mark.parametrize(
    "text",
    [
        "Okoro replied that inspectors look for exactly these.",
        "The Minister replied that courts had dismissed two thirds of the judges.",
        "According to Lindita Berisha of Civic Pulse, citizens no longer wait.",
        "As Petra Novak put it at the end, a lake has no exit.",
        "The panel was unanimous that the distinction has lost its meaning.",
        "Several members voiced concern at the shrinking of humanitarian space.",
        "A second webinar on launch sites is planned.",
        "(Laughter.)",
    ],
)
def test_another_source_or_the_meeting_itself_is_seen(text: str) -> None:
    assert anothers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Customs posts still follow a timetable drawn up for a quarter of the traffic.",
        "China has not only contained the outbreak but grown.",
        "Rahman added that a shared waybill would pay for itself.",
        "The Director said that ports compete.",
        "She noted that three bodies ran the same programme.",
        "As an example, the port of Salalah may be taken.",
        "Several countries have no gauges at all.",
    ],
)
def test_the_speakers_own_words_go_on(text: str) -> None:
    assert not anothers(text)
