"""``gongwen targets``: the table of targets."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import click

from converter.cli import outputs
from converter.cli.failures import Failure, failing
from converter.cli.inputs import REPORT_SUFFIXES, TEXT_SUFFIXES, expand
from converter.cli.opening import open_report
from converter.model import Target

_COLUMNS = ("section", "indicator", "measure", "comparator", "value", "value_max", "unit", "period", "strength", "text")


@click.command("targets")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Where to write: FILE.csv or FILE.jsonl.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], output: str | None) -> None:
    """Give the table of the targets of raw texts, JSON or XML reports, and directories of them."""
    rows: list[dict[str, object]] = []
    failed = 0
    for found in expand(paths, TEXT_SUFFIXES + REPORT_SUFFIXES):
        try:
            if isinstance(found, Failure):
                raise found
            with failing(found.label):
                report = open_report(found.read(), found.name)
        except Failure as failure:
            failed += 1
            click.echo(str(failure), err=True)
            continue
        rows += [_row(report.source.name, target) for target in report.targets]
    data = _jsonl(rows) if output and output.endswith(".jsonl") else _csv(rows)
    outputs.write(data, Path(output) if output else None)
    ctx.exit(1 if failed else 0)


def _row(source: str | None, target: Target) -> dict[str, object]:
    return {"source": source, **{column: getattr(target, column) for column in _COLUMNS}}


def _csv(rows: list[dict[str, object]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, ["source", *_COLUMNS])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _jsonl(rows: list[dict[str, object]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
