"""The gold set is what it says: rendered from its markup, exact, consistent, and large enough."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from . import build

TEXTS = build.marks()


def named(path: Path) -> str:
    return path.stem


@lru_cache
def gold(path: Path) -> tuple[str, dict[str, Any]]:
    return (
        path.with_suffix(".txt").read_text(encoding="utf-8"),
        json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8")),
    )


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_the_committed_files_are_what_the_markup_renders_to(path: Path) -> None:
    for target, content in build.files(path).items():
        assert target.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_every_span_begins_with_the_words_it_quotes(path: Path) -> None:
    text, annotation = gold(path)
    rows = annotation["sentences"] + [v for p in annotation["persons"] for v in p["views"]]
    for row in rows:
        start, end = row["span"]
        assert text[start:end] == text[start:end].strip()
        assert text[start:end].split()[:4] == row["w4"].split()


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_the_sentences_cover_the_text_in_order_and_leave_only_space(path: Path) -> None:
    text, annotation = gold(path)
    end = 0
    for row in annotation["sentences"]:
        assert not text[end : row["span"][0]].strip()
        end = row["span"][1]
    assert not text[end:].strip()


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_no_mark_of_the_markup_is_left_in_the_text(path: Path) -> None:
    text, _ = gold(path)
    assert not {build.PAGE_BREAK, build.LINE_BREAK, "@"} & set(text)


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_speakers_kinds_and_views_agree(path: Path) -> None:
    _, annotation = gold(path)
    people = {person["id"]: person for person in annotation["persons"]}
    assert len(people) == len(annotation["persons"])
    given = [
        (speaker, kind, row["span"])
        for row in annotation["sentences"]
        for speaker, kind in zip(row["speakers"], row["kinds"], strict=True)
    ]
    views = [(p["id"], v["kind"], v["span"]) for p in people.values() for v in p["views"]]
    assert sorted(given) == sorted(views)
    assert {kind for _, kind, _ in given} <= set(build.KINDS)


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_a_carried_sentence_goes_on_from_an_earlier_one_of_the_same_person(path: Path) -> None:
    _, annotation = gold(path)
    for row in annotation["sentences"]:
        if row["basis"] == "carried":
            assert row["anchor"] is not None
            assert row["anchor"][1] <= row["span"][0]


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_names_and_countries_stand_in_the_text(path: Path) -> None:
    text, annotation = gold(path)
    for person in annotation["persons"]:
        labels = (person["name"], *person["aliases"], *person["short"])
        assert any(label.casefold() in text.casefold() for label in labels), person["name"]
        assert (person["country"] is None) == (person["country_basis"] is None)


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_nothing_is_asked_for_that_the_text_does_not_say(path: Path) -> None:
    text, annotation = gold(path)
    said = " ".join(text.casefold().split())
    for person in annotation["persons"]:
        posts = [person["position"], *person["position_also"]]
        assert not posts[0] or any(post.casefold() in said for post in posts), person["name"]
    for name in (*annotation["mechanisms"], annotation["event"].get("title", "")):
        assert re.sub(r" \(.*\)", "", name).casefold() in said


def test_the_file_is_named_after_the_text() -> None:
    assert [gold(path)[1]["id"] for path in TEXTS] == [path.stem for path in TEXTS]


def test_the_set_is_large_enough_to_measure_a_false_carry_rate_of_three_percent() -> None:
    rows = [row for path in TEXTS for row in gold(path)[1]["sentences"]]
    assert len(rows) >= 900
    assert sum(bool(row["speakers"]) for row in rows) >= 300
    assert sum(gold(path)[1]["lang"] != "en" for path in TEXTS) >= 6


def test_markup_that_gives_a_sentence_to_a_stranger_is_refused(tmp_path: Path) -> None:
    stray = tmp_path / "stray.mark"
    stray.write_text("id: stray\nlang: en\ngenre: none\n---\nnobody n| Nobody spoke.\n")
    with pytest.raises(build.MarkupError, match="line 5: nobody has the id 'nobody'"):
        build.parsed(stray)
