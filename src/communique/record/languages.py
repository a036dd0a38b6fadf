"""Which language a text is in (py3langid: Lui and Baldwin's langid, 97 languages)."""

from __future__ import annotations

_ENOUGH = 40
_SAMPLE = 4000


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of ``text``; None where there are too few letters to tell."""
    sample = text[: _SAMPLE * 4]
    letters = sum(map(str.isalpha, sample))
    if letters < _ENOUGH and not _has_ideographs(sample):
        return None
    from py3langid import classify  # loads its model: only when a text asks for it

    return str(classify(_letters_only(sample)[:_SAMPLE])[0])


def _has_ideographs(text: str) -> bool:
    return sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text) >= 8


def _letters_only(text: str) -> str:
    """Words without timings, tags and figures, which look like no language or like many."""
    return " ".join(
        word for word in text.replace("<", " <").replace(">", "> ").split()
        if not any(map(str.isdigit, word)) and word[:1] not in "<-&{["
    )
