"""``gongwen compare``: what a place planned for a year beside what its next report says was reached."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.failures import Failure, failing
from converter.cli.inputs import REPORT_SUFFIXES, expand
from converter.cli.report_files import reports_in
from converter.cli.saying import say
from converter.folders import LeftOut, input_suffixes
from converter.formats.comparison_table import FORMATS, write_comparison
from converter.model import Report
from converter.targets.comparison import compare


@click.command("compare")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write; without, on the standard output.")
@click.option("--to", "form", type=click.Choice(FORMATS), default="terminal", help="How to write.")
@click.option("--encoding", metavar="NAME", help="The encoding of raw texts, when it is not found right.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], output: str | None, form: str, encoding: str | None) -> None:
    """Show targets beside results: of each place, what one report planned and the next says was reached.

    PATH is as for targets. Only indicators with a code are compared; each row gives both places in the texts.

    The exit code is 1 when an input could not be read; the others are compared all the same.
    """
    left_out = LeftOut()
    found = list(expand(paths, input_suffixes() + REPORT_SUFFIXES, left_out))
    failures: list[Failure] = []
    reports: dict[str, Report] = {}
    for one in found:
        try:
            if isinstance(one, Failure):
                raise one
            for report in reports_in(one, encoding, None):
                reports.setdefault(report.source.sha256, report)
        except Failure as failure:
            failures.append(failure)
            say(str(failure))
    target = None if output in (None, outputs.STDOUT) else Path(str(output))
    try:
        with failing(str(target or outputs.STDOUT_LABEL)), outputs.opened(target) as stream:
            write_comparison(compare(reports.values()), form, stream)
    except Failure as failure:
        failures.append(failure)
        say(str(failure))
    if left_out.said():
        say(left_out.said())
    ctx.exit(1 if failures else 0)
