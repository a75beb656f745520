"""What files that are no plain text take, in processor time, and whether the commands still start as fast as before.

usage: python -m benchmarks.files FOLDER [--before COMMAND]

A .docx stands beside the parse of its own text, a .pdf gives its time a page; every such file below FOLDER is measured.
``--before`` is the ``gongwen`` of another environment, whose start with a small text is measured in turn with ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import click

from benchmarks import machine, ours
from benchmarks.texts import ROOT
from benchmarks.timing import best, best_command, processor_seconds
from converter import SourceError, parse
from converter.readers import reader_of

SMALL = ROOT / "fixtures" / "qinghe-work-report-2024.txt"
_STARTS = 30
#: Below so many KB of text a Word document is shown apart.
_SHORT = 10
#: What a Word document may take, times its text.
_ALLOWED = 2.0


class Taken(NamedTuple):
    """A file, how much there is of it (KB of text or pages), and what it and its text alone take, in seconds."""

    name: str
    amount: float
    seconds: float
    text_seconds: float


def measured(paths: Sequence[Path]) -> Iterator[Taken]:
    """What each file takes from its bytes to the report; what no report can be read from is left out."""
    for path in paths:
        data = path.read_bytes()
        reader = reader_of(data)
        if reader is None:
            continue
        try:
            report, text = parse(data), reader.read(data).text
        except SourceError as error:
            click.echo(f"{path.name} is left out: {error}", err=True)
            continue
        whole = best(lambda data=data: parse(data), clock=processor_seconds)  # type: ignore[misc]
        alone = best(lambda text=text: parse(text), clock=processor_seconds)  # type: ignore[misc]
        amount = len(report.source.pages) if path.suffix == ".pdf" else len(text.encode()) / 1000
        yield Taken(path.name, amount, whole, alone)


def words_table(folder: Path) -> list[str]:
    """Word documents beside the parse of their texts, short ones apart: opening a package costs the same for each."""
    taken = list(measured(sorted(folder.rglob("*.docx"))))
    lines = ["| documents | KB of text | ms | ratio | ratio at most 2 |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, group in (
        (f"{_SHORT} KB of text and more", [each for each in taken if each.amount >= _SHORT]),
        ("shorter", [each for each in taken if each.amount < _SHORT]),
    ):
        if group:
            ratios = sorted(each.seconds / each.text_seconds for each in group)
            size, time = median(each.amount for each in group), median(each.seconds for each in group) * 1000
            within = f"{sum(ratio <= _ALLOWED for ratio in ratios)} of {len(ratios)}"
            shown = f"{median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
            lines.append(f"| {name} | {size:.1f} | {time:.1f} | {shown} | {within} |")
    return [*lines, ""]


def pages_table(folder: Path) -> list[str]:
    """PDF files, a page each; the processor time of the process that extracts the lines is part of it."""
    lines = ["| file | pages | ms | its text alone, ms | ms a page |", "| --- | ---: | ---: | ---: | ---: |"]
    lines += [
        f"| {each.name} | {each.amount:.0f} | {each.seconds * 1000:.0f} | {each.text_seconds * 1000:.0f} |"
        f" {each.seconds * 1000 / max(each.amount, 1):.1f} |"
        for each in measured(sorted(folder.rglob("*.pdf")))
    ]
    return [*lines, ""]


def starts_table(before: str | None) -> list[str]:
    """``gongwen convert`` of a small text, ours and the one before in turn, so that both meet the same machine."""
    commands = {"before": before, "now": ours.gongwen()}
    taken: dict[str, list[float]] = {name: [] for name, command in commands.items() if command}
    for _ in range(_STARTS + 1):
        for name in taken:
            command = [str(commands[name]), "convert", str(SMALL)]
            taken[name].append(best_command(command, clock=processor_seconds))
    lines = ["| gongwen convert x.txt | best, ms | median, ms |", "| --- | ---: | ---: |"]
    for name, seconds in taken.items():  # the first run of each only warms up
        lines.append(f"| {name} | {min(seconds[1:]) * 1000:.0f} | {median(seconds[1:]) * 1000:.0f} |")
    return [*lines, ""]


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--before")
def main(folder: Path, before: str | None) -> None:
    """Measure, and print the tables."""
    click.echo(", ".join(f"{name} {value}" for name, value in machine.described().items()) + "\n")
    for table in (starts_table(before), pages_table(folder), words_table(folder)):
        click.echo("\n".join(table))


if __name__ == "__main__":
    main()
