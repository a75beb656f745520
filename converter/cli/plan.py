"""Which inputs of ``gongwen convert`` there are, and where the result of each goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import click

from converter.cli import outputs
from converter.cli.failures import Failure
from converter.cli.inputs import STDIN, Input, expand
from converter.exports.registry import Export
from converter.folders import LeftOut, input_suffixes


class Plan(NamedTuple):
    """Each input with its target (``None``: the standard output), what is to be said about it beforehand, and at last.

    ``left_out`` says what directories hold that is not converted; it is empty where they hold nothing else.
    """

    rows: list[tuple[Input | Failure, Path | None]]
    remarks: list[str]
    left_out: str


def plan(paths: Iterable[str], output: str | None, export: Export) -> Plan:
    """What is to be converted, and where to. Raises ``click.UsageError`` for what cannot be done."""
    left_out = LeftOut()
    texts = list(expand(paths, input_suffixes(), left_out))
    remarks: list[str] = []
    several = len(texts) > 1 or any(Path(path).is_dir() for path in paths if path != STDIN)
    if output is None or output == outputs.STDOUT:
        if several:
            raise click.UsageError(
                "several texts, or those of a directory, need -o DIR/; one alone goes to standard output"
            )
        return Plan([(text, None) for text in texts], remarks, left_out.said())
    if not several and not outputs.is_directory(output):
        rows: list[tuple[Input | Failure, Path | None]] = [(text, Path(output)) for text in texts]
    elif Path(output).exists() and not Path(output).is_dir():
        raise click.UsageError(f"{output} is a file, and {len(texts)} texts need a directory to be written to")
    else:
        _refuse_doubles(texts)
        rows = list(_mirrored(texts, Path(output), export.suffixes[0], remarks))
    _refuse_overwriting(rows)
    return Plan(rows, remarks, left_out.said())


def _refuse_doubles(texts: Iterable[Input | Failure]) -> None:
    """A file that is given twice is a wrong command line."""
    met: set[str] = set()
    for text in texts:
        if isinstance(text, Input):
            if text.label in met:
                raise click.UsageError(f"{text.label} is given twice; leave one of them out")
            met.add(text.label)


def _mirrored(
    texts: Iterable[Input | Failure], directory: Path, suffix: str, remarks: list[str]
) -> Iterator[tuple[Input | Failure, Path | None]]:
    """``a.txt`` goes to ``a.json``; of files that would share a result, the later ones keep more of their names."""
    taken: dict[Path, str] = {}
    for text in texts:
        if isinstance(text, Failure):
            yield text, None
            continue
        first = directory / text.mirrored.with_suffix(suffix)
        target = next(place for place in _places(text, directory, suffix) if place not in taken)
        if target != first:
            remarks.append(f"{text.label}: {first} is the result of {taken[first]}, so this one goes to {target}")
        taken[target] = text.label
        yield text, target


def _places(text: Input, directory: Path, suffix: str) -> Iterator[Path]:
    """``a.json``, ``a.pdf.json``, ``a-2.json`` …"""
    mirrored = text.mirrored
    yield directory / mirrored.with_suffix(suffix)
    yield directory / mirrored.with_name(mirrored.name + suffix)
    for number in count(2):
        yield directory / mirrored.with_name(f"{mirrored.stem}-{number}{suffix}")


def _refuse_overwriting(rows: Iterable[tuple[Input | Failure, Path | None]]) -> None:
    """A result in the place of a text is a wrong command line."""
    pairs = [(text, target) for text, target in rows if isinstance(text, Input) and target is not None]
    texts = {text.path.resolve() for text, _ in pairs if text.path}
    for _, target in pairs:
        if target.resolve() in texts:
            raise click.UsageError(f"{target} is one of the texts, which are never overwritten; choose another -o")
