"""Cited passages appear as far as their reader may see them."""

from __future__ import annotations

from dataclasses import replace

from communique.record.attribution import Disclosure
from communique.record.values import AttributionRule, Record, Session
from communique.report.citing import cited, renumbered
from communique.report.values import Origin, Paragraph, Section, SectionKind, Sentence

from .making import ADA, BO, record, said

SHUT = Session(id="shut", title="Second section", attribution=AttributionRule.NONE)


def resting_on(*trace: str) -> Section:
    sentence = Sentence(id="t1", text="A sentence.", origin=Origin.REPORTED, trace=trace)
    return Section(id="x", kind=SectionKind.DISCUSSION, title="X", blocks=(Paragraph(sentences=(sentence,)),))


def mixed() -> Record:
    return record(
        said(1, "Winter pilots sleep too little.", BO, session="shut", start_at=3.0),
        said(2, "Pilots need beacons on every skerry.", ADA, start_at=61.5),
        said(3, "All beacons are painted red.", ADA, session="shut", start_at=5.0), sessions=(SHUT,))


def test_what_is_not_cited_is_not_listed() -> None:
    made = mixed()
    assert [p.id for p in cited([resting_on("p2")], Disclosure(made))] == ["p2"]


def test_an_open_passage_shows_speaker_file_line_and_time() -> None:
    made = mixed()
    (shown,) = cited([resting_on("p2")], Disclosure(made))
    assert (shown.speaker, shown.source, shown.place, shown.start_at) == ("Ada Lind", "talk.vtt", "line 2", 61.5)


def test_protected_passages_come_last_in_the_order_of_their_words() -> None:
    made = mixed()
    listed = cited([resting_on("p1", "p2", "p3")], Disclosure(made))
    assert [p.id for p in listed] == ["p2", "p3", "p1"]
    assert all((p.speaker, p.start_at, p.place, p.source) == (None, None, "", "Second section")
               for p in listed[1:])


def test_two_speakers_of_one_passage_are_both_named() -> None:
    made = record(said(1, "Both houses back the beacon plan.", ADA, BO))
    (shown,) = cited([resting_on("p1")], Disclosure(made))
    assert shown.speaker == "Ada Lind, Bo Tveit"


def test_passages_are_numbered_as_they_are_listed() -> None:
    made = mixed()
    section = resting_on("p1", "p2")
    sections, passages = renumbered([section], cited([section], Disclosure(made)))
    assert [p.id for p in passages] == ["c1", "c2"]
    (block,) = sections[0].blocks
    assert isinstance(block, Paragraph)
    assert block.sentences[0].trace == ("c2", "c1")


def test_a_passage_that_is_not_listed_leaves_the_trace() -> None:
    sections, _ = renumbered([resting_on("p1", "p9")], [replace(p) for p in cited([resting_on("p1")], Disclosure(mixed()))])
    (block,) = sections[0].blocks
    assert isinstance(block, Paragraph)
    assert block.sentences[0].trace == ("c1",)
