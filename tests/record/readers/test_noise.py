from __future__ import annotations

import pytest

from communique.record.readers.cleaning import cleaned, readable
from communique.record.readers.noise import is_outro


@pytest.mark.parametrize(("written", "reads"), [
    ("[Music] We begin {vocalsound} now", "We begin now"),
    ("♪♪ (laughter) yes", "yes"),
    ("Tea &amp; trade&nbsp;at &lt;home&gt; &#8212; &#x41;", "Tea & trade at <home> — A"),
    ("AT&T and R&D; grow", "AT&T and R&D; grow"),
    ("<i>We</i> <c.yellow>agree</c><00:00:01.000><c> here</c>", "We agree here"),
    ("three < four and <unknown> stays", "three < four and <unknown> stays"),
    ("(the music industry) grows [in Asia]", "(the music industry) grows [in Asia]"),
    ("{\\an8}Above", "Above"),
])
def test_marks_go_and_words_stay(written: str, reads: str) -> None:
    assert readable(written) == reads


@pytest.mark.parametrize("written", ["we [inaudible 00:12:31] agree", "we (??) agree", "we [crosstalk] agree", "we (неразборчиво) agree"])
def test_marks_of_lost_words_are_counted(written: str) -> None:
    assert cleaned(written) == ("we agree", 1)


@pytest.mark.parametrize("text", ["Thank you for watching!", "Thanks for watching.", "Subtitles by the Amara.org community",
                                  "Субтитры сделал DimaTorzok", "ご視聴ありがとうございました", "谢谢大家观看"])
def test_invented_outros_are_known(text: str) -> None:
    assert is_outro(text)


@pytest.mark.parametrize("text", ["Thank you for watching over the peace process these years.", "Thank you.", "We subscribe to that view."])
def test_courtesies_are_not_outros(text: str) -> None:
    assert not is_outro(text)
