"""A proposed wording is one sentence of reported speech, of this speaker, close to its passages."""

from __future__ import annotations

import pytest

from communique.record.values import Passage, Voice
from communique.report.wording import objection

SPEAKER = "Ms. Saga Lindqvist"
SAID = "I fully agree with Mr. Orlov that our mangrove, 412 hectares of it, needs a warden."
MORE = "The fishery was closed in winter, and nobody asked her why."
GOOD = "Lindqvist fully agrees with Mr. Orlov that the mangrove, 412 hectares, needs a warden."


def passages(*texts: str) -> list[Passage]:
    return [Passage(id=f"p{n}", source="s1", start=0, end=len(text), text=text, voice=Voice.VIEW)
            for n, text in enumerate(texts, 1)]


def problem(claim: str, *texts: str, speaker: str = SPEAKER) -> str:
    return objection(claim, passages(*(texts or (SAID,))), speaker) or ""


@pytest.mark.parametrize("name", ["Lindqvist", "Saga Lindqvist", "Ms. Lindqvist", "Ms. Saga Lindqvist"])
def test_the_speaker_may_be_named_in_full_or_in_part(name: str) -> None:
    assert not problem(GOOD.replace("Lindqvist", name, 1))


@pytest.mark.parametrize(
    ("said", "claim"),
    [("The toll is 20 € a boat, see #4.", "Lindqvist says the toll is 20 € a boat, see #4."),
     ("We call it “the long pause”.", "Lindqvist says they call it “the long pause”."),
     ("He told the harbour to wait.", "Lindqvist says he told the harbour to wait."),
     ("The harbour — ours — waits at 9 a.m.", "Lindqvist says the harbour waits at 9 a.m.")],
)
def test_what_the_passage_has_the_wording_may_have(said: str, claim: str) -> None:
    assert not problem(claim, said)


@pytest.mark.parametrize("start", ["Mr. Orlov", "Orlov", "Dr. Lindqvist", "Brown", "She", "The speaker",
                                   "lindqvist", "Lindqvist’s colleague Brown", "Mr. Lindqvist"])
def test_it_begins_with_the_speaker_and_nobody_else(start: str) -> None:
    assert problem(GOOD.replace("Lindqvist", start, 1))


def test_a_passage_may_not_change_its_holder() -> None:
    assert "begin" in problem("Mr. Orlov fully agrees with Lindqvist that the mangrove needs a warden.")


@pytest.mark.parametrize("claim", [
    GOOD.replace("the mangrove", "our mangrove"), GOOD.replace("Lindqvist", "Lindqvist: I", 1),
])  # fmt: skip
def test_it_is_not_in_the_first_person(claim: str) -> None:
    assert "first person" in problem(claim)


def test_no_he_or_she_is_guessed() -> None:
    assert "he or she" in problem(GOOD.replace("the mangrove", "his mangrove"))


@pytest.mark.parametrize(
    "claim",
    ["Lindqvist says: “I fully agree with Orlov that our mangrove needs a warden.”",
     "Lindqvist says “our mangrove needs two wardens” and agrees fully with Mr. Orlov.",
     'Lindqvist says "our mangrove, 412 hectares of it, needs a warden',
     "Lindqvist fully agrees with Mr. Orlov that mangrove needs a warden”."],
)
def test_a_quotation_is_word_for_word_and_closed(claim: str) -> None:
    assert "quot" in problem(claim)


def test_a_quotation_that_was_said_may_stand_in_the_first_person() -> None:
    assert not problem("Lindqvist says: “I fully agree with Mr. Orlov that our mangrove, 412 hectares of it, needs a warden.”")


@pytest.mark.parametrize("claim", ["", "...", "412", "“”", GOOD + " mangrove" * 90])
def test_it_is_neither_empty_nor_endless(claim: str) -> None:
    assert "empty or too long" in problem(claim)


def test_it_is_one_sentence() -> None:
    assert "more than one" in problem(f"{GOOD} Lindqvist resigned.")


@pytest.mark.parametrize("inserted", ["<b>", "[x](y)", "http://x", "{{x}}", "\u200b", "\u202e", "\x00",
                                      "\ufeff", "$", "*", "`", "|", "=", "@", "\\"])
def test_markup_and_what_does_not_show_come_only_from_the_passages(inserted: str) -> None:
    assert "characters" in problem(GOOD.replace("mangrove", f"man{inserted}grove"))


@pytest.mark.parametrize(
    "claim",
    ["Lindqvist says that the cranes of the northern harbour are to be sold to the railway.",
     "Lindqvist fully agrees to sell 412 cranes and hectares of harbour to railway investors."],
)
def test_it_stays_with_the_words_of_its_passages(claim: str) -> None:
    assert "strays" in problem(claim)


def test_it_takes_something_from_every_passage_that_it_cites() -> None:
    assert "leaves out" in problem(GOOD, SAID, MORE)
    assert not problem("Lindqvist fully agrees with Orlov that the mangrove needs a warden and says "
                       "that the fishery was closed in winter.", SAID, MORE)


def test_a_bare_name_says_nothing() -> None:
    assert "leaves out" in problem("Saga Lindqvist")
