from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.readers import RawFile, labelled, read_raw
from communique.record.reading import BlockKind

from .transcripts import counts, raw, said, times, written

SPOKEN = [("Ana Ruiz", "Thank you, Chair. We must share water."), ("Bo Li", "I agree."), ("Ana Ruiz", "Then we are two.")]


@pytest.mark.parametrize("form", [
    "{}: {}\n\n", "({}): {}\n", "[{}]: {}\n", "{}:\n{}\n\n", "{}   0:03\n{}\n\n", "[00:00:03] {}: {}\n", "{} (00:03): {}\n",
    "**{}:** {}\n\n", "{} (Korea): {}\r\n\r\n", "{} | 00:03\n{}\n",
])
def test_labels_are_written_in_many_ways(form: str) -> None:
    text = "".join(form.format(*one) for one in SPOKEN)
    assert labelled.recognises(raw(text))
    country = " (Korea)" if "(Korea)" in form else ""
    assert said(labelled.read(raw(text))) == [(name + country, words) for name, words in SPOKEN]


def test_two_who_speak_once_each_are_a_short_transcript() -> None:
    assert labelled.recognises(raw("Ana Ruiz: I think so, do you?\nBo Li: Yes, I agree with you.\n"))


def test_capitals_and_offices_are_labels() -> None:
    text = "THE CHAIR: You have the floor.\n\nMR. KIM (Korea): I thank you.\n\nTHE CHAIR: Thank you. Who is next?\n"
    assert [name for name, _ in said(labelled.read(raw(text)))] == ["THE CHAIR", "MR. KIM (Korea)", "THE CHAIR"]


def test_times_are_seconds() -> None:
    text = "Ana Ruiz  1:03\nWe begin.\n\nBo Li  1:10\nI agree.\n\nAna Ruiz  1:15\nGood: we do.\n"
    assert times(labelled.read(raw(text))) == [(63.0, None), (70.0, None), (75.0, None)]


def test_further_paragraphs_go_on_with_the_turn_and_colons_in_them_stay_speech() -> None:
    text = ("Ana Ruiz: Three points.\n\nFirst: water.\n\nNote: we pay for it.\nThe question: who?\n\n"
            "Bo Li: I ask you.\n\nAna Ruiz: We do.\n")
    assert said(labelled.read(raw(text)))[0] == ("Ana Ruiz", "Three points. First: water. Note: we pay for it. The question: who?")


def test_somebody_who_speaks_once_is_heard() -> None:
    text = "".join(f"{name}: {words}\n\n" for name, words in [*SPOKEN, ("Carla Gomez Diaz", "I have a question.")])
    assert said(labelled.read(raw(text)))[-1] == ("Carla Gomez Diaz", "I have a question.")


def test_a_title_is_no_speech_and_a_session_is_a_session() -> None:
    text = "Round table on water\n\nSession 1: Rivers\n\n" + "".join(f"{name}: {words}\n\n" for name, words in SPOKEN)
    text += "Session 2: Lakes\n\n" + "".join(f"{name}: {words}\n\n" for name, words in SPOKEN)
    reading = labelled.read(raw(text))
    assert [(block.kind, block.view.text) for block in reading.blocks] == [
        (BlockKind.PARAGRAPH, "Round table on water"), (BlockKind.HEADING, "Session 1: Rivers"), (BlockKind.HEADING, "Session 2: Lakes")]
    first, second = reading.sessions
    assert [turn.session for turn in reading.turns] == [first.id] * 3 + [second.id] * 3


def test_offsets_lead_back_to_the_source_with_its_line_ends() -> None:
    text = "Ana Ruiz: We must\r\nshare {cough} water.\r\n\r\nBo Li: I agree.\r\n\r\nAna Ruiz: Good, thank you.\r\n"
    reading = labelled.read(raw(text))
    assert reading.text == text
    assert written(reading) == ["We must", "share {cough} water.", "I agree.", "Good, thank you."]
    assert said(reading)[0][1] == "We must share water."


def test_lost_words_and_outros_are_told() -> None:
    text = "".join(f"{name}: {words}\n\n" for name, words in SPOKEN) + "Bo Li: We (inaudible) go.\n\nBo Li: Thank you for watching!\n"
    assert counts(labelled.read(raw(text))) == {"inaudible": 1, "machine-outro": 1}


@pytest.mark.parametrize("text", [
    "",
    "The forum met in May: it was warm. Ana Ruiz, Director of the Institute, said that water matters: it does.\n" * 5,
    "Programme\n\n09:00 Opening\nChair: Ana Ruiz\nSpeakers: Bo Li, Carla Diaz\n\n11:00 Session 2\nChair: Bo Li\nSpeakers: Ana Ruiz\n",
    "Date: 12 May 2024\nVenue: Oslo\nParticipants: 30\nDate: 13 May\nVenue: Bergen\n",
    "Glossary\n\nOSCE: a body of 57 states.\nASEAN: a body of ten states.\nOSCE Secretariat: it sits in Vienna.\n",
    "Ana Ruiz: She believes that water matters.\n\nBo Li: He stressed that trade grows.\n\nCarla Diaz: She noted both.\n",
    "Climate Finance: We need more of it.\nPolicy Reform: We must begin now.\nWater Rights: Our rivers fall dry.\n",
    "- **Video**: streams are slow.\n- **Audio**: it breaks for us.\n- **Video**: we saw it twice.\n",
    ("The president spoke on Monday for an hour about many things and nobody answered him in any way at all.\n\n" * 12
     + "SMITH: Do you agree?\n\nJONES: I do.\n\nSMITH: Thank you.\n"),
])
def test_prose_lists_and_programmes_are_not_transcripts(text: str) -> None:
    assert not labelled.recognises(raw(text))


_NAMES = st.sampled_from(["Ana Ruiz", "Bo Li", "Carla de la Vega", "Dr. Emil Nour"])
_BODIES = st.lists(st.sampled_from("we think that water matters: I agree, thank you 10:30".split()), min_size=3, max_size=9)


@given(st.lists(st.tuples(_NAMES, _BODIES), min_size=1, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_every_word_goes_to_its_speaker(spoken: list[tuple[str, list[str]]], gap: str) -> None:
    cast = [(name, ["I", "speak"]) for name in ("Ana Ruiz", "Bo Li", "Carla de la Vega", "Dr. Emil Nour")]
    turns = [*cast, *spoken, *cast]
    text = gap.join(f"{name}: {' '.join(words)}." for name, words in turns)
    assert labelled.recognises(raw(text))
    assert said(labelled.read(raw(text))) == [(name, " ".join(words) + ".") for name, words in turns]


def test_a_label_heard_once_is_believed_whatever_its_particles_and_script() -> None:
    text = (
        "Dr. Amina Rahman: I want to begin with the ports, because we have waited too long.\n\n"
        "Nurul binti Hashim: Thank you. I do not agree.\n\n"
        "Dr. Amina Rahman: I hear you, but the figures say otherwise.\n\n"
        "陈冬晓: 我们同意这个看法，但是还需要时间。\n\n"
        "Carlos de la Vega: I support the proposal, and I thank the chair.\n"
    )
    turns = read_raw(RawFile("a.txt", text.encode())).turns
    assert [turn.speaker for turn in turns] == [
        "Dr. Amina Rahman", "Nurul binti Hashim", "Dr. Amina Rahman", "陈冬晓", "Carlos de la Vega"]


def test_a_short_transcript_in_which_everybody_speaks_once_is_one() -> None:
    text = (
        "Dr. Amina Rahman: Good morning, colleagues. I want to begin with the ports.\n\n"
        "Nurul binti Hashim: Thank you. I do not agree. Our ports compete.\n\n"
        "Carlos de la Vega: I support the proposal of Dr. Rahman, and I thank you.\n"
    )
    assert len(read_raw(RawFile("a.txt", text.encode())).turns) == 3
