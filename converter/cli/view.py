"""``gongwen view``: a report as a page in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.corrections import corrections_of, corrections_option
from converter.cli.failures import Failure, failing
from converter.cli.inputs import STDIN, Input
from converter.opening import open_report


@click.command("view")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="PAGE.html", help="Where to write; FILE with the suffix .html without it.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.option("--encoding", metavar="NAME", help="The encoding of a raw text, when it is not found right.")
@corrections_option
@click.pass_context
def command(
    ctx: click.Context, file: str, output: str | None, opens: bool, encoding: str | None, corrections: str | None
) -> None:
    """Show FILE, a text or document or a JSON or XML report, as one page: source, outline, targets and notices.

    The page holds all it needs and asks for nothing from anywhere. What was read wrong is corrected on it; it saves a
    file of corrections, which the next conversion applies.
    """
    path = None if file == STDIN else Path(file)
    source = Input(file if path else "standard input", path, Path())
    target = Path(output) if output else Path(f"{path.stem if path else 'report'}.html")
    to_stdout = output == outputs.STDOUT
    try:
        with failing(source.label):
            report = open_report(source.read(), source.name, encoding, corrections_of(source, corrections))
            from converter.view import page

            written = page(report)
        with failing(str(target)):
            outputs.write([written], None if to_stdout else target)
    except Failure as failure:
        click.echo(str(failure), err=True)
        ctx.exit(1)
    if not to_stdout:
        click.echo(str(target), err=True)
        if opens:
            webbrowser.open(target.resolve().as_uri())
