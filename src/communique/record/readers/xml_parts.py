"""Parts of an office document, parsed as XML that can neither expand nor reach out."""

from __future__ import annotations

import zipfile

from lxml import etree

from communique.record.errors import InputError

from .package import check_entities, part


def xml_part(package: zipfile.ZipFile, name: str, *, file: str) -> etree._Element | None:
    """A part of ``package`` as a tree, None when it is missing. Raises :class:`InputError`."""
    data = part(package, name, file=file)
    if data is None:
        return None
    check_entities(data, file=file, place=name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"a part of the document is damaged ({error})", file=file, place=name,
                         remedy="Open it in its own program, save it again, and read that.") from error
