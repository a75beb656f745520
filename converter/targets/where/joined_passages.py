"""Joined passages: all passages of a report run together, a line each, so that one scan reads them all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from converter.language.lookalikes import folded
from converter.model import Span
from converter.targets.where.clauses import cover_names, plain_text
from converter.targets.where.time_orientation import Passage


class JoinedPassages:
    """Passages as one ``text`` of plain lines, the same as it is ``read`` and with names ``covered``, and the way back.

    ``read`` has traditional and look-alike characters as what they stand for; names are cut out of ``text``.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        texts = [passage.text for passage in passages]
        written = "\n".join(texts)
        if written.count("\n") >= max(len(texts), 1):
            written = "\n".join([text.replace("\n", " ") for text in texts])
        self.passages = passages
        self.text, self._places, self._passed = plain_text(written)
        self.read = folded(self.text)
        self.covered = cover_names(self.read)
        # Where the passages start in what is written.
        self._starts = list(accumulate([len(text) + 1 for text in texts], initial=0))

    def line(self, place: int) -> int:
        """The line, from 0, that holds ``text[place]``: the index of its passage."""
        return bisect_right(self._starts, self._written(place)) - 1

    def span_in(self, line: int, span: Span) -> Span:
        """Where ``text[span]`` stands in the passage of ``line``."""
        base, (start, end) = self._starts[line], span
        if len(self._places) > 1:
            start, end = self._written(start), self._written(end - 1) + 1
        return start - base, end - base

    def _written(self, place: int) -> int:
        """Where ``text[place]`` stands in what is written, with white space."""
        return place + self._passed[bisect_right(self._places, place) - 1]
