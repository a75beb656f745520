"""Marks in running text: emphasis, redactions, footnotes."""

from converter.layout.inline_marks.marking import mark_blocks

__all__ = ["mark_blocks"]
