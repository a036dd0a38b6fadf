from __future__ import annotations

import pytest

from communique.record.errors import InputError
from communique.record.readers import srt, webvtt
from communique.record.readers.raw import RawFile
from communique.record.reading import Reading
from communique.record.values import SourceKind

from .transcripts import counts, places, raw, said, times, written


def read(body: str, header: str = "WEBVTT\n\n") -> Reading:
    return webvtt.read(raw(header + body, "meeting.vtt"))


def cue(text: str, start: int = 1) -> str:
    return f"00:{start:02}.000 --> 00:{start + 1:02}.000\n{text}\n\n"


class TestTeams:
    def test_two_voices_in_a_cue_are_two_turns(self) -> None:
        reading = read(cue("<v Ana Ruiz>Shall we begin?</v><v Bo Li>We shall.</v>"))
        assert said(reading) == [("Ana Ruiz", "Shall we begin?"), ("Bo Li", "We shall.")]
        assert times(reading) == [(1.0, 2.0), (1.0, 2.0)]

    def test_an_unclosed_voice_holds_to_the_end_of_its_cue_and_no_further(self) -> None:
        reading = read(cue("<v Ana Ruiz>We begin\nwith water.") + cue("Who says this?", 3))
        assert said(reading) == [("Ana Ruiz", "We begin with water."), (None, "Who says this?")]

    def test_what_follows_a_closed_voice_is_nobodys(self) -> None:
        assert said(read(cue("<v Ana>One.</v> Two."))) == [("Ana", "One."), (None, "Two.")]

    def test_classes_and_entities_in_a_voice_tag_are_understood(self) -> None:
        assert said(read(cue("<v.loud.first R&amp;D Ana>One</v>"))) == [("R&D Ana", "One")]

    def test_a_voice_without_a_name_is_nobody(self) -> None:
        assert said(read(cue("<v ->One</v>") + cue("<v>Two</v>", 3))) == [(None, "One Two")]

    def test_guids_are_not_spoken(self) -> None:
        guid = "6e2f9b0a-1c2d-4e3f-8a9b-0c1d2e3f4a5b/12-0\n"
        assert said(read(guid + cue("<v Ana>One,</v>") + guid + cue("<v Ana>two.</v>", 3))) == [("Ana", "One, two.")]


class TestZoom:
    def test_a_sentence_spread_over_cues_is_whole_in_its_turn(self) -> None:
        body = "7\n" + cue("stokes: Let's give people") + "8\n" + cue("stokes: a few minutes: two or three.", 3)
        body += "9\n" + cue("Ana | Riva: Fine.", 5) + "10\n" + cue("stokes: Thanks.", 7) + "11\n" + cue("stokes: Go.", 9)
        assert said(read(body)) == [
            ("stokes", "Let's give people a few minutes: two or three."), ("Ana | Riva", "Fine."), ("stokes", "Thanks. Go."),
        ]

    def test_where_every_cue_is_labelled_one_without_label_has_no_speaker(self) -> None:
        body = "".join(cue(f"Ana: Part {n}.", n) for n in range(1, 8)) + cue("Who is this?", 20)
        assert said(read(body))[-1] == (None, "Who is this?")

    def test_a_sentence_with_a_colon_is_no_speaker(self) -> None:
        body = "".join(cue(text, n) for n, text in enumerate(
            ["We met in May.", "The question is: why?", "Note: nobody came.", "So we left.", "The end: soon."], 1))
        assert {speaker for speaker, _ in said(read(body))} == {None}

    def test_offsets_lead_back_to_the_words_in_the_source(self) -> None:
        text = "WEBVTT\r\n\r\n1\r\n00:01.000 --> 00:02.000\r\nAna Ruiz: Tea &amp; trade.\r\n\r\n2\r\n00:03.000 --> 00:04.000\r\nAna Ruiz: Yes.\r\n"
        reading = webvtt.read(raw(text))
        assert reading.text == text
        assert written(reading) == ["Tea &amp; trade.", "Yes."]


class TestOtherServices:
    def test_rolling_lines_are_read_once(self) -> None:
        body = ("00:00.000 --> 00:02.000\n \nwe begin<00:00:00.500><c> with</c>\n\n"
                "00:02.000 --> 00:02.010\nwe begin with\n \n\n"
                "00:02.010 --> 00:04.000\nwe begin with\nwater<00:00:03.000><c> water</c>\n\n"
                "00:04.000 --> 00:04.010\nwater water\n \n\n"
                "00:04.010 --> 00:06.000\nwater water\nand<00:00:05.000><c> trade</c>\n\n")
        reading = read(body, "WEBVTT\nKind: captions\nLanguage: en\n\n")
        assert said(reading) == [(None, "we begin with water water and trade")]
        assert (reading.language, reading.kind) == ("en", SourceKind.CAPTIONS)
        assert counts(reading) == {"repeated-line": 4}

    def test_what_is_said_twice_is_read_twice(self) -> None:
        assert said(read("".join(cue("Thank you.", n) for n in range(1, 6)))) == [(None, " ".join(["Thank you."] * 5))]

    def test_webex_writes_speakers_where_identifiers_stand(self) -> None:
        body = '1 "Ana Ruiz" (3242)\n' + cue("One.") + '2 "Bo Li" (77)\n' + cue("Two.", 3)
        assert said(read(body)) == [("Ana Ruiz", "One."), ("Bo Li", "Two.")]

    def test_identifiers_that_come_back_and_look_like_names_are_speakers(self) -> None:
        body = "Speaker 1\n" + cue("One.") + "Speaker 2\n" + cue("Two.", 3) + "Speaker 1\n" + cue("Three.", 5) + "Speaker 2\n" + cue("Four.", 7)
        assert [speaker for speaker, _ in said(read(body))] == ["Speaker 1", "Speaker 2"] * 2

    def test_chevrons_open_somebody_elses_turn(self) -> None:
        body = cue("&gt;&gt; JANE DOE: We begin. &gt;&gt; Do we?") + cue("I wonder.", 3)
        assert said(read(body)) == [("JANE DOE", "We begin."), (None, "Do we? I wonder.")]

    def test_dashes_open_turns_only_where_every_line_has_one(self) -> None:
        assert said(read(cue("- Ready?\n- Ready.") + cue("Water\n- and trade.", 3))) == [
            (None, "Ready?"), (None, "Ready. Water - and trade.")]

    def test_lines_of_chinese_are_joined_without_a_space(self) -> None:
        assert said(read(cue("我们需要加强") + cue("区域合作。", 3))) == [(None, "我们需要加强区域合作。")]


class TestDamage:
    @pytest.mark.parametrize("header", ["", "\n\n", "WEBVTT - minutes\nKind: captions\n\n", "WEBVTT\n"])
    def test_a_header_may_be_missing_or_long(self, header: str) -> None:
        assert said(read(cue("<v Ana>One.</v>"), header)) == [("Ana", "One.")]

    def test_times_may_lack_hours_and_have_commas(self) -> None:
        assert times(read("00:01,500 --> 01:00:02,25 align:start\nOne.\n")) == [(1.5, 3602.25)]

    def test_comments_and_styles_are_set_apart(self) -> None:
        body = "NOTE made by\na machine\n\nSTYLE\n::cue { color: red }\n\n" + cue("One.") + "NOTE Confidence: 0.9\n\n" + cue("NOTE that: two.", 3)
        assert said(read(body)) == [(None, "One. NOTE that: two.")]

    def test_a_blank_line_may_stand_between_time_and_words(self) -> None:
        assert said(read("00:01.000 --> 00:02.000\n\nOne two.\n\n00:03.000 --> 00:04.000\n\nThree.\n")) == [(None, "One two. Three.")]

    def test_a_blank_line_within_a_cue_loses_nothing(self) -> None:
        assert said(read("00:01.000 --> 00:02.000\nOne\n\nand two.\n\n" + cue("Three.", 3))) == [(None, "One and two. Three.")]

    def test_a_broken_timing_line_costs_the_time_not_the_words(self) -> None:
        reading = read(cue("One.") + "00:03.000 --> 00:0\nTwo.\n\n" + cue("Three.", 5))
        assert said(reading) == [(None, "One. Two. Three.")]
        assert times(reading)[1] == (None, None)
        assert (counts(reading), places(reading)) == ({"bad-timing": 1}, {"bad-timing": "line 6"})

    def test_a_cue_that_ends_before_it_begins_keeps_its_beginning(self) -> None:
        reading = read("00:05.000 --> 00:02.000\nOne.\n")
        assert times(reading) == [(5.0, None)]
        assert counts(reading) == {"bad-timing": 1}

    def test_empty_cues_and_sounds_are_counted(self) -> None:
        reading = read("00:01.000 --> 00:02.000\n\n" + cue("[Applause]", 3) + cue("One [inaudible] two.", 5))
        assert counts(reading) == {"cue-without-text": 1, "cue-without-speech": 1, "inaudible": 1}

    def test_machine_outros_are_kept_and_told(self) -> None:
        reading = read(cue("We close here.") + cue("Thank you for watching!", 3))
        assert said(reading) == [(None, "We close here. Thank you for watching!")]
        assert counts(reading) == {"machine-outro": 1}

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
    def test_marks_of_byte_order_do_not_matter(self, encoding: str) -> None:
        file = RawFile("a.vtt", ("WEBVTT\n\n" + cue("<v Анна>Начнём.</v>")).encode(encoding))
        assert webvtt.recognises(file)
        assert said(webvtt.read(file)) == [("Анна", "Начнём.")]

    def test_a_file_without_speech_is_an_error_that_helps(self) -> None:
        with pytest.raises(InputError, match=r"meeting\.vtt.*no speech.*Export it again"):
            read("")


class TestRecognition:
    def test_by_header_or_by_dotted_times_whatever_the_name(self) -> None:
        assert webvtt.recognises(raw("WEBVTT\n\n" + cue("One."), "notes.txt"))
        assert webvtt.recognises(raw(cue("One."), "notes.txt"))

    def test_comma_times_without_header_are_subrip(self) -> None:
        file = raw("1\n00:00:01,000 --> 00:00:02,000\nOne.\n", "notes.txt")
        assert not webvtt.recognises(file)
        assert srt.recognises(file)

    @pytest.mark.parametrize("text", ["", "A report.\n\nFrom A --> to B.\n", "{}", "10:30 --> lunch\n", "\0\x01"])
    def test_prose_is_neither(self, text: str) -> None:
        assert not webvtt.recognises(raw(text))
        assert not srt.recognises(raw(text))
