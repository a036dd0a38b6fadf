"""What a draft may be written from."""

from __future__ import annotations

import pytest

from communique.record.values import AttributionRule, Voice
from communique.report.material import Material
from communique.report.reported_speech import Place, Referent
from communique.report.style import Style
from communique.report.values import Origin

from .making import ADA, BO, material, record, said, told

OFF = AttributionRule.OFF_THE_RECORD


def test_nothing_is_drawn_from_what_was_off_the_record() -> None:
    shown = material(record(said(1, "Pilots are tired.", ADA), said(2, "Tugs are lost.", ADA, attribution=OFF)))
    assert [p.id for p in shown.reportable.passages] == ["p1"]
    assert shown.citable == {"p1"}


def test_under_takes_only_what_stands_under_a_rule() -> None:
    shown = material(record(said(1, "Pilots are tired.", ADA), said(2, "Tugs are lost.", ADA, attribution=OFF)))
    both = shown.record.passages
    assert [p.id for p in shown.under(AttributionRule.NAMED, both)] == ["p1"]
    assert shown.under(OFF, both) == []


def test_kept_are_a_reports_sentences_and_no_transcripts() -> None:
    shown = material(record(said(1, "Pilots are tired.", ADA), told(2, "Lamps burn.", ADA),
                            told(3, "Lunch was served.", voice=Voice.EVENT)))
    assert [p.id for p in shown.kept(Voice.VIEW)] == ["p2"]
    assert [p.id for p in shown.kept(Voice.EVENT, Voice.VIEW)] == ["p2", "p3"]


def test_named_words_are_somebodys() -> None:
    shown = material(record(said(1, "Pilots are tired.", ADA)))
    assert shown.nobodys(shown.record.passages) == []


@pytest.mark.parametrize(("rule", "nobodys"), [(AttributionRule.NONE, 2), (AttributionRule.BY_COUNTRY, 1)])
def test_words_are_nobodys_where_nothing_of_the_speaker_may_be_known(rule: AttributionRule, nobodys: int) -> None:
    # Bo Tveit's country is not known.
    shown = material(record(said(1, "Pilots are tired.", ADA), said(2, "Tugs are lost.", BO), attribution=rule))
    assert len(shown.nobodys(shown.record.passages)) == nobodys


def test_a_language_the_parser_does_not_read_is_quoted() -> None:
    passage = said(1, "Les phares coûtent cher aux petits ports.", ADA, language="fr")
    shown = material(record(passage))
    assert shown.written(passage, Referent("Ada Lind"), Place.LATER).origin is Origin.QUOTED


def test_preparing_at_once_or_one_by_one_writes_the_same() -> None:
    passages = [said(1, "I believe that pilots need beacons.", ADA), said(2, "We propose a map of lamps.", ADA)]
    together, apart = material(record(*passages)), material(record(*passages))
    together.prepare(passages)
    speaker = Referent("Ada Lind")
    assert [together.written(p, speaker, Place.LATER) for p in passages] == [
        apart.written(p, speaker, Place.LATER) for p in passages]


def test_without_a_parser_nothing_fails() -> None:
    passage = said(1, "I believe that pilots need beacons.", ADA)
    shown = Material(record(passage), Style(), None)
    shown.prepare([passage])
    assert shown.written(passage, Referent("Ada Lind"), Place.LATER).text
