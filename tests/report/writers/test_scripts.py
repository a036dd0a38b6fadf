"""Text split by script, without losing or moving a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.report.writers.scripts import is_rtl, prevailing, runs, script_of

WORDS = st.lists(
    st.sampled_from(
        [
            "Ferries",
            "陆清远",
            "한서윤",
            "پارسا‌نژاد",
            "عاشور",
            "Цветков",
            "3.5",
            "(",
            "),",
            "—",
            "ナツ",
        ]
    )
).map(" ".join)


def _foreign(text: str, language: str = "en") -> list[tuple[str, str | None, bool]]:
    return [(run.text, run.language, run.rtl) for run in runs(text, language) if run.language]


def test_plain_text_is_one_run_in_the_language_around_it() -> None:
    (run,) = runs("The 4th round table – “in full”, at 3.5 °C.", "en")
    assert run.language is None
    assert not run.rtl


def test_names_carry_the_language_that_their_script_tells() -> None:
    assert _foreign("met 陆清远, 한서윤 and ナツ in 서울") == [
        ("陆清远", "zh", False),
        ("한서윤", "ko", False),
        ("ナツ", "ja", False),
        ("서울", "ko", False),
    ]


def test_persian_letters_tell_persian_and_a_name_keeps_its_joiner() -> None:
    assert _foreign("by نیلوفر پارسا‌نژاد today") == [("نیلوفر پارسا‌نژاد", "fa", True)]
    assert _foreign("by سلمى بن عاشور") == [("سلمى بن عاشور", "ar", True)]


def test_cyrillic_in_an_english_report_is_not_claimed_to_be_russian() -> None:
    assert _foreign("said Әлихан Құрманғазыұлы") == [("Әлихан Құрманғазыұлы", "und-Cyrl", False)]


def test_two_right_to_left_names_in_a_list_stay_two_runs() -> None:
    assert [text for text, *_ in _foreign("علی, محمد (ایران)")] == ["علی", "محمد", "ایران"]


def test_a_number_joined_to_a_latin_name_stays_with_it_in_persian() -> None:
    assert _foreign("حتی Caspian-2 نیست", "fa") == [("Caspian-2", "und-Latn", False)]


def test_korean_in_a_chinese_report_is_marked_and_chinese_is_not() -> None:
    assert _foreign("陆清远和한서윤发言", "zh") == [("한서윤", "ko", False)]
    assert _foreign("陆清远发言", "zh") == []


def test_chinese_characters_are_at_home_in_a_korean_report() -> None:
    assert _foreign("한서윤(韓書胤)은 말했다", "ko") == []
    assert _foreign("ナツ 제안", "ko") == [("ナツ", "ja", False)]


def test_most_letters_decide_the_language_of_a_text() -> None:
    assert prevailing("بدون داده‌های مشترک (Caspian-2)", "en") == "fa"
    assert prevailing("Ferries, said علی, must run", "en") == "en"
    assert prevailing("12.5 – 14", "fa") == "fa"


@pytest.mark.parametrize(
    ("language", "script"),
    [("en", "Latn"), ("kk", "Cyrl"), ("uz-Cyrl", "Cyrl"), ("zh-Hant", "Hani"), ("ko", "Hang"), ("fa", "Arab"), ("xx", "Latn")],
)  # fmt: skip
def test_a_language_tells_its_script(language: str, script: str) -> None:
    assert script_of(language) == script


def test_right_to_left_languages_are_known() -> None:
    assert all(map(is_rtl, ("ar", "fa", "he", "ur", "und-Arab")))
    assert not any(map(is_rtl, ("en", "kk", "zh", "und-Cyrl")))


@given(st.one_of(WORDS, st.text()), st.sampled_from(["en", "fa", "zh", "ru", "ko"]))
def test_runs_put_together_are_the_text(text: str, language: str) -> None:
    assert "".join(run.text for run in runs(text, language)) == text
