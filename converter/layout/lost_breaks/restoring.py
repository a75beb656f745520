"""Line breaks that were lost: paragraphs and headings that share a line are set apart again."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout.lines import Line
from converter.layout.lost_breaks.gaps import find_gaps
from converter.layout.lost_breaks.glued import NO_PARAGRAPH, find_glued
from converter.layout.lost_breaks.lost_lines import find_lost

#: A line this long in which so many headings and parts of a front are glued has lost other breaks as well.
_LONG, _HEADINGS = 600, 4


def restore_breaks(text: str, lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """``lines`` of ``text`` with the lost breaks restored, and those of them that were cut off the line before.

    White space tells most; lines that are far too long without it are left to the evidence.
    """
    lines, restored = _cut_apart(lines, find_gaps(text, lines))
    glued = find_glued(text, lines)
    long = [(line.start, line.end) for index, line in enumerate(lines) if _is_lost(line, glued.get(index, ()))]
    lines, new = _cut_apart(lines, glued)
    restored += new
    if long:
        lines, new = _cut_apart(lines, find_lost(lines, long))
        restored += new
    return lines, restored


def _is_lost(line: Line, glued: Sequence[int]) -> bool:
    """Whether a line has lost most of its breaks: far too long, or long with several headings glued inside."""
    length = len(line.text)
    return length >= NO_PARAGRAPH or (length >= _LONG and len(glued) >= _HEADINGS)


def _cut_apart(lines: list[Line], cuts: dict[int, list[int]]) -> tuple[list[Line], list[Line]]:
    """``lines`` cut at the given places of their texts; the parts lose the white space around the cuts."""
    if not cuts:
        return lines, []
    kept: list[Line] = []
    new: list[Line] = []
    for index, line in enumerate(lines):
        if index not in cuts:
            kept.append(line)
            continue
        parts = list(_parts(line, cuts[index]))
        kept += parts
        new += parts[1:]
    return kept, new


def _parts(line: Line, places: Sequence[int]) -> list[Line]:
    parts: list[Line] = []
    for start, end in zip([0, *places], [*places, len(line.text)], strict=True):
        piece = line.text[start:end]
        content = piece.strip()
        if not content:
            continue
        offset = line.start + start + piece.index(content[0])
        part = Line(offset, offset + len(content), content, 2, 0, True, False, line.facts)
        if not parts:
            part.indent, part.gap, part.opens, part.page_break = line.indent, line.gap, line.opens, line.page_break
        parts.append(part)
    return parts
