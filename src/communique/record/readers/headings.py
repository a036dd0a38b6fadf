"""What a line is by its looks: a heading, a list item, a rule, or running text."""

from __future__ import annotations

import re

from .salutations import is_salutation
from .seams import is_open

_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_HASHES_AFTER = re.compile(r"\s+#+$")
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}|_{3,}")
_RULE = re.compile(r"(?:[-*_=~–—.•·]\s?){3,}")
_BOLD = re.compile(r"(\*\*|__)(?=\S)[^*_]{1,300}\1:?")
_BULLET = re.compile(r"(?:[-*+•‣◦▪●○■□–—·]|[o](?=\s{2,}))\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\([ivxlc]{1,6}\)|[ivx]{1,5}[.)]|（[一二三四五六七八九十\d]{1,3}）)\s*(?=\S)"
    r"|[一二三四五六七八九十]{1,3}、(?=\S)"
)
_DIVISION = re.compile(
    r"(?:(?:working |plenary |opening |closing |first |second |third |fourth |fifth |special )?"
    r"(?:session|section|part|panel|chapter|annex|appendix|topic|theme|segment)\b[ \t]*"
    r"(?:[\divxlc]{1,5}|one|two|three|four|five|six|[a-d])?[ \t]*(?:[:.–—-]|$)"
    r"|(?:сессия|секция|часть|раздел|глава|тема|приложение)[ \t]*[№\divxlc]{0,5}[ \t]*(?:[:.–—-]|$)"
    r"|第[一二三四五六七八九十\d]{1,3}(?:节|部分|章|场|单元|次会议|阶段)"
    r"|(?:séance|partie|chapitre|thème|sesión|parte|capítulo|sitzung|teil)[ \t]*[\divxlc]{1,5}[ \t]*(?:[:.–—-]|$))",
    re.IGNORECASE,
)
_MANY_WORDS, _MANY_CHARACTERS = 16, 130
_FEW_WORDS, _MOST_CAPITALS = 7, 0.6


def marked_level(text: str) -> tuple[int, int]:
    """Level and length of a "## " mark before a heading; (0, 0) when there is none."""
    found = _HASHES.match(text)
    return (len(found[1]), found.end()) if found else (0, 0)


def closing_marks(text: str) -> int:
    """How many characters a closing run of hashes takes at the end of a marked heading."""
    found = _HASHES_AFTER.search(text[-12:])
    return len(found[0]) if found else 0


def underline_level(text: str) -> int:
    """1 or 2 when the line underlines the one above it, else 0."""
    if not _UNDERLINE.fullmatch(text):
        return 0
    return 1 if text[0] == "=" else 2


def is_rule(text: str) -> bool:
    return len(text) >= 3 and bool(_RULE.fullmatch(text))


def marker(text: str) -> tuple[str, int]:
    """What opens the line, "bullet", "number" or "", and how many characters it takes."""
    if found := _BULLET.match(text):
        return "bullet", found.end()
    if (found := _NUMBER.match(text)) and not text[found.end() :][:1].isdigit():
        spaced = found[0][-1].isspace() or found[0][-1] in "、）"
        return ("number", found.end()) if spaced else ("", 0)
    return "", 0


def is_marked_heading(text: str) -> bool:
    """A heading by its own looks, wherever it stands: bold, capitals, or "Session 1: ..."."""
    if len(text) > _MANY_CHARACTERS or len(text.split()) > _MANY_WORDS:
        return False
    if _BOLD.fullmatch(text):
        return True
    if not is_open(text.rstrip(":：")):
        return False
    return _is_capitals(text) or bool(_DIVISION.match(text))


def may_head(text: str) -> bool:
    """Whether a short line could head the paragraph that follows it."""
    if len(text) > _MANY_CHARACTERS or len(text.split()) > _MANY_WORDS or is_salutation(text):
        return False
    opens = not text[0].islower() and text[0] not in "([*,;.!?-–—>|"
    closes = is_open(text) and text[-1] not in ",，-–—"
    return opens and closes and any(map(str.isalpha, text)) and _is_terse(text)


def _is_terse(text: str) -> bool:
    """Longer headings are set in capitals; a long line in small letters is rather a sentence."""
    words = text.split()
    capitals = sum(not word[:1].islower() for word in words)
    return len(words) <= _FEW_WORDS or capitals >= _MOST_CAPITALS * len(words)


def _is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 4 and text.isupper() and len(text.split()) <= _MANY_WORDS
