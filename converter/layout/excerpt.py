"""A text with stretches taken out that still knows where in the source each character stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from converter.model import Span


class Cut(NamedTuple):
    """A stretch of a text that is layout; ``filler`` stands for it in what is left (a line break, or nothing)."""

    start: int
    end: int
    filler: str = ""


class Excerpt:
    """The source less its layout, as a row of pieces.

    Piece ``n`` starts at ``starts[n]`` in :attr:`text` and at ``offsets[n]`` in the source.
    """

    __slots__ = ("offsets", "starts", "text")

    def __init__(self, text: str, starts: list[int] | None = None, offsets: list[int] | None = None) -> None:
        """Without ``starts`` and ``offsets``, ``text`` is the whole source."""
        self.text = text
        self.starts = starts or [0]
        self.offsets = offsets or [0]

    def segments(self, start: int, end: int) -> list[Span]:
        """The source stretches of ``text[start:end]``, in order."""
        starts, offsets = self.starts, self.offsets
        if len(starts) == 1:
            return [(start + offsets[0], end + offsets[0])]
        piece = bisect_right(starts, start) - 1
        found: list[Span] = []
        while start < end:
            limit = starts[piece + 1] if piece + 1 < len(starts) else end
            stop = min(end, limit)
            offset = offsets[piece] + start - starts[piece]
            found.append((offset, offset + stop - start))
            start, piece = stop, piece + 1
        return found

    def span(self, start: int, end: int) -> Span:
        """The source span that covers ``text[start:end]``, which must not be empty."""
        pieces = self.segments(start, end)
        return pieces[0][0], pieces[-1][1]

    def without(self, cuts: Iterable[Cut]) -> Excerpt:
        """This excerpt less ``cuts`` (of its text, in order and apart), with their fillers in their places."""
        parts: list[str] = []
        starts: list[int] = []
        offsets: list[int] = []
        position = length = 0

        def keep(start: int, end: int) -> None:
            nonlocal length
            parts.append(self.text[start:end])
            for a, b in self.segments(start, end):
                starts.append(length)
                offsets.append(a)
                length += b - a

        for start, end, filler in cuts:
            if start > position:
                keep(position, start)
            if filler:
                parts.append(filler)
                starts.append(length)
                offsets.append(self.segments(start, end)[0][0])
                length += len(filler)
            position = end
        if position < len(self.text):
            keep(position, len(self.text))
        return Excerpt("".join(parts), starts, offsets)
