"""``gongwen outline``: the tree on the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from converter.cli.corrections import corrections_of, corrections_option
from converter.cli.drawing import Line, draw
from converter.cli.failures import Failure, failing
from converter.cli.inputs import STDIN, Input
from converter.cli.saying import say
from converter.model import Report
from converter.opening import open_report


@click.command("outline")
@click.argument("file", metavar="FILE")
@click.option("--depth", metavar="N", type=click.IntRange(1), help="Draw N levels only.")
@click.option("--encoding", metavar="NAME", help="The encoding of a raw text, when it is not found right.")
@corrections_option
@click.pass_context
def command(ctx: click.Context, file: str, depth: int | None, encoding: str | None, corrections: str | None) -> None:
    """Draw the tree of FILE: a raw text, or a JSON or XML report. FILE - is the standard input.

    At the right stand the id of each node, whether it is a section (starts a paragraph) or an item (starts inside one),
    whether it is paid, and its targets. Colours appear on a terminal only, and not when NO_COLOR is set.
    """
    path = None if file == STDIN else Path(file)
    source = Input(file if path else "standard input", path, Path())
    try:
        with failing(source.label):
            report = open_report(source.read(), source.name, encoding, corrections_of(source, corrections))
    except Failure as failure:
        say(str(failure))
        ctx.exit(1)
    colour = on_terminal() and not os.environ.get("NO_COLOR")
    # A page of a hundred columns when the drawing goes to a file.
    width = shutil.get_terminal_size((100, 0)).columns
    click.echo(_title(report))
    for line in draw(report, depth, width):
        click.echo(_coloured(line) if colour else "".join(line), color=colour)


def on_terminal() -> bool:
    """Whether the standard output is a terminal."""
    return sys.stdout.isatty()


def _title(report: Report) -> str:
    meta = report.meta
    said = (meta.title, meta.place.name if meta.place else None, meta.date)
    return " · ".join(part for part in said if part) or report.source.name or "report"


def _coloured(line: Line) -> str:
    return "".join(
        (
            click.style(line.branches, dim=True),
            click.style(line.marker, fg="cyan"),
            click.style(line.heading, bold=True),
            line.opening,
            click.style(line.notes, dim=True),
        )
    )
