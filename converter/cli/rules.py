"""``gongwen rules``: what the validator checks and what the converter notices, code by code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from converter.cli import outputs


@click.command("rules")
@click.argument("codes", metavar="[CODE...]", nargs=-1)
@click.option("--to", "form", type=click.Choice(["text", "json"]), default="text", help="How they are written.")
def command(codes: tuple[str, ...], form: str) -> None:
    """Print the rules of the validator and the diagnostics of the converter.

    CODE is a code, such as GW205 or numbering_gap, or the beginning of codes, such as GW2; without one all are listed.
    """
    found = [row for row in _rows() if not codes or row["code"].startswith(codes)]
    for code in codes:
        if not any(row["code"].startswith(code) for row in found):
            raise click.BadParameter(
                f"no code is, or begins with, {code!r}; gongwen rules lists them all", param_hint="CODE"
            )
    as_json = form == "json"
    text = json.dumps(found, ensure_ascii=False, indent=2) + "\n" if as_json else "".join(_text(found, bool(codes)))
    outputs.write([text.encode()], None)


def _rows() -> Iterator[dict[str, Any]]:
    """Every rule and every kind of diagnostic, with the same members where they say the same."""
    from converter.diagnostics import CATALOGUE
    from converter.validation.catalogue import ROWS

    for row in ROWS:
        yield {
            "code": row.code,
            "kind": "rule",
            "severity": row.severity,
            "name": row.name,
            "meaning": row.message,
            "meaning_zh": row.message_zh,
            "right": row.right,
            "wrong": row.wrong,
        }
    for room, kinds in CATALOGUE.items():
        for kind in kinds:
            yield {
                "code": kind.code,
                "kind": "diagnostic",
                "severity": kind.severity,
                "name": kind.code,
                "room": room,
                "meaning": kind.meaning,
                "example": kind.example,
                "action": kind.action,
            }


def _text(rows: list[dict[str, Any]], at_length: bool) -> Iterator[str]:
    for row in rows:
        if not at_length:
            named = f"{row['name']:28}  " if row["kind"] == "rule" else ""
            yield f"{row['code']:5}  {row['severity']:7}  {named}{row['meaning']}\n"
            continue
        yield f"{row['code']} ({row['kind']}, {row['severity']})\n  {row['meaning']}\n"
        for name, label in (("meaning_zh", ""), ("right", "right: "), ("wrong", "wrong: ")):
            if name in row:
                yield f"  {label}{row[name]}\n"
        for name, label in (("example", "example: "), ("action", "what to do: ")):
            if name in row:
                yield f"  {label}{row[name]}\n"
        yield "\n"
