"""The one wiring of the stages, for the command, the site and notebooks alike.

    >>> import communique
    >>> record = communique.read("edition-6/")
    >>> report = communique.draft(record)
    >>> communique.write(report, "report.html")
"""

from __future__ import annotations

from .attributing import attributions, train
from .drafting import draft, language_model
from .files import check_writable, load, save, to_json, write, write_text
from .reading import read

__all__ = [
    "attributions",
    "check_writable",
    "draft",
    "language_model",
    "load",
    "read",
    "save",
    "to_json",
    "train",
    "write",
    "write_text",
]
