from __future__ import annotations

import pytest

from communique.record.errors import InputError
from communique.record.readers import akoma_ntoso, parlamint
from communique.record.values import SourceKind

from .transcripts import counts, raw, said

PERSONS = """<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="AnaRuiz"><persName><forename>Ana</forename>
<forename>Maria</forename><surname>Ruiz</surname></persName><affiliation role="member" ref="#HC"/>
<affiliation role="minister"><roleName>Minister of Water</roleName><orgName>Ministry of Water</orgName></affiliation></person>
<person xml:id="BoLi"><persName>Bo Li</persName></person></listPerson>"""
SITTING = f"""<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader>
<title type="main">Corpus</title><title type="sub">Minutes of the House</title>
<setting><name type="city">Oslo</name><date when="2017-09-07"/></setting>{PERSONS}</teiHeader>
<text xml:lang="tr"><body><div type="debateSection"><head>Water</head><note type="speaker">Madam Speaker:</note>
<u who="#AnaRuiz" ana="#chair"><seg>We <note>laughs</note> begin.</seg><note>Applause.</note>
<seg><s><w>I</w><w>ca<w norm="x">n</w></w><w join="right">wait</w><pc>.</pc></s></seg></u>
<note type="time">14.01</note><u who="#Nobody" ana="#regular"><seg>Yes.</seg></u><u><seg>No.</seg></u></div></body></text></TEI>"""


def test_utterances_are_turns_and_notes_are_counted() -> None:
    reading = parlamint.read(raw(SITTING, "a.xml"))
    assert [name for name, _ in said(reading)] == ["Ana Maria Ruiz", "Nobody", None]
    assert said(reading)[0][1].startswith("We begin. I ")
    assert said(reading)[0][1].endswith("wait.")
    assert counts(reading) == {"note": 3}
    assert reading.sessions[0].title == "Water"
    assert {turn.session for turn in reading.turns} == {reading.sessions[0].id}


def test_persons_are_listed_with_what_is_stated_in_words() -> None:
    rows = [row.columns for row in parlamint.read(raw(SITTING, "a.xml")).roster]
    assert rows == [{"name": "Ana Maria Ruiz", "labels": "AnaRuiz; Madam Speaker", "post": "Minister of Water",
                     "institution": "Ministry of Water", "roles": "chair"}, {"name": "Bo Li", "labels": "BoLi"}]


def test_the_facts_of_the_sitting_are_stated() -> None:
    reading = parlamint.read(raw(SITTING, "a.xml"))
    assert reading.edition is not None
    assert (reading.edition.title, reading.edition.date, reading.edition.place) == ("Minutes of the House", "2017-09-07", "Oslo")
    assert reading.language == "tr"


def test_a_list_of_persons_alone_is_a_list_of_participants() -> None:
    reading = parlamint.read(raw(PERSONS, "persons.xml"))
    assert reading.kind is SourceKind.PARTICIPANTS
    assert [row.columns["name"] for row in reading.roster] == ["Ana Maria Ruiz", "Bo Li"]


def test_it_is_told_from_akoma_ntoso() -> None:
    assert parlamint.recognises(raw(SITTING))
    assert not akoma_ntoso.recognises(raw(SITTING))


@pytest.mark.parametrize(("text", "message"), [
    (SITTING[:900], "cut off"),
    ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text/></TEI>", "neither utterances nor persons"),
    ("<!DOCTYPE TEI [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><TEI xmlns='http://www.tei-c.org/ns/1.0'><u>&a;</u></TEI>", "declares entities"),
])
def test_hostile_and_damaged_files_are_errors_that_help(text: str, message: str) -> None:
    assert parlamint.recognises(raw(text))
    with pytest.raises(InputError, match=message):
        parlamint.read(raw(text, "a.xml"))
