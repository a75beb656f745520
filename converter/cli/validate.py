"""``gongwen validate``: is this a report, and if not, where not."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.failures import Failure, failing
from converter.cli.inputs import REPORT_SUFFIXES, expand
from converter.cli.opening import read_report
from converter.source import restore


@click.command("validate")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--source", metavar="FILE", help="The text that the reports are made from, to compare with.")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], source: str | None) -> None:
    """Check JSON and XML reports."""
    failed = 0
    for found in expand(files, REPORT_SUFFIXES):
        try:
            if isinstance(found, Failure):
                raise found
            with failing(found.label):
                report = read_report(found.read())
                if source is not None and restore(report) != Path(source).read_bytes():
                    raise Failure(f"{found.label}: this is not made from {source}")
        except Failure as failure:
            failed += 1
            click.echo(str(failure), err=True)
    ctx.exit(1 if failed else 0)
