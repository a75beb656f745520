"""Blocks cut in pieces: where two parts of a document stand in one block, each becomes a block of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from converter.layout import Block
from converter.model import Span


def cut(block: Block, points: Iterable[int]) -> list[Block]:
    """The pieces of ``block`` between ``points`` (offsets in its text), less the white space at their ends.

    A piece that holds nothing but white space is dropped: what it held is layout. Without a point inside the text the
    block comes back as it is.
    """
    if block.role is not None:  # a table is whole
        return [block]
    inner = sorted({point for point in points if 0 < point < len(block.text)})
    if not inner:
        return [block]
    pieces = (_piece(block, start, end) for start, end in zip([0, *inner], [*inner, len(block.text)], strict=True))
    return [piece for piece in pieces if piece is not None]


def _piece(block: Block, start: int, end: int) -> Block | None:
    raw = block.text[start:end]
    text = raw.strip()
    if not text:
        return None
    start += raw.index(text)
    end = start + len(text)
    first = bisect_right(block.starts, start) - 1
    last = bisect_right(block.starts, end - 1) - 1
    return Block(
        text,
        [max(0, begin - start) for begin in block.starts[first : last + 1]],
        [block.at(start), *block.offsets[first + 1 : last + 1]],
        _shifted(block.emphasis, start, end),
        _shifted(block.redactions, start, end),
        _shifted(block.footnotes, start, end),
        facts=block.facts,
        bold_start=max(block.bold_start - start, 0),
    )


def _shifted(ranges: Sequence[Span], start: int, end: int) -> list[Span]:
    inside = ((max(a, start), min(b, end)) for a, b in ranges)
    return [(a - start, b - start) for a, b in inside if a < b]
