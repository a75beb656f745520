"""The outline room as a whole: blocks in, the tree of the published model out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.layout import Block, Layout
from converter.model import Diagnostic, Paragraph, Role, Section
from converter.outline.back import back_roles
from converter.outline.closing import closing_length
from converter.outline.diagnostics import located, noticed
from converter.outline.front import front_roles
from converter.outline.markdown import without_title_mark
from converter.outline.nesting import nest
from converter.outline.nodes import Node, Piece
from converter.outline.planning import plan_blocks
from converter.outline.publishing import Publisher
from converter.outline.separating import separate_edges


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
    blocks = separate_edges(without_title_mark(layout.blocks))
    front = front_roles(blocks)
    back = back_roles(blocks[len(front) :])
    body = blocks[len(front) : len(blocks) - len(back)]
    plans = plan_blocks(body)
    closing = closing_length(plans)
    plans, final = plans[: len(plans) - closing], plans[len(plans) - closing :]
    preamble, nodes = _split(nest(plans))
    publisher = Publisher(text, layout.paid_spans)
    outline = Outline()
    outline.front = publisher.paragraphs("front", _whole(blocks, front))
    outline.preamble = publisher.paragraphs("preamble", preamble)
    outline.sections = publisher.sections(nodes)
    outline.closing = publisher.paragraphs("closing", [Piece(p.block, 0, len(p.block.text)) for p in final])
    outline.back = publisher.paragraphs("back", _whole(blocks[len(blocks) - len(back) :], back))
    outline.layout = publisher.layout()
    outline.diagnostics = noticed(outline.sections, body, text)
    located([*layout.diagnostics, *outline.diagnostics], outline.sections)
    return outline


def _whole(blocks: Sequence[Block], roles: Sequence[Role]) -> list[Piece]:
    return [Piece(block, 0, len(block.text), role) for block, role in zip(blocks, roles, strict=False)]


def _split(content: list[Piece | Node]) -> tuple[list[Piece], list[Node]]:
    """The pieces before the first node, and the nodes; pieces between top-level nodes stand with the node before."""
    preamble: list[Piece] = []
    nodes: list[Node] = []
    for part in content:
        if isinstance(part, Node):
            nodes.append(part)
        elif nodes:
            nodes[-1].content.append(part)
        else:
            preamble.append(part)
    return preamble, nodes
