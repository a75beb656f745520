"""The outline room as a whole: blocks in, the tree of the published model out."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import repeat

from converter.layout import Layout
from converter.model import Diagnostic, PaidSpan, Paragraph, Section
from converter.outline.back import back_roles
from converter.outline.block_reading import read_blocks
from converter.outline.closing import closing_length
from converter.outline.diagnostics import located, noticed, unbalanced_brackets
from converter.outline.front import front_roles
from converter.outline.markdown import without_title_mark
from converter.outline.nesting import nest
from converter.outline.separating import separate_edges
from converter.outline.tree_building import TreeBuilder


@dataclass(slots=True)
class Outline:
    """The parts of the document, the layout that is left between their leaves, and what was noticed up to here."""

    front: list[Paragraph] = field(default_factory=list)
    preamble: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    closing: list[Paragraph] = field(default_factory=list)
    back: list[Paragraph] = field(default_factory=list)
    layout: list[tuple[int, str]] = field(default_factory=list)
    paid_spans: list[PaidSpan] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def build(text: str, layout: Layout) -> Outline:
    """Build the tree from the blocks of ``layout``; ``text`` is the decoded source.

    Paid spans and diagnostics of ``layout`` are handed on, the latter with their sections. No list of blocks is kept
    longer than needed: a caller that does not keep ``layout`` either has each block freed when it is published.
    """
    builder = TreeBuilder(text)
    outline = Outline(paid_spans=layout.paid_spans, diagnostics=layout.diagnostics[:])
    blocks = separate_edges(without_title_mark(layout.blocks))
    del layout
    front = front_roles(blocks)
    back = back_roles(blocks[len(front) :])
    outline.front = builder.part("front", blocks[: len(front)], front)
    last = blocks[len(blocks) - len(back) :]
    body = blocks[len(front) : len(blocks) - len(back)]
    del blocks
    outline.diagnostics += unbalanced_brackets(body, text)
    readings = read_blocks(body)
    del body
    closing = len(readings) - closing_length(readings)
    final = [reading.block for reading in readings[closing:]]
    del readings[closing:]
    nest(readings, builder)
    del readings
    outline.closing = builder.part("closing", final, repeat(None, len(final)))
    outline.back = builder.part("back", last, back)
    builder.close_sections()
    outline.preamble, outline.sections, outline.layout = builder.preamble, builder.sections, builder.layout()
    outline.diagnostics += noticed(builder.sections, builder.in_order, text)
    located(outline.diagnostics, builder.in_order)
    return outline
