"""Line breaks that were lost: paragraphs and headings that share a line are set apart again."""

from __future__ import annotations

from collections.abc import Callable

from converter.layout.lines import Line


def restore_breaks(lines: list[Line], starts_node: Callable[[str], bool]) -> tuple[list[Line], list[Line]]:
    """``lines`` with the lost breaks restored, and those of them that were cut off from the line before."""
    return lines, []
