"""Writers: one report, the same words, in each format a secretariat publishes or edits.

A writer is imported only when it is used, so that no other command pays for a typesetter.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from communique.record.errors import InputError
from communique.record.whole_files import write_whole
from communique.report.values import Report

FORMATS: Mapping[str, str] = {
    "html": ".html",
    "docx": ".docx",
    "pdf": ".pdf",
    "markdown": ".md",
    "json": ".json",
}
_BY_SUFFIX = {suffix: name for name, suffix in FORMATS.items()} | {
    ".htm": "html",
    ".markdown": "markdown",
}


def write(report: Report, path: str | Path, *, format: str | None = None) -> None:
    """Write ``report`` to ``path``, whole or not at all.

    ``format`` is one of :data:`FORMATS`; without it the suffix of ``path`` decides. Raises
    :class:`InputError` for a format we do not write and for a place we cannot write to.
    """
    target = Path(path)
    write_whole(target, render(report, format or format_of(target)))


def render(report: Report, format: str) -> bytes:
    """The file that :func:`write` writes. Raises :class:`InputError` for an unknown format."""
    if format not in FORMATS:
        raise _unknown(format)
    content: bytes = import_module(f".{format}", __package__).render(report)
    return content


def format_of(path: Path) -> str:
    """The format that a suffix stands for. Raises :class:`InputError` where it stands for none."""
    try:
        return _BY_SUFFIX[path.suffix.lower()]
    except KeyError:
        raise _unknown(str(path)) from None


def _unknown(name: str) -> InputError:
    return InputError(
        "this is no report format that we write",
        file=name,
        remedy=f"Use one of {', '.join(FORMATS.values())}.",
    )
