"""Automatic numbering: which number a list paragraph has, and how its level writes it (``第%1章``, ``%1.%2``)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from converter.readers.numbering_formats import formatted

#: Word has nine levels.
LEVELS = 9
_NO_NUMBER = ("none", "bullet")


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered.

    ``text`` is what is drawn, with the level (counted from 0) where the number of that level stands:
    ``["第", 0, "章"]``. A paragraph of a level below ``restart`` begins this one anew (``None``: one of any level
    above; 0: none). ``legal`` writes the numbers of all levels in plain digits.
    """

    start: int = 1
    format: str | None = "decimal"
    text: list[str | int] = field(default_factory=list)
    separator: str = ""
    restart: int | None = None
    legal: bool = False


class ListNumbers:
    """The counters of all lists of one document, fed with its list paragraphs in their order."""

    def __init__(self) -> None:
        self._counters: dict[Hashable, list[int | None]] = {}

    def start_over(self, name: Hashable, level: int, start: int) -> None:
        """The next paragraph at ``level`` of the list ``name`` has the number ``start``."""
        counters = self._of(name)
        counters[level] = start - 1
        counters[level + 1 :] = [None] * (LEVELS - level - 1)

    def label(self, name: Hashable, levels: list[Level], level: int) -> str:
        """What is drawn before the next paragraph at ``level`` (from 0) of the list ``name``; it is counted by this."""
        counters = self._of(name)
        for above in range(level):
            if counters[above] is None and above < len(levels):
                counters[above] = levels[above].start
        counter = counters[level]
        counters[level] = levels[level].start if counter is None else counter + 1
        for deeper in range(level + 1, min(LEVELS, len(levels))):
            limit = levels[deeper].restart
            if limit is None or level < limit:
                counters[deeper] = None
        return _drawn(levels, levels[level], counters)

    def _of(self, name: Hashable) -> list[int | None]:
        return self._counters.setdefault(name, [None] * LEVELS)


def _drawn(levels: list[Level], level: Level, counters: list[int | None]) -> str:
    if level.format == "none" and not any(isinstance(part, str) for part in level.text):
        return ""
    drawn = ""
    for part in level.text:
        if isinstance(part, str):
            drawn += part
        elif part < len(levels) and levels[part].format not in _NO_NUMBER:
            counter = counters[part]
            number = levels[part].start if counter is None else counter
            drawn += formatted("decimal" if level.legal else levels[part].format, number)
    return drawn
