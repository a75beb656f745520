"""Files of a folder, of a pattern, or a single one. The workers read them."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from converter.batch.documents import Document, Failure, Unusable, reason
from converter.batch.sources.source import SourceFault, is_text


class Folder:
    """All texts in a folder at any depth: first those of the folder itself by name, then those of its folders."""

    def __init__(self, root: Path) -> None:
        self.place = root

    def documents(self) -> Iterator[Document | Unusable]:
        """The texts, named by their path below the folder; links to folders are not followed."""
        # Names are counted first, so that the share of each is known; a walk costs little beside a conversion.
        total = sum(1 for _ in self._walk())
        for index, (path, failure) in enumerate(self._walk()):
            key = shown(path.relative_to(self.place))
            share = (index + 1) / max(total, index + 1)
            if failure is None:
                yield Document(index, key, path=path, share=share)
            else:
                yield Unusable(index, f"{key}/", Failure("unreadable", f"{key}/: {failure}"), share)

    def _walk(self) -> Iterator[tuple[Path, str | None]]:
        """Each text, and each folder that cannot be looked into, with the reason."""
        waiting = [self.place]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(folder) as entries:
                    found = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                if folder == self.place:
                    raise
                yield folder, reason(error)
                continue
            yield from ((folder / entry.name, None) for entry in found if is_text(entry.name) and entry.is_file())
            waiting += [folder / entry.name for entry in reversed(found) if entry.is_dir(follow_symlinks=False)]


class Pattern:
    """The files that a pattern such as ``reports/20*/**/*.txt`` names, sorted by path; ``**`` is any depth."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self.place = _fixed_part(pattern)

    def documents(self) -> Iterator[Document | Unusable]:
        """The files, named by their path below the part of the pattern that has no ``*``, ``?`` or ``[``."""
        found = glob.iglob(self._pattern, recursive=True)  # noqa: PTH207  as the shell reads it, from any root
        paths = sorted(path for path in map(Path, found) if path.is_file())
        if not paths:
            raise SourceFault(f"{self._pattern}: no file fits this pattern")
        yield from _listed(paths, self.place)


class SingleFile:
    """One text."""

    def __init__(self, path: Path) -> None:
        self.place = path

    def documents(self) -> Iterator[Document | Unusable]:
        """The text, named by its file."""
        return _listed([self.place], self.place.parent)


def shown(path: Path) -> str:
    """A path as a name that can be stored and printed: bytes that are no UTF-8 stand as ``\\xNN``."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _listed(paths: list[Path], root: Path) -> Iterator[Document]:
    for index, path in enumerate(paths):
        yield Document(index, shown(path.relative_to(root)), path=path, share=(index + 1) / len(paths))


def _fixed_part(pattern: str) -> Path:
    fixed: list[str] = []
    for part in Path(pattern).parts[:-1]:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return Path(*fixed)
