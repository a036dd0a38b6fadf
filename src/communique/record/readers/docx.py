"""DOCX: a report or a statement written in a word processor.

Read from its XML: tracked deletions are no text any more, insertions are; headers, footers and
comments stand beside the text; footnotes follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from communique.record.errors import InputError
from communique.record.reading import BlockKind, Reading
from communique.record.values import Notice, SourceKind

from .headings import is_marked_heading, may_head
from .package import MAGIC, names_in, open_package
from .prose import Unit, blocks_of
from .raw import RawFile
from .statement import classified
from .xml_parts import xml_part

DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_LEFT_OUT = frozenset(
    "del moveFrom delText instrText rPr pPr sectPr tblPr trPr tcPr footnotePr commentReference "
    "footnoteReference endnoteReference drawing pict object".split()
)
_BREAKS = frozenset(("br", "cr"))
_HEADING = re.compile(r"(?:heading|заголовок|titre|überschrift|título|标题)\s*(\d)|(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|название|titel|título)", re.IGNORECASE)
_DEEPEST = 200


@dataclass
class _Scribe:
    parts: list[str] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    length: int = 0

    def write(self, text: str, kind: BlockKind, level: int = 0) -> None:
        for line in text.split("\n"):
            if bare := line.strip():
                self.units.append(Unit(((self.length, self.length + len(bare)),), kind, level))
                self.parts.append(bare)
                self.length += len(bare) + 2


def recognises(raw: RawFile) -> bool:
    return raw.data.startswith(MAGIC) and DOCUMENT in names_in(raw.data)


def read(raw: RawFile) -> Reading:
    with open_package(raw.data, file=raw.name) as package:
        document = xml_part(package, DOCUMENT, file=raw.name)
        styles = _style_names(xml_part(package, "word/styles.xml", file=raw.name))
        notes = xml_part(package, "word/footnotes.xml", file=raw.name)
    body = _child(document, "body") if document is not None else None
    scribe = _Scribe()
    if body is not None:
        _write_parts(body, scribe, styles)
    if notes is not None:
        _write_notes(notes, scribe)
    return _reading(raw, scribe, _boxes(document))


def _boxes(document: etree._Element | None) -> tuple[Notice, ...]:
    """Text boxes float beside the text and come twice in the file: they are counted, not read."""
    count = 0 if document is None else sum(1 for _ in document.iter("{*}txbxContent"))
    if not count:
        return ()
    return (Notice(code="text-box", count=count, message="text boxes were left out of the text"),)


def _reading(raw: RawFile, scribe: _Scribe, notices: tuple[Notice, ...]) -> Reading:
    text = "\n\n".join(scribe.parts)
    if not text:
        raise InputError("there is no text in the document", file=raw.name,
                         remedy="If it holds scanned pages, recognise their text (OCR) first.")
    units = _with_looks(text, scribe.units)
    return classified(Reading(kind=SourceKind.REPORT, format="docx", text=text,
                              blocks=blocks_of(text, units), notices=notices))


def _write_parts(body: etree._Element, scribe: _Scribe, styles: dict[str, str]) -> None:
    """Paragraphs in order; those of a table are its cells."""
    stack: list[tuple[etree._Element, int, bool]] = [(body, 0, False)]
    while stack:
        element, depth, in_table = stack.pop()
        if _tag(element) == "p":
            kind, level = (BlockKind.CELL, 0) if in_table else _kind(element, styles)
            scribe.write(_text_of(element), kind, level)
        elif depth < _DEEPEST and _tag(element) not in _LEFT_OUT:
            inside = in_table or _tag(element) == "tc"
            stack.extend((child, depth + 1, inside) for child in reversed(element))


def _write_notes(notes: etree._Element, scribe: _Scribe) -> None:
    for note in notes:
        if note.get(f"{_W}type") is None and note.get(f"{_STRICT}type") is None:
            scribe.write(" ".join(_text_of(paragraph) for paragraph in note if _tag(paragraph) == "p"),
                         BlockKind.CAPTION)


def _text_of(paragraph: etree._Element) -> str:
    return "".join(_runs(paragraph))


def _runs(paragraph: etree._Element) -> Iterator[str]:
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = _tag(element)
        if tag == "t":
            yield (element.text or "").replace("\n", " ")
        elif tag == "tab":
            yield "\t"
        elif tag in _BREAKS:
            yield _break(element)
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag not in _LEFT_OUT:
            stack.extend(reversed(element))


def _break(element: etree._Element) -> str:
    """A page or column break inside a paragraph does not end it; a line break does."""
    return " " if _value(element, "type") in {"page", "column"} else "\n"


def _kind(paragraph: etree._Element, styles: dict[str, str]) -> tuple[BlockKind, int]:
    properties = _child(paragraph, "pPr")
    if properties is None:
        return BlockKind.PARAGRAPH, 0
    style = _child(properties, "pStyle")
    named = styles.get(_value(style, "val"), _value(style, "val")) if style is not None else ""
    if _TITLE.fullmatch(named):
        return BlockKind.TITLE, 0
    if found := _HEADING.fullmatch(named):
        return BlockKind.HEADING, int(found[1] or found[2])
    if named.casefold() == "caption":
        return BlockKind.CAPTION, 0
    listed = _child(properties, "numPr") is not None or named.casefold().startswith("list")
    return (BlockKind.ITEM, 1) if listed else (BlockKind.PARAGRAPH, 0)


def _with_looks(text: str, units: list[Unit]) -> list[Unit]:
    """Documents without styles: what looks like a heading and heads a paragraph is one."""
    if any(unit.kind is BlockKind.HEADING for unit in units):
        return units
    return [_judged(text, units, at) for at in range(len(units))]


def _judged(text: str, units: list[Unit], at: int) -> Unit:
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if unit.kind is not BlockKind.PARAGRAPH or following is None or following.kind is BlockKind.ITEM:
        return unit
    reading, ahead = unit.text(text), following.text(text)
    heads = may_head(reading) and len(ahead) > max(len(reading), 80)
    if heads or is_marked_heading(reading):
        return Unit(unit.spans, BlockKind.HEADING, 2)
    return unit


def _style_names(styles: etree._Element | None) -> dict[str, str]:
    """Style ids to the names people see; ids are translated, names are not."""
    names: dict[str, str] = {}
    for style in styles if styles is not None else ():
        name = _child(style, "name")
        if name is not None:
            names[_value(style, "styleId")] = _value(name, "val")
    return names


def _child(element: etree._Element, tag: str) -> etree._Element | None:
    return next((child for child in element if _tag(child) == tag), None)


def _tag(element: etree._Element) -> str:
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def _value(element: etree._Element, name: str) -> str:
    return element.get(f"{_W}{name}") or element.get(f"{_STRICT}{name}") or ""
