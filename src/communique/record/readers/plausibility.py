"""Which of several decodings reads like language, and which like mojibake."""

from __future__ import annotations

import re
from collections.abc import Callable

_ENOUGH = 0.8

# Common hanzi stand in rows 16 to 55 of GB 2312 (level 1), punctuation in rows 1 to 3, 6 to 9;
# rows 4 and 5 are kana, which a Chinese text has none of. Hangul stands in rows 16 to 40 of KS X 1001.
_PAIR = re.compile(rb"[\x81-\xfe][\x30-\xfe]")
_GB_COMMON = re.compile(rb"[\xa1-\xa3\xa6-\xa9\xb0-\xd7][\xa1-\xfe]")
_KS_COMMON = re.compile(rb"[\xa1-\xa3\xb0-\xc8][\xa1-\xfe]")
_FREQUENT_HANZI = frozenset("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出会与合全安")
_FREQUENT_HANGUL = frozenset("이다는을의에가고한를은로하기도사지들인과했적으서있")
_HIGH = re.compile(r"[^\x00-\x7f]")
_RUSSIAN = re.compile(r"[А-Яа-яЁё«»—–„“”№…\xa0]")
_RUSSIAN_WORD = re.compile(r"[А-Яа-яЁё]+")
_WELL_CASED = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
_FREQUENT = re.compile(r"[оеаинтсрвл]", re.IGNORECASE)
_WESTERN = re.compile(
    r"[àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿßÀÂÄÁÅÆÇÈÉÊËÍÎÑÓÔÖØŒÙÚÜ“”‘’‚„–—…€«»°§№£\xa0·•™©®²³ºª¿¡]"
)
_HIGH_RUN = re.compile(r"[À-ÿ]{3,}")
_TEXT = re.compile(
    r"[\t\n\r\f -~\u00a0-\u024f\u0370-\u052f\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u10a0-\u10ff"
    r"\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf\u2100-\u214f\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
    r"\uff00-\uff65]"
)


def looks_like_text(text: str) -> bool:
    """Whether nearly all characters are such as people write, with a space or line end now and then."""
    known = len(_TEXT.findall(text))
    return known >= 0.97 * len(text) and not _is_scattered(text)


def best_legacy(data: bytes) -> str | None:
    """The most plausible of the legacy encodings, or None when none yields plausible text."""
    scored = [(judge(data), encoding) for encoding, judge in _JUDGES.items()]
    score, encoding = max(scored, key=lambda pair: pair[0])
    return encoding if score >= _ENOUGH else None


def _is_scattered(text: str) -> bool:
    """Bytes read in the wrong order give ideographs without rhythm: hardly one comes twice."""
    wide = [character for character in text[:4000] if "\u4e00" <= character <= "\ud7a3"]
    rare = sum(not _is_common_hanzi(character) for character in wide)
    return len(wide) > 8 and rare > 0.3 * len(wide)


def _is_common_hanzi(character: str) -> bool:
    if character >= "\uac00":
        return True
    try:
        return bool(_GB_COMMON.fullmatch(character.encode("gb2312")))
    except UnicodeEncodeError:
        return False


def _paired(encoding: str, common: re.Pattern[bytes], often: frozenset[str]) -> Callable[[bytes], float]:
    """Both scripts fill the same bytes: what decides between them is which characters come often."""

    def judge(data: bytes) -> float:
        sound = data[: len(data) - _open_tail(data, encoding)]
        try:
            text = sound.decode(encoding)
        except UnicodeDecodeError:
            return 0.0
        pairs = _PAIR.findall(sound)
        if not pairs:
            return 0.0
        known = sum(bool(common.fullmatch(pair)) for pair in pairs) / len(pairs)
        frequent = sum(character in often for character in text) / len(pairs)
        return known * (0.85 + 0.15 * min(1.0, frequent / 0.15))

    return judge


def _open_tail(data: bytes, encoding: str) -> int:
    """How many last bytes may be the beginning of a character that the sample cut off."""
    for length in (0, 1, 2, 3):
        try:
            data[: len(data) - length].decode(encoding)
        except UnicodeDecodeError:
            continue
        return length
    return 0


def _cyrillic(encoding: str) -> Callable[[bytes], float]:
    def judge(data: bytes) -> float:
        text = data.decode(encoding, errors="replace")
        high = len(_HIGH.findall(text))
        words = _RUSSIAN_WORD.findall(text)
        letters = sum(map(len, words))
        if not letters:
            return 0.0
        cased = sum(len(word) for word in words if _WELL_CASED.fullmatch(word)) / letters
        frequent = len(_FREQUENT.findall("".join(words))) / letters
        # the ten commonest letters are 63 % of Russian text, 30 % of a permuted alphabet
        return len(_RUSSIAN.findall(text)) / high * cased * min(1.0, frequent / 0.5)

    return judge


def _western(data: bytes) -> float:
    text = data.decode("cp1252", errors="replace")
    high = _HIGH.findall(text)
    runs = sum(map(len, _HIGH_RUN.findall(text)))
    letters = sum(character.isalpha() for character in text) or 1
    if len(high) > 0.3 * letters:
        return 0.0
    return (len(_WESTERN.findall(text)) - runs) / len(high) if high else 1.0


_JUDGES: dict[str, Callable[[bytes], float]] = {
    "cp1252": _western,
    "cp1251": _cyrillic("cp1251"),
    "koi8-r": _cyrillic("koi8-r"),
    "cp866": _cyrillic("cp866"),
    "gb18030": _paired("gb18030", _GB_COMMON, _FREQUENT_HANZI),
    "euc-kr": _paired("euc-kr", _KS_COMMON, _FREQUENT_HANGUL),
}
