"""Two markers on one line: a heading and, without a stop between, the first node below it (docs/conventions.md §2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.language.markers import MarkerMatch, marker_at
from converter.language.stops import FINAL_STOPS
from converter.layout import Block
from converter.outline.cutting import cut
from converter.outline.headings import LONGEST_RUN_IN

#: 二、敞开大门引商，培植骨干力量4.紧盯头部企业。…: a number with a stop between two words.
_INSIDE = re.compile("(?<=[一-鿿”）])(?:[0-9０-９]{1,2}[.．、]|（[一二三四五六七八九十]{1,3}）|[①-⑳])(?=[一-鿿“])")
_STOP = re.compile(f"[{FINAL_STOPS}]")
#: A heading has at least so many characters before the marker that shares its line.
_SHORTEST = 4


def separate_markers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with those cut whose heading shares its line with a node that goes on counting in the next block."""
    whole: list[Block] = []
    for index, block in enumerate(blocks):
        following = marker_at(blocks[index + 1].text) if index + 1 < len(blocks) else None
        place = _second_marker(block, following) if following is not None and block.role is None else None
        whole.extend(cut(block, [] if place is None else [place]))
    return whole


def _second_marker(block: Block, following: MarkerMatch) -> int | None:
    """Where the marker before ``following`` stands inside the heading of ``block``, if it does."""
    first = marker_at(block.text)
    if first is None or first.form.rank is None or following.ordinal is None:
        return None
    for found in _INSIDE.finditer(block.text, first.end + _SHORTEST, first.end + LONGEST_RUN_IN):
        if _STOP.search(block.text, first.end, found.start()):
            return None
        match = marker_at(block.text, found.start())
        if match is None or match.form.rank is None or match.form.rank <= first.form.rank:
            continue
        if match.form.series == following.form.series and match.ordinal == following.ordinal - 1:
            return found.start()
    return None
