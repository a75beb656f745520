"""Where paid spans begin and end in the texts of the tree: the paired milestones of the XML."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Literal, NamedTuple

from converter.model import Report, Span
from converter.model.source_map import SourceMap
from converter.model.walk import leaves

MilestoneKind = Literal["paid_begin", "paid_end"]


class Milestone(NamedTuple):
    """The begin or the end of paid span ``number`` (from 1), at ``position`` in a text."""

    position: int
    kind: MilestoneKind
    number: int


def milestones(report: Report) -> dict[Span, list[Milestone]]:
    """The milestones in each text of the tree, by the span of that text, in reading order.

    A paid span begins before its first character of content and ends after its last one, so that both stand in a text.
    One that holds no content has none, and the public edition, which leaves paid content out, has none at all.
    """
    if not report.paid_spans or report.edition.kind == "public":
        return {}
    source_map = SourceMap.of(report)
    texts = [leaf.span for leaf in leaves(report)]
    pieces = [(start, end, text) for text in texts for start, end in source_map.segments(text)]
    starts = [start for start, _, _ in pieces]
    ends = [end for _, end, _ in pieces]
    found: dict[Span, list[tuple[int, MilestoneKind, int]]] = {}
    for number, paid in enumerate(report.paid_spans, 1):
        first = bisect_right(ends, paid.span[0])
        last = bisect_left(starts, paid.span[1]) - 1
        if first > last:
            continue
        begin = max(starts[first], paid.span[0])
        end = min(ends[last], paid.span[1])
        if begin < end:
            found.setdefault(pieces[first][2], []).append((begin, "paid_begin", number))
            found.setdefault(pieces[last][2], []).append((end, "paid_end", number))
    return {text: _in_text(source_map.segments(text), marks) for text, marks in found.items()}


def _in_text(segments: list[Span], marks: list[tuple[int, MilestoneKind, int]]) -> list[Milestone]:
    """``marks`` at source offsets as marks at indices of the text that ``segments`` make up; an end before a begin."""
    ends = [end for _, end in segments]
    before = list(accumulate((end - start for start, end in segments), initial=0))
    placed = []
    for offset, kind, number in marks:
        segment = bisect_right(ends, offset) if kind == "paid_begin" else bisect_left(ends, offset)
        placed.append(Milestone(before[segment] + offset - segments[segment][0], kind, number))
    return sorted(placed, key=lambda mark: (mark.position, mark.kind == "paid_begin"))
