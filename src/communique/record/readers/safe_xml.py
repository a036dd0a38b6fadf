"""XML of strangers, parsed without entities, without a DTD and without the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.record.errors import InputError

from .package import check_entities
from .raw import RawFile

if TYPE_CHECKING:
    from lxml import etree

_HEAD = 4000


def tree_of(raw: RawFile) -> etree._Element:
    """The root element. Raises :class:`InputError` for damaged XML and for XML that declares entities."""
    from lxml import etree  # heavy, and most files are no XML

    check_entities(raw.data, file=raw.name, place="the document type declaration")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(raw.data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InputError(f"the XML is damaged or cut off ({error.msg})", file=raw.name,
                         place=f"line {line}, column {column}",
                         remedy="Download or export the file again.") from error
    except ValueError as error:
        raise InputError(f"the XML cannot be read ({error})", file=raw.name, place="line 1",
                         remedy="Save it again as UTF-8.") from error


def opens_with(raw: RawFile, *names: str) -> bool:
    """Does one of these elements stand near the beginning of the file?"""
    head = raw.text[:_HEAD]
    return "<" in head[:200] and any(f"<{name}" in head or f":{name}" in head for name in names)


def name_of(element: etree._Element) -> str:
    """The name without its namespace: versions of a format differ in nothing else."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words_of(element: etree._Element, *, without: frozenset[str] = frozenset()) -> str:
    """All text below, white space folded, leaving out elements called one of ``without``."""
    return " ".join("".join(_texts(element, without)).split())


def _texts(element: etree._Element, without: frozenset[str]) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        if name_of(child) not in without:
            parts.extend(_texts(child, without))
        parts.append(child.tail or "")
    return parts
