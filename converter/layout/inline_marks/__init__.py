"""Marks in running text: emphasis, redactions, footnotes; escapes that Markdown left."""

from converter.layout.inline_marks.escapes import without_escapes
from converter.layout.inline_marks.marking import mark_blocks

__all__ = ["mark_blocks", "without_escapes"]
