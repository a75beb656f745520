"""Text that gives each sentence a line: which lines begin a paragraph, told by the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from converter.language.markers import marker_at
from converter.language.stops import COMMAS, ENUMERATION_COMMA
from converter.layout.lines import Line, is_complete

_OPEN = COMMAS + ENUMERATION_COMMA


def sentence_starts(lines: Sequence[Line]) -> list[int]:
    """The indices of the ``lines`` that begin a paragraph.

    A blank line ends one for certain, and so does a line without a stop, which is a heading; a line that ends in a
    comma goes on. Everything else is decided by the evidence, as if all stood on one line.
    """
    from converter.layout.lost_breaks.evidence.deciding import decide
    from converter.layout.lost_breaks.evidence.weights import weights

    offsets = [0, *accumulate(len(line.text) for line in lines)]
    known: list[int] = []
    open_ends: set[int] = set()
    for number, (line, after) in enumerate(pairwise(lines), 1):
        if line.text[-1] in _OPEN and after.gap == 1 and not _heads(after):
            open_ends.add(number)
        elif after.gap > 1 or after.opens or _stands_alone(line) or _stands_alone(after) or _heads(after):
            known.append(offsets[number])
    reading = decide("".join([line.text for line in lines]), known, weights())
    borders = {*known, *reading.borders()}
    return [0, *(n for n in range(1, len(lines)) if offsets[n] in borders and n not in open_ends)]


def _stands_alone(line: Line) -> bool:
    """Whether a line is a heading, a title or a name: it ends without a stop."""
    return line.text[-1] not in _OPEN and not is_complete(line.text)


def _heads(line: Line) -> bool:
    """Whether a line begins with the marker of a heading."""
    marker = marker_at(line.text.lstrip("*"), 0)
    return marker is not None and marker.form.rank is not None
