"""A report as one HTML file: no request to anywhere, readable on a phone, in print, without script.

The style and the script are inline and named by their hashes in the page's content security policy,
so that nothing a report may hold can run.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

import jinja2

from communique.report.values import Report

from .compose import lay_out
from .labels import OWN, PROPOSED, labels_in


def render(report: Report) -> bytes:
    layout = lay_out(report)
    lines = tuple(layout.lines())
    page = _template().render(
        report=layout,
        labels=labels_in(layout.language),
        has_own=any(line.own for line in lines),
        has_proposed=any(line.proposed for line in lines),
    )
    return page.encode()


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
    )
    template = environment.from_string(_asset("report.html.j2"))
    style, script = _asset("report.css"), _asset("report.js")
    template.globals.update(
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        own=OWN,
        proposed=PROPOSED,
    )
    return template


def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
