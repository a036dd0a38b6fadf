"""Sessions with their themes, as a report's own sentences and headings name them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.record.reading import BlockKind
from communique.record.values import Session, Voice

from .drafts import Draft
from .prose import Paragraph

_QUOTED = re.compile(r"[“\"](?P<title>[^“”\"]{6,240}?)[.,;]?[”\"]")
_LISTED = re.compile(r"\b(?:divided into|consisted of|comprised|included|featured|had|two|three|four|five|six)\b[^.]{0,60}?\b(?:sections?|sessions?|panels?|segments?|parts|sub-?themes|topics|themes)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|next|last|final|opening|closing|plenary|working)\s+(?:\w+\s+)?(?:session|panel|section|segment)\b", re.IGNORECASE)
_HEADING = re.compile(r"^(?:working\s+)?(?:session|panel|section|segment|part)\s+(?P<number>\d+|[IVX]+|one|two|three|four|five)\b\s*[:.–—\-]\s*(?P<title>.{4,200})$", re.IGNORECASE)


def sessions_of(paragraphs: Sequence[Paragraph], drafts: Sequence[Draft]) -> tuple[Session, ...]:
    """One session for each theme in quotation marks that a sentence on sessions names, or heading."""
    titles: list[str] = []
    for paragraph in paragraphs:
        found = _HEADING.match(paragraph.text.strip()) if paragraph.kind is not BlockKind.CELL else None
        if found and len(paragraph.text) < 220:
            titles.append(_plain(found["title"]))
    for draft in drafts:
        titles += _themes(draft)
    return tuple(
        Session(id=f"session-{number}", title=title, theme=title, number=number)
        for number, title in enumerate(dict.fromkeys(titles), start=1)
    )


def _themes(draft: Draft) -> list[str]:
    text = draft.paragraph.text[draft.start : draft.end]
    if draft.voice is Voice.VIEW and not _ONE.search(text):
        return []
    if _LISTED.search(text):
        found = [_plain(match["title"]) for match in _QUOTED.finditer(text)]
        return found if len(found) > 1 else []
    one = _ONE.search(text)
    named = _QUOTED.search(text, one.end(), one.end() + 200) if one else None
    return [_plain(named["title"])] if named and named.start() - (one.end() if one else 0) < 60 else []


def _plain(title: str) -> str:
    return title.strip(" “”\"'’.,;:–-")
