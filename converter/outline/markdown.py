"""Markdown headings: the marker inside decides, else the number of ``#`` (docs/conventions.md §2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.language.line_kinds import line_kind
from converter.language.markers import MarkerMatch, marker_at
from converter.language.ranks import Rank
from converter.language.sentences import skip_blanks
from converter.layout import Block
from converter.outline.cutting import cut

#: Lines that a converter sets as headings and that are none.
_OF_THE_FRONT = ("occasion", "author", "salutation", "date")
_FRONT = 12  # blocks


def without_title_mark(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the ``#`` cut off the lines of the front: ``# 政府工作报告``, ``### 各位代表：``.

    The first line is the title when it is one by its looks, or when no later line has as few ``#``.
    """
    cleared = list(blocks)
    for index, block in enumerate(cleared[:_FRONT]):
        match = marker_at(block.text)
        if match is None or match.form.family != "markdown":
            continue
        parted = cut(block, [match.end])
        line = parted[-1]
        if len(parted) == 1 or marker_at(line.text):
            continue
        kind = line_kind(line.text)
        if kind in _OF_THE_FRONT or (index == 0 and (kind == "title" or _is_above_all(blocks, match))):
            cleared[index] = line
        if kind == "salutation":
            break
    return cleared


def _is_above_all(blocks: Sequence[Block], match: MarkerMatch) -> bool:
    """Whether no line below the first, which ``match`` opens, has as few ``#``."""
    return all(len(block.text) - len(block.text.lstrip("#")) not in range(1, match.end + 1) for block in blocks[1:])


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
