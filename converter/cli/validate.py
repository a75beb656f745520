"""``gongwen validate``: is this a report, and if not, where and why not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.failures import Failure, failing
from converter.cli.inputs import STDIN
from converter.limits import MAX_REPORT_BYTES
from converter.validation import MAX_FINDINGS, Verdict, intake, judge, judge_all
from converter.validation.renderers import FORMATS, renderer
from converter.validation.renderers.statistics import counted


@click.command("validate")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--source", metavar="FILE", help="The text that the reports were made from, to check them against.")
@click.option("--format", "report", type=click.Choice(list(FORMATS)), default="text", help="How findings are written.")
@click.option("--strict", is_flag=True, help="Warnings refuse a file, too.")
@click.option("--select", metavar="CODES", multiple=True, help="Only findings of these codes, or whose codes begin so.")
@click.option("--ignore", metavar="CODES", multiple=True, help="No findings of these codes, or whose codes begin so.")
@click.option("-o", "--output", metavar="FILE", help="Where the findings go; - is the standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Write nothing; the exit code says it all.")
@click.option("--statistics", is_flag=True, help="How often each code was found, in place of the findings.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although files are refused.")
@click.option(
    "--max-bytes",
    metavar="N",
    type=click.IntRange(1),
    default=MAX_REPORT_BYTES,
    show_default=True,
    help="A longer file is refused unread.",
)
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
    output: str | None,
    quiet: bool,
    statistics: bool,
    exit_zero: bool,
    max_bytes: int,
    max_findings: int,
) -> None:
    """Check JSON and XML reports against the published schema and the rules.

    FILE is a file, a directory (all .json and .xml files in it, at any depth) or - for the standard input. The findings
    go to the standard output. The exit code is 0 when every file is accepted, 1 when one is refused. A directory
    without any such file is refused, too.

    CODES are such as GW205, or the beginning of codes, with commas between them; gongwen rules lists them.
    """
    select, ignore = _codes("--select", select), _codes("--ignore", ignore)
    original = _original(source)
    ctx.call_on_close(partial(setattr, intake, "MAX_BYTES", intake.MAX_BYTES))
    intake.MAX_BYTES = max_bytes  # before the workers are copied from this process
    refused = False

    def verdicts() -> Iterator[Verdict]:
        nonlocal refused
        for is_stdin, group in groupby(files, lambda file: file == STDIN):
            if is_stdin:
                data = sys.stdin.buffer.read(max_bytes + 1)
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

    pieces = counted(verdicts()) if statistics else renderer(report)(verdicts(), strict)
    if quiet:
        for _ in pieces:
            pass
    else:
        _write(pieces, output)
    ctx.exit(1 if refused and not exit_zero else 0)


def _write(pieces: Iterator[str], output: str | None) -> None:
    if output is None or output == outputs.STDOUT:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    try:
        with failing(output):
            outputs.write((piece.encode() for piece in pieces), Path(output))
    except Failure as failure:
        raise click.BadParameter(str(failure), param_hint="--output") from failure


def _codes(option: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """The codes in lists with commas. One that no rule has would be taken for a check that was made."""
    if not given:
        return ()
    from converter.validation.catalogue import ROWS

    codes = tuple(code.strip() for text in given for code in text.split(","))
    for code in codes:
        if not code or not any(row.code.startswith(code) for row in ROWS):
            raise click.BadParameter(
                f"no code is, or begins with, {code!r}; codes are such as GW205, and GW2 stands for all that begin so",
                param_hint=option,
            )
    return codes


def _original(source: str | None) -> bytes | None:
    if source is None:
        return None
    try:
        with failing(source):
            return Path(source).read_bytes()
    except Failure as failure:
        raise click.BadParameter(str(failure), param_hint="--source") from failure
