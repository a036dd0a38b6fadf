"""A report as JSON: every value, exactly, by the published schema (:mod:`communique.report.schema`)."""

from __future__ import annotations

import msgspec

from communique.record.errors import InputError
from communique.report.values import Report


def render(report: Report) -> bytes:
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def parse(data: bytes, *, name: str) -> Report:
    """The report that :func:`render` wrote as ``data``.

    ``name`` is the file's name, for the :class:`InputError` raised when it is no report.
    """
    try:
        return msgspec.json.decode(data, type=Report)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise InputError(
            f"this is not a report of ours ({problem})",
            file=name,
            remedy="Give a .json file written by 'communique report'.",
        ) from problem
