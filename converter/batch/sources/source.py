"""What every source offers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from converter.batch.documents import Document, Unusable

#: What counts as a text in a folder or an archive.
TEXT_SUFFIXES = (".txt", ".text", ".md")


class SourceFault(ValueError):
    """The source is not what it should be: no such file, no archive, no such column."""


class Source(Protocol):
    """A finite sequence of documents, each named once, in an order that depends on nothing but the source."""

    @property
    def place(self) -> Path:
        """The file or folder it stands in: when that is gone, the source is gone."""

    def documents(self) -> Iterator[Document | Unusable]:
        """The documents, read as they are asked for.

        Raises :class:`SourceFault` or ``OSError`` when the source as a whole cannot be read any further.
        """


def is_text(name: str) -> bool:
    """Whether a file of this name in a folder or an archive is taken for a text."""
    return name.lower().endswith(TEXT_SUFFIXES)
