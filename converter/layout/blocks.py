"""The blocks that the layout room hands on: logical paragraphs that remember where each character came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converter.model import Diagnostic, PaidSpan, Span

if TYPE_CHECKING:
    from converter.model.projection import LineFacts

#: Where the text of a block of one piece starts.
WHOLE = (0,)


@dataclass(slots=True)
class Block:
    """A logical paragraph: its content without layout, and the source offset of every character.

    The text is a row of pieces; piece ``n`` starts at ``starts[n]`` in the text and at ``offsets[n]`` in the source.
    ``emphasis``, ``redactions`` and ``footnotes`` (the marks in running text) are half-open ranges of the text, each in
    order. ``rows`` holds the cells of a table, row by row, as ranges of the text. ``facts`` is what the format of the
    file states about the first line of the block; plain text states nothing.
    """

    text: str
    starts: Sequence[int]
    offsets: Sequence[int]
    emphasis: Sequence[Span] = ()
    redactions: Sequence[Span] = ()
    footnotes: Sequence[Span] = ()
    rows: Sequence[Sequence[Span]] = ()
    facts: LineFacts | None = None

    def at(self, index: int) -> int:
        """The source offset of ``text[index]``."""
        piece = bisect_right(self.starts, index) - 1
        return self.offsets[piece] + index - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``, which must not be empty."""
        return self.at(start), self.at(end - 1) + 1

    def segments(self, start: int, end: int) -> list[Span]:
        """The source stretches that ``text[start:end]`` is made of, in order."""
        if len(self.starts) == 1:
            return [(self.offsets[0] + start, self.offsets[0] + end)] if start < end else []
        pieces: list[Span] = []
        piece = bisect_right(self.starts, start) - 1
        while start < end:
            limit = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
            stop = min(end, limit)
            offset = self.offsets[piece] + start - self.starts[piece]
            pieces.append((offset, offset + stop - start))
            start, piece = stop, piece + 1
        return pieces

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
    """What the layout room gives: blocks in reading order, paid spans, and what was repaired."""

    blocks: list[Block]
    paid_spans: list[PaidSpan] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
