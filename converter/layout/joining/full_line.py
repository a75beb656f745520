"""The full line of hard-wrapped text: how long it is, how it was counted, how exactly lines keep to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from converter.language.markers import starts_node
from converter.language.widths import columns
from converter.layout.joining.line_edges import NEVER_FIRST, OPENING
from converter.layout.lines import Line, is_complete

#: A full line is at most this many columns off the usual one: punctuation and figures do not divide.
SLACK = 5
#: Lines with letters and figures vary by that much where their widths differ, lines without by this.
_SLACK_OF_FIGURES, _SLACK_OF_CHARACTERS = 5, 2
#: An indent of two characters, in columns.
INDENT = 4
_WIDEST = 130
_NARROWEST = 24
LINES_AT_LEAST = 8
#: The share of lines that break off which must be exactly full, so that no slack is given.
_EXACT = 0.96
#: A line that leaves so many columns is the end of something, whatever it ends in.
_CLEARLY_SHORT = 12


@dataclass(frozen=True, slots=True)
class FullLine:
    """A full line is ``width`` columns wide, two for a Chinese character.

    ``by_characters`` says that figures and letters count two as well, as where a program cut the lines; ``exact`` that
    every line takes what fits; ``indent`` how many columns the first line of a paragraph is short of, its own indent
    aside.
    """

    width: int
    by_characters: bool
    exact: bool
    indent: int

    def length(self, text: str) -> int:
        """The columns that ``text`` takes in this document."""
        return 2 * len(text) if self.by_characters else columns(text)

    def room(self, line: Line, first: bool) -> int:
        """The columns left in ``line``, the ``first`` of its paragraph or not."""
        return self.width - self.length(line.text) - (self.indent if first else 0)

    def first_token(self, text: str) -> int:
        """The columns of what cannot be parted at the start of ``text``: ``2012`` 4, ``《规`` 4, ``加`` 2."""
        if self.by_characters:
            return 2
        figures = 0
        while figures < len(text) and figures < 20 and text[figures].isascii() and text[figures].isalnum():
            figures += 1
        if figures:
            return figures
        length = 2 if text[0] in OPENING else 1
        while length < 4 and text[length : length + 1] and text[length] in NEVER_FIRST:
            length += 1
        return columns(text[:length])

    def slack(self, text: str) -> int:
        """How many columns more a full line like ``text`` may leave."""
        if self.exact:
            return 0
        return _SLACK_OF_FIGURES if text.encode("ascii", "ignore") else _SLACK_OF_CHARACTERS


def read_full_line(lines: list[Line]) -> FullLine | None:
    """The full line of ``lines``; ``None`` when they break at paragraphs."""
    if len(lines) < LINES_AT_LEAST:
        return None
    short = sum(len(line.text) * 2 <= _WIDEST + 20 for line in lines)
    if short < 0.9 * len(lines):
        return None
    broken_off = [not is_complete(line.text) for line in lines]
    if sum(broken_off) < 0.3 * len(lines):
        return None
    found = [full for by_characters in (False, True) if (full := _usual(lines, by_characters))]
    if not found:
        return None
    certain = [
        index
        for index in range(1, len(lines) - 1)
        if broken_off[index] and not starts_node(lines[index].text) and not starts_node(lines[index + 1].text)
    ]
    kept = [sum(_takes_what_fits(full, lines, index, not broken_off[index - 1]) for index in certain) for full in found]
    best = max(range(len(found)), key=lambda index: (kept[index], index))
    full = found[best]
    long = sum(full.room(lines[index], False) < _CLEARLY_SHORT for index in certain)
    exact = full.by_characters and kept[best] >= _EXACT * long
    return FullLine(full.width, full.by_characters, exact, _indent(full, lines))


def _usual(lines: list[Line], by_characters: bool) -> FullLine | None:
    """The commonest width, when half of the lines come near it, few go beyond, and many break off."""
    counted = FullLine(0, by_characters, False, INDENT)
    widths = Counter(counted.length(line.text) for line in lines)
    usual, _ = max(widths.items(), key=lambda item: (item[1], item[0]))
    near = sum(widths[width] for width in range(usual - SLACK, usual + SLACK + 1))
    beyond = sum(count for width, count in widths.items() if width > usual + 2 * SLACK)
    if not _NARROWEST <= usual <= _WIDEST or near < 0.5 * len(lines) or beyond > 0.05 * len(lines):
        return None
    return FullLine(usual, by_characters, False, INDENT)


def _takes_what_fits(full: FullLine, lines: list[Line], index: int, first: bool) -> bool:
    """Whether nothing more fitted into a line, which may be the ``first`` of its paragraph."""
    room, token = full.room(lines[index], False), full.first_token(lines[index + 1].text)
    return -2 * SLACK <= room < token or (first and INDENT <= room < INDENT + token)


def _indent(full: FullLine, lines: list[Line]) -> int:
    """How much shorter the first lines of paragraphs are: told by the long ones behind a last line."""
    short = long = 0
    for before, line in pairwise(lines):
        ends = is_complete(before.text) and full.room(before, False) > 3 * SLACK
        if ends and not is_complete(line.text) and not starts_node(line.text):
            room = full.room(line, False)
            long += -2 * SLACK <= room < INDENT - 1
            short += INDENT - 1 <= room < INDENT + 3
    return 0 if long > short else INDENT
