"""The layout room as a whole: text in, blocks out."""

from __future__ import annotations

from converter.layout.blocks import Block, Layout


def read(text: str) -> Layout:
    """Read the logical paragraphs of ``text``."""
    blocks: list[Block] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        content = line.strip()
        if content:
            blocks.append(Block(content, [0], [offset + line.index(content)]))
        offset += len(line)
    return Layout(blocks)
