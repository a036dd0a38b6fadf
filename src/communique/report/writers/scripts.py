"""Text split by script, so that each name is set in its own direction and with the right fonts.

A script does not always tell a language: Cyrillic letters alone say ``und-Cyrl``, never "Russian".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ʯ\u1d00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\ufb00-\ufb06\uff21-\uff5a",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hang": "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc",
    "Hani": (
        "\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u3190-\u9fff\uf900-\ufaff"
        "\uff01-\uff20\uff5b-\uff9f\U00020000-\U0003ffff"
    ),
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Deva": "\u0900-\u097f\ua8e0-\ua8ff",
    "Beng": "\u0980-\u09ff",
    "Guru": "\u0a00-\u0a7f",
    "Gujr": "\u0a80-\u0aff",
    "Orya": "\u0b00-\u0b7f",
    "Taml": "\u0b80-\u0bff",
    "Telu": "\u0c00-\u0c7f",
    "Knda": "\u0c80-\u0cff",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Laoo": "\u0e80-\u0eff",
    "Tibt": "\u0f00-\u0fff",
    "Mymr": "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "Ethi": "\u1200-\u139f\u2d80-\u2ddf",
    "Khmr": "\u1780-\u17ff\u19e0-\u19ff",
    "Mong": "\u1800-\u18af",
    "Armn": "\u0530-\u058f\ufb13-\ufb17",
    "Syrc": "\u0700-\u074f",
    "Thaa": "\u0780-\u07bf",
}
_RTL = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})
_LANGUAGES = {
    "Hebr": "he", "Grek": "el", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml",
    "Sinh": "si", "Thai": "th", "Laoo": "lo", "Mymr": "my", "Geor": "ka", "Khmr": "km",
    "Armn": "hy", "Hang": "ko", "Guru": "pa", "Gujr": "gu", "Orya": "or", "Beng": "bn", "Thaa": "dv",
}  # fmt: skip
_SCRIPTS_OF = {
    "Cyrl": "be bg kk ky mk mn ru sr tg tt uk",
    "Arab": "ar ckb fa ps sd ug ur",
    "Hani": "ja zh",
    "Hang": "ko",
    "Hebr": "he yi",
    "Deva": "hi mr ne",
}
_SCRIPT_OF = {
    **{
        language: script
        for script, languages in _SCRIPTS_OF.items()
        for language in languages.split()
    },
    **{language: script for script, language in _LANGUAGES.items()},
}
# no comma, stop or bracket: a list of names is several runs, and keeps its order
_JOINERS = r"[\s\d\-'’·\u200c-\u200f]"
_RUN = re.compile(
    "|".join(
        f"(?P<{script}>[{letters}](?:{_JOINERS}*[{letters}\u0300-\u036f])*(?:[-‑–]\\d+)?)"
        for script, letters in _LETTERS.items()
    )
)
_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ALIASES = dict.fromkeys(("Hans", "Hant", "Jpan", "Kana", "Hira"), "Hani") | {"Kore": "Hang"}
EAST_ASIAN = frozenset({"Hani", "Hang"})
_KANA = re.compile("[\u3041-\u30ff]")
_PERSIAN = re.compile("[پچژگکی]")
_URDU = re.compile("[ٹڈڑںے]")
_PLAIN = re.compile(r"[\x00-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")


@dataclass(frozen=True)
class Run:
    """Text in one script; ``language`` is set only where it is not the text around it."""

    text: str
    language: str | None = None
    rtl: bool = False


def language_tag(tag: str | None, *, default: str) -> str:
    """``tag`` where it is formed as a BCP 47 tag, else ``default``."""
    return tag if tag and _TAG.fullmatch(tag) else default


def script_of(language: str) -> str:
    """The ISO 15924 script that ``language`` (a BCP 47 tag) is written in; Latin if unknown."""
    subtags = language.split("-")
    named = [tag.title() for tag in subtags[1:] if len(tag) == 4]
    return _ALIASES.get(named[0], named[0]) if named else _SCRIPT_OF.get(subtags[0].lower(), "Latn")


def is_rtl(language: str) -> bool:
    return script_of(language) in _RTL


@lru_cache(maxsize=4096)
def runs(text: str, language: str) -> tuple[Run, ...]:
    """``text`` as runs; those in the script of ``language`` carry no language of their own."""
    home = script_of(language)
    if home == "Latn" and _PLAIN.fullmatch(text):
        return (Run(text),) if text else ()
    found: list[Run] = []
    start = 0
    for match in _RUN.finditer(text):
        run = _foreign(match, language, home)
        if run is None:
            continue
        if match.start() > start:
            found.append(Run(text[start : match.start()], rtl=home in _RTL))
        found.append(run)
        start = match.end()
    if start < len(text):
        found.append(Run(text[start:], rtl=home in _RTL))
    return tuple(found)


def prevailing(text: str, language: str, *, share: float = 0.5) -> str:
    """The language to set ``text`` in: ``language``, if its script has this ``share`` of letters."""
    home = script_of(language)
    if home == "Latn" and _PLAIN.fullmatch(text):
        return language
    letters: Counter[str] = Counter()
    for match in _RUN.finditer(text):
        letters[match.lastgroup or home] += len(match[0])
    if letters[home] >= share * letters.total():
        return language
    return _language(text, letters.most_common(1)[0][0])


def _foreign(match: re.Match[str], language: str, home: str) -> Run | None:
    script = match.lastgroup or "Latn"
    spoken = _language(match[0], script)
    japanese = spoken == "ja" and not language.startswith("ja")
    hanja = home == "Hang" and script == "Hani"
    if (script == home or hanja) and not japanese:
        return None
    return Run(match[0], language=spoken, rtl=script in _RTL)


def _language(text: str, script: str) -> str:
    if script == "Hani":
        return "ja" if _KANA.search(text) else "zh"
    if script == "Arab":
        return "ur" if _URDU.search(text) else "fa" if _PERSIAN.search(text) else "ar"
    return _LANGUAGES.get(script, f"und-{script}")
