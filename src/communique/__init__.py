"""Communique: from the record of a round table to a published, traceable report.

The names below are imported when they are first used: ``import communique`` alone loads nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.api import attributions, draft, load, read, save, write
    from communique.record.errors import CommuniqueError, InputError, MissingExtra
    from communique.record.values import AttributionRule, Record
    from communique.report.style import Order, Style, Tense
    from communique.report.values import Report

__version__ = "0.1.0"

__all__ = [
    "AttributionRule", "CommuniqueError", "InputError", "MissingExtra", "Order", "Record", "Report",
    "Style", "Tense", "attributions", "draft", "load", "read", "save", "write",
]  # fmt: skip

_HOMES = {
    "communique.api": "attributions draft load read save write",
    "communique.record.errors": "CommuniqueError InputError MissingExtra",
    "communique.record.values": "AttributionRule Record",
    "communique.report.style": "Order Style Tense",
    "communique.report.values": "Report",
}


def __getattr__(name: str) -> Any:
    home = next((home for home, names in _HOMES.items() if name in names.split()), None)
    if home is None:
        raise AttributeError(f"module 'communique' has no attribute '{name}'")
    return globals().setdefault(name, getattr(import_module(home), name))


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
