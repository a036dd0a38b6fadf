"""How a value shows itself in a notebook: a small HTML card. Every text in it is escaped.

Names may hold markup, or characters that turn the direction of the text after them: each stands
in a ``<bdi>`` of its own, without control characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from html import escape
from typing import Any

_MOST_ROWS = 50
_STYLE = "border-collapse:collapse;text-align:left"


def card(title: str, facts: Mapping[str, object], columns: Sequence[str], values: Sequence[Any]) -> str:
    """``title``, then ``facts`` that are not empty, then a row of ``columns`` for each of ``values``."""
    stated = "".join(
        f"<dt><b>{_text(name)}</b></dt><dd>{_text(_worded(fact))}</dd>"
        for name, fact in facts.items() if fact not in (None, "", ())
    )
    return f"<article><h4>{_text(title)}</h4><dl>{stated}</dl>{_table(columns, values)}</article>"


def facts_of(value: Any) -> dict[str, object]:
    """The fields of a dataclass by name, readable: ``end_date`` is "end date"."""
    return {f.name.replace("_", " "): getattr(value, f.name) for f in fields(value)}


def _table(columns: Sequence[str], values: Sequence[Any]) -> str:
    if not values:
        return ""
    head = _row("th", columns)
    body = "".join(_row("td", _cells(value, columns)) for value in values[:_MOST_ROWS])
    more = len(values) - _MOST_ROWS
    rest = f"<p>and {more} more</p>" if more > 0 else ""
    return f'<table style="{_STYLE}"><thead>{head}</thead><tbody>{body}</tbody></table>{rest}'


def _cells(value: Any, columns: Sequence[str]) -> Iterable[str]:
    return (_worded(getattr(value, column)) for column in columns)


def _row(tag: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{_text(cell)}</{tag}>' for cell in cells)}</tr>"


def _worded(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _text(text: str) -> str:
    kept = "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else " " for c in text)
    return f"<bdi>{escape(kept)}</bdi>"
