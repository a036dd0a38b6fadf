"""From files to a record: several sources of one edition, of several kinds and languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from communique import api
from communique.engines.language.english import EnglishParser
from communique.record.errors import InputError
from communique.record.values import AttributionRule, Record, SourceKind, Voice

TALK = """WEBVTT

00:00:01.000 --> 00:00:09.000
<v Ada Lind>I propose that every skerry should have a beacon before the next winter.</v>

00:00:10.000 --> 00:00:19.000
<v Menon>I do not agree with Dr. Lind about the price of the beacons.</v>

00:00:20.000 --> 00:00:29.000
<v Chair>Then we shall count the beacons again in spring, harbour by harbour.</v>
"""
REPORT = """Beacons of the North

On 3 May 2031, the Fjord Forum held a round table in Bergen on the theme "Beacons of the North".

Dr. Ada Lind, Director of the Institute of Fjords, Norway, believes that beacons rust faster than the
harbours think. She warned that a coast without lamps has no pilots either.

Bo Tveit, Senior Fellow at Skerry University, said that the price of steel has doubled since the spring.
"""
RUSSIAN = """Маяки Севера

3 мая 2031 года в Бергене состоялся круглый стол на тему «Маяки Севера».

Директор Института фьордов Глеб Орлов заявил, что маяки ржавеют быстрее, чем думают порты. По его мнению,
берег без огней остаётся без лоцманов.
"""
LIST = "Name,Institution,Country\nAda Lind,Institute of Fjords,Norway\nRanjini Menon,Water Council,India\nDevadas Menon,Grid Watch,Singapore\n"
PROGRAMME = """[edition]
series = "Fjord Forum"
date = "2031-05-03"

[[session]]
title = "First section"
chair = "Devadas Menon"
files = ["talk.vtt"]
"""


@cache
def parser() -> EnglishParser:
    return EnglishParser()


def read(folder: Path, **files: str) -> Record:
    """The edition of ``files``: "talk_vtt" is written as talk.vtt."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    return api.read(folder, parser=parser())


def by_name(record: Record) -> dict[str, str]:
    return {p.id: p.name for p in record.participants}


def spoken(record: Record) -> dict[str, str | None]:
    """First word of each view of a transcript, and whose it is."""
    names = by_name(record)
    talk = {s.id for s in record.sources if s.kind is SourceKind.TRANSCRIPT}
    return {p.speaker or "": names[p.attributed_to[0]] if p.attributed_to else None
            for p in record.passages if p.source in talk}


def test_every_passage_knows_where_it_stands(tmp_path: Path) -> None:
    record = read(tmp_path, talk_vtt=TALK, report_txt=REPORT, participants_csv=LIST, edition_toml=PROGRAMME)
    texts = {s.id: s.text for s in record.sources}
    settings = {s.id for s in record.sources if s.kind is SourceKind.PROGRAMME}
    for passage in (p for p in record.passages if p.source not in settings):
        written = texts[passage.source][passage.start : passage.end]
        assert passage.text.split()[0] in written
    assert len({p.id for p in record.passages}) == len(record.passages)


def test_a_report_and_a_transcript_in_one_folder_share_their_people(tmp_path: Path) -> None:
    record = read(tmp_path, talk_vtt=TALK.replace("<v Menon>", "<v Ranjini Menon>"), report_txt=REPORT)
    ada = [p for p in record.participants if p.name == "Ada Lind"]
    assert len(ada) == 1
    assert (ada[0].institution, ada[0].country) == ("Institute of Fjords", "Norway")
    sources = {p.source for p in record.passages if p.attributed_to == (ada[0].id,)}
    assert len(sources) == 2


def test_two_transcripts_are_two_sources_of_one_record(tmp_path: Path) -> None:
    record = read(tmp_path, a_vtt=TALK, b_vtt=TALK.replace("Ada Lind", "Bo Tveit"))
    assert [s.name for s in record.sources] == ["a.vtt", "b.vtt"]
    assert {"Ada Lind", "Bo Tveit"} <= set(by_name(record).values())


def test_a_label_that_two_people_bear_is_nobodys_and_told(tmp_path: Path) -> None:
    record = read(tmp_path, talk_vtt=TALK, participants_csv=LIST)
    assert spoken(record)["Menon"] is None
    assert any("Menon" in n.message for n in record.notices if n.code == "unresolved-label")


def test_the_label_of_the_chair_is_the_programmes_chair(tmp_path: Path) -> None:
    record = read(tmp_path, talk_vtt=TALK, participants_csv=LIST, edition_toml=PROGRAMME)
    assert spoken(record)["Chair"] == "Devadas Menon"


def test_without_a_programme_the_chair_is_nobody(tmp_path: Path) -> None:
    assert spoken(read(tmp_path, talk_vtt=TALK, participants_csv=LIST))["Chair"] is None


def test_a_report_in_russian_is_listed_as_not_analysed_and_nothing_is_made_up(tmp_path: Path) -> None:
    record = read(tmp_path, report_txt=RUSSIAN)
    assert [n.code for n in record.notices if n.code == "language-not-analysed"]
    assert not [p for p in record.passages if p.voice is Voice.VIEW and p.attributed_to]
    report = api.draft(record, parser=parser())
    assert any("Russian" in s.text and "not analysed" in s.text for s in report.sentences())


def test_a_transcript_in_chinese_is_quoted_at_most_and_the_report_says_so(tmp_path: Path) -> None:
    talk = TALK.partition("\n\n")[0] + "\n\n00:00:01.000 --> 00:00:09.000\n<v 陆清远>我们建议各国共同建立灯塔数据平台。</v>\n"
    record = read(tmp_path, talk_vtt=talk)
    report = api.draft(record, parser=parser())
    assert any("Chinese" in s.text and "could not be analysed" in s.text for s in report.sentences())
    assert all("“" in s.text for s in report.sentences() if s.participants)


def test_a_record_is_read_again_as_it_was(tmp_path: Path) -> None:
    record = read(tmp_path, talk_vtt=TALK, participants_csv=LIST)
    api.save(record, tmp_path / "record.json")
    assert api.read(tmp_path / "record.json") == record


@pytest.mark.parametrize(
    ("held", "asked", "holds"),
    [(AttributionRule.NAMED, AttributionRule.NONE, AttributionRule.NONE),
     (AttributionRule.NONE, AttributionRule.NAMED, AttributionRule.NONE)],
)
def test_a_rule_asked_for_can_only_be_stricter(
    held: AttributionRule, asked: AttributionRule, holds: AttributionRule, tmp_path: Path
) -> None:
    programme = PROGRAMME.replace('date = "2031-05-03"', f'attribution = "{held.value}"')
    (tmp_path / "talk.vtt").write_text(TALK, "utf-8")
    (tmp_path / "edition.toml").write_text(programme, "utf-8")
    assert api.read(tmp_path, attribution=asked).edition.attribution is holds


def test_reading_twice_gives_the_same_record(tmp_path: Path) -> None:
    files = {"talk_vtt": TALK, "report_txt": REPORT, "participants_csv": LIST}
    assert read(tmp_path, **files) == read(tmp_path, **files)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.vtt"):
        api.read(tmp_path / "nowhere.vtt")
