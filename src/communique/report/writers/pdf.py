"""A report as a typeset, tagged PDF (PDF/UA-1), with outline, metadata and footnoted sources.

The report goes to the typesetter as JSON data, so no text of it is ever read as markup. System
fonts and the clock are left out: the same report gives the same bytes.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import typst

from communique.report.values import Report

from .compose import lay_out
from .fonts import SANS, SERIF, fallbacks, font_paths
from .labels import OWN, PROPOSED, labels_in


def render(report: Report) -> bytes:
    """The PDF. A character that no font of ours has, or no title, costs the PDF/UA mark alone."""
    layout = lay_out(report)
    data = {
        "report": msgspec.to_builtins(layout),
        "labels": dataclasses.asdict(labels_in(layout.language)),
        "signs": {"own": OWN, "proposed": PROPOSED},
        "serif": [SERIF, SANS, *fallbacks(layout.language)],
        "sans": [SANS, *fallbacks(layout.language)],
        "origins": sorted({line.origin for line in layout.lines()}),
    }
    try:
        return _typeset(data, standard="ua-1")
    except typst.TypstError as problem:
        if "PDF/UA-1" not in str(problem):
            raise
        return _typeset(data, standard="1.7")


def _typeset(data: dict[str, object], *, standard: Literal["ua-1", "1.7"]) -> bytes:
    pdf: bytes = typst.compile(
        (files(__package__) / "assets" / "report.typ").read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"data": msgspec.json.encode(data).decode()},
        pdf_standards=standard,
        timestamp=0,
    )
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font_paths()
    )
