"""A word marker that stands alone: a ``一是`` without a ``二是`` is no node (docs/conventions.md §2, "Not nodes")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.language.ranks import Rank
from converter.outline.nodes import BlockReading, Opening

#: The place of an item, which has its partners within its paragraph.
_INSIDE = -1
#: 首先，… 第二，… 第三，…
_CONTINUED = {"首先": ("第", "其")}


def drop_unpaired_markers(readings: Sequence[BlockReading]) -> None:
    """Take the openings off the paragraphs whose word marker has no partner in its chapter.

    ``首先，我代表县委向大家表示感谢。`` without a ``其次``, ``最后，我再强调一点。`` without a ``首先``.
    """
    last: dict[str, tuple[int, int]] = {}  # of each series: the reading and the ordinal of its last marker
    unpaired: set[int] = set()
    for index, opening in _in_reading_order(readings):
        match = opening.match
        if match is None or match.form.family != "word":
            last.clear()
            continue
        series, ordinal = match.form.series, match.ordinal or 0
        place = index if opening is readings[index].opening else _INSIDE
        before, earlier = last.get(series, (_INSIDE, 0))
        if ordinal > earlier > 0:
            unpaired.discard(before)
        elif place == index and (ordinal == 1 or series == "首先"):
            unpaired.add(index)
        last[series] = (place, ordinal)
        if ordinal == 1:
            last.update(dict.fromkeys(_CONTINUED.get(series, ()), (place, 1)))
    for index in unpaired:
        readings[index].opening = None


def _in_reading_order(readings: Sequence[BlockReading]) -> Iterator[tuple[int, Opening]]:
    """The word markers and the chapters, with the index of their reading."""
    for index, reading in enumerate(readings):
        for opening in (reading.opening, *reading.items):
            if opening is None:
                continue
            is_word = opening.match is not None and opening.match.form.family == "word"
            if is_word or (opening.rank is not None and opening.rank <= Rank.CJK):
                yield index, opening
