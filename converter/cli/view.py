"""``gongwen view``: a report as a page in the browser, or a folder of them as a page each and one over all."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from converter.cli import outputs
from converter.cli.corrections import corrections_of, corrections_option
from converter.cli.failures import Failure, failing
from converter.cli.inputs import REPORT_SUFFIXES, STDIN, Input, expand
from converter.folders import input_suffixes
from converter.opening import open_report

if TYPE_CHECKING:
    from converter.view.folder import Row


@click.command("view")
@click.argument("file", metavar="FILE|FOLDER")
@click.option("-o", "--output", metavar="PAGE.html|FOLDER", help="Where to write; NAME.html, or pages/, without it.")
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

    A FOLDER becomes a page a report and index.html over all of them, the ones that look odd first.
    """
    if file != STDIN and Path(file).is_dir():
        if corrections is not None:
            raise click.UsageError(f"{corrections} holds the corrections of one source, and {file} is a folder")
        shown, failed = _show_folder(file, Path(output or "pages"), encoding)
    else:
        shown, failed = _show_file(file, output, encoding, corrections)
    if shown is not None:
        click.echo(str(shown), err=True)
        if opens:
            webbrowser.open(shown.resolve().as_uri())
    ctx.exit(1 if failed else 0)


def _show_file(file: str, output: str | None, encoding: str | None, corrections: str | None) -> tuple[Path | None, int]:
    """The page that was written, unless it went to the standard output, and how many failed."""
    path = None if file == STDIN else Path(file)
    source = Input(file if path else "standard input", path, Path())
    target = None if output == outputs.STDOUT else Path(output or f"{path.stem if path else 'report'}.html")
    try:
        with failing(source.label):
            report = open_report(source.read(), source.name, encoding, corrections_of(source, corrections))
            from converter.view import page

            written = page(report)
        with failing(str(target or outputs.STDOUT_LABEL)):
            outputs.write([written], target)
    except Failure as failure:
        click.echo(str(failure), err=True)
        return None, 1
    return target, 0


def _show_folder(folder: str, target: Path, encoding: str | None) -> tuple[Path | None, int]:
    """The index that was written, and how many reports failed."""
    from converter.view.folder import index

    rows: list[Row] = []
    try:
        with failing(str(target)):
            rows.extend(_pages(folder, target, encoding))
            outputs.write([index(rows)], target / "index.html")
    except Failure as failure:
        click.echo(str(failure), err=True)
        return None, 1
    return target / "index.html", sum(row.failure is not None for row in rows)


def _pages(folder: str, target: Path, encoding: str | None) -> Iterator[Row]:
    """The row of each report of ``folder``, whose page is written on the way."""
    from converter.view import page
    from converter.view.folder import Row, row_of

    found = list(expand([folder], (*input_suffixes(), *REPORT_SUFFIXES)))
    sources = {one.mirrored.with_suffix("") for one in found if isinstance(one, Input) and not _is_report(one)}
    for source in found:
        if isinstance(source, Failure):
            raise source
        if _is_report(source) and source.mirrored.with_suffix("") in sources:
            continue  # what was made of a text beside it
        place = source.mirrored.with_name(f"{source.mirrored.name}.html")
        up = "/".join([*[".."] * len(place.parent.parts), "index.html"])
        try:
            with failing(source.label):
                report = open_report(source.read(), source.name, encoding, corrections_of(source, None))
                written = page(report, up=up)
        except Failure as failure:
            click.echo(str(failure), err=True)
            yield Row(source.mirrored.as_posix(), None, failure=str(failure))
            continue
        outputs.write([written], target / place)
        yield row_of(report, source.mirrored.as_posix(), quote(place.as_posix()))


def _is_report(source: Input) -> bool:
    return source.mirrored.suffix.lower() in REPORT_SUFFIXES
