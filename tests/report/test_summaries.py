"""A paragraph a participant: their own words, in reported speech or as a published report has them."""

from __future__ import annotations

from dataclasses import replace

from communique.record.values import AttributionRule, Participant, Record, Session, Voice
from communique.report.style import Style, Tense
from communique.report.summaries import summaries_section
from communique.report.values import Origin, Paragraph

from .making import ADA, BO, CHI, material, record, said, told

PROPOSES = "I propose that every skerry should have a beacon before the next winter."
ASKS = "Who will pay the pilots of the northern harbours for their nights at sea?"
FLOOR = "Thank you very much, Chair, for giving me the floor."


def paragraphs(made: Record, style: Style | None = None) -> list[Paragraph]:
    """The participants' paragraphs, without the secretariat's bridge."""
    section = summaries_section(material(made, style), None, lambda *_: ())
    return [b for b in section.blocks[1:] if isinstance(b, Paragraph)] if section else []


def words(made: Record, style: Style | None = None) -> list[str]:
    return [" ".join(s.text for s in p.sentences) for p in paragraphs(made, style)]


def test_the_first_mention_is_in_full_and_no_first_person_is_left() -> None:
    (text,) = words(record(said(1, PROPOSES, ADA)))
    assert text.startswith("Dr. Ada Lind, Director of the Institute of Fjords, Norway, proposes that every ")
    assert not text.startswith(PROPOSES[:9])


def test_the_past_tense_is_the_houses_choice() -> None:
    (text,) = words(record(said(1, PROPOSES, ADA)), Style(tense=Tense.PAST))
    assert "proposed that" in text


def test_a_question_is_asked_and_not_believed() -> None:
    (text,) = words(record(said(1, ASKS, ADA)))
    assert " asks" in text
    assert "believes" not in text


def test_everybody_gets_their_own_points_only() -> None:
    made = record(said(1, PROPOSES, ADA), said(2, ASKS, BO))
    for paragraph in paragraphs(made):
        assert {s.participants for s in paragraph.sentences} == {(paragraph.participant,)}
        owner = {"person-1": ("p1",), "person-2": ("p2",)}[paragraph.participant or ""]
        assert {s.trace for s in paragraph.sentences} == {owner}


def test_who_said_nothing_or_only_courtesies_gets_no_paragraph() -> None:
    made = record(said(1, PROPOSES, ADA), said(2, FLOOR, BO, voice=Voice.FLOOR), people=(ADA, BO, CHI))
    assert [p.participant for p in paragraphs(made)] == ["person-1"]


def test_nobody_means_no_chapter() -> None:
    assert summaries_section(material(record(people=())), None, lambda *_: ()) is None


def test_a_participant_without_post_or_country_is_called_by_name_alone() -> None:
    assert words(record(said(1, PROPOSES, CHI), people=(CHI,)))[0].startswith("Nguyễn Thị Chi proposes")


def test_what_nobody_can_parse_is_quoted() -> None:
    russian = "Мы считаем, что маяки нужны на каждом острове северного побережья."
    (paragraph,) = paragraphs(record(said(1, russian, BO, language="ru")))
    assert [s.origin for s in paragraph.sentences] == [Origin.QUOTED]
    assert russian in paragraph.sentences[0].text


def test_a_published_report_is_kept_as_it_stands() -> None:
    made = record(told(1, "Ada Lind warned that beacons rust.", ADA), said(2, PROPOSES, ADA), said(3, ASKS, BO))
    first = paragraphs(made)[0]
    assert [(s.origin, s.text) for s in first.sentences] == [(Origin.KEPT, "Ada Lind warned that beacons rust.")]


def test_two_people_known_by_one_country_stay_two_voices() -> None:
    two = (ADA, replace(BO, country="Norway"))
    made = record(said(1, PROPOSES, two[0]), said(2, "I believe that beacons on skerries cost less than tugs.", two[1]),
                  people=two, attribution=AttributionRule.BY_COUNTRY)
    (text,) = words(made)
    assert "Lind" not in text
    assert "Tveit" not in text
    assert text.casefold().count("a participant from norway") == 2


def test_a_private_session_adds_nothing_to_a_paragraph() -> None:
    shut = Session(id="shut", title="Shut", attribution=AttributionRule.NONE)
    made = record(said(1, PROPOSES, ADA), said(2, "I fear that the northern tugs are lost.", ADA, session="shut"),
                  sessions=(shut,))
    assert "tugs" not in " ".join(words(made))


def test_a_paragraph_keeps_about_its_length() -> None:
    many = [said(n, f"I propose that harbour number {n} of the coast should paint {n + 2} beacons this year.", ADA)
            for n in range(1, 40)]
    (text,) = words(record(*many), Style(words=60))
    assert 20 <= len(text.split()) <= 120


def test_a_seat_that_is_not_in_the_list_is_not_written_about() -> None:
    stranger = Participant(id="person-9", name="Nils Ek")
    assert words(record(said(1, PROPOSES, stranger), people=(ADA,))) == []
