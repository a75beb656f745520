"""The group of commands. A command's module is imported when the command is called, not before."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from gettext import gettext as _
from importlib import import_module
from itertools import pairwise
from typing import Any

import click

from converter.cli.interruption import end, listen
from converter.cli.language import bind, in_language, language_option, spoken
from converter.cli.saying import say
from converter.file_names import printable
from converter.version import __version__

#: The commands in the order of ``--help``, each with what it does in a few words. The module has the command's name.
COMMANDS: dict[str, str] = {
    "convert": "Turn raw texts into JSON or XML trees.",
    "view": "Show a report as a page, to look at and to correct.",
    "serve": "Serve the converter in the browser and over HTTP.",
    "correct": "Write down what was read wrong, beside the source.",
    "outline": "Draw the outline of a report on the terminal.",
    "explain": "Say why a place is a heading, a lead, a node or a target.",
    "targets": "Give the table of the targets of reports.",
    "compare": "Show targets beside the results that the next report states.",
    "validate": "Check JSON and XML reports, and say where they are wrong.",
    "rules": "Print the rules of the validator and the diagnostics.",
    "restore": "Give back the original bytes that a report was made from.",
    "schema": "Print the published JSON Schema or XSD.",
    "batch": "Convert many texts at once, in many processes.",
    "completion": "Complete commands and options in the shell.",
}


#: Options that say themselves what an empty value means.
_MAY_BE_EMPTY = ("--select", "--ignore")


class Commands(click.Group):
    """A group whose commands are imported one by one."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """An empty word is hardly meant: a variable of the shell that is not set would name the current folder."""
        if any(not word and before not in _MAY_BE_EMPTY for before, word in pairwise(["", *args])):
            raise click.UsageError(_("a word of the command line is empty; is a variable of the shell not set?"))
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            vars(error)["message"] = printable(error.message)  # before click shows it
            raise
        except KeyboardInterrupt as interrupt:
            end(interrupt, ctx.invoked_subcommand)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"converter.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return spoken(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            if near:
                said = _("there is no command {name!r}; is {near!r} meant?").format(name=args[0], near=near[0])
            else:
                said = _("there is no command {name!r}; there are {all}").format(name=args[0], all=", ".join(COMMANDS))
            raise click.UsageError(said, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(purpose)) for name, purpose in COMMANDS.items()])

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(in_language(self.help) or "")

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        return [*super().get_params(ctx), language_option()]


@click.command(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="gongwen", message="%(prog)s %(version)s")
@click.pass_context
def group(ctx: click.Context) -> None:
    """Structured documents out of Chinese government reports, and a validator for them.

    Data goes to stdout, everything else to stderr. Exit code 0: done, nothing wrong; 1: done, with findings or failed
    inputs; 2: the command line is wrong.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


#: The standard streams, how each is opened, and how the null device that stands in for a closed one is: what is written
#: to a closed standard output must fail, not vanish.
_STREAMS = (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))


def main() -> None:
    """Run the command line."""
    for name, mode, access in _STREAMS:
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, access), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character must not stop the work.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    bind()
    listen()
    try:
        group(prog_name="gongwen")
    except OSError as error:
        from converter.system_errors import reason

        # What could not be written must not be tried again when the stream is closed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        say(f"{error.filename or 'standard output'}: {reason(error)}")
        sys.exit(1)
