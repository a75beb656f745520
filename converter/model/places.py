"""From a place in the text of a leaf to its place in the source: the layout in between is skipped."""

from __future__ import annotations

from bisect import bisect_left

from converter.model.report import Report, Span


class Places:
    """Answers where a character of a leaf stands in the source, given the layout of the whole document."""

    __slots__ = ("_layout", "_starts")

    def __init__(self, report: Report) -> None:
        self._layout = report.source.layout
        self._starts = [offset for offset, _ in self._layout]

    def segments(self, span: Span) -> list[Span]:
        """The stretches of ``span`` that are content, in order: ``span`` less the layout inside it."""
        start, end = span
        pieces: list[Span] = []
        for index in range(bisect_left(self._starts, start), len(self._layout)):
            offset, text = self._layout[index]
            if offset >= end:
                break
            if offset > start:
                pieces.append((start, offset))
            start = offset + len(text)
        if start < end:
            pieces.append((start, end))
        return pieces

    def locate(self, leaf: Span, start: int, end: int) -> Span:
        """The source span of ``text[start:end]`` of the leaf that spans ``leaf``; ``start < end``."""
        first = last = None
        passed = 0
        for a, b in self.segments(leaf):
            length = b - a
            if first is None and start < passed + length:
                first = a + start - passed
            if end <= passed + length:
                last = a + end - passed
                break
            passed += length
        if first is None or last is None:
            raise ValueError(f"no characters {start}..{end} in the leaf at {leaf}")
        return first, last
