"""What the command line names as input: files, directories, the standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from converter.cli.failures import Failure
from converter.file_names import shown
from converter.folders import LeftOut, walk
from converter.limits import MAX_BYTES, MAX_REPORT_BYTES
from converter.opening import is_report

STDIN = "-"
#: What a report is called, in a directory; a file named on the command line may be called anything.
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
        return shown(Path(self.path.name)) if self.path else None

    def read(self) -> bytes:
        """The bytes, of an endless input one more than a text or a report may have; raises ``OSError``."""
        if self.path is None:
            return _bounded(sys.stdin.buffer, self.name)
        with self.path.open("rb") as file:
            return _bounded(file, self.name)


def _bounded(stream: BinaryIO, name: str | None) -> bytes:
    """As much as a text may have or, when it is a report, as a report may have; and one byte more."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES and is_report(data[:4096], name):
        data += stream.read(MAX_REPORT_BYTES + 1 - len(data))
    return data


def expand(
    paths: Iterable[str], suffixes: tuple[str, ...], left_out: LeftOut | None = None
) -> Iterator[Input | Failure]:
    """The files that ``paths`` name, those of a directory sorted by path; what cannot be read there is a failure.

    A directory without any is one, too. ``left_out`` counts what else directories hold.
    """
    for path in paths:
        if path == STDIN:
            yield Input("standard input", None, Path("stdin"))
        elif Path(path).is_dir():
            yield from _files_in(path, suffixes, left_out or LeftOut())
        else:
            yield Input(path, Path(path), Path(Path(path).name))


def _files_in(directory: str, suffixes: tuple[str, ...], left_out: LeftOut) -> Iterator[Input | Failure]:
    root = Path(directory)
    met = False
    for found in sorted(walk(root)):
        if found.kind == "unreadable_folder":
            met = True
            yield Failure(f"{found.path}: {found.fault}; what is in this directory was not seen")
        elif found.path.name.lower().endswith(CORRECTIONS_SUFFIX):
            continue
        elif found.kind == "linked_folder" or not found.path.name.lower().endswith(suffixes):
            left_out.add(found)
        elif found.kind == "unreadable":
            met = True
            yield Failure(f"{found.path}: {found.fault}")
        else:
            met = True
            yield Input(str(found.path), found.path, found.path.relative_to(root))
    if not met:
        yield Failure(f"{directory}: this directory has no file of the kinds {', '.join(suffixes)}")
