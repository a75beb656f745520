"""From the content of a text to its places in the source and back: what is layout, or cut out, is skipped."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from heapq import merge
from itertools import accumulate

from converter.model.report import Report, Span


class SourceMap:
    """The source as content and stretches that are none; every question costs the logarithm of their number.

    ``skipped`` are these stretches, in order and apart, in code points of the source.
    """

    __slots__ = ("_before", "_ends", "_indices", "_starts")

    def __init__(self, skipped: Iterable[Span]) -> None:
        spans = list(skipped)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        #: How many characters the stretches before the n-th have together.
        self._before = list(accumulate([end - start for start, end in spans], initial=0))
        #: How many characters of content stand before the n-th.
        self._indices = [start - before for start, before in zip(self._starts, self._before, strict=False)]

    @classmethod
    def of(cls, report: Report) -> SourceMap:
        """The map of a report: its layout is no content and, in the public edition, neither is what is paid."""
        layout = [(offset, offset + len(text)) for offset, text in report.source.layout]
        if report.edition.kind == "full":
            return cls(layout)
        return cls(_united(merge(layout, (paid.span for paid in report.paid_spans))))

    def content_before(self, offset: int) -> int:
        """How many characters before ``offset`` are content."""
        last = bisect_right(self._starts, offset) - 1
        if last < 0:
            return offset
        return offset - self._before[last] - min(offset, self._ends[last]) + self._starts[last]

    def offset_of(self, index: int) -> int:
        """Where the character of content stands before which there are ``index`` others."""
        return index + self._before[bisect_right(self._indices, index)]

    def segments(self, span: Span) -> list[Span]:
        """The stretches of ``span`` that are content, in order."""
        start, end = span
        pieces: list[Span] = []
        first = bisect_right(self._starts, start)
        if first > 0:
            start = max(start, self._ends[first - 1])
        for index in range(first, bisect_left(self._starts, end)):
            if self._starts[index] > start:
                pieces.append((start, self._starts[index]))
            start = max(start, self._ends[index])
        if start < end:
            pieces.append((start, end))
        return pieces

    def locate(self, leaf: Span, start: int, end: int) -> Span:
        """The source span of ``text[start:end]`` of the leaf that spans ``leaf``; ``start < end``.

        Raises :class:`ValueError` when the leaf has not so many characters.
        """
        before = self.content_before(leaf[0])
        if not 0 <= start < end or before + end > self.content_before(leaf[1]):
            raise ValueError(f"no characters {start}..{end} in the leaf at {leaf}")
        return self.offset_of(before + start), self.offset_of(before + end - 1) + 1


def _united(spans: Iterable[Span]) -> list[Span]:
    """``spans`` in order as stretches that do not touch."""
    united: list[Span] = []
    for start, end in spans:
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united
