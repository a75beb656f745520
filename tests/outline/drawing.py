"""The tree of a text in lines that a test can state: ``S 一要|深化山的引领`` is a section."""

from __future__ import annotations

from converter.layout import read
from converter.outline import Outline, build


def built(text: str) -> Outline:
    """The outline of ``text``, by the rooms that lead to it."""
    return build(text, read(text))


def outline(text: str) -> list[str]:
    """A line a node: indent for its depth, S or I, marker, heading (nothing where it has none)."""
    lines: list[str] = []
    stack = built(text).sections[::-1]
    while stack:
        section = stack.pop()
        marker = section.marker.text if section.marker else ""
        lines.append(f"{'  ' * (section.level - 1)}{section.kind[0].upper()} {marker}|{section.heading or ''}")
        stack.extend(reversed(section.subsections))
    return lines
