"""``gongwen correct``: what a person knows better, written beside the source from the shell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import click

from converter.cli import outputs
from converter.cli.corrections import corrections_beside, corrections_of
from converter.cli.failures import Failure, failing
from converter.cli.inputs import Input
from converter.model import Correction, Report, Role, SectionKind
from converter.model.corrections import DEEPEST, CorrectionSet

_NO_ROLE = "none"


@click.command("correct")
@click.argument("file", metavar="FILE")
@click.option("--line", metavar="N[:M]", help="Where: a line of the source, and a column in it.")
@click.option("--id", "name", metavar="ID", help="Where: a node, paragraph or target of the report, as s2.1 or t17.")
@click.option("--no-node", is_flag=True, help="No node opens there.")
@click.option("--node", is_flag=True, help="A node opens there.")
@click.option("--level", metavar="N", type=click.IntRange(1, DEEPEST), help="Its level in the tree.")
@click.option(
    "--kind", type=click.Choice(get_args(SectionKind)), help="Whether it begins a paragraph, or stands in one."
)
@click.option("--heading", metavar="WORDS", help="Its heading, as the source has it.")
@click.option("--break", "breaks", is_flag=True, help="A paragraph begins there.")
@click.option("--join", is_flag=True, help="What begins there goes on from the paragraph before.")
@click.option("--role", type=click.Choice([*get_args(Role), _NO_ROLE]), help="The role of the paragraph there.")
@click.option("--meta", metavar="FIELD=VALUE", multiple=True, help="A field of the metadata; an empty value: absent.")
@click.option("--target", metavar="FIELD=VALUE", multiple=True, help="A field of the target there.")
@click.option("--no-target", is_flag=True, help="There is no target there.")
@click.option("--remove", metavar="N", type=click.IntRange(1), help="Take back the correction with this number.")
@click.option("--list", "lists", is_flag=True, help="Say the corrections there are, and what became of each.")
@click.option("--encoding", metavar="NAME", help="The encoding of a raw text, when it is not found right.")
@click.option("-o", "--output", metavar="FILE", help="The file of corrections; NAME.corrections.json without it.")
@click.pass_context
def command(ctx: click.Context, /, file: str, output: str | None, encoding: str | None, **said: object) -> None:
    """Write down what was read wrong in FILE, a text or document; the next conversion applies it.

    Each call adds to NAME.corrections.json beside FILE. What is said is tried at once: what cannot be applied is not
    written, and the reason is told.
    """
    path = Path(file)
    source = Input(file, path, Path())
    target = Path(output) if output else corrections_beside(path)
    try:
        with failing(source.label):
            data = source.read()
            known = corrections_of(source, str(target) if target.is_file() else None)
            listed = known.corrections if known is not None else []
            report = _converted(data, path.name, encoding, listed)
        if said["lists"]:
            _say(report.corrections)
            return
        kept = _kept(listed, said["remove"])
        new = _new(report, said)
        with failing(source.label):
            report = _converted(data, path.name, encoding, _with(kept, new))
        refused = [one for one in report.corrections if one.status != "applied" and _is_in(one, new)]
        if refused:
            raise Failure(f"{file}: nothing is written, for it is {refused[0].status}: {refused[0].reason}")
        from converter.formats.corrections_file import write_corrections

        with failing(str(target)):
            outputs.write([write_corrections(path.name, report.source.sha256, report.corrections)], target)
    except Failure as failure:
        click.echo(str(failure), err=True)
        ctx.exit(1)
    click.echo(f"{target}: {len(report.corrections)} corrections", err=True)


def _converted(data: bytes, name: str, encoding: str | None, corrections: Sequence[Correction]) -> Report:
    from converter.pipeline import parse

    return parse(data, name=name, encoding=encoding, corrections=CorrectionSet(None, list(corrections)))


def _kept(listed: list[Correction], number: object) -> list[Correction]:
    if not isinstance(number, int):
        return list(listed)
    if number > len(listed):
        raise click.UsageError(f"there is no correction {number}; there are {len(listed)}")
    return [*listed[: number - 1], *listed[number:]]


def _new(report: Report, said: dict[str, object]) -> list[Correction]:
    """The corrections that the options ask for, at the place they name."""
    from converter.cli.places import place_of, target_span

    options = {
        "no_node": said["no_node"],
        "node": said["node"] or any(said[name] is not None for name in ("level", "kind", "heading")),
        "break": said["breaks"],
        "join": said["join"],
        "role": said["role"],
        "target": said["target"],
        "no_target": said["no_target"],
    }
    asked = [op for op, value in options.items() if value]
    meta = [_field("meta", None, pair) for pair in _pairs(said["meta"])]
    if not asked:
        if not meta and said["remove"] is None:
            raise click.UsageError("say what is to be corrected; --help tells the operations")
        return meta
    if len(asked) > 1:
        raise click.UsageError(f"one thing at a time: {' and '.join(asked)} were asked for")
    op = asked[0]
    if op in ("target", "no_target"):
        span = target_span(report, said["line"], said["name"])
        if op == "no_target":
            return [*meta, Correction("no_target", span, "applied")]
        return [*meta, *(_field("target", span, pair) for pair in _pairs(said["target"]))]
    made = Correction(op, place_of(report, said["line"], said["name"]), "applied")  # type: ignore[arg-type]
    if op == "node":
        made.kind, made.level, made.heading = said["kind"], said["level"], said["heading"]  # type: ignore[assignment]
    elif op == "role":
        made.role = None if said["role"] == _NO_ROLE else said["role"]  # type: ignore[assignment]
    return [*meta, made]


def _pairs(given: object) -> list[tuple[str, str | None]]:
    pairs: list[tuple[str, str | None]] = []
    for pair in given if isinstance(given, tuple) else ():
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"{pair!r} is not written FIELD=VALUE")
        pairs.append((name.strip(), value.strip() or None))
    return pairs


def _field(op: str, span: tuple[int, int] | None, pair: tuple[str, str | None]) -> Correction:
    return Correction(op, span, "applied", field=pair[0], value=pair[1])  # type: ignore[arg-type]


def _with(kept: Sequence[Correction], new: Sequence[Correction]) -> list[Correction]:
    """``kept`` and ``new``; of what speaks of the same thing the new one stands."""
    from converter.model.corrections import subjects

    said = {subject for one in new for subject in subjects(one)}
    return [*(one for one in kept if not said.intersection(subjects(one))), *new]


def _is_in(one: Correction, new: Sequence[Correction]) -> bool:
    return any((one.op, one.span, one.field) == (other.op, other.span, other.field) for other in new)


def _say(corrections: Sequence[Correction]) -> None:
    for number, one in enumerate(corrections, 1):
        where = f" at {one.span[0]}" if one.span else ""
        said = [f"{name}={value}" for name in ("kind", "level", "heading", "role", "field", "value")
                if (value := getattr(one, name)) is not None]  # fmt: skip
        why = f": {one.reason}" if one.reason else ""
        click.echo(f"{number}  {one.op}{where}  {' '.join(said)}  {one.status}{why}")
