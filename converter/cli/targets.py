"""``gongwen targets``: the table of targets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.failures import Failure, failing
from converter.cli.inputs import REPORT_SUFFIXES, TEXT_SUFFIXES, expand
from converter.cli.opening import open_report
from converter.formats import FormatError
from converter.formats.tables import FORMATS, open_table, table_format
from converter.model import Report

_ON_TERMINAL = "terminal"


@click.command("targets")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write: FILE.csv, FILE.jsonl or FILE.parquet.")
@click.option(
    "--to", "form", type=click.Choice(list(FORMATS)), help="How to write; what the suffix of FILE says without."
)
@click.option("--encoding", metavar="NAME", help="The encoding of raw texts, when it is not found right.")
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[str, ...], output: str | None, form: str | None, encoding: str | None
) -> None:
    """Give the table of targets, one row a target.

    PATH is a raw text, a JSON or XML report, a directory of them or - for the standard input. Without -o the table is
    drawn on the standard output. One report is in memory at a time, however many there are.

    The exit code is 1 when an input could not be read; the others are in the table all the same.
    """
    target = None if output in (None, outputs.STDOUT) else Path(str(output))
    form = form or _form_of(target)
    failures: list[Failure] = []
    try:
        with failing(str(target or "standard output")), outputs.opened(target) as stream:
            table = open_table(form, stream)
            for report in _reports(paths, encoding, failures):
                table.add(report)
            table.close()
    except Failure as failure:
        failures.append(failure)
        click.echo(str(failure), err=True)
    ctx.exit(1 if failures else 0)


def _form_of(target: Path | None) -> str:
    if target is None:
        return _ON_TERMINAL
    try:
        return table_format(target.name)
    except FormatError as error:
        raise click.BadParameter(str(error), param_hint="-o") from error


def _reports(paths: tuple[str, ...], encoding: str | None, failures: list[Failure]) -> Iterator[Report]:
    """The reports one at a time; what cannot be read is said, noted in ``failures`` and left out."""
    for found in expand(paths, TEXT_SUFFIXES + REPORT_SUFFIXES):
        try:
            if isinstance(found, Failure):
                raise found
            with failing(found.label):
                report = open_report(found.read(), found.name, encoding)
        except Failure as failure:
            failures.append(failure)
            click.echo(str(failure), err=True)
            continue
        yield report
