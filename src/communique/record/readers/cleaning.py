"""From a stretch of a caption file, as written, to how it reads: no tags, entities or sound marks."""

from __future__ import annotations

import html
import re

from .noise import without_marks

_TAG = re.compile(
    r"</?(?:c|i|b|u|s|em|strong|v|ruby|rt|lang|font|span|p|br|div)(?=[\s.>/])[^<>]*>"
    r"|<(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,6})?>|\{\\[^{}]*\}",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<(?:br|p|div)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_SPECIAL = re.compile("[<&\\[({♪\u200b-\u2069\ufeff]|\\s\\s|[^\\S ]")


def readable(written: str) -> str:
    """How a written stretch reads; empty when it holds no words."""
    return cleaned(written)[0]


def cleaned(written: str) -> tuple[str, int]:
    """How it reads, and the number of marks in it at which words were lost."""
    if not _SPECIAL.search(written):
        return written.strip(), 0
    text = _TAG.sub("", _BREAK.sub(" ", written))
    text = _INVISIBLE.sub("", plain(text))
    text, gaps = without_marks(text)
    return " ".join(text.split()), gaps


def plain(text: str) -> str:
    """Entities resolved, only those that end properly: "AT&T; R&D" is nobody's entity."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text
