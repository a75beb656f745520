"""How each block is read: what opens it, and which items it holds."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout import Block
from converter.outline.headings import opening
from converter.outline.items import marked_items
from converter.outline.markers import MarkerMatch, marker_at
from converter.outline.nodes import Plan


def plan_blocks(blocks: Sequence[Block]) -> list[Plan]:
    """Read the blocks of the body."""
    matches = [marker_at(block.text) for block in blocks]
    plans: list[Plan] = []
    before: MarkerMatch | None = None
    for index, block in enumerate(blocks):
        match = matches[index]
        plan = Plan(block)
        start = match.end if match else 0
        items = marked_items(block, start, match or before)
        end = items[0].start if items else len(block.text)
        if match is not None:
            goes_on = bool(items) or (index + 1 < len(blocks) and matches[index + 1] is None)
            plan.opening = opening(block.text, match, end, goes_on=goes_on)
        ends = [item.start for item in items[1:]] + [len(block.text)]
        plan.items = [opening(block.text, m, e, goes_on=False) for m, e in zip(items, ends, strict=False)]
        plans.append(plan)
        if match or items:
            before = items[-1] if items else match
    return plans
