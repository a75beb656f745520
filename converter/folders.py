"""What stands in a folder, at any depth. Nothing is passed over in silence: what cannot be read is found, too.

Links to folders are not followed, so that every walk ends; a link to a file is followed inside the folder only.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from converter.system_errors import reason

#: What a plain text is called.
TEXT_SUFFIXES = (".txt", ".text", ".md")

Kind = Literal["file", "linked_folder", "unreadable", "unreadable_folder"]


class Found(NamedTuple):
    """An entry of a folder; ``fault`` says why it cannot be read. What is in an unreadable folder was not seen."""

    path: Path
    kind: Kind
    fault: str | None = None


def input_suffixes() -> tuple[str, ...]:
    """What is taken from a folder or an archive to be converted: plain texts, and what the readers read."""
    from converter.readers import suffixes

    return TEXT_SUFFIXES + suffixes()


def walk(root: Path) -> Iterator[Found]:
    """The entries of ``root``: first its files by name, then those of its folders."""
    inside = os.path.realpath(root)
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield Found(folder, "unreadable_folder", reason(error))
            continue
        folders = []
        for entry in found:
            if _is_folder(entry):
                folders.append(folder / entry.name)
            else:
                yield entry_found(folder / entry.name, entry, inside)
        waiting += reversed(folders)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def entry_found(path: Path, entry: os.DirEntry[str], inside: str) -> Found:
    """What ``entry``, no folder itself, is; ``inside`` is the real path that no link may lead out of."""
    try:
        if not entry.is_symlink():
            return _of_mode(path, entry.stat(follow_symlinks=False).st_mode)
        mode = path.stat().st_mode
    except FileNotFoundError:
        return Found(path, "unreadable", "this link leads to nothing")
    except OSError as error:
        return Found(path, "unreadable", reason(error))
    if stat.S_ISDIR(mode):
        return Found(path, "linked_folder")
    if not Path(os.path.realpath(path)).is_relative_to(inside):
        return Found(path, "unreadable", "this link leads out of the folder, and is not followed")
    return _of_mode(path, mode)


def _of_mode(path: Path, mode: int) -> Found:
    if stat.S_ISREG(mode):
        return Found(path, "file")
    return Found(path, "unreadable", "this is no regular file")


class LeftOut:
    """What a run over a folder or an archive did not take, by kind."""

    def __init__(self) -> None:
        self._suffixes: Counter[str] = Counter()
        self._links = 0

    def add(self, found: Found) -> None:
        """Count an entry of a folder."""
        if found.kind == "linked_folder":
            self._links += 1
        else:
            self.add_name(found.path.name)

    def add_name(self, name: str) -> None:
        """Count a file by its name."""
        self._suffixes[os.path.splitext(name)[1].lower()[:12] or "without suffix"] += 1  # noqa: PTH122

    def said(self) -> str:
        """``8 files of other kinds left out: 5 .jpg, 3 .xlsx; 1 link to a folder not followed``; empty without any."""
        said = []
        count = sum(self._suffixes.values())
        if count:
            kinds = sorted(self._suffixes.items(), key=lambda row: (-row[1], row[0]))
            listed = ", ".join(f"{number:,} {suffix}" for suffix, number in kinds[:5])
            more = f", {len(kinds) - 5} more kinds" if len(kinds) > 5 else ""
            said.append(f"{count:,} {_files(count)} of other kinds left out: {listed}{more}")
        if self._links:
            links = "link to a folder" if self._links == 1 else "links to folders"
            said.append(f"{self._links:,} {links} not followed")
        return "; ".join(said)


def _files(count: int) -> str:
    return "file" if count == 1 else "files"
