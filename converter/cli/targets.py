"""``gongwen targets``: the table of targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.corrections import corrections_of, corrections_option, refuse_one_for_many
from converter.cli.failures import Failure, failing
from converter.cli.inputs import REPORT_SUFFIXES, Input, expand
from converter.cli.saying import say
from converter.folders import LeftOut, input_suffixes
from converter.formats import FormatError
from converter.formats.tables import FORMATS, open_table, table_format
from converter.model import Report
from converter.opening import open_report

_ON_TERMINAL = "terminal"


@click.command("targets")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write: FILE.csv, FILE.jsonl or FILE.parquet.")
@click.option(
    "--to", "form", type=click.Choice(list(FORMATS)), help="How to write; what the suffix of FILE says without."
)
@click.option("--encoding", metavar="NAME", help="The encoding of raw texts, when it is not found right.")
@corrections_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    form: str | None,
    encoding: str | None,
    corrections: str | None,
) -> None:
    """Give the table of targets, one row a target.

    PATH is a raw text, a JSON or XML report, a directory of them or - for the standard input. Without -o the table is
    drawn on the standard output. One report is in memory at a time, however many there are.

    The exit code is 1 when an input could not be read; the others are in the table all the same.
    """
    target = None if output in (None, outputs.STDOUT) else Path(str(output))
    form = form or _form_of(target)
    left_out = LeftOut()
    inputs = list(expand(paths, input_suffixes() + REPORT_SUFFIXES, left_out))
    if left_out.said():
        say(left_out.said())
    _refuse_input_as(target, inputs)
    refuse_one_for_many(corrections, len(inputs))
    failures: list[Failure] = []
    try:
        with failing(str(target or outputs.STDOUT_LABEL)), outputs.opened(target) as stream:
            table = open_table(form, stream)
            for report in _reports(inputs, encoding, corrections, failures):
                table.add(report)
            table.close()
            if target is not None and len(failures) == len(inputs):
                raise Failure(f"{target}: not written, because no input could be read")
    except Failure as failure:
        failures.append(failure)
        say(str(failure))
    ctx.exit(1 if failures else 0)


def _form_of(target: Path | None) -> str:
    if target is None:
        return _ON_TERMINAL
    try:
        return table_format(target.name)
    except FormatError as error:
        raise click.BadParameter(str(error), param_hint="-o") from error


def _refuse_input_as(target: Path | None, inputs: Iterable[Input | Failure]) -> None:
    """A table in the place of a text or report is a wrong command line."""
    if target is None:
        return
    place = target.resolve()
    if any(isinstance(found, Input) and found.path and found.path.resolve() == place for found in inputs):
        raise click.UsageError(f"{target} is one of the inputs, which are never overwritten; choose another -o")


def _reports(
    inputs: Iterable[Input | Failure], encoding: str | None, corrections: str | None, failures: list[Failure]
) -> Iterator[Report]:
    """The reports one at a time; what cannot be read is said, noted in ``failures`` and left out."""
    for found in inputs:
        try:
            if isinstance(found, Failure):
                raise found
            with failing(found.label):
                report = open_report(found.read(), found.name, encoding, corrections_of(found, corrections))
        except Failure as failure:
            failures.append(failure)
            say(str(failure))
            continue
        yield report
