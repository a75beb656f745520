"""``gongwen explain``: why a place is a heading, a lead, a node, or none."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import click

from converter.cli.failures import Failure, failing
from converter.cli.inputs import STDIN, Input
from converter.cli.saying import say
from converter.explanation import Explanation, explain
from converter.model.decisions import Decision

_PLACE = re.compile(r"([0-9]{1,9})(?::([0-9]{1,9}))?")


def _place(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[int, int | None] | None:
    """``12:3`` → ``(12, 3)``."""
    if value is None:
        return None
    match = _PLACE.fullmatch(value)
    if match is None:
        raise click.BadParameter(f"{value!r} is no place; write LINE or LINE:COLUMN, such as 12 or 12:3", ctx, param)
    return int(match[1]), int(match[2]) if match[2] else None


@click.command("explain")
@click.argument("file", metavar="FILE")
@click.option(
    "--at",
    "place",
    metavar="LINE[:COLUMN]",
    callback=_place,
    help="The place to explain; else what was decided narrowly.",
)
@click.option("--to", "form", type=click.Choice(["text", "json"]), default="text", help="text (the default) or json.")
@click.option("--encoding", metavar="NAME", help="The encoding of a plain text, when it is not found right.")
@click.pass_context
def command(
    ctx: click.Context, file: str, place: tuple[int, int | None] | None, form: str, encoding: str | None
) -> None:
    """Say why a place of FILE is a heading, a lead, a node or a target, or why it is none.

    For each decision there stand the rule by name and, where points decided, what spoke for and against it. FILE - is
    the standard input.
    """
    path = None if file == STDIN else Path(file)
    source = Input(file if path else "standard input", path, Path())
    try:
        with failing(source.label):
            found = explain(source.read(), place, source.name, encoding)
    except Failure as failure:
        say(str(failure))
        ctx.exit(1)
    click.echo(_json(found) if form == "json" else "\n".join(_lines(found)))


def _json(found: Explanation) -> str:
    return json.dumps(asdict(found), ensure_ascii=False, indent=2)


def _lines(found: Explanation) -> list[str]:
    lines: list[str] = []
    if found.span is not None:
        lines.append(f"{found.text}")
        where = " › ".join(found.stands_in) or "no node"
        lines.append(f"  stands in {where}; part: {found.part}")
    for decision in found.decisions:
        lines += _decision(decision)
    if not found.decisions:
        lines.append("Nothing was decided here." if found.span else "Nothing was decided narrowly.")
    return lines


def _decision(decision: Decision) -> list[str]:
    lines = [f"{decision.text}", f"  {decision.kind}: {decision.verdict} ({decision.rule})"]
    if decision.points is not None:
        lines.append(f"  {decision.points:+.1f} points, more than {decision.needed:g} are needed")
    lines += [f"    {evidence.points:+5.1f}  {evidence.row}" for evidence in decision.evidence]
    return lines
