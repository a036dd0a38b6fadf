"""The `communique` command.

Commands are imported when they are called, so that `communique --help` starts at once.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from communique import __version__
from communique.record.errors import CommuniqueError, InputError

from .telling import tell_error

_COMMANDS = {
    "read": "Read sources into a record (record.json).",
    "report": "Write a report from sources or a record.",
    "attributions": "Find who is said to have said what: source, cue, content.",
    "demo": "Run the main job on the sample edition.",
    "schema": "Print the JSON schema of a record or a report.",
    "models": "List the models in use, with hash and licence.",
    "train": "Train the optional attribution model from your own corpus copy.",
    "completion": "Print the completion script of a shell.",
}


class _Lazy(click.Group):
    """A group whose commands live in modules of their own, one a command."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"communique.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CommuniqueError as error:
            tell_error(error, as_json=bool(ctx.obj and ctx.obj.as_json))
            sys.exit(2 if isinstance(error, InputError) else 1)
        except KeyboardInterrupt:
            click.echo("\nstopped; nothing half-written is left behind", err=True)
            sys.exit(130)


@click.command(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, 1 could not be done, 2 the input or the command line is at fault, "
    "130 stopped. Begin with: communique demo",
)
@click.version_option(__version__)
def main() -> None:
    """From the record of a round table to a published, traceable report.

    Give `communique report` the transcripts, speeches, captions and lists of one edition (files, a
    folder or a ZIP), and it writes who said what, each sentence with the passages it rests on.
    Everything runs on this machine.
    """
