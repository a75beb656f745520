"""What every source offers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

from converter.batch.documents import Document, Failure, Unusable
from converter.folders import LeftOut, input_suffixes


class SourceFault(ValueError):
    """The source is not what it should be: no such file, no archive, no such column."""


class Source(Protocol):
    """A finite sequence of documents, each named once, in an order that depends on nothing but the source."""

    @property
    def place(self) -> Path:
        """The file or folder it stands in: when that is gone, the source is gone."""

    @property
    def left_out(self) -> LeftOut:
        """What it holds beside texts, as far as its documents were read."""

    def documents(self) -> Iterator[Document | Unusable]:
        """The documents, read as they are asked for.

        Raises :class:`SourceFault` or ``OSError`` when the source as a whole cannot be read any further.
        """


def is_text(name: str) -> bool:
    """Whether a file of this name in a folder or an archive is taken for a text."""
    return name.lower().endswith(_suffixes())


@cache
def _suffixes() -> tuple[str, ...]:
    return input_suffixes()


def damaged(index: int, place: Path, why: str) -> Unusable:
    """What stands for the rest of a source that can be read no further: the texts behind were not seen."""
    return Unusable(index, place.name, Failure("damaged", f"{place.name}: {why}"), 1.0, hides_others=True)
