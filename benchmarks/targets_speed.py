"""How fast targets are read: milliseconds a report and sentences a second, beside cn2an and JioNLP where installed.

usage: python -m benchmarks.targets_speed FILE_OR_FOLDER...

The others do less: cn2an rewrites the Chinese numerals of a sentence, JioNLP finds the amounts of money in it; neither
gives indicator, comparator or strength. Each is given the sentences of the same texts; the best of several runs counts.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import click

from converter import Report, SourceError, parse
from converter.targets import read_targets

_RUNS = 5
_SENTENCE = re.compile(r"[^。！？\n]+")
# Module, function that takes a sentence, and what it does.
_OTHERS: Sequence[tuple[str, Callable[[object], Callable[[str], object]], str]] = (
    ("cn2an", lambda module: lambda text: module.transform(text, "cn2an"), "Chinese numerals"),  # type: ignore[attr-defined]
    ("jionlp", lambda module: module.ner.extract_money, "amounts of money"),  # type: ignore[attr-defined]
)


def best(run: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def reports_of(paths: Sequence[Path]) -> list[tuple[str, str, Report]]:
    """Name, text and report of every text under ``paths``; what is no text is left out."""
    found = []
    for path in paths:
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            data = file.read_bytes()
            try:
                found.append((file.stem, data.decode("utf-8", "ignore"), parse(data, name=file.name)))
            except SourceError:
                continue
    return found


@click.command(help=__doc__)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def main(paths: Sequence[Path]) -> None:
    """Print a line a report, then sentences a second."""
    reports = reports_of(paths)
    for name, text, report in reports:
        seconds = best(lambda report=report: read_targets(report))  # type: ignore[misc]
        click.echo(
            f"{name:36.36} {len(text.encode()) / 1024:7.1f} KB {seconds * 1000:7.2f} ms {len(report.targets):5} targets"
        )
    sentences = [sentence for _, text, _ in reports for sentence in _SENTENCE.findall(text)]
    seconds = best(lambda: [read_targets(report) for _, _, report in reports])
    click.echo(f"{'gongwen':10} {len(sentences) / seconds:12,.0f} sentences a second  targets with all their fields")
    for module, function, does in _OTHERS:
        try:
            call = function(import_module(module))
        except ImportError:
            click.echo(f"{module:10} is not installed")
            continue
        seconds = best(lambda call=call: [call(sentence) for sentence in sentences])  # type: ignore[misc]
        click.echo(f"{module:10} {len(sentences) / seconds:12,.0f} sentences a second  {does}")


if __name__ == "__main__":
    sys.exit(main())
