"""A report as a Word document that a secretary goes on editing.

Headings, lists, captions and tables are styles; passages are footnotes; what an editor must look at
is a comment. The parts are written by us, from templates: no template of another program brings its
author, thumbnail or clock along, and the same report gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib.resources import files

import jinja2

from communique.report.values import Report

from .compose import lay_out
from .labels import labels_in
from .layout import Listing, Piece
from .word import fonts_of, marks, tag

_PARTS = {
    "[Content_Types].xml": "content-types",
    "_rels/.rels": "package-rels",
    "docProps/core.xml": "core",
    "docProps/app.xml": "app",
    "word/document.xml": "document",
    "word/_rels/document.xml.rels": "document-rels",
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/settings.xml": "settings",
    "word/footnotes.xml": "footnotes",
    "word/comments.xml": "comments",
    "word/header.xml": "header",
    "word/footer.xml": "footer",
    "word/first-footer.xml": "footer",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(report: Report) -> bytes:
    layout = lay_out(report)
    lines = tuple(layout.lines())
    context = {
        "report": layout,
        "labels": labels_in(layout.language),
        "lines": lines,
        "numbered": [piece for piece in layout.pieces() if _is_numbered(piece)],
        "origins": {line.origin.value for line in lines},
        "fonts": fonts_of(layout.language),
    }
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, template in _PARTS.items():
            part = zipfile.ZipInfo(name, date_time=_EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, _templates().get_template(template).render(context))
    return package.getvalue()


def _is_numbered(piece: Piece) -> bool:
    return isinstance(piece, Listing) and piece.numbered


@cache
def _templates() -> jinja2.Environment:
    folder = files(__package__) / "assets" / "word"
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: (folder / f"{name}.xml.j2").read_text("utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(marks=marks, tag=tag)
    return environment
