"""From plans of blocks to nested nodes: one stack, ranks for the numbered families, runs for the floating ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from converter.layout import Block
from converter.model import SectionKind
from converter.outline.lookahead import Lookahead
from converter.outline.nodes import Node, Opening, Piece, Plan

#: The rank that floating nodes take: below every numbered family.
FLOATING = 100.0
_ADDRESS = re.compile("(?:各位|同志们|朋友们|代表们|委员们)")


@dataclass(slots=True)
class _Frame:
    """An open node: its effective rank, its run, how many paragraphs it has, and how many its longest sibling had."""

    node: Node
    rank: float
    key: str
    ordinal: int | None
    paragraphs: int = 1
    longest: int = 1


def nest(plans: Sequence[Plan]) -> list[Piece | Node]:
    """The top-level nodes and the pieces before and between them, in reading order."""
    return _Nesting(plans).run()


class _Nesting:
    """The builder that owns the stack of open nodes."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self.plans = plans
        self.roots: list[Piece | Node] = []
        self.stack: list[_Frame] = []
        self.ahead = Lookahead(plans)

    def run(self) -> list[Piece | Node]:
        for index, plan in enumerate(self.plans):
            if plan.opening is None:
                self._leave_runs(index)
                self._plain(plan)
            else:
                if plan.opening.rank is None and not self._open(plan.opening):
                    self._leave_runs(index)
                node = self._push("section", plan.block, plan.opening, index)
                self._fill(node, plan, plan.opening)
        return self.roots

    def _plain(self, plan: Plan) -> None:
        block = plan.block
        if _ADDRESS.match(block.text):
            self._wrap_up()
        end = plan.items[0].start if plan.items else len(block.text)
        if end > 0:
            self._content().append(Piece(block, 0, end))
        for frame in self.stack:
            frame.paragraphs += 1
        base = len(self.stack)
        self._items(plan, base)

    def _fill(self, node: Node, plan: Plan, opening: Opening) -> None:
        end = plan.items[0].start if plan.items else len(plan.block.text)
        if end > opening.body:
            node.content.append(Piece(plan.block, opening.body, end))
        base = len(self.stack)
        if plan.items and plan.items[0].key == opening.key:  # 一是 opens the paragraph, 二是 follows inside it
            base -= 1
        self._items(plan, base)

    def _items(self, plan: Plan, base: int) -> None:
        """Items nest among themselves above ``base`` frames; another series stands below the item before it."""
        open_keys: list[str] = []
        whole = len(plan.block.text)
        for position, item in enumerate(plan.items):
            if item.key in open_keys:
                del open_keys[open_keys.index(item.key) :]
            depth = base + len(open_keys)
            parent = self.stack[: min(depth, len(self.stack))]
            del self.stack[len(parent) :]
            node = self._append("item", plan.block, item, FLOATING + len(parent))
            open_keys.append(item.key)
            following = plan.items[position + 1].start if position + 1 < len(plan.items) else plan.rest or whole
            if following > item.body:
                node.content.append(Piece(plan.block, item.body, following))
        if plan.items:
            del self.stack[base:]
        if plan.rest is not None:
            self._content().append(Piece(plan.block, plan.rest, whole))

    def _push(self, kind: SectionKind, block: Block, opening: Opening, index: int) -> Node:
        """Open a node that starts a paragraph, after closing what it does not stand below."""
        longest = 1
        if opening.rank is None:
            if self._open(opening):
                while self.stack[-1].key != opening.key:
                    self.stack.pop()
                sibling = self.stack.pop()
                longest = max(sibling.longest, sibling.paragraphs)
                rank = sibling.rank
            elif opening.key == "named":  # announced by its parent, above whatever numbers follow
                rank = next((f.rank for f in reversed(self.stack) if f.rank < FLOATING), 0.0) + 0.5
            else:
                rank = FLOATING + len(self.stack)
        else:
            rank = self._numbered_rank(opening, index)
            while self.stack and self.stack[-1].rank >= rank:
                self.stack.pop()
        node = self._append(kind, block, opening, rank)
        self.stack[-1].longest = longest
        return node

    def _numbered_rank(self, opening: Opening, index: int) -> float:
        """The rank a numbered node takes: its usual one, or below the floating node that introduces its run.

        ``第五，…主要措施是：（1）…（2）…``: below 第五 when its run goes on later, or a colon introduces this one.
        """
        assert opening.rank is not None
        for frame in reversed(self.stack):
            if frame.key == opening.key:
                return frame.rank
        ordinal = opening.match.ordinal if opening.match else None
        top = self.stack[-1] if self.stack else None
        if ordinal == 1 and top is not None and top.rank >= FLOATING:
            introduced = self.plans[index - 1].block.text.endswith(("：", ":"))
            if introduced or self._continues(top, index):
                return FLOATING + len(self.stack)
        return opening.rank

    def _append(self, kind: SectionKind, block: Block, opening: Opening, rank: float) -> Node:
        node = Node(kind, block, opening)
        self._content().append(node)
        ordinal = opening.match.ordinal if opening.match else None
        self.stack.append(_Frame(node, rank, opening.key, ordinal))
        return node

    def _content(self) -> list[Piece | Node]:
        return self.stack[-1].node.content if self.stack else self.roots

    def _open(self, opening: Opening) -> bool:
        return any(frame.key == opening.key for frame in self.stack)

    def _leave_runs(self, index: int) -> None:
        """Close the floating runs that are over: what follows their last member speaks for their parent.

        The last member of a run takes no more paragraphs than its longest sibling.
        """
        while self.stack and self.stack[-1].rank >= FLOATING:
            top = self.stack[-1]
            if top.paragraphs < top.longest or self._continues(top, index):
                return
            self.stack.pop()

    def _continues(self, frame: _Frame, index: int) -> bool:
        """Whether a later paragraph belongs to the same run, before a numbered node closes it."""
        later = self.ahead.next_of_run(index, frame.key)
        if later is None:
            return False
        match = self.ahead.opening(later).match
        ordinal = match.ordinal if match else None
        if ordinal is not None and frame.ordinal is not None and ordinal <= frame.ordinal:
            return False
        parent = next((f.rank for f in reversed(self.stack) if f.rank < FLOATING), FLOATING)
        barrier = self.ahead.next_at_most(index, parent)
        return barrier is None or barrier > later

    def _wrap_up(self) -> None:
        """An address to the audience speaks for the parent of the section it follows (CONVENTIONS, "Wrap-up")."""
        while self.stack and self.stack[-1].rank >= FLOATING:
            self.stack.pop()
        if len(self.stack) > 1 and self.stack[-1].node.content:
            self.stack.pop()
