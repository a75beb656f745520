"""Fictional documents for the tests of the metadata, made from lines."""

from __future__ import annotations

from converter.layout import Block
from converter.meta import read_meta
from converter.model import Meta, Paragraph, Section
from converter.outline import Outline
from converter.outline.back import back_roles
from converter.outline.front import front_roles
from converter.outline.separating import separate_edges


def outline_of(*lines: str) -> Outline:
    """The outline of a document of these lines; a line that starts with `# ` is the heading of a chapter."""
    blocks = separate_edges([Block(line, [0], [0]) for line in lines])
    front = front_roles(blocks)
    rest = blocks[len(front) :]
    back = back_roles(rest)
    outline = Outline()
    outline.front = [_paragraph(block.text, role) for block, role in zip(blocks, front, strict=False)]
    outline.back = [
        _paragraph(block.text, role) for block, role in zip(rest[len(rest) - len(back) :], back, strict=True)
    ]
    for block in rest[: len(rest) - len(back)]:
        if block.text.startswith("# "):
            outline.sections.append(Section("s", "section", 1, None, block.text[2:], (0, 1), False, (0, 1)))
        elif outline.sections:
            outline.sections[-1].body.append(_paragraph(block.text, None))
        else:
            outline.preamble.append(_paragraph(block.text, None))
    return outline


def meta_of(*lines: str) -> Meta:
    """The metadata of a document of these lines."""
    return read_meta(outline_of(*lines))


def _paragraph(text: str, role: object) -> Paragraph:
    return Paragraph("p", role, text, (0, len(text)))  # type: ignore[arg-type]
