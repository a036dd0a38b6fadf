"""The fonts of a typeset report: free ones from packages, so that output is the same everywhere."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

_PACKAGES = ("fontpkg_source_serif_4", "fontpkg_amiri", "manimgx_fonts", "manimgx_fonts_cjk")

SERIF = "Source Serif 4"
SANS = "Noto Sans"
EAST_ASIAN = {
    "zh": "Noto Sans CJK SC",
    "zh-Hant": "Noto Sans CJK TC",
    "zh-TW": "Noto Sans CJK TC",
    "zh-HK": "Noto Sans CJK HK",
    "ja": "Noto Sans CJK JP",
    "ko": "Noto Sans CJK KR",
}
# Amiri: the Arabic of Noto Sans draws dots apart from letters, and cannot be copied or searched
OTHERS = (
    *("Amiri", "Noto Sans Hebrew", "Noto Sans Armenian", "Noto Sans Georgian"),
    *("Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Gurmukhi", "Noto Sans Gujarati"),
    *("Noto Sans Oriya", "Noto Sans Tamil", "Noto Sans Telugu", "Noto Sans Kannada"),
    *("Noto Sans Malayalam", "Noto Sans Sinhala", "Noto Sans Thai", "Noto Sans Lao"),
    *("Noto Sans Myanmar", "Noto Sans Khmer", "Noto Sans Ethiopic", "Noto Sans Symbols"),
    "Noto Emoji",
)


def font_paths() -> list[str]:
    """The folders that hold the fonts. Raises ``ModuleNotFoundError`` when a package is missing."""
    return [str(_folder(package)) for package in _PACKAGES]


def fallbacks(language: str) -> tuple[str, ...]:
    """Families to try after the first, the East Asian variant of ``language`` before its others."""
    own = EAST_ASIAN.get(language) or EAST_ASIAN.get(language.split("-")[0])
    rest = [family for family in EAST_ASIAN.values() if family != own]
    return (*OTHERS, *([own] if own else []), *rest)


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the fonts of {package!r} are not installed", name=package)
    return Path(spec.submodule_search_locations[0])
