"""What the command line names as input: files, directories, the standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from converter.cli.failures import Failure
from converter.limits import MAX_BYTES

STDIN = "-"
#: What is taken from a directory; a file named on the command line may be called anything.
TEXT_SUFFIXES = (".txt", ".text", ".md")
REPORT_SUFFIXES = (".json", ".xml")
#: What the corrections of a source are called; they are never taken for a report.
CORRECTIONS_SUFFIX = ".corrections.json"


class Input(NamedTuple):
    """One file to work on: what to call it, its path (``None``: standard input), its path in a tree of results."""

    label: str
    path: Path | None
    mirrored: Path

    @property
    def name(self) -> str | None:
        """The name of the file without its directories."""
        return self.path.name if self.path else None

    def read(self) -> bytes:
        """The bytes, of an endless input one more than a report may have; raises ``OSError``."""
        if self.path is None:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with self.path.open("rb") as file:
            return file.read(MAX_BYTES + 1)


def expand(paths: Iterable[str], suffixes: tuple[str, ...]) -> Iterator[Input | Failure]:
    """The files that ``paths`` name, those of a directory sorted by path; a directory without any is a failure."""
    for path in paths:
        if path == STDIN:
            yield Input("standard input", None, Path("stdin"))
        elif Path(path).is_dir():
            yield from _files_in(path, suffixes)
        else:
            yield Input(path, Path(path), Path(Path(path).name))


def _files_in(directory: str, suffixes: tuple[str, ...]) -> Iterator[Input | Failure]:
    root = Path(directory)
    found = sorted(path for path in root.rglob("*") if _is_wanted(path, suffixes))
    if not found:
        yield Failure(f"{directory}: no {' or '.join(suffixes)} file in this directory")
    for path in found:
        yield Input(str(path), path, path.relative_to(root))


def _is_wanted(path: Path, suffixes: tuple[str, ...]) -> bool:
    name = path.name.lower()
    return path.suffix.lower() in suffixes and not name.endswith(CORRECTIONS_SUFFIX) and path.is_file()
