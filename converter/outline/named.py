"""Named leads: ``交好一本总账：就是要…`` and the like, in a run of siblings (docs/conventions.md §2, "named lead")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.outline.nodes import BlockReading, Opening

#: 立足一个门户，就是… · 绘制两张蓝图：就是要… — the words before the stop name what follows. Prose explains so too
#: (``做到四个统筹，即…``), but hardly twice in words of one length.
_DEFINED = re.compile("([^，。：；！？,:;]{3,20})([：:，,])(?=就是|(?<![，,])即是?|(?<![，,])是指)")
#: Two names of a run differ by so many characters at most.
_UNEVEN = 2
#: 省级创新中心：支持… — a bare colon needs siblings that end alike.
_COLON = re.compile("([^，。：；！？,:;“”《》（）]{3,20})[：:](?=.{20})")


#: 主要预期目标是：… and 总体要求为：… state what follows; they do not title it.
_STATES = ("是", "为")


def open_named_leads(readings: Sequence[BlockReading]) -> None:
    """Open the plain paragraphs that are named leads; numbered nodes may stand between two of them."""
    defined = [
        (n, m)
        for n, reading in enumerate(readings)
        if reading.opening is None and reading.block.role is None and (m := _DEFINED.match(reading.block.text))
    ]
    for (a, first), (b, second) in pairwise(defined):
        if abs(len(first[1]) - len(second[1])) <= _UNEVEN:
            readings[a].opening = _opening(first, "named")
            readings[b].opening = _opening(second, "named")
    colons = [
        (n, m)
        for n, reading in enumerate(readings)
        if reading.opening is None
        and reading.block.role is None
        and (m := _COLON.match(reading.block.text))
        and not m[1].endswith(_STATES)
    ]
    for (a, first), (b, second) in pairwise(colons):
        if b - a == 1 and first.group(1)[-3:] == second.group(1)[-3:]:
            readings[a].opening = readings[a].opening or _opening(first, "lead")
            readings[b].opening = _opening(second, "lead")


def _opening(match: re.Match[str], key: str) -> Opening:
    return Opening(0, key, None, None, match.span(1), True, match.end(2 if key == "named" else 0))
