from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from communique.viewpoints.attributions.lexicon import lexicon


def test_every_list_is_in_alphabetical_order_without_repetition() -> None:
    text = (files("communique.viewpoints.attributions") / "lexicon.toml").read_text("utf-8")
    data = tomllib.loads(text)

    for part in ("verbs", "nouns", "adjectives"):
        for name, frames in data[part].items():
            for frame, lemmas in frames.items():
                words = lemmas.split()
                assert words == sorted(set(words)), (part, name, frame)


@pytest.mark.parametrize(
    ("lemma", "frame", "classes"),
    [
        ("say", "clause", {"speech", "evidence"}),
        ("believe", "clause", {"belief"}),
        ("criticise", "object", {"attitude"}),
        ("criticize", "object", {"attitude"}),
        ("urge", "person", {"request"}),
        ("vow", "infinitive", {"intention"}),
    ],
)
def test_verbs_have_classes_by_frame(lemma: str, frame: str, classes: set[str]) -> None:
    assert lexicon().verbs[lemma].classes_in(frame) == classes


def test_a_frame_that_a_word_does_not_take_has_no_classes() -> None:
    assert not lexicon().verbs["criticise"].takes("infinitive")
    assert not lexicon().verbs["criticise"].classes_in("infinitive")


def test_verbs_of_a_class() -> None:
    assert {"say", "warn", "think"} <= lexicon().verbs_of("speech", "belief")
    assert "applaud" not in lexicon().verbs_of("speech", "belief")
