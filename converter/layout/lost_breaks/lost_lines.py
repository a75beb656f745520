"""Lines that hold much of a document, because their breaks were lost: cut where the evidence says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from converter.layout.lines import Line
from converter.model import Span


def find_lost(lines: Sequence[Line], long: Sequence[Span]) -> dict[int, list[int]]:
    """Where the ``lines`` that lie in ``long`` stretches part: index → places in that line."""
    from converter.layout.lost_breaks.evidence.deciding import decide
    from converter.layout.lost_breaks.evidence.weights import weights

    begins = [start for start, _ in long]
    lost = [
        index
        for index, line in enumerate(lines)
        if (at := bisect_right(begins, line.start)) and line.end <= long[at - 1][1]
    ]
    whole = "".join([lines[index].text for index in lost])
    starts = [0, *accumulate(len(lines[index].text) for index in lost)]
    cuts: dict[int, list[int]] = {}
    for border in decide(whole, starts[1:-1], weights()).borders():
        number = bisect_right(starts, border) - 1
        if border > starts[number]:
            cuts.setdefault(lost[number], []).append(border - starts[number])
    return cuts
