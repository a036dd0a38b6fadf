"""What was said, in reported speech: right verb, right person, nothing added, nothing guessed."""

from __future__ import annotations

import pytest

from communique.engines.language.english import EnglishParser
from communique.report.reported_speech import (
    Place,
    Referent,
    Reported,
    Style,
    Tense,
    derive,
    prepare,
    report_sentence,
)
from communique.report.values import Origin

RAHMAN = Referent("Dr Amina Rahman", "Director of the Coastal Institute")
PAST = Style(Tense.PAST)


@pytest.fixture(scope="module")
def parser() -> EnglishParser:
    return EnglishParser()


def put(
    parser: EnglishParser | None, text: str, *, style: Style | None = None, place: Place = Place.LATER
) -> Reported:
    parsed = None if parser is None else next(parser.parse([prepare(text).text]))
    return report_sentence(text, speaker=RAHMAN, style=style, place=place, parsed=parsed)


def test_the_first_mention_brings_post_and_institution(parser: EnglishParser) -> None:
    said = "I think that regional ports compete where they ought to specialise."
    assert put(parser, said, place=Place.FIRST).text == (
        "Dr Amina Rahman, Director of the Coastal Institute, believes that regional ports compete "
        "where they ought to specialise."
    )


@pytest.mark.parametrize(
    ("said", "reported"),
    [
        ("Mr. Chair, I would like to stress that the delta is sinking.",
         "Dr Amina Rahman stresses that the delta is sinking."),
        ("In my view, artificial intelligence can help customs officers.",
         "Dr Amina Rahman believes that artificial intelligence can help customs officers."),
        ("So my first proposal is this: every gauge should publish its level.",
         "Dr Amina Rahman proposes that every gauge should publish its level."),
        ("My proposal is to set up a working group.",
         "Dr Amina Rahman proposes to set up a working group."),
        ("What I propose instead is mutual recognition of audits.",
         "Dr Amina Rahman proposes mutual recognition of audits."),
        ("I don't think that sanctions will help anyone.",
         "Dr Amina Rahman does not think that sanctions will help anyone."),
        ("We welcome the initiative on green corridors.",
         "Dr Amina Rahman welcomes the initiative on green corridors."),
        ("I am deeply concerned that there's no agreement on water.",
         "Dr Amina Rahman is deeply concerned that there is no agreement on water."),
        ("On the moratorium I agree with Professor Okafor.",
         "On the moratorium Dr Amina Rahman agrees with Professor Okafor."),
        ("I agree that audits matter, but I do not agree that they suffice.",
         "Dr Amina Rahman agrees that audits matter, but does not agree that they suffice."),
        ("Let us build on the work of the expert group.",
         "Dr Amina Rahman calls on participants to build on the work of the expert group."),
        ("There is a serious risk that the dialogue collapses.",
         "Dr Amina Rahman warns that there is a serious risk that the dialogue collapses."),
    ],
)  # fmt: skip
def test_the_verb_is_the_speakers_own(parser: EnglishParser, said: str, reported: str) -> None:
    assert put(parser, said).text == reported


@pytest.mark.parametrize(
    ("said", "reported"),
    [
        ("We must work together more closely.", "stresses that it is necessary to work together more closely."),
        ("We cannot wait another ten years.", "believes that it is not possible to wait another ten years."),
        ("We should strengthen the early-warning mechanism before spring.",
         "believes that the early-warning mechanism should be strengthened before spring."),
        ("We have established three hubs.", "points out that three hubs have been established."),
        ("We need a hotline that works at night.",
         "believes that there is a need for a hotline that works at night."),
        ("What we need is one number every hour.", "believes that what is needed is one number every hour."),
        ("My country has invested 3.2 billion in rail since 2019.",
         "points out that the speaker’s country has invested 3.2 billion in rail since 2019."),
    ],
)  # fmt: skip
def test_we_and_my_lose_their_person_and_keep_their_sense(
    parser: EnglishParser, said: str, reported: str
) -> None:
    assert put(parser, said).text == f"Dr Amina Rahman {reported}"


@pytest.mark.parametrize(
    ("asked", "reported"),
    [
        ("Is the harbour ready for larger ships?", "asks whether the harbour is ready for larger ships."),
        ("Does the rule apply to small vessels?", "asks whether the rule applies to small vessels."),
        ("Did the ministry publish the data?", "asks whether the ministry published the data."),
        ("How does the centre fund its stations?", "asks how the centre funds its stations."),
        ("How can we make the corridor safer?", "asks how to make the corridor safer."),
        ("What is the role of the secretariat?", "asks what the role of the secretariat is."),
        ("Who pays for the hotline?", "asks who pays for the hotline."),
    ],
)
def test_questions_are_put_indirectly(parser: EnglishParser, asked: str, reported: str) -> None:
    assert put(parser, asked).text == f"Dr Amina Rahman {reported}"


@pytest.mark.parametrize(
    "said",
    [
        "Not only that, but the trains.",
        "Could you tell us more about the pilot?",
        "We didn't sign the treaty because our partners refused.",
        "Go and look at the harbour.",
        "Ambassador Ito, retired, Senior Adviser at the Delta Centre.",
        "The harbour is ready for the",
    ],
)
def test_what_does_not_read_as_a_statement_is_quoted_word_for_word(
    parser: EnglishParser, said: str
) -> None:
    made = put(parser, said)
    assert made.origin is Origin.QUOTED
    assert made.text.endswith(f": “{said}”")


def test_a_house_that_reports_in_the_past_moves_finite_verbs_back(parser: EnglishParser) -> None:
    said = "Regional ports compete, and the new terminal will cost more than we can afford."
    assert put(parser, "Regional ports compete where they ought to specialise.", style=PAST).text == (
        "Dr Amina Rahman believed that regional ports competed where they ought to specialise."
    )
    assert put(parser, "The terminal will cost more than it has earned.", style=PAST).text == (
        "Dr Amina Rahman believed that the terminal would cost more than it had earned."
    )
    assert "can" not in put(parser, said, style=PAST).text.split()


def test_a_proposal_is_not_moved_back_in_time(parser: EnglishParser) -> None:
    made = put(parser, "I propose that the group meets twice a year.", style=PAST)
    assert made.text == "Dr Amina Rahman proposed that the group meets twice a year."


def test_later_statements_of_a_paragraph_stand_bare(parser: EnglishParser) -> None:
    assert put(parser, "And trust has not come back.", place=Place.BARE).text == "Trust has not come back."


def test_an_english_sentence_may_end_in_a_preposition(parser: EnglishParser) -> None:
    made = put(parser, "I think that a border system must be tested before it is paid for.")
    assert made.text == "Dr Amina Rahman believes that a border system must be tested before it is paid for."


def test_a_stance_is_never_bare(parser: EnglishParser) -> None:
    made = put(parser, "I propose that the group meets twice a year.", place=Place.BARE)
    assert made.text.startswith("Dr Amina Rahman proposes")


def test_without_a_parser_nothing_is_guessed() -> None:
    assert put(None, "Kazakhstan will open the corridor in spring.").text == (
        "Kazakhstan will open the corridor in spring, believes Dr Amina Rahman."
    )
    assert put(None, "Regional ports compete where they specialise.").origin is Origin.QUOTED


def test_united_states_are_no_pronoun(parser: EnglishParser) -> None:
    assert put(parser, "The US has joined the pilot.").origin is Origin.REPORTED


def test_a_parse_of_another_text_is_refused(parser: EnglishParser) -> None:
    other = next(parser.parse(["The delta is sinking."]))
    with pytest.raises(ValueError, match="prepare"):
        report_sentence("The harbour is ready.", speaker=RAHMAN, parsed=other)


def test_a_rule_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        derive("The port is ready.", ["shape.sung", "place.later"], speaker=RAHMAN, style=Style())
