"""The source text of a report, put together again from its leaves and its layout."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge

from converter.model.errors import RestoreError
from converter.model.report import Report
from converter.model.source_map import SourceMap
from converter.model.walk import leaves


def source_text(report: Report) -> str:
    """The decoded text, put together from the leaves of the tree and the layout between and inside them.

    Raises :class:`RestoreError` where the two leave a gap or overlap (promise 1 of the design).
    """
    pieces: list[str] = []
    position = 0
    for start, text in merge(_content(report), _layout(report), key=lambda piece: piece[0]):
        if start != position:
            raise RestoreError(_break_at(position, start))
        pieces.append(text)
        position += len(text)
    if position != report.source.characters:
        raise RestoreError(_break_at(position, report.source.characters))
    return "".join(pieces)


def _layout(report: Report) -> list[tuple[int, str]]:
    return sorted((offset, text) for offset, text in report.source.layout)


def _content(report: Report) -> Iterator[tuple[int, str]]:
    """The texts of the leaves, cut where layout stands inside them, each with its place in the source."""
    source_map = SourceMap((offset, offset + len(text)) for offset, text in _layout(report))
    reached = 0
    for leaf in sorted(leaves(report), key=lambda leaf: leaf.span):
        if leaf.span[0] < reached:
            raise RestoreError(_break_at(reached, leaf.span[0]))
        reached, used = leaf.span[1], 0
        for start, end in source_map.segments(leaf.span):
            yield start, leaf.text[used : used + end - start]
            used += end - start
        if used != len(leaf.text):
            raise RestoreError(
                f"the report was changed after it was made: the {leaf.kind} at {leaf.span[0]} has {len(leaf.text)} "
                f"characters, its place in the source {used}"
            )


def _break_at(position: int, found: int) -> str:
    if found > position:
        return f"the report does not hold the whole source: characters {position} to {found} are missing"
    return f"the report was changed after it was made: two of its parts overlap at character {found}"
