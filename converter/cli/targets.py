"""``gongwen targets``: the table of targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.corrections import corrections_option, refuse_one_for_many
from converter.cli.failures import Failure, failing
from converter.cli.inputs import REPORT_SUFFIXES, Input, expand
from converter.cli.report_files import reports_in
from converter.cli.saying import say
from converter.folders import LeftOut, input_suffixes
from converter.formats import FormatError
from converter.formats.table import Headers
from converter.formats.tables import FORMATS, open_table, table_format
from converter.model import Report

_ON_TERMINAL = "terminal"


@click.command("targets")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write: FILE.csv, .jsonl, .parquet or .xlsx.")
@click.option(
    "--to", "form", type=click.Choice(list(FORMATS)), help="How to write; what the suffix of FILE says without."
)
@click.option(
    "--headers", type=click.Choice(["en", "zh"]), default="en", help="The language of the names of the columns."
)
@click.option("-q", "--quiet", is_flag=True, help="Do not say how many reports gave how many rows.")
@click.option("--encoding", metavar="NAME", help="The encoding of raw texts, when it is not found right.")
@corrections_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    form: str | None,
    headers: Headers,
    quiet: bool,
    encoding: str | None,
    corrections: str | None,
) -> None:
    """Give the table of targets, one row a target.

    PATH is a text or document, a JSON or XML report, a file that batch wrote (.jsonl, .jsonl.zst, .parquet), a
    directory of texts and reports, or - for the standard input. Without -o the table is drawn on the standard output.
    One report is in memory at a time, however many there are. A text and its report, or the same text twice, count
    once.

    The exit code is 1 when an input could not be read; the others are in the table all the same.
    """
    target = None if output in (None, outputs.STDOUT) else Path(str(output))
    form = form or _form_of(target)
    left_out = LeftOut()
    inputs = list(expand(paths, input_suffixes() + REPORT_SUFFIXES, left_out))
    _refuse_input_as(target, inputs)
    refuse_one_for_many(corrections, len(inputs))
    failures: list[Failure] = []
    try:
        with failing(str(target or outputs.STDOUT_LABEL)), outputs.opened(target) as stream:
            table = open_table(form, stream, headers)
            count = _Count()
            for report in _reports(inputs, encoding, corrections, failures):
                if count.is_new(report):
                    table.add(report)
            table.close()
            if target is not None and len(failures) == len(inputs):
                raise Failure(f"{target}: not written, because no input could be read")
    except Failure as failure:
        failures.append(failure)
        say(str(failure))
    else:
        if not quiet and (form != _ON_TERMINAL or len(inputs) > 1):
            for line in count.said():
                say(line)
    if left_out.said():
        say(left_out.said())
    ctx.exit(1 if failures else 0)


#: So many names of reports without a target are said, and then how many more there are.
_NAMED = 10


class _Count:
    """How many reports gave how many rows, which gave none, and which were there more than once."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._rows = self._twice = 0
        self._without: list[str] = []

    def is_new(self, report: Report) -> bool:
        """Whether the source of ``report`` was not there before; it is counted."""
        if report.source.sha256 in self._seen:
            self._twice += 1
            return False
        self._seen.add(report.source.sha256)
        self._rows += len(report.targets)
        if not report.targets:
            self._without.append(report.source.name or report.meta.title or report.source.sha256[:12])
        return True

    def said(self) -> Iterator[str]:
        """What there is to say, line by line."""
        yield f"{_number(len(self._seen), 'report')} gave {_number(self._rows, 'row')}"
        if self._without:
            more = f" and {len(self._without) - _NAMED} more" if len(self._without) > _NAMED else ""
            yield f"without a target: {', '.join(self._without[:_NAMED])}{more}"
        if self._twice:
            yield f"{_number(self._twice, 'report')} of a source that was there before, counted once"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


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
            yield from reports_in(found, encoding, corrections)
        except Failure as failure:
            failures.append(failure)
            say(str(failure))
