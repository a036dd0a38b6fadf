from __future__ import annotations

import pytest

from communique.record.errors import InputError
from communique.record.readers import akoma_ntoso, parlamint
from communique.record.reading import BlockKind

from .transcripts import counts, raw, said, times, written

DEBATE = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><meta>
<identification><FRBRWork><FRBRdate date="2024-05-02" name="made"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<references><TLCPerson eId="ana" href="/p/ana" showAs="Ana Ruiz"/><TLCPerson eId="bo" href="/p/bo" showAs="Bo Li"/>
<TLCPerson eId="absent" href="/p/x" showAs="Carla Diaz"/><TLCRole eId="chair" href="/r" showAs="Chair"/></references></meta>
<preface><p><docTitle>Debate on water</docTitle> <docDate date="2024-05-01">1 May</docDate></p></preface>
<debateBody><debateSection><heading>Rivers</heading>
<speech by="#ana" as="#chair" startTime="2024-05-01T10:00:00"><from>The Chair:</from>
<p>We <i>begin</i> <remark>(applause)</remark> now.</p><p>Who speaks?</p></speech>
<narrative>They rose.</narrative>
<debateSection><heading>Lakes</heading><question by="#bo" startTime="2024-05-01T10:01:30"><from>Bo Li</from><ul><li>Why?</li><li>When?</li></ul></question>
<answer by="#ana"><p>Because.</p></answer><speech by="#unknown"><p>Tea &amp; trade.</p></speech></debateSection>
</debateSection></debateBody></debate></akomaNtoso>"""


def test_speeches_are_turns_with_the_label_that_is_printed() -> None:
    reading = akoma_ntoso.read(raw(DEBATE, "a.xml"))
    assert said(reading) == [("The Chair", "We begin now. Who speaks?"), ("Bo Li", "Why? When?"), ("Ana Ruiz", "Because."), ("unknown", "Tea & trade.")]
    assert written(reading)[0] == "We begin now."
    assert times(reading)[2] == (90.0, None)


def test_headings_are_sessions_and_narrative_is_no_speech() -> None:
    reading = akoma_ntoso.read(raw(DEBATE, "a.xml"))
    rivers, lakes = reading.sessions
    assert [turn.session for turn in reading.turns] == [rivers.id, lakes.id, lakes.id, lakes.id]
    assert [(block.kind, block.view.text) for block in reading.blocks] == [
        (BlockKind.HEADING, "Rivers"), (BlockKind.PARAGRAPH, "They rose."), (BlockKind.HEADING, "Lakes")]
    assert counts(reading) == {"stage-remark": 1}


def test_those_who_spoke_are_listed_and_nobody_else() -> None:
    rows = [row.columns for row in akoma_ntoso.read(raw(DEBATE, "a.xml")).roster]
    assert rows == [{"name": "Ana Ruiz", "labels": "The Chair", "roles": "Chair"}, {"name": "Bo Li"}]


def test_title_date_and_language_are_stated() -> None:
    reading = akoma_ntoso.read(raw(DEBATE, "a.xml"))
    assert reading.edition is not None
    assert (reading.edition.title, reading.edition.date, reading.language) == ("Debate on water", "2024-05-01", "en")


def test_it_is_told_from_tei() -> None:
    assert akoma_ntoso.recognises(raw(DEBATE))
    assert not parlamint.recognises(raw(DEBATE))


@pytest.mark.parametrize(("text", "message"), [
    (DEBATE[:1200], r"a\.xml, line \d+, column \d+: .*cut off"),
    ('<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><akomaNtoso>&c;</akomaNtoso>', "declares entities"),
    ("<akomaNtoso><act/></akomaNtoso>", "no speech"),
])
def test_hostile_and_damaged_files_are_errors_that_help(text: str, message: str) -> None:
    assert akoma_ntoso.recognises(raw(text))
    with pytest.raises(InputError, match=message):
        akoma_ntoso.read(raw(text, "a.xml"))
