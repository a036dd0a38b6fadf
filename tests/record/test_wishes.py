"""A participant's own rule of attribution, and files whose session nobody gave."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import api
from communique.record.attribution import Disclosure
from communique.record.errors import InputError
from communique.record.values import AttributionRule, Record
from communique.record.wishes import rule_named

TRANSCRIPT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Aida Bekova>Gauges should be read daily.</v>\n"
EDITION = '[edition]\nseries = "Steppe Dialogue"\n\n[[session]]\ntitle = "One"\n'


def edition(folder: Path, *, session: str, people: str) -> Record:
    (folder / "session.vtt").write_text(TRANSCRIPT, encoding="utf-8")
    (folder / "people.csv").write_text(f"Name,Attribution\n{people}\n", encoding="utf-8")
    (folder / "edition.toml").write_text(EDITION + session, encoding="utf-8")
    return api.read(folder)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("by institution", AttributionRule.BY_INSTITUTION),
        ("Chatham House Rule", AttributionRule.NONE),
        ("Off the record", AttributionRule.OFF_THE_RECORD),
        ("on the record", AttributionRule.NAMED),
        ("by_country", AttributionRule.BY_COUNTRY),
        ("perhaps", None),
    ],
)
def test_rules_are_known_by_the_words_people_use(words: str, rule: AttributionRule | None) -> None:
    assert rule_named(words) is rule


def test_a_wish_makes_the_rule_stricter(tmp_path: Path) -> None:
    record = edition(tmp_path, session='files = ["session.vtt"]\n', people="Aida Bekova,none")
    [said] = [p for p in record.passages if p.attributed_to]
    assert Disclosure(record).rule(said) is AttributionRule.NONE


def test_a_wish_never_makes_the_rule_looser(tmp_path: Path) -> None:
    session = 'files = ["session.vtt"]\nattribution = "none"\n'
    record = edition(tmp_path, session=session, people="Aida Bekova,named")
    [said] = [p for p in record.passages if p.attributed_to]
    assert Disclosure(record).rule(said) is AttributionRule.NONE


def test_a_wish_nobody_understands_names_nobody_and_is_told(tmp_path: Path) -> None:
    record = edition(tmp_path, session='files = ["session.vtt"]\n', people="Aida Bekova,perhaps")
    [said] = [p for p in record.passages if p.attributed_to]
    assert Disclosure(record).rule(said) is AttributionRule.NONE
    assert "unknown-attribution" in {n.code for n in record.notices}


def test_a_misspelt_file_of_a_protected_session_is_refused(tmp_path: Path) -> None:
    session = 'files = ["sesion.vtt"]\nattribution = "none"\n'
    with pytest.raises(InputError, match=r"sesion\.vtt"):
        edition(tmp_path, session=session, people="Aida Bekova,")


def test_a_misspelt_file_of_an_open_session_is_told(tmp_path: Path) -> None:
    record = edition(tmp_path, session='files = ["sesion.vtt"]\n', people="Aida Bekova,")
    assert "missing-file" in {n.code for n in record.notices}


def test_a_caller_can_only_make_an_edition_stricter(tmp_path: Path) -> None:
    edition(tmp_path, session='files = ["session.vtt"]\n', people="Aida Bekova,")
    strict = api.read(tmp_path, attribution=AttributionRule.NONE)
    assert strict.edition.attribution is AttributionRule.NONE
    api.save(strict, tmp_path / "record.json")
    again = api.read(tmp_path / "record.json", attribution=AttributionRule.NAMED)
    assert again.edition.attribution is AttributionRule.NONE
