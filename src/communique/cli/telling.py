"""What the command tells the person in front of it: progress, notices, errors."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from time import monotonic
from typing import Any, TypeVar

import click

from communique.record.errors import CommuniqueError, InputError
from communique.record.values import Notice

_Command = TypeVar("_Command", bound=Callable[..., Any])
_QUIET_SECONDS = 1.0
_SHOWN_NOTICES = 12


@dataclass
class Telling:
    """How much to say and in which form; standard output is kept for results."""

    quiet: bool = False
    as_json: bool = False
    _begun: float | None = None

    def step(self, message: str, done: int = 0, total: int = 0) -> None:
        """Progress of long work: shown on a terminal once a second has passed."""
        if self.quiet or self.as_json or not sys.stderr.isatty():
            return
        now = monotonic()
        self._begun = self._begun or now
        if now - self._begun < _QUIET_SECONDS:
            return
        share = f" {done}/{total}" if total else ""
        click.echo(f"\r\033[K{message}{share}", nl=False, err=True)

    def done(self, message: str) -> None:
        if self._begun is not None and sys.stderr.isatty():
            click.echo("\r\033[K", nl=False, err=True)
        if self.as_json:
            _json_line("done", message=message)
        elif not self.quiet:
            click.echo(message, err=True)

    def notices(self, notices: Iterable[Notice]) -> None:
        """What readers met that a person should look at."""
        listed = tuple(notices)
        if self.as_json:
            for notice in listed:
                _json_line("notice", **_notice_fields(notice))
        elif not self.quiet:
            for notice in listed[:_SHOWN_NOTICES]:
                click.echo(f"note: {_notice_line(notice)}", err=True)
            if len(listed) > _SHOWN_NOTICES:
                rest = len(listed) - _SHOWN_NOTICES
                click.echo(f"note: {rest} more; --json lists them all", err=True)


def tell_error(error: CommuniqueError, *, as_json: bool) -> None:
    if not as_json:
        click.echo(f"error: {error}", err=True)
    elif isinstance(error, InputError):
        _json_line("error", message=error.problem, file=error.file, place=error.place,
                   remedy=error.remedy)
    else:
        _json_line("error", message=str(error))


def telling_options(command: _Command) -> _Command:
    """Adds --quiet and --json to a command, which receives ``telling``."""

    @click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
    @click.option("--json", "as_json", is_flag=True, help="Diagnostics as JSON lines on stderr.")
    @click.pass_context
    @wraps(command)
    def wrapped(ctx: click.Context, /, quiet: bool, as_json: bool, **arguments: Any) -> Any:
        telling = Telling(quiet=quiet, as_json=as_json)
        (ctx.parent or ctx).obj = telling
        return command(telling=telling, **arguments)

    return wrapped  # type: ignore[return-value]


def _json_line(kind: str, **fields: object) -> None:
    click.echo(json.dumps({"kind": kind, **fields}, ensure_ascii=False), err=True)


def _notice_fields(notice: Notice) -> dict[str, object]:
    return {"code": notice.code, "message": notice.message, "source": notice.source,
            "place": notice.place, "count": notice.count}


def _notice_line(notice: Notice) -> str:
    where = ", ".join(part for part in (notice.source, notice.place) if part)
    times = f" ({notice.count} times)" if notice.count > 1 else ""
    return f"{where}: {notice.message}{times}" if where else f"{notice.message}{times}"
