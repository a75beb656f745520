"""A text with stretches taken out that still knows where in the source each of its characters stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from converter.model import Span

#: Where a text of one piece starts.
WHOLE = (0,)


class Cut(NamedTuple):
    """A stretch of a text that is layout; ``filler`` stands for it in what is left (a line break, or nothing)."""

    start: int
    end: int
    filler: str = ""


@dataclass(slots=True)
class MappedText:
    """A text as a row of pieces of the source: piece ``n`` starts at ``starts[n]`` in it, at ``offsets[n]`` there.

    Without ``starts`` and ``offsets`` it is the whole source.
    """

    text: str
    starts: Sequence[int] = WHOLE
    offsets: Sequence[int] = WHOLE

    def at(self, index: int) -> int:
        """The source offset of ``text[index]``."""
        piece = bisect_right(self.starts, index) - 1
        return self.offsets[piece] + index - self.starts[piece]

    def index_of(self, place: int) -> int | None:
        """Where the character at ``place`` of the source stands in the text; ``None`` where it is left out."""
        piece = bisect_right(self.offsets, place) - 1
        if piece < 0:
            return None
        index = self.starts[piece] + place - self.offsets[piece]
        limit = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return index if index < limit else None

    def span(self, start: int, end: int) -> Span:
        """The source span that covers ``text[start:end]``, which must not be empty."""
        return self.at(start), self.at(end - 1) + 1

    def segments(self, start: int, end: int) -> list[Span]:
        """The source stretches that ``text[start:end]`` is made of, in order."""
        starts, offsets = self.starts, self.offsets
        if len(starts) == 1:
            return [(offsets[0] + start, offsets[0] + end)] if start < end else []
        pieces: list[Span] = []
        piece = bisect_right(starts, start) - 1
        while start < end:
            limit = starts[piece + 1] if piece + 1 < len(starts) else end
            stop = min(end, limit)
            offset = offsets[piece] + start - starts[piece]
            pieces.append((offset, offset + stop - start))
            start, piece = stop, piece + 1
        return pieces

    def without(self, cuts: Iterable[Cut]) -> MappedText:
        """This text less ``cuts`` (in order and apart), with their fillers in their places."""
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
                offsets.append(self.at(start))
                length += len(filler)
            position = end
        if position < len(self.text):
            keep(position, len(self.text))
        return MappedText("".join(parts), starts, offsets)
