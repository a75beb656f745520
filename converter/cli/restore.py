"""``gongwen restore``: the original bytes back from a JSON or XML report."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.failures import Failure, failing
from converter.cli.inputs import STDIN, Input
from converter.opening import read_report
from converter.source import restore


@click.command("restore")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="FILE", help="Where to write; the standard output without it.")
@click.pass_context
def command(ctx: click.Context, file: str, output: str | None) -> None:
    """Write the bytes that FILE, a JSON or XML report, was made from.

    They are checked against the size and the SHA-256 that the report holds. FILE - is the standard input.
    """
    path = None if file == STDIN else Path(file)
    report_file = Input(file if path else "standard input", path, Path())
    target = None if output in (None, outputs.STDOUT) else Path(str(output))
    if target is not None and target.is_dir():
        raise click.UsageError(f"{target} is a directory; name the file to write")
    if target is not None and path is not None and target.resolve() == path.resolve():
        raise click.UsageError(f"{target} is the report itself, which is never overwritten; choose another -o")
    try:
        with failing(report_file.label):
            data = restore(read_report(report_file.read()))
        with failing(str(target or outputs.STDOUT_LABEL)):
            outputs.write([data], target)
    except Failure as failure:
        click.echo(str(failure), err=True)
        ctx.exit(1)
