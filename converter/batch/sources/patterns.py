"""Patterns such as ``reports/20*/**/*.txt``, read as the shell reads them. Links to folders are not followed."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from converter.folders import Found, entry_found
from converter.system_errors import reason

_ANY_DEPTH = "**"


def fixed_part(pattern: str) -> Path:
    """The folders before the first part with ``*``, ``?`` or ``[``."""
    fixed: list[str] = []
    for part in Path(pattern).parts[:-1]:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return Path(*fixed)


def matches(pattern: str) -> Iterator[Found]:
    """What fits ``pattern``, and the folders on the way that cannot be read, in no order; nothing twice."""
    root = fixed_part(pattern)
    parts = Path(pattern).parts[len(root.parts) :]
    inside = os.path.realpath(root)
    waiting: list[tuple[Path, int]] = [(root, 0)]
    seen: set[tuple[Path, int]] = set()
    while waiting:
        folder, number = step = waiting.pop()
        if step in seen:
            continue
        seen.add(step)
        if parts[number] == _ANY_DEPTH and number + 1 < len(parts):
            waiting.append((folder, number + 1))
        try:
            with os.scandir(folder) as entries:
                found = list(entries)
        except OSError as error:
            yield Found(folder, "unreadable_folder", reason(error))
            continue
        for entry in found:
            if not _fits(entry.name, parts[number]):
                continue
            path = folder / entry.name
            last = number == len(parts) - 1
            if entry.is_dir(follow_symlinks=False):
                if parts[number] == _ANY_DEPTH:
                    waiting.append((path, number))
                elif not last:
                    waiting.append((path, number + 1))
            elif last:
                yield entry_found(path, entry, inside)


def _fits(name: str, part: str) -> bool:
    """``*`` is no hidden file, as in the shell."""
    if name.startswith(".") and not part.startswith("."):
        return False
    return part == _ANY_DEPTH or fnmatchcase(name, part)
