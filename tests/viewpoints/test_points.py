"""The main points of a participant and the themes of a meeting cite what was said."""

from __future__ import annotations

from communique.record.values import Participant, Passage, Record, Voice
from communique.viewpoints.points import points_among, points_of
from communique.viewpoints.themes import themes_of

SAID = [
    ("ito", "Imagine a night on the ferry with my grandmother and all of her suitcases.", Voice.VIEW),
    ("ito", "The drought fund should be paid from tariffs and never from transit fees.", Voice.VIEW),
    ("ito", "This is why it failed.", Voice.VIEW),
    ("ito", "Thank you, Chair, the floor is yours.", Voice.FLOOR),
    ("lund", "A drought fund without transit fees would be empty after the first dry summer.", Voice.VIEW),
    ("lund", "Who would pay into the drought fund if not the corridor companies themselves?", Voice.VIEW),
    ("okafor", "Transit fees are no way to pay for wells, because traffic stops in a drought.", Voice.VIEW),
]
RECORD = Record(
    participants=tuple(Participant(id=name, name=name.title()) for name in ("ito", "lund", "okafor")),
    passages=tuple(
        Passage(id=f"p{n}", source="s", start=0, end=1, text=text, voice=voice, attributed_to=(who,), intervention=who)
        for n, (who, text, voice) in enumerate(SAID)
    ),
)


def test_a_stand_comes_before_a_story_and_courtesies_never() -> None:
    points = points_of(RECORD, "ito", words=10)
    assert [point.passages for point in points] == [("p1",)]
    assert points[0].participant == "ito"


def test_points_come_in_the_order_said() -> None:
    cited = [point.passages[0] for point in points_of(RECORD, "ito", words=100)]
    assert cited == sorted(cited)
    assert "p3" not in cited


def test_the_choice_can_be_narrowed() -> None:
    assert points_of(RECORD, "ito", among=[RECORD.passages[2]], words=50)[0].passages == ("p2",)
    assert points_of(RECORD, "nobody", words=50) == ()


def test_points_among_passages_are_no_more_than_asked_for() -> None:
    chosen = points_among(RECORD.passages, most=2)
    assert len(chosen) <= 2
    assert points_among([], most=3) == []


def test_a_theme_is_a_phrase_that_several_people_used() -> None:
    themes = themes_of(RECORD)
    named = {theme.name: theme for theme in themes}
    assert set(named["drought fund"].participants) == {"ito", "lund"}
    assert set(named["transit fees"].passages) == {"p1", "p4", "p6"}
    assert not any("grandmother" in name for name in named)


def test_names_of_people_are_no_theme() -> None:
    assert not any("ito" in theme.name.casefold() for theme in themes_of(RECORD))
