"""The manuscript: all passages of a report run together, a line each, so that one scan reads them all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from converter.model import Span
from converter.targets.clauses import cover_names, plain_text, silences
from converter.targets.outlook import Passage


class Manuscript:
    """Passages as one ``text`` of plain lines, the same with names ``covered``, and the way back to each passage."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        lines = [plain_text(passage.text) for passage in passages]
        self.passages = passages
        self.text = "\n".join(lines)
        self.covered = cover_names(self.text)
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        self._silences: dict[int, tuple[list[int], list[int]]] = {}

    def line(self, place: int) -> int:
        """The line, from 0, that holds ``text[place]``: the index of its passage."""
        return bisect_right(self._starts, place) - 1

    def span_in(self, line: int, span: Span) -> Span:
        """Where ``text[span]`` stands in the passage of ``line``."""
        base = self._starts[line]
        start, end = span[0] - base, span[1] - base
        if self._starts[line + 1] - base - 1 == len(self.passages[line].text):
            return start, end
        if line not in self._silences:
            self._silences[line] = silences(self.passages[line].text)
        places, passed = self._silences[line]
        return (
            start + passed[bisect_right(places, start) - 1],
            end + passed[bisect_right(places, end - 1) - 1],
        )
