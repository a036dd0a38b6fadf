"""Views, and what only keeps the meeting going."""

from __future__ import annotations

import pytest

from communique.record.values import Passage, Record, Source, SourceKind, Voice
from communique.viewpoints.floor import hear, is_question, voice_of


@pytest.mark.parametrize(
    "said",
    [
        "Thank you, the floor is yours.",
        "You are on mute.",
        "Thank you very much, Professor Ito, for that rich presentation.",
        "Good morning, excellencies, ladies and gentlemen.",
        "Can everybody see my screen?",
        "Our next speaker is Dr Okafor of the Lagos Forum.",
        "I now give the floor to Ms Ito.",
        "Yes.",
        "Two minutes left, please.",
        "Mr. Devadas Menon, Director for Energy Markets of the Straits Observatory.",
        "Ambassador Selin Ito, retired, Senior Adviser at the Delta Centre and lecturer at the Konak School.",
        "Our last listed speaker takes part as an observer: Dr Lund of the Rhine Exchange.",
        "It is a great honour to be here.",
        "Let us move on to the second session.",
        "Спасибо, уважаемые коллеги.",
        "谢谢主席。",
    ],
)
def test_housekeeping_is_floor(said: str) -> None:
    assert voice_of(said) is Voice.FLOOR


@pytest.mark.parametrize(
    "said",
    [
        "Data must come before dams.",
        "Thank you, Chair, and let me say at once that the corridor must be open to every neighbour.",
        "No, I disagree.",
        "Ambassador Ito of the Delta Centre has asked for a review.",
        "I am glad that the pilot closed a hospital gap in the valley.",
        "How does the centre fund its stations?",
        "The next session of parliament will decide on the water code.",
        "Nobody reads the gauges.",
    ],
)
def test_statements_and_real_questions_are_views(said: str) -> None:
    assert voice_of(said) is Voice.VIEW


@pytest.mark.parametrize(
    "said",
    ["We all agree that the pilot should go on.", "There was broad consensus on the review clause.",
     "The meeting agreed to publish the levels."],
)  # fmt: skip
def test_what_is_said_for_all_is_collective(said: str) -> None:
    assert voice_of(said) is Voice.COLLECTIVE


def test_questions_are_known_in_any_script() -> None:
    assert is_question("Who pays?”")
    assert is_question("谁来付钱？")
    assert not is_question("Somebody pays.")


def test_only_what_was_spoken_is_heard() -> None:
    def source(name: str, kind: SourceKind) -> Source:
        return Source(id=name, name=name, kind=kind, format="txt", sha256="0", language="en", text="Thank you all.")

    def passage(name: str) -> Passage:
        return Passage(id=f"p-{name}", source=name, start=0, end=14, text="Thank you all.", voice=Voice.VIEW)

    record = Record(
        sources=(source("spoken", SourceKind.TRANSCRIPT), source("printed", SourceKind.REPORT)),
        passages=(passage("spoken"), passage("printed")),
    )
    assert [p.voice for p in hear(record)] == [Voice.FLOOR, Voice.VIEW]


@pytest.mark.parametrize("text", ["我们建议各国共同建立灯塔数据平台。", "灯台は港よりも船のためにある。"])
def test_a_sentence_of_a_script_without_spaces_is_not_too_short_for_a_view(text: str) -> None:
    assert voice_of(text) is Voice.VIEW


def test_a_short_answer_in_such_a_script_is_no_view() -> None:
    assert voice_of("好的。") is Voice.FLOOR


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Novak, I see your hand, but I would like to take two more speakers first.",
        "And then I believe Mr. Berg asked for the same.",
        "Dr. Lind asked for the floor.",
        "I have two more speakers on my list.",
    ],
)
def test_the_order_of_speakers_is_nobodys_view(text: str) -> None:
    assert voice_of(text) is Voice.FLOOR
