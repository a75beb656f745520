"""The lexicon files of this room: tab-separated tables beside the code, one entry a line, each with an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

_Row = TypeVar("_Row")
# Read as plain files: importlib.resources takes longer to import than all tables to read.
_LEXICON = Path(__file__).parent.with_name("lexicon")


def entries(name: str) -> Iterator[list[str]]:
    """The rows of ``lexicon/NAME.tsv`` as lists of cells, without comments and blank lines."""
    table = (_LEXICON / f"{name}.tsv").read_text(encoding="utf-8")
    for line in table.split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


def either(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first.

    The alternatives are grouped by their first character, a literal, so that a scan can skip to the next of these; the
    largest groups come first, since what many words start with is met most.
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(word[1:])
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return "(?:" + "|".join(_group(first, rests) for first, rests in ordered) + ")"


def _group(first: str, rests: list[str]) -> str:
    if len(rests) == 1:
        return _escape(first + rests[0])
    return f"{_escape(first)}(?:{'|'.join(_escape(rest) for rest in rests)})"


def _escape(word: str) -> str:
    return "".join("\\" + c if c in r"\.^$*+?{}[]|()" else c for c in word)


class Endings(dict[str, _Row]):
    """A table of words that finds the longest one that ends, or starts, at a place of a text.

    Most places are passed over by their character alone; longer words are looked up by two of them, which few share.
    """

    def __init__(self, table: Mapping[str, _Row]) -> None:
        super().__init__(table)
        self._firsts = frozenset(word[0] for word in table)
        self._lasts = frozenset(word[-1] for word in table)
        self._heads: dict[str, list[str]] = {}
        self._tails: dict[str, list[str]] = {}
        for word in sorted(table, key=len, reverse=True):
            if len(word) > 2:
                self._heads.setdefault(word[:2], []).append(word)
                self._tails.setdefault(word[-2:], []).append(word)

    def ending_at(self, text: str, end: int, floor: int = 0) -> str | None:
        """The longest word of the table that ends at ``text[end]`` and starts at ``floor`` or later."""
        if end <= floor or (last := text[end - 1]) not in self._lasts:
            return None
        if end - floor > 1:
            pair = text[end - 2 : end]
            for word in self._tails.get(pair, ()):
                if text.endswith(word, floor, end):
                    return word
            if pair in self:
                return pair
        return last if last in self else None

    def starting_at(self, text: str, start: int) -> str | None:
        """The longest word of the table that starts at ``text[start]``."""
        first = text[start : start + 1]
        if first not in self._firsts:
            return None
        pair = text[start : start + 2]
        for word in self._heads.get(pair, ()):
            if text.startswith(word, start):
                return word
        return pair if pair in self else first if first in self else None
