from __future__ import annotations

import pytest

from communique.record.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Коллеги, позвольте мне начать с того, что вода стала дороже нефти.", "ru"),
        ("各位同事，今天我们讨论亚洲的水资源。", "zh"),
        ("همکاران گرامی، امروز درباره آب گفتگو می‌کنیم و نتیجه خواهیم گرفت.", "fa"),
        ("00:01.000 --> 00:04.000\n<v Aida>Good morning everybody, let us begin with water.</v>", "en"),
    ],
)
def test_languages_of_the_forum_are_told_apart(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_greeting_is_too_little_to_tell() -> None:
    assert language_of("Hello!") is None
