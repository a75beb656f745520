"""Paragraphs parted by white space only: ``…任务。　　一、工作回顾　　一年来，…`` on one line."""

from __future__ import annotations

import re
from collections import Counter

from converter.language.markers import starts_node
from converter.language.widths import columns
from converter.layout.lines import Line, holds_any, is_complete

_GAP = re.compile(r"\s{2,}")
#: Cheap signs that a line may hold a gap: pairs of blanks of every kind that documents use, and tabs.
_SIGNS = ("\u3000\u3000", "  ", "\u2003", "\t", "\xa0\xa0", "\u2002\u2002", " \u3000", "\u3000 ", " \xa0", "\xa0 ")
#: A line this long that holds gaps after stops has lost its breaks.
_LONG = 300
_HALF_LONG = 60
#: How much of a text is looked at to tell how it begins or ends.
_GLANCE = 40
_GAPS_AT_LEAST = 3
_INDENTED_SHARE = 0.12


def find_gaps(text: str, lines: list[Line]) -> dict[int, list[int]]:
    """The places in ``lines`` (index → places in its text) where a gap stands for a paragraph break.

    Such a gap is the one that mostly follows a stop in the long lines of the document, or one that holds the indent its
    paragraphs begin with. A gap inside a short line, as between a title and a name, is none.
    """
    signs = [sign for sign in _SIGNS if sign[0] in text and sign[-1] in text and sign in text]
    held = [index for index, line in enumerate(lines) if holds_any(line.text, signs)] if signs else []
    if not held:
        return {}
    gaps = {index: [found.span() for found in _GAP.finditer(lines[index].text)] for index in held}
    separator = _separator([(lines[index].text, gaps[index]) for index in held if len(lines[index].text) >= _LONG])
    indent = _usual_indent(text, lines)
    cuts: dict[int, list[int]] = {}
    for index in held:
        line = lines[index].text
        places: list[int] = []
        left = 0
        for start, end in gaps[index]:
            gap = line[start:end]
            separates = separator and len(line) >= _LONG and (columns(gap) >= columns(separator) or separator in gap)
            indents = indent and indent in gap and _parts_paragraphs(line, left, start, end)
            if separates or indents:
                places.append(start)
                left = end
        if places:
            cuts[index] = places
    return cuts


def _separator(long_lines: list[tuple[str, list[tuple[int, int]]]]) -> str | None:
    """The gap that parts the paragraphs of long lines: the commonest, if it mostly follows a stop."""
    seen: Counter[str] = Counter()
    after_stop: Counter[str] = Counter()
    for text, gaps in long_lines:
        for start, end in gaps:
            gap = text[start:end]
            seen[gap] += 1
            after_stop[gap] += is_complete(text[max(start - 12, 0) : start])
    if not seen:
        return None
    gap, count = max(seen.items(), key=lambda item: (item[1], item[0]))
    return gap if count >= _GAPS_AT_LEAST and after_stop[gap] * 2 >= count else None


def _usual_indent(text: str, lines: list[Line]) -> str | None:
    """The white space that many lines begin with, if it is two blanks or more."""
    indents = Counter(text[line.start - line.indent : line.start] for line in lines if line.indent >= 2)
    if not indents:
        return None
    indent, count = max(indents.items(), key=lambda item: (item[1], item[0]))
    return indent if count >= max(_INDENTED_SHARE * len(lines), 2) else None


def _parts_paragraphs(line: str, left: int, start: int, end: int) -> bool:
    """Whether a gap as wide as the indent stands between paragraphs or headings, and not inside a short line."""
    ends, begins = line[max(left, start - _GLANCE) : start], line[left : min(start, left + _GLANCE)]
    if is_complete(ends) or starts_node(begins) or starts_node(line[end : end + _GLANCE]):
        return True
    return len(line) >= _HALF_LONG and len(line) - end > start - left
