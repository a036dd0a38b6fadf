"""Which language a text is in (py3langid: Lui and Baldwin's langid, 97 languages)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

# The languages of international forums; a rare one guessed for a common one helps nobody.
_CANDIDATES = (
    "ar az bg bn cs da de el en es fa fi fr he hi hr hu hy id it ja ka kk km ko ky lo lt mk mn ms "
    "my ne nl no pl ps pt ro ru sk sl sr sv sw ta tg th tl tr uk ur uz vi zh"
).split()
_ENOUGH = 40
_SAMPLE = 4000


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of ``text``; None where there are too few letters to tell."""
    sample = text[: _SAMPLE * 4]
    letters = sum(map(str.isalpha, sample))
    if letters < _ENOUGH and not _has_ideographs(sample):
        return None
    return str(_identifier().classify(_letters_only(sample)[:_SAMPLE])[0])


def _has_ideographs(text: str) -> bool:
    return sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text) >= 8


def _letters_only(text: str) -> str:
    """Words without timings, tags and figures, which look like no language or like many."""
    return " ".join(
        word for word in text.replace("<", " <").replace(">", "> ").split()
        if not any(map(str.isdigit, word)) and word[:1] not in "<-&{["
    )


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads a model: only when asked

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in _CANDIDATES if code in identifier.labels])
    return identifier
