"""Markdown headings that a converter left: the marker inside decides, else the number of ``#`` (CONVENTIONS §2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.language.line_kinds import line_kind
from converter.language.markers import MarkerMatch, marker_at
from converter.language.ranks import Rank
from converter.language.sentences import skip_blanks
from converter.layout import Block
from converter.outline.cutting import cut


def without_title_mark(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the ``#`` cut off the first where it marks the title: ``# 政府工作报告``.

    It does when the line is a title by its looks, or when no later line has as few ``#``.
    """
    match = marker_at(blocks[0].text) if blocks else None
    if match is None or match.form.family != "markdown":
        return list(blocks)
    parted = cut(blocks[0], [match.end])
    title = parted[-1]
    alone = all(len(block.text) - len(block.text.lstrip("#")) not in range(1, match.end + 1) for block in blocks[1:])
    if len(parted) == 1 or marker_at(title.text) or not (alone or line_kind(title.text) == "title"):
        return list(blocks)
    return [title, *blocks[1:]]


def opening_markers(texts: Sequence[str]) -> list[MarkerMatch | None]:
    """The marker that opens each text, ``None`` where there is none.

    ``## （一）…`` is opened by ``（一）``; ``## 工作回顾`` by ``##``, at the level of the markers that stand behind as
    many ``#`` elsewhere, or one step from the nearest of them.
    """
    found: list[MarkerMatch | None] = []
    levels: dict[int, float] = {}
    bare: list[int] = []
    for index, text in enumerate(texts):
        match = marker_at(text)
        if match is not None and match.form.family == "markdown":
            inner = marker_at(text, skip_blanks(text, match.end, len(text)))
            if inner is None:
                bare.append(index)
            else:
                if inner.form.rank is not None:
                    levels.setdefault(match.end - match.start, inner.form.rank)
                match = inner
        found.append(match)
    for index in bare:
        match = found[index]
        assert match is not None
        rank = _rank(match.end - match.start, levels)
        found[index] = match._replace(form=replace(match.form, rank=rank, series="#" * (match.end - match.start)))
    return found


def _rank(hashes: int, levels: dict[int, float]) -> float:
    if not levels:
        return Rank.MARKDOWN + hashes * Rank.STEP
    nearest = min(levels, key=lambda known: (abs(known - hashes), known))
    return levels[nearest] + (hashes - nearest) * Rank.STEP
