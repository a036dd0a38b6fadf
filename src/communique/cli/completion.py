"""`communique completion SHELL`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of SHELL.

    For bash: communique completion bash >> ~/.bashrc
    """
    found = get_completion_class(shell)
    if found is None:  # pragma: no cover - the choice above is what click supports
        raise click.UsageError(f"click has no completion for {shell}")
    click.echo(found(ctx.find_root().command, {}, "communique", "_COMMUNIQUE_COMPLETE").source())
