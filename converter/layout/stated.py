"""What a file format states about the lines of its projected text, given to the lines; text rules ask it first."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from converter.layout.lines import Line
from converter.layout.offset_map import MappedText

if TYPE_CHECKING:
    from converter.model.projection import Projected


def give_facts(lines: list[Line], mapped: MappedText, projected: Projected) -> None:
    """Give each of ``lines`` its facts; where the format states paragraphs, a line that is one certainly opens."""
    starts = _line_starts(projected.text)
    for line in lines:
        offset = mapped.segments(line.start, line.start + 1)[0][0]
        line.facts = projected.facts[bisect_right(starts, offset) - 1]
        if projected.states_paragraphs and line.facts.kind != "line":
            line.opens = True


def _line_starts(text: str) -> list[int]:
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return starts
