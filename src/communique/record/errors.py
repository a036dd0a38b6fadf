"""Errors that a person can act on: each names the file, the place in it, and the remedy."""

from __future__ import annotations


class CommuniqueError(Exception):
    """Base of every error that Communique raises on purpose."""


class InputError(CommuniqueError):
    """Something given to us cannot be used.

    ``file`` is the name as the user gave it (inside an archive: ``archive.zip: inner/name``),
    ``place`` says where in it ("line 12", "page 3", "cell B4"), ``remedy`` what to do about it.
    """

    def __init__(self, problem: str, *, file: str, place: str | None = None, remedy: str) -> None:
        self.problem = problem
        self.file = file
        self.place = place
        self.remedy = remedy
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {problem}. {remedy}")


class MissingExtra(CommuniqueError):
    """An optional part is not installed; the message says which command installs it."""

    def __init__(self, capability: str, *, extra: str) -> None:
        self.extra = extra
        super().__init__(
            f"{capability} needs the optional part '{extra}'. "
            f"Install it with: pip install 'communique[{extra}]'"
        )


class Stopped(CommuniqueError):
    """The user asked for long work to stop; nothing half-written is left behind."""
