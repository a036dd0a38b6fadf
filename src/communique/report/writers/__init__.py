"""Writers: one report, the same words, in each format a secretariat publishes or edits.

A writer is imported only when it is used, so that no other command pays for a typesetter.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from communique.record.errors import InputError
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
    content = render(report, format or _format_of(target))
    try:
        _replace(target, content)
    except OSError as problem:
        raise InputError(
            f"this cannot be written ({problem.strerror or problem})",
            file=str(path),
            remedy="Choose a folder that exists and that you may write to.",
        ) from problem


def render(report: Report, format: str) -> bytes:
    """The file that :func:`write` writes. Raises :class:`InputError` for an unknown format."""
    if format not in FORMATS:
        raise _unknown(format)
    content: bytes = import_module(f".{format}", __package__).render(report)
    return content


def _format_of(path: Path) -> str:
    try:
        return _BY_SUFFIX[path.suffix.lower()]
    except KeyError:
        raise _unknown(str(path)) from None


def _unknown(name: str) -> InputError:
    return InputError(
        "we do not write this format",
        file=name,
        remedy=f"Use one of {', '.join(FORMATS.values())}.",
    )


def _replace(target: Path, content: bytes) -> None:
    draft = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
