"""How a word processor is told of scripts: fonts, direction and language of a run."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from .scripts import EAST_ASIAN, Run, is_rtl, script_of

_REGIONS = {
    "en": "en-GB", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR", "fa": "fa-IR", "ar": "ar-SA",
    "ur": "ur-PK", "he": "he-IL", "th": "th-TH", "ru": "ru-RU", "kk": "kk-KZ", "ky": "ky-KG",
    "fr": "fr-FR", "de": "de-DE", "es": "es-ES", "hi": "hi-IN", "mn": "mn-MN", "uz": "uz-Latn-UZ",
    "tg": "tg-Cyrl-TJ", "tr": "tr-TR", "bn": "bn-BD", "ta": "ta-IN", "si": "si-LK", "km": "km-KH",
    "lo": "lo-LA", "my": "my-MM", "ka": "ka-GE", "hy": "hy-AM", "vi": "vi-VN", "pt": "pt-PT",
}  # fmt: skip
_EAST_ASIAN = {"zh": "SimSun", "ja": "Yu Mincho", "ko": "Malgun Gothic"}
_COMPLEX = {
    "Arab": "Times New Roman", "Hebr": "Times New Roman", "Thai": "Leelawadee UI",
    "Laoo": "Leelawadee UI", "Khmr": "Khmer UI", "Mymr": "Myanmar Text", "Syrc": "Estrangelo Edessa",
    "Thaa": "MV Boli", "Tibt": "Microsoft Himalaya",
    **dict.fromkeys(
        ("Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh"), "Nirmala UI"
    ),
}  # fmt: skip
_WESTERN = {"Geor": "Sylfaen", "Armn": "Sylfaen", "Ethi": "Ebrima", "Mong": "Mongolian Baiti"}

_EAST_ASIAN_FONT = Markup('<w:rFonts w:hint="eastAsia" w:eastAsia="{}"/>')
_EAST_ASIAN_LANGUAGE = Markup('<w:lang w:eastAsia="{}"/>')
_COMPLEX_FONT = Markup('<w:rFonts w:cs="{}"/>')
_COMPLEX_LANGUAGE = Markup('<w:lang w:bidi="{}"/>')
_WESTERN_FONT = Markup('<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>')
_LANGUAGE = Markup('<w:lang w:val="{}"/>')
_RTL, _CS, _UNPROOFED = Markup("<w:rtl/>"), Markup("<w:cs/>"), Markup("<w:noProof/>")


def tag(language: str) -> str:
    """``language`` with the region that a word processor wants to see."""
    return language if "-" in language else _REGIONS.get(language, language)


def fonts_of(language: str) -> dict[str, str]:
    """Fonts and languages of a whole document, by the kind of script they are for."""
    script = script_of(language)
    return {
        "east_asian": _EAST_ASIAN.get(language.split("-")[0], "SimSun"),
        "complex": _COMPLEX.get(script, "Times New Roman"),
        "language": tag(language) if not _is_other(script) else "en-GB",
        "east_asian_language": tag(language) if script in EAST_ASIAN else "zh-CN",
        "complex_language": tag(language) if script in _COMPLEX else "ar-SA",
    }


@lru_cache(maxsize=512)
def _marks(language: str) -> Markup:
    script = script_of(language)
    if script in EAST_ASIAN:
        font = _EAST_ASIAN.get(language.split("-")[0], "SimSun")
        return _EAST_ASIAN_FONT.format(font) + _EAST_ASIAN_LANGUAGE.format(tag(language))
    if script in _COMPLEX:
        order = _RTL if is_rtl(language) else _CS
        font = _COMPLEX_FONT.format(_COMPLEX[script])
        return font + order + _COMPLEX_LANGUAGE.format(tag(language))
    fonts = _WESTERN_FONT.format(_WESTERN[script]) if script in _WESTERN else Markup()
    return fonts + (_UNPROOFED if language.startswith("und") else _LANGUAGE.format(tag(language)))


def marks(run: Run, around: str, document: str) -> Markup:
    """The properties of a run within text in ``around``, in a document in another language or not.

    Nothing, where the document's defaults already say it all.
    """
    plain = run.language is None and around == document and script_of(document) not in _COMPLEX
    return Markup() if plain else _marks(run.language or around)


def _is_other(script: str) -> bool:
    return script in EAST_ASIAN or script in _COMPLEX
