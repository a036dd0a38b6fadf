"""The sample edition: enough to show the main job, invented throughout, and made from its sources."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import re
import sys
import tomllib
import zipfile
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdfium2
import pytest

from communique.record.readers import read_file
from communique.record.values import AttributionRule, Capacity, Role
from communique.samples import SAMPLE_EDITION

ROOT = Path(__file__).parents[2]
SPEECHES = ROOT / "docs" / "sample" / "speech"
GOLD: dict[str, Any] = json.loads((Path(__file__).parent / "sample_gold.json").read_text("utf-8"))
PHRASED = (
    "points",
    "floor",
    "agreements",
    "differences",
    "recommendations",
    "rights_of_reply",
)
CAPTIONS = "section-2-captions.txt"
SECRETARIAT = "Selat Secretariat"
TITLES = [
    *("Mr", "Ms", "Mrs", "Dr", "Prof", "Professor", "Ambassador", "Academician", "Chairman"),
    *("President", "Minister", "Chancellor", "Secretary-General", "King", "Queen", "Dato'"),
]
TITLED = re.compile(rf"\b(?:{'|'.join(TITLES)})\.?((?: [A-Z][\w-]+| bin\b)+)")


def _script() -> ModuleType:
    path = ROOT / "docs" / "sample" / "make_sample.py"
    spec = importlib.util.spec_from_file_location("make_sample", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


make_sample = _script()


def _said() -> dict[str, list[tuple[str, str]]]:
    """For every speech file, who says what."""
    talks = {
        name: [(turn.name, turn.text) for turn in make_sample.turns(f"{name}.txt")]
        for name in ("section-1", "section-2", "closing")
    }
    host, guest = (make_sample.speech(f"opening-{who}.txt") for who in ("host", "guest"))
    return {
        "opening-host": [("Tarmizi bin Lokman", "\n".join(host.paragraphs))],
        "opening-guest": [("Serikbek Ospanuly", "\n".join(guest.paragraphs))],
        **talks,
    }


SAID = _said()


def _words_of(speaker: str, session: str) -> str:
    return "\n".join(text for name, text in SAID[session] if name == speaker)


def _roster() -> list[dict[str, str]]:
    with (SAMPLE_EDITION / "participants.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _edition() -> dict[str, Any]:
    return tomllib.loads((SAMPLE_EDITION / "edition.toml").read_text("utf-8"))


def _phrases() -> list[tuple[str, str, str]]:
    entries = [entry for kind in PHRASED for entry in GOLD[kind]]
    entries += GOLD["protected"]["identifying_phrases"]
    spoken = [(entry["speaker"], entry["session"], entry["phrase"]) for entry in entries]
    asked = [
        (entry["read_by"] or entry["asked_by"], entry["session"], entry["phrase"])
        for entry in GOLD["questions"]
    ]
    return spoken + asked


def _as_read(name: str, content: bytes) -> object:
    """What a reader gets of a file: packing and font subsets may change with a library."""
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {member: archive.read(member) for member in archive.namelist()}
    if name.endswith(".pdf"):
        pages = pypdfium2.PdfDocument(content)
        return [page.get_textpage().get_text_range() for page in pages]
    return content


def test_it_is_as_long_as_a_real_round_table() -> None:
    words = sum(len(text.split()) for talk in SAID.values() for _, text in talk)
    assert words >= 9_500


def test_its_participants_come_from_many_countries_in_every_capacity() -> None:
    roster = _roster()
    assert 14 <= len(roster) <= 16
    assert len({row["Country"] for row in roster}) >= 9
    assert {Capacity(row["Capacity"]) for row in roster} == set(Capacity)


def test_its_roles_are_words_of_the_vocabulary() -> None:
    named = {role.strip() for row in _roster() for role in row["Role"].split(";")}
    assert {Role(role.replace(" ", "_")) for role in named} >= {
        Role.HOST,
        Role.CHAIR,
        Role.OPENING_SPEAKER,
        Role.SUMMARISER,
    }


def test_two_people_share_a_surname_and_one_has_two_posts() -> None:
    surnames = [row["Name"].split()[-1] for row in _roster()]
    assert surnames.count("Menon") == 2
    assert any("; " in row["Post"] for row in _roster())


def test_the_participants_list_covers_everybody_who_speaks() -> None:
    speakers = {name for talk in SAID.values() for name, _ in talk}
    assert speakers - {row["Name"] for row in _roster()} == {SECRETARIAT}


def test_every_file_belongs_to_one_session_and_every_chair_is_a_participant() -> None:
    edition, names = _edition(), {row["Name"] for row in _roster()}
    filed = sorted(file for session in edition["session"] for file in session["files"])
    facts = {"edition.toml", "participants.csv"}
    assert filed == sorted({path.name for path in SAMPLE_EDITION.iterdir()} - facts)
    assert {session["chair"] for session in edition["session"]} <= names


@pytest.mark.parametrize("name", ["edition.toml", "participants.csv"])
def test_the_files_written_by_hand_are_read_without_a_notice(name: str) -> None:
    _, reading = read_file(SAMPLE_EDITION / name)
    assert reading.notices == ()


def test_one_section_only_is_under_the_chatham_house_rule() -> None:
    rules = {
        session["title"]: AttributionRule(session["attribution"])
        for session in _edition()["session"]
        if "attribution" in session
    }
    assert rules == {"Second section": AttributionRule.NONE}


@pytest.mark.parametrize("name", make_sample.sample_files())
def test_the_committed_files_are_what_the_script_makes(name: str) -> None:
    committed = (SAMPLE_EDITION / name).read_bytes()
    assert _as_read(name, committed) == _as_read(name, make_sample.sample_files()[name])


def test_the_transcript_keeps_the_pace_of_speech_and_never_goes_back() -> None:
    timed = make_sample.cues(make_sample.turns("section-1.txt"))
    words = sum(len(text.split()) for cue in timed for _, text in cue.voices)
    assert all(one.end <= two.start for one, two in pairwise(timed))
    assert 120 <= words / (timed[-1].end / 60) <= 140


def test_the_transcript_has_cues_with_two_voices_and_names_with_several_labels() -> None:
    timed = make_sample.cues(make_sample.turns("section-1.txt"))
    labels = {label for cue in timed for label, _ in cue.voices}
    assert any(len({label for label, _ in cue.voices}) == 2 for cue in timed)
    assert {"R. Menon (IWPI)", "Menon, Ranjini", "SHEN Weilan", "Weilan Shen"} <= labels


def test_the_captions_have_short_lines_and_slips() -> None:
    captions = (SAMPLE_EDITION / CAPTIONS).read_text("utf-8")
    heard = " ".join(captions.split())
    assert max(map(len, captions.splitlines())) <= make_sample.CAPTION_COLUMNS
    assert all(wrong in heard for wrong in make_sample.caption_slips().values())


def test_every_slip_mishears_something_that_was_said_once() -> None:
    spoken = "\n".join(text for _, text in SAID["section-2"])
    assert all(spoken.count(right) == 1 for right in make_sample.caption_slips())


@pytest.mark.parametrize(("speaker", "session", "phrase"), _phrases())
def test_a_gold_phrase_stands_in_the_speech_of_its_speaker(
    speaker: str, session: str, phrase: str
) -> None:
    assert phrase in _words_of(speaker, session)


def test_gold_phrases_survive_the_captioner() -> None:
    heard = " ".join((SAMPLE_EDITION / CAPTIONS).read_text("utf-8").split())
    said = [phrase for _, session, phrase in _phrases() if session == "section-2"]
    assert [phrase for phrase in said if phrase not in heard] == []


def test_every_speaker_of_the_list_holds_points() -> None:
    held = {name: 0 for talk in SAID.values() for name, _ in talk if name != SECRETARIAT}
    for point in GOLD["points"]:
        held[point["speaker"]] += 1
    assert min(held.values()) >= 2


def test_the_gold_knows_the_same_people_as_the_list() -> None:
    listed = [(row["Name"], row["Institution"], row["Country"]) for row in _roster()]
    known = [(one["name"], one["institution"], one["country"]) for one in GOLD["participants"]]
    assert known == listed


def test_the_gold_knows_where_everybody_speaks() -> None:
    spoken = {(name, session) for session, talk in SAID.items() for name, _ in talk}
    known = {(one["name"], session) for one in GOLD["participants"] for session in one["speaks_in"]}
    assert spoken - known == {(SECRETARIAT, "section-1")}
    assert known <= spoken


def test_nobody_is_named_with_a_title_but_the_invented() -> None:
    people = [row["Name"] for row in _roster()] + [one["name"] for one in GOLD["spoken_about"]]
    invented = {part for name in people for part in name.split()} | set(TITLES)
    named = {
        part
        for talk in SAID.values()
        for _, text in talk
        for found in TITLED.finditer(text)
        for part in found[1].split()
    }
    assert named <= invented
    assert "Orlov" in named


def test_people_spoken_about_are_not_on_the_list() -> None:
    names = {row["Name"] for row in _roster()}
    for absent in GOLD["spoken_about"]:
        assert absent["name"] not in names
        assert absent["name"] in _words_of(absent["by"], absent["session"])


def test_nothing_on_the_record_tells_who_spoke_in_the_protected_section() -> None:
    """Otherwise no report could keep the promise, whatever the program does."""
    protected = GOLD["protected"]
    telling = {value for one in protected["only_here"] for value in one.values()}
    telling |= set(protected["identifying_words"])
    open_talk = "\n".join(
        text
        for session, talk in SAID.items()
        if session != protected["session"]
        for _, text in talk
    )
    found = {word for word in telling if re.search(rf"\b{re.escape(word)}\b", open_talk)}
    assert found == set()


def test_the_protected_are_those_who_speak_nowhere_else() -> None:
    protected = GOLD["protected"]
    here = {name for name, _ in SAID["section-2"]}
    elsewhere = {name for session, talk in SAID.items() if session != "section-2" for name, _ in talk}
    assert {one["name"] for one in protected["only_here"]} == here - elsewhere
    assert set(protected["also_elsewhere"]) == here & elsewhere
