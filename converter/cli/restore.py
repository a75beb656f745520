"""``gongwen restore``: the original bytes back from a JSON or XML report."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.failures import Failure, failing
from converter.cli.inputs import STDIN, Input
from converter.cli.saying import say
from converter.model import Report
from converter.model.source_text import source_text
from converter.opening import read_report
from converter.source import restore, restore_from


@click.command("restore")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="FILE", help="Where to write; the standard output without it.")
@click.option("--original", metavar="FILE", help="The file that the report was made from, to be checked and written.")
@click.option("--text", "as_text", is_flag=True, help="Write the text that was read, in UTF-8, instead of the file.")
@click.pass_context
def command(ctx: click.Context, file: str, output: str | None, original: str | None, as_text: bool) -> None:
    """Write the bytes that FILE, a JSON or XML report, was made from.

    They are checked against the size and the SHA-256 that the report holds. FILE - is the standard input. A report made
    from a .docx or another file that is no plain text holds its bytes only when it was converted with --embed; else
    give the file itself with --original.
    """
    if original is not None and as_text:
        raise click.UsageError("--original writes the file, --text its text; give one of them")
    path = None if file == STDIN else Path(file)
    report_file = Input(file if path else "standard input", path, Path())
    target = None if output in (None, outputs.STDOUT) else Path(str(output))
    if target is not None and target.is_dir():
        raise click.UsageError(f"{target} is a directory; name the file to write")
    if target is not None and path is not None and target.resolve() == path.resolve():
        raise click.UsageError(f"{target} is the report itself, which is never overwritten; choose another -o")
    try:
        with failing(report_file.label):
            report = read_report(report_file.read())
        with failing(original or report_file.label):
            data = _restored(report, original, as_text)
        with failing(str(target or outputs.STDOUT_LABEL)):
            outputs.write([data], target)
    except Failure as failure:
        say(str(failure))
        ctx.exit(1)


def _restored(report: Report, original: str | None, as_text: bool) -> bytes:
    if as_text:
        return source_text(report).encode("utf-8", "surrogatepass")
    if original is not None:
        return restore_from(report, Path(original).read_bytes())
    return restore(report)
