"""``gongwen completion``: the script that lets a shell complete commands, options and file names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import click
from click.shell_completion import get_completion_class

from converter.cli.failures import Failure, failing
from converter.cli.saying import say

Shell = Literal["bash", "zsh", "fish"]

#: Where each shell looks for completions of a user, below the home directory.
PLACES: dict[Shell, str] = {
    "bash": ".local/share/bash-completion/completions/gongwen",
    "zsh": ".zfunc/_gongwen",
    "fish": ".config/fish/completions/gongwen.fish",
}
#: What is left to do after the installation, where the shell does not look there by itself.
REMARKS: dict[Shell, str] = {
    "bash": "new shells complete it where the package bash-completion is installed",
    "zsh": "~/.zshrc needs once, before compinit: fpath+=~/.zfunc",
    "fish": "new shells complete it",
}


@click.command("completion")
@click.argument("shell", type=click.Choice(list(PLACES)), required=False)
@click.option("--install", is_flag=True, help="Write it where the shell looks, instead of printing it.")
@click.pass_context
def command(ctx: click.Context, shell: Shell | None, install: bool) -> None:
    """Print the completion script for SHELL (that of $SHELL, when none is named), or install it."""
    shell = shell or _own_shell()
    made = get_completion_class(shell)
    assert made is not None
    script = made(ctx.find_root().command, {}, "gongwen", "_GONGWEN_COMPLETE").source()
    if not install:
        click.echo(script)
        return
    place = Path.home() / PLACES[shell]
    try:
        with failing(str(place)):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(script, encoding="utf-8")
    except Failure as failure:
        say(str(failure))
        ctx.exit(1)
    say(f"{place}: written; {REMARKS[shell]}")


def _own_shell() -> Shell:
    name = Path(os.environ.get("SHELL", "")).name
    for shell in PLACES:
        if shell == name:
            return shell
    raise click.UsageError(f"name the shell: {', '.join(PLACES)}")
