"""Marked items inside a paragraph: runs such as ``一是…。二是…。三是…`` (docs/conventions.md §2)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from converter.language.markers import MarkerMatch, inline_markers
from converter.language.sentences import first_sentence, quotations, skip_blanks
from converter.layout import Block
from converter.model import Span

#: A run may skip this many numbers by mistake and still be one run.
LARGEST_SKIP = 2


def marked_items(
    block: Block, start: int, places: Sequence[Span], before: MarkerMatch | None, after: MarkerMatch | None = None
) -> list[MarkerMatch]:
    """The markers in ``block.text[start:]`` that open items: those that stand in a run of at least two.

    ``places`` are where a marker may stand.

    ``before`` is the marker that opened the block or the paragraph before it; a run may continue from there.
    ``after`` is the marker that opens the next paragraph, where the run may go on: ``（二）…。一是…。`` ``二是…。``
    Markers inside quotation marks open nothing, nor does a stray ``一是`` without a ``二是``.
    """
    found = list(inline_markers(block.text, start, places))
    if not found:
        return []
    quotes = quotations(block.text)
    if quotes:
        starts = [a for a, _ in quotes]
        found = [m for m in found if not _inside(quotes, bisect_right(starts, m.start) - 1, m.start)]
    runs: list[list[MarkerMatch]] = []
    open_runs: dict[str, list[MarkerMatch]] = {}
    if before is not None:
        open_runs[before.form.series] = [before]
    for match in found:
        run = open_runs.get(match.form.series)
        if run is None and match.form.series == "第" and match.ordinal != 1 and "首先" in open_runs:
            run = open_runs["首先"]  # 首先，… 其次，… 第三，…
            match = match._replace(form=run[0].form)
        if run is not None and _follows(run[-1], match):
            run.append(match)
            if len(run) == 2 and run[0] is before:
                runs.append(run)
        elif match.ordinal == 1:
            run = open_runs[match.form.series] = [match]
            runs.append(run)
    kept = [m for run in runs if len(run) > 1 or _goes_on(run[-1], after) for m in run if m is not before]
    return sorted(kept, key=lambda m: m.start)


def rest_after(text: str, items: Sequence[MarkerMatch]) -> int | None:
    """Where the text after the last item starts, when all items before it are one sentence: so is the last.

    ``①…；②…；③改造危旧房屋60户。民生无小事，…``: the last sentence speaks for the paragraph.
    """
    if len(items) < 3:
        return None
    for item, following in pairwise(items):
        only = first_sentence(text, item.end, following.start)
        if only is None or skip_blanks(text, only.after, following.start) < following.start:
            return None
    last = first_sentence(text, items[-1].end)
    if last is None:
        return None
    rest = skip_blanks(text, last.after, len(text))
    return rest if rest < len(text) else None


def _inside(quotes: list[tuple[int, int]], index: int, position: int) -> bool:
    return index >= 0 and position < quotes[index][1]


def _goes_on(last: MarkerMatch, after: MarkerMatch | None) -> bool:
    """Whether a run that begins inside a paragraph goes on at the start of the next."""
    return after is not None and after.form.series == last.form.series and after.ordinal == (last.ordinal or 0) + 1


def _follows(previous: MarkerMatch, match: MarkerMatch) -> bool:
    if previous.ordinal is None or match.ordinal is None:
        return False
    if match.form.series == "首先":  # 首先 … 其次 … 再次 … 最后: any of them may be left out
        return match.ordinal > previous.ordinal
    return 0 < match.ordinal - previous.ordinal <= LARGEST_SKIP
