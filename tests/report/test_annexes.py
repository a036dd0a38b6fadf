"""Method, programme, participants and bodies: what stands behind the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.record.attribution import Disclosure
from communique.record.values import (
    AttributionRule,
    Notice,
    Record,
    Reference,
    Role,
    Session,
    SourceKind,
)
from communique.report.annexes import (
    language_name,
    method_section,
    participants_section,
    programme_section,
    references_section,
)
from communique.report.values import Origin, Table, sentences_of

from .making import ADA, CHI, TALK, record, said, texts_of


def method(made: Record, model: str | None = None) -> str:
    return " ".join(texts_of(method_section(made, Disclosure(made), model=model, languages=frozenset({"en"}))))


def test_the_method_counts_what_the_report_was_made_from() -> None:
    sources = (TALK, replace(TALK, id="s2", name="b.vtt"), replace(TALK, id="s3", name="c.txt", kind=SourceKind.REPORT))
    assert method(record(sources=sources)).startswith(
        "This report was made from 2 transcripts and a published report.")


@pytest.mark.parametrize("kind", SourceKind)
def test_every_kind_of_source_has_a_name_for_one_and_for_many(kind: SourceKind) -> None:
    one = replace(TALK, kind=kind)
    assert not any(map(str.isdigit, method(record(sources=(one,)))))
    assert "made from 3 " in method(record(sources=tuple(replace(one, id=f"s{n}") for n in range(3))))


def test_every_sentence_of_the_method_is_the_secretariats_own() -> None:
    made = record()
    assert {s.origin for s in sentences_of(method_section(made, Disclosure(made), model=None, languages=frozenset()))} == {Origin.SECRETARIAT}


def test_a_model_is_named_where_one_was_asked_and_only_there() -> None:
    assert "language model small-1" in method(record(), model="small-1")
    assert "language model" not in method(record())


def unread(rule: AttributionRule = AttributionRule.NAMED) -> Record:
    russian = replace(TALK, id="s2", name="orlov.txt", language="ru")
    made = record(said(1, "Маяки нужны.", ADA, source="s2", language="ru"), sources=(TALK, russian), attribution=rule)
    return replace(made, notices=(Notice(code="language-not-analysed", message="no parser", source="orlov.txt"),))


def test_a_language_that_was_not_analysed_is_told() -> None:
    assert "Sources in Russian were kept whole but their views were not analysed." in method(unread())


def test_speech_in_a_language_that_nothing_parses_is_told() -> None:
    chinese = replace(TALK, language="zh")
    made = record(said(1, "灯塔太少。", ADA, language="zh"), sources=(chinese,))
    assert "What was said in Chinese could not be analysed; it is at most quoted." in method(made)


def test_speech_that_was_parsed_needs_no_excuse() -> None:
    assert "analysed" not in method(record(said(1, "Pilots are tired.", ADA), sources=(TALK,)))


def test_the_language_of_a_protected_source_is_not_told() -> None:
    assert "Russian" not in method(unread(AttributionRule.NONE))


def test_a_language_without_a_name_of_ours_keeps_its_code() -> None:
    assert (language_name("zh"), language_name("xx")) == ("Chinese", "xx")


def test_the_programme_hides_the_chair_of_a_private_session() -> None:
    made = record(said(1, "Pilots are tired.", ADA, session="b"), sessions=(
        Session(id="a", title="First", theme="Lamps", chair="Bo Tveit"),
        Session(id="b", title="Second", chair="Ada Lind", attribution=AttributionRule.NONE)))
    section = programme_section(made, Disclosure(made))
    assert section is not None
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert table.rows[1] == ("Second", "", "")


def test_without_sessions_there_is_no_programme() -> None:
    made = record()
    assert programme_section(made, Disclosure(made)) is None


def test_participants_are_listed_with_empty_cells_for_what_is_not_known() -> None:
    section = participants_section((replace(ADA, roles=(Role.CHAIR, Role.OPENING_SPEAKER)), CHI))
    assert section is not None
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert table.rows == (("Dr. Ada Lind", "Director", "Institute of Fjords", "Norway", "chair, opening speaker"),
                          ("Nguyễn Thị Chi", "", "", "", ""))


def test_nobody_makes_no_list() -> None:
    assert participants_section(()) is None


def test_a_body_is_listed_with_its_short_form_and_where_it_is_named() -> None:
    body = Reference(id="r1", name="Skerry Safety Council", other_names=("SSC",), passages=("p1",), origin="gazetteer")
    made = replace(record(said(1, "The SSC must act.", ADA)), references=(body,))
    section = references_section(made, frozenset({"p1"}))
    assert section is not None
    assert [(s.text, s.trace) for s in sentences_of(section)] == [("Skerry Safety Council (SSC)", ("p1",))]


def test_a_body_that_no_passage_may_show_is_not_listed() -> None:
    body = Reference(id="r1", name="Skerry Safety Council", passages=("p1",), origin="text")
    made = replace(record(said(1, "The Skerry Safety Council must act.", ADA)), references=(body,))
    assert references_section(made, frozenset()) is None
