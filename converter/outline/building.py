"""The outline room as a whole: blocks in, the tree of the published model out."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.layout import Block, Layout
from converter.model import Diagnostic, Paragraph, Section


@dataclass(slots=True)
class Outline:
    """The parts of the document, the layout that is left between their leaves, and what was noticed."""

    front: list[Paragraph] = field(default_factory=list)
    preamble: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    closing: list[Paragraph] = field(default_factory=list)
    back: list[Paragraph] = field(default_factory=list)
    layout: list[tuple[int, str]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def build(text: str, layout: Layout) -> Outline:
    """Build the tree from the blocks of ``layout``; ``text`` is the decoded source."""
    outline = Outline()
    position = 0
    for number, block in enumerate(layout.blocks, 1):
        outline.preamble.append(_paragraph(f"preamble.p{number}", block))
        for start, end in block.segments(0, len(block.text)):
            if start > position:
                outline.layout.append((position, text[position:start]))
            position = end
    if position < len(text):
        outline.layout.append((position, text[position:]))
    return outline


def _paragraph(name: str, block: Block) -> Paragraph:
    return Paragraph(name, None, block.text, block.span(0, len(block.text)))
