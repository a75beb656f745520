"""``gongwen validate``: is this a report, and if not, where and why not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from converter.cli.failures import Failure, failing
from converter.cli.inputs import STDIN
from converter.validation import MAX_FINDINGS, Verdict, judge, judge_all
from converter.validation.intake import MAX_BYTES
from converter.validation.reports import FORMATS, renderer


@click.command("validate")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--source", metavar="FILE", help="The text that the reports were made from, to check them against.")
@click.option("--format", "report", type=click.Choice(list(FORMATS)), default="text", help="How findings are written.")
@click.option("--strict", is_flag=True, help="Warnings refuse a file, too.")
@click.option("--select", metavar="CODE", multiple=True, help="Only findings of this code, or whose code begins so.")
@click.option("--ignore", metavar="CODE", multiple=True, help="No findings of this code, or whose code begins so.")
@click.option(
    "--max-findings",
    metavar="N",
    type=click.IntRange(1),
    default=MAX_FINDINGS,
    show_default=True,
    help="At most so many findings a file.",
)
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    source: str | None,
    report: str,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    max_findings: int,
) -> None:
    """Check JSON and XML reports against the published schema and the rules.

    FILE is a file, a directory (all .json and .xml files in it, at any depth) or - for the standard input. The findings
    go to the standard output. The exit code is 0 when every file is accepted, 1 when one is refused. A directory
    without any such file is refused, too.
    """
    for option, codes in (("--select", select), ("--ignore", ignore)):
        _check_codes(option, codes)
    original = _original(source)
    refused = False

    def verdicts() -> Iterator[Verdict]:
        nonlocal refused
        for is_stdin, group in groupby(files, lambda file: file == STDIN):
            if is_stdin:
                data = sys.stdin.buffer.read(MAX_BYTES + 1)
                found: Iterator[Verdict] = iter(
                    [judge(data, source=original, name="-", select=select, ignore=ignore, max_findings=max_findings)]
                )
            else:
                paths = map(Path, group)
                found = judge_all(
                    paths, source=original, select=select, ignore=ignore, max_findings=max_findings, workers=0
                )
            for verdict in found:
                refused = refused or not verdict.accepts(strict)
                yield verdict

    for piece in renderer(report)(verdicts(), strict):
        click.echo(piece, nl=False)
    ctx.exit(1 if refused else 0)


def _check_codes(option: str, codes: tuple[str, ...]) -> None:
    """A code that no rule has would be taken for a check that was made."""
    if not codes:
        return
    from converter.validation.catalogue import ROWS

    for code in codes:
        if not code or not any(row.code.startswith(code) for row in ROWS):
            raise click.BadParameter(
                f"no code is, or begins with, {code!r}; codes are such as GW205, and GW2 stands for all that begin so",
                param_hint=option,
            )


def _original(source: str | None) -> bytes | None:
    if source is None:
        return None
    try:
        with failing(source):
            return Path(source).read_bytes()
    except Failure as failure:
        raise click.BadParameter(str(failure), param_hint="--source") from failure
