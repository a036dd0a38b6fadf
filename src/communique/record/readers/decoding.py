"""Bytes to text: byte order marks, UTF-16 without one, and the legacy encodings of the region."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from communique.record.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, *, name: str) -> str:
    """The text of ``data``, line ends as they are. Raises :class:`InputError` when it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        guess = from_bytes(data).best()
    if guess is None:
        raise InputError("the file is not text in any encoding known here", file=name,
                         remedy="Save it as UTF-8 text and read it again.")
    return str(guess)
