"""What every destination offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from converter.batch.documents import Document, Outcome, Work
from converter.batch.journal import Entry


class Destination(Protocol):
    """The results of a run, each of which appears whole or not at all."""

    @property
    def window(self) -> int | None:
        """How many documents may be finished ahead of an unfinished one (``None``: any number)."""

    def working(self, kernel: Work) -> Work:
        """What the engines are to do with a document, given the kernel."""

    def place_of(self, key: str) -> str:
        """What a document takes of the target; no two may take the same. Raises ``DocumentError``."""

    def other_place_of(self, key: str) -> str:
        """What it takes when another has that already."""

    def holds(self, entry: Entry, document: Document) -> bool:
        """Whether the earlier result of ``document`` is still there, in its place and as it was written."""

    def ordered(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """The outcomes in the order in which this destination wants them."""

    def accept(self, outcome: Outcome) -> None:
        """Take what became of a document, and enter it in the journal."""

    def finish(self) -> int:
        """Complete the target once all documents are through; how many results of vanished documents were removed."""

    def finish_partly(self) -> None:
        """Complete the target after a source that could not be read as a whole: no earlier result is removed."""
