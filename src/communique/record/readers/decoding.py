"""Bytes to text: byte order marks, UTF-16 without one, and the legacy encodings of the region.

A legacy encoding is never stated by the file. Each candidate is judged by how plausible the text
is that it yields; statistics of the general-purpose detector come last, because on one paragraph
it takes Russian for Greek and Chinese for Korean.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from communique.record.errors import InputError

from .plausibility import best_legacy, looks_like_text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MANY = 0.002


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """``certain`` is False where the encoding was concluded; ``damaged`` counts lost characters."""

    text: str
    encoding: str
    certain: bool = True
    damaged: int = 0


def decode(data: bytes, *, name: str) -> Decoded:
    """The text of ``data``, line ends as they are. Raises :class:`InputError` when it is no text."""
    decoded = _marked(data, name) or _wide(data) or _utf8(data) or _legacy(data)
    if decoded is None or _is_binary(decoded.text):
        raise InputError("the file is not text in any encoding known here", file=name,
                         remedy="Save it as UTF-8 text and read it again.")
    return decoded


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if not data.startswith(mark):
            continue
        try:
            return Decoded(text=data.decode(encoding), encoding=encoding)
        except UnicodeDecodeError as error:
            raise InputError(
                f"the file announces {encoding.upper()} but breaks off or is damaged", file=name,
                place=f"byte {error.start}", remedy="Export it again, as UTF-8 text.") from error
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: only a file that holds zero bytes can be that, and no other text can."""
    if b"\0" not in data:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text is not None and looks_like_text(text[:_SAMPLE]):
            return Decoded(text=text, encoding=encoding, certain=False)
    return None


def _utf8(data: bytes) -> Decoded | None:
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text=text, encoding="utf-8")
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    sound = sum(character > "\x7f" for character in text) - lost
    if sound < 4 * lost:
        return None
    return Decoded(text=text, encoding="utf-8", certain=False, damaged=lost)


def _legacy(data: bytes) -> Decoded | None:
    encoding = None if b"\0" in data else best_legacy(data[:_SAMPLE])
    text = _strict(data, encoding) if encoding else None
    if encoding and text is not None:
        return Decoded(text=text, encoding=encoding, certain=False)
    return _detected(data)


def _detected(data: bytes) -> Decoded | None:
    if b"\0" in data:
        return None
    guess = from_bytes(data[:_SAMPLE]).best()
    text = _strict(data, guess.encoding) if guess is not None else None
    if guess is None or text is None or not looks_like_text(text[:_SAMPLE]):
        return None
    return Decoded(text=text, encoding=guess.encoding, certain=False)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_binary(text: str) -> bool:
    return len(_CONTROLS.findall(text, 0, _SAMPLE)) > _MANY * min(len(text), _SAMPLE)
