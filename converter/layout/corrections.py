"""Paragraphs as a person has said where they begin and where they go on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from converter.layout.lines import Line
from converter.layout.offset_map import MappedText
from converter.model.corrections import Certain

#: What emphasis is written with; it belongs to the words behind it.
_EMPHASIS = "*"
#: What may stand between the beginning of a line and its words: indents, signs of Markdown.
_BEFORE_WORDS = _EMPHASIS + "#-+>\\ \t\u3000\u00a0"


def corrected(paragraphs: list[list[Line]], mapped: MappedText, certain: Certain) -> list[list[Line]]:
    """``paragraphs``, each the lines it is made of, with the breaks and joins of ``certain``.

    A break parts a paragraph at a place of the source, inside a line or between two; a join takes the paragraph that
    begins there into the one before.
    """
    breaks = _indices(certain.breaks, mapped)
    joins = _indices(certain.joins, mapped)
    result: list[list[Line]] = []
    for paragraph in paragraphs:
        for part in _parted(paragraph, breaks):
            if result and part[0].start in joins:
                result[-1] += part
            else:
                result.append(part)
    return result


def _indices(places: Iterable[int], mapped: MappedText) -> list[int]:
    """Where the words at ``places`` of the source begin in the text, with what belongs to them, in order."""
    found = (mapped.index_of(place) for place in places)
    return sorted(_first_sign(mapped.text, index) for index in found if index is not None)


def _first_sign(text: str, index: int) -> int:
    """Where the line begins whose first words stand at ``index``; inside a line, where their emphasis begins."""
    start = index
    while start and text[start - 1] in _BEFORE_WORDS:
        start -= 1
    if start == 0 or text[start - 1].isspace():
        while start < index and text[start].isspace():
            start += 1
        return start
    while index and text[index - 1] == _EMPHASIS:
        index -= 1
    return index


def _parted(paragraph: list[Line], breaks: list[int]) -> list[list[Line]]:
    parts: list[list[Line]] = [[]]
    for line in paragraph:
        first, *others = _cut(line, breaks[bisect_right(breaks, line.start) : bisect_left(breaks, line.end)])
        if parts[-1] and line.start in breaks:
            parts.append([])
        parts[-1].append(first)
        parts += ([piece] for piece in others)
    return parts


def _cut(line: Line, breaks: list[int]) -> list[Line]:
    """``line`` in the pieces that begin at the ``breaks`` inside it, less the white space around these."""
    pieces: list[Line] = []
    for start, end in pairwise([line.start, *breaks, line.end]):
        text = line.text[start - line.start : end - line.start]
        content = text.strip()
        if content:
            first = start + text.index(content)
            pieces.append(replace(line, start=first, end=first + len(content), text=content))
    return pieces if len(pieces) > 1 else [line]
