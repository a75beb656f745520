"""The outline room as a whole: blocks in, the tree of the published model out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.layout import Block, Layout
from converter.model import Diagnostic, PaidSpan, Paragraph, Role, Section
from converter.model.corrections import NOTHING, Certain
from converter.outline import corrections
from converter.outline.back import back_roles
from converter.outline.block_reading import read_blocks
from converter.outline.closing import closing_length
from converter.outline.diagnostics import located, noticed, unbalanced_brackets
from converter.outline.front import front_roles
from converter.outline.markdown import without_title_mark
from converter.outline.nesting import nest
from converter.outline.separating import separate_edges
from converter.outline.text_slips import text_slips
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


def build(text: str, layout: Layout, certain: Certain = NOTHING) -> Outline:
    """Build the tree from the blocks of ``layout``; ``text`` is the decoded source.

    What ``certain`` says of nodes and roles goes before the rules.

    Paid spans and diagnostics of ``layout`` are handed on, the latter with their sections. No list of blocks is kept
    longer than needed: a caller that does not keep ``layout`` either has each block freed when it is published.
    """
    builder = TreeBuilder(text, folded=layout.folded)
    outline = Outline(paid_spans=layout.paid_spans, diagnostics=layout.diagnostics[:])
    blocks = separate_edges(without_title_mark(layout.blocks))
    del layout
    if certain:
        blocks = corrections.arranged(blocks, certain)
    front, back = edges(blocks)
    if certain:
        front, back = corrections.edges(blocks, front, back, certain)
    outline.front = builder.part("front", blocks[: len(front)], front)
    last = blocks[len(blocks) - len(back) :]
    body = blocks[len(front) : len(blocks) - len(back)]
    del blocks
    outline.diagnostics += unbalanced_brackets(body, text)
    outline.diagnostics += text_slips(body)
    if certain.roles:
        corrections.give_roles(body, certain)
    readings = read_blocks(body)
    del body
    closing = 0
    if certain:
        readings = corrections.with_nodes(readings, certain)
        closing = corrections.last_node(readings, certain)
    closing = max(len(readings) - closing_length(readings), closing)
    final = [reading.block for reading in readings[closing:]]
    del readings[closing:]
    nest(readings, builder)
    del readings
    outline.closing = builder.part("closing", final, [block.role for block in final])
    outline.back = builder.part("back", last, back)
    builder.close_sections()
    outline.preamble, outline.sections, outline.layout = builder.preamble, builder.sections, builder.layout()
    outline.diagnostics += noticed(builder.sections, builder.in_order, text)
    located(outline.diagnostics, builder.in_order)
    return outline


def edges(blocks: Sequence[Block]) -> tuple[list[Role], list[Role]]:
    """The roles of the first blocks, which are the front, and of the last, which are the back."""
    front = front_roles(blocks)
    notes = _stated_notes(blocks[len(front) :])
    return front, [*back_roles(blocks[len(front) : len(blocks) - len(notes)]), *notes]


def _stated_notes(blocks: Sequence[Block]) -> list[Role]:
    """The roles of the footnotes and endnotes that the format of the file put behind the text."""
    count = 0
    while count < len(blocks) and blocks[-count - 1].role == "note":
        count += 1
    return ["note"] * count
