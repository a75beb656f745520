"""Files of a folder, of a pattern, or a single one. The workers read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from converter.batch.documents import CORRECTIONS_SUFFIX, Document, Failure, Unusable
from converter.batch.sources.patterns import fixed_part, matches
from converter.batch.sources.source import SourceFault, is_text
from converter.file_names import shown
from converter.folders import Found, LeftOut, walk


class Folder:
    """All texts in a folder at any depth: first those of the folder itself by name, then those of its folders."""

    def __init__(self, root: Path) -> None:
        self.place = root
        self.left_out = LeftOut()

    def documents(self) -> Iterator[Document | Unusable]:
        """The texts, named by their path below the folder; links to folders are not followed."""
        # Names are counted first, so that the share of each is known; a walk costs little beside a conversion.
        total = sum(1 for found in walk(self.place) if _is_met(found))
        index = 0
        for found in walk(self.place):
            if found.kind == "unreadable_folder" and found.path == self.place:
                raise SourceFault(f"{self.place}: this folder cannot be read ({found.fault})")
            if _is_met(found):
                yield _document(index, found, self.place, (index + 1) / max(total, index + 1))
                index += 1
            elif not found.path.name.endswith(CORRECTIONS_SUFFIX):
                self.left_out.add(found)


class Pattern:
    """The files that a pattern such as ``reports/20*/**/*.txt`` names, sorted by path; ``**`` is any depth."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self.place = fixed_part(pattern)
        self.left_out = LeftOut()

    def documents(self) -> Iterator[Document | Unusable]:
        """The files, named by their path below the part of the pattern that has no ``*``, ``?`` or ``[``."""
        found = sorted(matches(self._pattern))
        if not found:
            raise SourceFault(f"{self._pattern}: no file fits this pattern")
        met = [each for each in found if each.kind != "linked_folder"]
        for each in found:
            if each.kind == "linked_folder":
                self.left_out.add(each)
        yield from _listed(met, self.place)


class SingleFile:
    """One text."""

    def __init__(self, path: Path) -> None:
        self.place = path
        self.left_out = LeftOut()

    def documents(self) -> Iterator[Document | Unusable]:
        """The text, named by its file."""
        return _listed([Found(self.place, "file")], self.place.parent)


def _is_met(found: Found) -> bool:
    """Whether an entry of a folder is a text, by its name, or may hide texts."""
    if found.kind == "unreadable_folder":
        return True
    return found.kind != "linked_folder" and is_text(found.path.name)


def _listed(found: Iterable[Found], root: Path) -> Iterator[Document | Unusable]:
    listed = list(found)
    for index, each in enumerate(listed):
        yield _document(index, each, root, (index + 1) / len(listed))


def _document(index: int, found: Found, root: Path, share: float) -> Document | Unusable:
    key = shown(found.path.relative_to(root))
    if found.kind == "file":
        return Document(index, key, path=found.path, share=share)
    if found.kind == "unreadable_folder":
        failure = Failure("unreadable", f"{key}/: {found.fault}; the texts in it were not seen")
        return Unusable(index, f"{key}/", failure, share, hides_others=True)
    return Unusable(index, key, Failure("unreadable", f"{key}: {found.fault}"), share)
