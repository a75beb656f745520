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


def with_ranks(texts: Sequence[str], found: Sequence[MarkerMatch | None]) -> list[MarkerMatch | None]:
    """The markers ``found`` at the start of ``texts``, with those behind ``#``, and with a rank for each bare ``#``.

    ``## （一）…`` is opened by ``（一）``; ``## 工作回顾`` by ``##``, at the level of the markers that stand behind as
    many ``#`` elsewhere, or one step from the nearest of them.
    """
    read = list(found)
    levels: dict[int, float] = {}
    bare: list[tuple[int, MarkerMatch]] = []
    for index, match in enumerate(found):
        if match is None or match.form.family != "markdown":
            continue
        text = texts[index]
        inner = marker_at(text, skip_blanks(text, match.end, len(text)))
        if inner is None:
            bare.append((index, match))
            continue
        if inner.form.rank is not None:
            levels.setdefault(match.end - match.start, inner.form.rank)
        read[index] = inner
    for index, match in bare:
        hashes = match.end - match.start
        read[index] = match._replace(form=replace(match.form, rank=_rank(hashes, levels), series="#" * hashes))
    return read


def _rank(hashes: int, levels: dict[int, float]) -> float:
    if not levels:
        return Rank.MARKDOWN + hashes * Rank.STEP
    nearest = min(levels, key=lambda known: (abs(known - hashes), known))
    return levels[nearest] + (hashes - nearest) * Rank.STEP
