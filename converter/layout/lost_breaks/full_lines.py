"""Hard-wrapped text without indents: paragraphs and headings that end with their line, told by the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from converter.layout.lines import Line


def starts_behind_full_lines(lines: Sequence[Line], starts: Sequence[int], doubtful: Sequence[int]) -> list[int]:
    """Which of the ``doubtful`` lines (by index) begin a paragraph; ``starts`` are those that certainly do."""
    from converter.layout.lost_breaks.evidence.deciding import begin_paragraphs
    from converter.layout.lost_breaks.evidence.weights import weights

    offsets = list(accumulate((len(line.text) for line in lines), initial=0))
    known = [offsets[index] for index in starts if index]
    places = {offsets[index]: index for index in doubtful}
    text = "".join([line.text for line in lines])
    return [places[place] for place in begin_paragraphs(text, known, list(places), weights())]
