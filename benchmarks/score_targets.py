"""Score the targets of converted reports against gold in the published form (CONVENTIONS §4).

usage: python -m benchmarks.score_targets --converted DIR --gold DIR --source DIR [--verbose] [NAME ...]

DIR of --converted holds NAME.json as ``gongwen convert`` writes it, --gold NAME.targets.tsv, --source NAME.txt, also in
its sub-folders. Without --converted the texts are converted on the spot. A line a report: right, found and wanted
targets with their F1, then the same for targets with every other field right (an indicator is right when at least
half of its characters agree).
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import click

from benchmarks.gold import Counts, f1, fold, rows
from converter import Report, Target, from_json, parse
from converter.source import decode

_FIELDS = ("measure", "comparator", "value_max", "period", "strength", "redacted")


@dataclass(frozen=True, slots=True)
class Answer:
    """A target as gold and report are compared: folded texts, exact numbers, a span of the source."""

    indicator: str
    measure: str
    comparator: str
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    period: str
    strength: str
    redacted: bool
    span: tuple[int, int]
    anchor: str


def gold_answers(path: Path, source: str) -> list[Answer]:
    """The targets of a gold file, each placed where its anchor stands in ``source``, in reading order."""
    folded, places = _folded(source)
    answers: list[Answer] = []
    cursor = 0
    for indicator, measure, comparator, value, value_max, unit, period, strength, redacted, anchor in rows(path):
        wanted = fold(anchor)
        at = folded.find(wanted, max(0, cursor - 400))
        at = folded.find(wanted) if at < 0 else at
        cursor = max(cursor, at)
        span = (places[at], places[at + len(wanted) - 1] + 1) if at >= 0 else (-1, -1)
        answers.append(
            Answer(
                fold(indicator),
                measure,
                comparator,
                _number(value),
                _number(value_max),
                fold(unit),
                period,
                strength,
                redacted == "yes",
                span,
                anchor,
            )
        )
    return answers


def report_answers(targets: Sequence[Target]) -> list[Answer]:
    """The targets of a report in the same form."""
    return [
        Answer(
            fold(target.indicator),
            target.measure,
            target.comparator,
            _number(target.value_decimal),
            _number(target.value_max_decimal),
            fold(target.unit),
            target.period or "",
            target.strength,
            target.redacted,
            target.span,
            target.text,
        )
        for target in targets
    ]


def score(gold: Sequence[Answer], found: Sequence[Answer], notes: list[str]) -> tuple[Counts, Counts]:
    """The quantities found (place, value and unit agree), and those with every other field right too."""
    free = list(range(len(found)))
    hits = exact = 0
    for wanted in gold:
        near = [index for index in free if same_quantity(wanted, found[index])]
        if not near:
            notes.append(
                f"missed: {wanted.indicator} {wanted.comparator} {wanted.value} {wanted.unit} [{wanted.anchor}]"
            )
            continue
        best = max(near, key=lambda index: (similar(wanted.indicator, found[index].indicator), -index))
        free.remove(best)
        hits += 1
        wrong = [name for name in _FIELDS if getattr(wanted, name) != getattr(found[best], name)]
        if not similar(wanted.indicator, found[best].indicator):
            wrong.append("indicator")
        exact += not wrong
        notes += [
            f"{name}: wanted {getattr(wanted, name)!r}, found {getattr(found[best], name)!r} [{wanted.anchor}]"
            for name in wrong
        ]
    notes += [f"no target in gold: {found[index].anchor}" for index in free]
    return (hits, len(found), len(gold)), (exact, len(found), len(gold))


def same_quantity(wanted: Answer, found: Answer) -> bool:
    """Whether the places overlap and the numbers agree; relations and ranks without a number agree by place alone."""
    if min(wanted.span[1], found.span[1]) <= max(wanted.span[0], found.span[0]):
        return False
    if wanted.measure in ("relation", "rank") and wanted.value is None:
        return found.measure in ("relation", "rank")
    return (wanted.value, wanted.unit) == (found.value, found.unit)


def similar(a: str, b: str) -> bool:
    """Whether at least half of the characters of two indicators agree."""
    return a == b or difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.5


def _number(text: str | None) -> Decimal | None:
    return round(Decimal(text), 4).normalize() if text else None


def _folded(text: str) -> tuple[str, list[int]]:
    pieces: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        folded = fold(character)
        pieces.append(folded)
        places += [place] * len(folded)
    return "".join(pieces), places


def _report(name: str, converted: Path | None, source: Path) -> Report:
    if converted is None:
        return parse(source.read_bytes(), name=source.name)
    return from_json((converted / f"{name}.json").read_bytes())


def _line(name: str, targets: Counts, exact: Counts) -> str:
    cells = [
        f"{right:5}/{found:5}/{wanted:5}  {f1((right, found, wanted)):.3f}" for right, found, wanted in (targets, exact)
    ]
    return f"{name:36.36}  {cells[0]}    {cells[1]}"


@click.command(help=__doc__)
@click.argument("names", nargs=-1)
@click.option("--gold", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--source", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--converted", type=click.Path(path_type=Path, exists=True))
@click.option("--verbose", is_flag=True, help="Print every difference.")
def main(names: Sequence[str], gold: Path, source: Path, converted: Path | None, verbose: bool) -> None:
    """Print the scores, a line a report and one for all."""
    texts = {path.stem: path for path in sorted(source.rglob("*.txt"))}
    wanted = names or sorted(path.name.removesuffix(".targets.tsv") for path in gold.glob("*.targets.tsv"))
    totals = [(0, 0, 0), (0, 0, 0)]
    click.echo(f"{'':36}  {'targets':>25}    {'exact':>25}")
    for name in wanted:
        if name not in texts:
            click.echo(f"{name}: no {name}.txt under {source}", err=True)
            continue
        notes: list[str] = []
        text = decode(texts[name].read_bytes(), name, None).text
        found = report_answers(_report(name, converted, texts[name]).targets)
        counts = score(gold_answers(gold / f"{name}.targets.tsv", text), found, notes)
        click.echo(_line(name, *counts))
        for note in notes if verbose else ():
            click.echo(f"    {note}")
        totals = [
            (total[0] + count[0], total[1] + count[1], total[2] + count[2])
            for total, count in zip(totals, counts, strict=True)
        ]
    click.echo(_line("all", *totals))


if __name__ == "__main__":
    sys.exit(main())
