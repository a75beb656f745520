"""A report's outline as a tree of lines, aligned for characters that take two columns of a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from wcwidth import wcswidth, wcwidth

from converter.model import Paragraph, Report, Section

#: On a terminal that leaves the tree fewer columns than this, nothing stands at the right of it.
_NARROWEST = 24
#: How many columns of its first words stand for a section without a heading.
_OPENING = 36
_GAP = "  "


class Line(NamedTuple):
    """A line of the drawing, part by part: ``opening`` are the first words of a section without a heading."""

    branches: str
    marker: str
    heading: str
    opening: str
    notes: str


def draw(report: Report, depth: int | None, width: int) -> Iterator[Line]:
    """The sections down to level ``depth`` in reading order, every line at most ``width`` columns wide."""
    lines = list(_lines(report, depth))
    right = max((_columns(_GAP + line.notes) for line in lines), default=0)
    if width - right < _NARROWEST:
        lines, right = [line._replace(notes="") for line in lines], len(_GAP)
    room = width - right
    widest = min(room, max((_columns("".join(line[:4])) for line in lines), default=0))
    for line in lines:
        taken = _columns(line.branches + line.marker)
        heading = shortened(line.heading, max(widest - taken, 0))
        opening = shortened(line.opening, max(widest - taken - _columns(heading), 0))
        blanks = widest - taken - _columns(heading) - _columns(opening)
        yield Line(line.branches, line.marker, heading, opening, " " * max(blanks, 0) + _GAP + line.notes)


def shortened(text: str, columns: int) -> str:
    """``text`` in at most ``columns`` columns, with an ellipsis where it was cut, and nothing a terminal would obey."""
    text = "".join(character if character.isprintable() else " " for character in text)
    if _columns(text) <= columns:
        return text
    kept, taken = [], 0
    for character in text:
        taken += max(wcwidth(character), 0)
        if taken > columns - 1:
            break
        kept.append(character)
    return "".join(kept) + "…" if columns > 0 else ""


def _columns(text: str) -> int:
    width = wcswidth(text)
    return width if width >= 0 else len(text)


def _lines(report: Report, depth: int | None) -> Iterator[Line]:
    targets = Counter(target.section for target in report.targets)
    stack: list[tuple[Section, str, bool]] = _children(report.sections, "")
    while stack:
        section, indent, last = stack.pop()
        notes = [section.id, section.kind]
        if section.access != "free":
            notes.append(section.access)
        if count := targets[section.id]:
            notes.append(f"{count} target{'' if count == 1 else 's'}")
        marker = section.marker.text if section.marker else ""
        heading = section.heading or ""
        opening = "" if heading else shortened(_first_words(section), _OPENING)
        yield Line(indent + ("└─ " if last else "├─ "), marker, heading, opening, _GAP.join(notes))
        if depth is None or section.level < depth:
            stack += _children(section.subsections, indent + ("   " if last else "│  "))


def _children(sections: list[Section], indent: str) -> list[tuple[Section, str, bool]]:
    """``sections`` for the stack, the first on top; each knows whether it is the last."""
    return [(section, indent, section is sections[-1]) for section in reversed(sections)]


def _first_words(section: Section) -> str:
    paragraphs: list[Paragraph] = [*section.body, *section.interludes, *section.tail]
    return paragraphs[0].text if paragraphs else ""
