"""The corrections that belong to an input: those that the command line names, else those beside the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from converter.cli.inputs import CORRECTIONS_SUFFIX, Input
from converter.model import Report
from converter.model.corrections import CorrectionSet

#: The option of every command that reads sources.
corrections_option = click.option(
    "--corrections",
    metavar="FILE",
    help="What a person knows better; NAME.corrections.json beside NAME.txt is found by itself.",
)


def refuse_one_for_many(named: str | None, count: int) -> None:
    """One file of corrections is about one source; for several the command line is wrong."""
    if named is not None and count > 1:
        raise click.UsageError(f"{named} holds the corrections of one source, and {count} are given")


def corrections_beside(path: Path) -> Path:
    """Where the corrections of the source at ``path`` stand."""
    return path.with_name(path.stem + CORRECTIONS_SUFFIX)


def corrections_of(source: Input, named: str | None) -> CorrectionSet | None:
    """The corrections of ``source``. Raises ``OSError``, and :class:`FormatError` with a sentence."""
    path = Path(named) if named is not None else _found(source)
    if path is None:
        return None
    from converter.formats.corrections_file import read_corrections
    from converter.model.errors import FormatError

    try:
        return read_corrections(path.read_bytes())
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from None


def not_applied(report: Report) -> Iterator[str]:
    """A sentence for each correction that was not applied."""
    for number, correction in enumerate(report.corrections, 1):
        if correction.status != "applied":
            yield f"correction {number} ({correction.op}) is {correction.status}: {correction.reason}"


def _found(source: Input) -> Path | None:
    """The file beside a source; beside a report there is none, for it holds what was applied already."""
    if source.path is None or source.path.suffix.lower() in (".json", ".xml"):
        return None
    path = corrections_beside(source.path)
    return path if path.is_file() else None
