"""The blocks that the layout room hands on: logical paragraphs that remember where each character came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converter.layout.offset_map import MappedText
from converter.model import Diagnostic, PaidSpan, Role, Span

if TYPE_CHECKING:
    from converter.model.projection import LineFacts


@dataclass(slots=True)
class Block(MappedText):
    """A logical paragraph: its content without layout, and the source offset of every character.

    ``emphasis``, ``redactions`` and ``footnotes`` (the marks in running text) are half-open ranges of the text, each in
    order. ``role`` is set where the block is certainly no part of the outline: a table, an entry of a table of
    contents, a note. ``rows`` holds the cells of a table, row by row, as spans of the source. ``facts`` is what the
    format of the file states about the first line of the block; plain text states nothing. Of a block that begins in
    bold and goes on plain, ``bold_start`` is how many characters are bold.
    """

    emphasis: Sequence[Span] = ()
    redactions: Sequence[Span] = ()
    footnotes: Sequence[Span] = ()
    role: Role | None = None
    rows: Sequence[Sequence[Span]] = ()
    facts: LineFacts | None = None
    bold_start: int = 0

    def followed_by(self, other: Block) -> Block:
        """This block and ``other``, which stands behind it, as one; the white space between them is layout."""
        length = len(self.text)
        return Block(
            self.text + other.text,
            [*self.starts, *(start + length for start in other.starts)],
            [*self.offsets, *other.offsets],
            [*self.emphasis, *((a + length, b + length) for a, b in other.emphasis)],
            [*self.redactions, *((a + length, b + length) for a, b in other.redactions)],
            [*self.footnotes, *((a + length, b + length) for a, b in other.footnotes)],
            facts=self.facts,
        )


@dataclass(slots=True)
class Layout:
    """What the layout room gives: blocks in reading order, paid spans, and what was repaired.

    ``folded`` says that the blocks read some characters as others (:mod:`converter.language.lookalikes`): what is
    published is what the source has in their places.
    """

    blocks: list[Block]
    paid_spans: list[PaidSpan] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    folded: bool = False
