"""Sections with their themes, without names; what a published report gives to nobody."""

from __future__ import annotations

from communique.record.values import AttributionRule, Record, Session, Voice
from communique.report.drift import discussion_sections, kept_discussion
from communique.report.values import Origin, Section, sentences_of
from communique.viewpoints.themes import themes_of

from .making import ADA, BO, material, record, said, texts_of, told

BEACONS = (
    "The beacon network of the northern skerries needs new lamps.",
    "A beacon network without lamps is a danger to every pilot.",
    "Pilots trust the beacon network more than their screens.",
    "The beacon network must be paid for by the harbours.",
)


def sections(made: Record) -> list[Section]:
    shown = material(made)
    return list(discussion_sections(shown, themes_of(shown.reportable)))


def beacons(session: str) -> list[tuple[int, str, str]]:
    return [(n, text, session) for n, text in enumerate(BEACONS, 1)]


def sitting(rule: AttributionRule | None = None, theme: str | None = "Lamps") -> Record:
    spoken = [said(n, text, (ADA, BO)[n % 2], session=s) for n, text, s in beacons("a")]
    return record(*spoken, sessions=(Session(id="a", title="First", theme=theme, chair="Ada Lind", attribution=rule),))


def test_a_session_is_titled_with_its_theme() -> None:
    assert [s.title for s in sections(sitting())] == ["First: Lamps"]


def test_a_session_without_theme_has_its_title_alone() -> None:
    assert [s.title for s in sections(sitting(theme=None))] == ["First"]


def test_who_presided_is_told_and_what_it_turned_on_names_nobody() -> None:
    presided, drift = (s for section in sections(sitting()) for s in sentences_of(section))
    assert presided.text == "Ada Lind presided."
    assert drift.text.startswith("The discussion turned on ")
    assert "beacon" in drift.text
    assert drift.trace
    assert drift.participants == ()


def test_under_the_chatham_house_rule_the_reader_is_told_and_nobody_presides() -> None:
    texts = " ".join(t for s in sections(sitting(AttributionRule.NONE)) for t in texts_of(s))
    assert "Chatham House Rule" in texts
    assert "presided" not in texts
    assert "Lind" not in texts


def test_a_session_off_the_record_is_named_and_not_reported() -> None:
    (section,) = sections(sitting(AttributionRule.OFF_THE_RECORD))
    assert texts_of(section) == ["This section was off the record and is not reported."]


def test_a_session_without_words_and_chair_is_left_out() -> None:
    assert sections(record(sessions=(Session(id="a", title="Lunch"),))) == []


def test_a_record_without_sessions_has_no_sections() -> None:
    assert sections(record(said(1, BEACONS[0], ADA))) == []


def test_a_report_keeps_what_is_everybodys_and_what_is_nobodys() -> None:
    made = record(told(1, "Participants agreed on lamps.", voice=Voice.COLLECTIVE),
                  told(2, "It was said that lamps are dear."), told(3, "Ada Lind praised lamps.", ADA))
    kept = kept_discussion(material(made))
    assert texts_of(kept) == ["Participants agreed on lamps.", "It was said that lamps are dear."]
    assert kept is not None
    assert {s.origin for s in sentences_of(kept)} == {Origin.KEPT}


def test_a_transcript_has_nothing_to_keep() -> None:
    assert kept_discussion(material(record(said(1, BEACONS[0], ADA)))) is None
