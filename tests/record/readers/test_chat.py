from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.errors import InputError
from communique.record.readers import captions, chat
from communique.record.values import SourceKind

from .transcripts import counts, raw, said, times, written


def test_messages_of_several_lines_are_one_turn_each() -> None:
    text = "10:00:05\tAna Ruiz:\tTwo points:\r\n\r\none: water\r\n10:00:35\tAna Ruiz:\tThanks\r\n"
    reading = chat.read(raw(text))
    assert said(reading) == [("Ana Ruiz", "Two points: one: water"), ("Ana Ruiz", "Thanks")]
    assert times(reading) == [(0.0, None), (0.0, None), (30.0, None)]
    assert written(reading) == ["Two points:", "one: water", "Thanks"]
    assert (reading.kind, reading.text) == (SourceKind.CHAT, text)


@pytest.mark.parametrize("form", ["{0} From {1} to Everyone:\n\t{2}\n", "{0}\t From  {1} : {2}\n", "2024-05-01 {0} From {1} To Everyone: {2}\n"])
def test_older_forms_are_read(form: str) -> None:
    text = form.format("23:59:50", "Ana Ruiz", "good: evening") + form.format("00:00:10", "Bo Li", "hello")
    reading = chat.read(raw(text))
    assert chat.recognises(raw(text))
    assert said(reading)[0] == ("Ana Ruiz", "good: evening")
    assert [start for start, _ in times(reading)] == [0.0, 20.0]


def test_private_messages_and_reactions_are_left_out_and_counted() -> None:
    text = ("10:00:00 From Ana to Everyone:\n\tPublic.\n10:00:01 From Ana to Bo (Direct Message):\n\tSecret.\n"
            "10:00:02 From Ana to Bo Li:\n\tAlso secret.\n10:00:03 From Bo to Everyone:\n\tReacted to \"Public.\" with 👍\n")
    reading = chat.read(raw(text))
    assert said(reading) == [("Ana", "Public.")]
    assert counts(reading) == {"private-message": 2, "chat-reaction": 1}


def test_reactions_are_known_in_any_language_by_what_they_quote() -> None:
    text = ('10:00:00\tAna:\tWe must share all water.\n10:00:05\tBo:\tHeeft gereageerd op "We must share..." met 👍\n'
            '10:00:09\tBo:\tShe never said "share nothing" 🙂\n')
    reading = chat.read(raw(text))
    assert said(reading) == [("Ana", "We must share all water."), ("Bo", 'She never said "share nothing" 🙂')]
    assert counts(reading) == {"chat-reaction": 1}


def test_what_a_reply_quotes_is_not_the_repliers() -> None:
    text = ('10:00:00\tAna:\tWe must share all water.\r\n10:00:05\tBo:\tAntwoord op "We must share..."\r\n\r\nNo.\r\n'
            '10:00:09\tBo:\tHe said "share"\r\nand left\r\n')
    reading = chat.read(raw(text))
    assert said(reading) == [("Ana", "We must share all water."), ("Bo", "No."), ("Bo", 'He said "share" and left')]
    assert counts(reading) == {"reply-quote": 1}


def test_clocks_from_the_recording_are_kept() -> None:
    assert times(chat.read(raw("00:03:54\tAna:\tHi\n00:06:31\tBo:\tHi\n"))) == [(234.0, None), (391.0, None)]


@pytest.mark.parametrize("text", ["", "Report\n\nAt 10:00:00 we met.\n", "Ana: Hi\nBo: Hi\n", "10:00:00 Ana spoke\n"])
def test_other_texts_are_not_chats(text: str) -> None:
    assert not chat.recognises(raw(text))


def test_a_chat_is_not_taken_for_captions() -> None:
    text = "".join(f"10:00:0{n}\tstokes:\thello\n" for n in range(5))
    assert chat.recognises(raw(text))
    assert not captions.recognises(raw(text))


def test_a_chat_without_messages_is_an_error() -> None:
    with pytest.raises(InputError, match="no message"):
        chat.read(raw("nothing"))


@given(st.lists(st.tuples(st.sampled_from(["Ana Ruiz", "stokes", "李明"]), st.lists(st.sampled_from("we agree: on water 10:00:00 (yes) \"no\"".split()), min_size=1)), min_size=1))
def test_every_word_of_every_message_is_its_writers(messages: list[tuple[str, list[str]]]) -> None:
    text = "".join(f"10:00:{n % 60:02}\t{name}:\t{' '.join(words)}\r\n" for n, (name, words) in enumerate(messages))
    assert said(chat.read(raw(text))) == [(name, " ".join(words)) for name, words in messages]
