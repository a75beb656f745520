"""Automatic numbering: what a word processor draws before a paragraph and does not keep as text.

The rules are those of ECMA-376, 17.9, which .doc and .rtf share. A list has levels; each paragraph of it counts its own
level on, and begins the deeper ones anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from converter.readers.number_formats import written

#: The place of the number of a level in the text of a level: ``第%1章``, ``%1.%2``.
_PLACE = re.compile("%([1-9])")
#: Signs of symbol fonts (Symbol, Wingdings), which have no meaning in Unicode, as the signs they look like.
SYMBOLS: dict[str, str] = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf0a8": "◻",
    "\uf06f": "□",
    "\uf0e8": "➔",
    "\uf0b2": "✧",
    "\uf02d": "-",
    "\uf0be": "—",
}
#: What stands for a sign of a symbol font that is not in the table.
_BULLET = "•"
#: More than any list counts to; a damaged file may state anything.
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered.

    ``restart`` is the depth (1 for the outermost) of the level whose next paragraph begins this one anew, 0 for none,
    ``None`` for any level above. ``legal`` writes the numbers of all levels in Arabic figures.
    """

    start: int = 1
    number_format: str = "decimal"
    text: str = "%1."
    suffix: Literal["tab", "space", "nothing"] = "tab"
    restart: int | None = None
    legal: bool = False


class Counters:
    """The numbers that a list has come to. Lists that share one definition share their counters."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}

    def restart(self, depth: int, number: int) -> None:
        """Let the next paragraph of the level ``depth`` (0 for the outermost) have ``number``."""
        self._numbers[depth] = _bounded(number) - 1
        for deeper in [level for level in self._numbers if level > depth]:
            del self._numbers[deeper]

    def next(self, depth: int, levels: Mapping[int, Level]) -> str:
        """What stands before the next paragraph of the level ``depth``: ``（三）``, ``2.1``; empty for nothing."""
        level = levels.get(depth, Level())
        number = self._numbers.get(depth)
        self._numbers[depth] = _bounded(level.start if number is None else number + 1)
        for deeper in [each for each in self._numbers if each > depth]:
            restart = levels.get(deeper, Level()).restart
            if restart is None or depth < restart:
                del self._numbers[deeper]
        if level.number_format == "bullet":
            return bullet(level.text)
        return _PLACE.sub(lambda place: self._written(int(place[1]) - 1, level, levels), level.text)

    def _written(self, depth: int, level: Level, levels: Mapping[int, Level]) -> str:
        other = levels.get(depth, Level())
        number = self._numbers.get(depth, other.start)
        return str(number) if level.legal and other.number_format != "none" else written(number, other.number_format)


def bullet(text: str) -> str:
    """The sign of a bullet, those of symbol fonts as the signs they look like; empty for blanks."""
    return "".join(SYMBOLS.get(sign, _BULLET) if "\ue000" <= sign <= "\uf8ff" else sign for sign in text).strip()


def _bounded(number: int) -> int:
    return min(max(number, -_MOST), _MOST)
