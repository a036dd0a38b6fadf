"""Which reader a file is for: by its content first, by its name only where that is not enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Protocol, cast

from communique.record.errors import InputError
from communique.record.reading import Reading
from communique.record.values import Notice

from .package import MAGIC, check_entities, check_parts, names_in
from .raw import RawFile
from .unreadable import check_readable


class Reader(Protocol):
    """What every module named below offers."""

    def recognises(self, raw: RawFile) -> bool: ...

    def read(self, raw: RawFile) -> Reading: ...


@dataclass(frozen=True)
class Format:
    """``suffixes`` are those that promise this format; ``called`` is what people call it."""

    module: str
    called: str
    suffixes: frozenset[str]

    @property
    def reader(self) -> Reader:
        """The reader, imported when first needed: PDF and DOCX libraries are heavy."""
        return cast(Reader, import_module(f"{__package__}.{self.module}"))


def _format(module: str, called: str, *suffixes: str) -> Format:
    return Format(module, called, frozenset(suffixes))


# The strictest signs come first; plain text, which accepts anything, comes last.
PDF = _format("pdf", "PDF", ".pdf")
PACKED = (
    _format("teams_docx", "a Teams transcript", ".docx", ".docm"),
    _format("docx", "a DOCX document", ".docx", ".docm", ".dotx"),
    _format("workbook", "a workbook", ".xlsx", ".xlsm"),
)
MARKED_UP = (
    _format("akoma_ntoso", "Akoma Ntoso", ".xml", ".akn"),
    _format("parlamint", "ParlaMint TEI", ".xml"),
    _format("html", "HTML", ".html", ".htm", ".xhtml"),
)
TEXT = (
    _format("webvtt", "WebVTT", ".vtt"),
    _format("srt", "SubRip subtitles", ".srt"),
    _format("speech_json", "a JSON transcript", ".json"),
    _format("edition_file", "an edition file", ".toml"),
    _format("participants", "a participants list", ".csv", ".tsv", ".txt"),
    _format("chat", "a chat log", ".txt", ".log"),
    _format("captions", "captions", ".txt"),
    _format("labelled", "a labelled transcript", ".txt", ".md", ".text"),
    _format("markdown", "Markdown", ".md", ".markdown", ".txt", ".text"),
    _format("plain", "plain text", ".txt", ".text", ".md", ""),
)
BINARY = (PDF, *PACKED)
_PROSE = TEXT[-2:]
_ALL = (*MARKED_UP, *TEXT, *BINARY)
_STRUCTURED = frozenset(".vtt .srt .json .xml .akn .html .htm .toml .csv .tsv .pdf .docx .xlsx".split())
_MARKED_UP = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:\?xml|!doctype|[a-z][\w:.-]{0,60}[\s/>])", re.IGNORECASE | re.DOTALL)
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\"]|\]))")


def read_raw(raw: RawFile) -> Reading:
    """The file read by the reader that its content calls for.

    Raises :class:`InputError` for what cannot be read: empty, damaged, encrypted, scanned, sound,
    pictures, formats not known, and content that has nothing to do with the file's suffix.
    """
    check_readable(raw)
    found = _packed(raw) if raw.data.startswith(MAGIC) else _found(raw)
    if found is None:
        raise _unknown(raw)
    reading = found.reader.read(raw)
    return replace(reading, notices=(*_misnamed(raw, found), *_assumed(raw, found), *reading.notices))


def _packed(raw: RawFile) -> Format | None:
    """An office document; checked whole before any reader opens it."""
    check_parts(raw.data, file=raw.name)
    return next((known for known in PACKED if known.reader.recognises(raw)), None)


def _found(raw: RawFile) -> Format | None:
    if b"%PDF-" in raw.data[:1024]:
        return PDF
    marked_up = bool(_MARKED_UP.match(raw.text))
    if marked_up:
        check_entities(raw.text.encode("utf-8", "replace"), file=raw.name)
    asked = _asked(raw, marked_up=marked_up)
    found = next((known for known in asked if known.reader.recognises(raw)), None)
    if found in _PROSE and _is_no_prose(raw):
        return None
    return found


def _asked(raw: RawFile, *, marked_up: bool) -> Iterator[Format]:
    """In the order above, but a suffix that promises one format has that asked first."""
    every = (*MARKED_UP, *TEXT) if marked_up else TEXT
    promised = [known for known in every if raw.suffix in known.suffixes and raw.suffix in _STRUCTURED]
    yield from promised
    yield from (known for known in every if known not in promised)


def _is_no_prose(raw: RawFile) -> bool:
    """Structured content that no reader took is damaged or foreign, never a report."""
    return raw.suffix in _STRUCTURED or bool(_MARKED_UP.match(raw.text) or _JSON.match(raw.text))


def _unknown(raw: RawFile) -> InputError:
    looks = _looks(raw)
    promised = next((known.called for known in _ALL
                     if raw.suffix in known.suffixes and raw.suffix in _STRUCTURED), None)
    if promised is None:
        return InputError(f"the content looks like {looks} of a kind that is not read", file=raw.name,
                          remedy="Save it as TXT, DOCX, PDF, HTML, VTT or CSV.")
    return InputError(f"the name ends in {raw.suffix} ({promised}), but the content looks like {looks}",
                      file=raw.name, remedy="If the name is wrong, rename it; otherwise export the file again.")


def _looks(raw: RawFile) -> str:
    if raw.data.startswith(MAGIC):
        return "an archive" if names_in(raw.data) else "a damaged archive"
    if _MARKED_UP.match(raw.text):
        return "XML, cut off or of an unknown kind"
    return "JSON, cut off or of an unknown kind" if _JSON.match(raw.text) else "plain text"


def _misnamed(raw: RawFile, found: Format) -> tuple[Notice, ...]:
    if not raw.suffix or raw.suffix in found.suffixes or raw.suffix not in _ALL_SUFFIXES:
        return ()
    return (Notice(code="wrong-suffix",
                   message=f"the name ends in {raw.suffix}, but the content is {found.called}; read as that"),)


def _assumed(raw: RawFile, found: Format) -> Iterator[Notice]:
    if found in BINARY:
        return
    decoded = raw.decoded
    if decoded.damaged:
        yield Notice(code="damaged-characters", count=decoded.damaged,
                     message="bytes that are no UTF-8 were read as U+FFFD")
    elif not decoded.certain:
        yield Notice(code="assumed-encoding",
                     message=f"the file does not state its encoding; read as {decoded.encoding}")


_ALL_SUFFIXES = frozenset(suffix for known in _ALL for suffix in known.suffixes)
