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
#: Words that sum up the period: behind the last of several sections alike they speak for all of them.
_SUMS_UP = re.compile(
    "过去[一五]年，|[一五]年来，|(?:与此)?同时，我们|此外，"
    "|在?(?:充分)?(?:肯定|看到|总结|回顾)[^。，]{0,10}的同时，|我们(?:也|还|必须|要)?清醒地?(?:认识|看)到"
)
_COLONS = ("：", ":")
_SEMICOLONS = ("；", ";")


@dataclass(slots=True)
class _Frame:
    """An open node: its effective rank, its run, how many paragraphs it has, and what its elder siblings were like.

    ``elder`` counts these siblings; ``longest`` is the most paragraphs one of them had; ``below`` is the run of the
    sections that the last of them held; ``brief`` says that each was one paragraph and held none.
    """

    node: Node
    rank: float
    key: str
    ordinal: int | None
    paragraphs: int = 1
    elder: int = 0
    longest: int = 1
    below: str | None = None
    brief: bool = True

    def follow(self, sibling: _Frame) -> None:
        """Take over what is known of the run from the sibling before."""
        self.elder = sibling.elder + 1
        self.longest = max(sibling.longest, sibling.paragraphs)
        held = (part for part in sibling.node.content if isinstance(part, Node) and part.kind == "section")
        self.below = next((node.opening.key for node in held), None)
        self.brief = sibling.brief and sibling.paragraphs == 1 and self.below is None


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
                self._leave_last(index)
                self._plain(plan)
            else:
                if plan.opening.rank is None and not self._open(plan.opening) and not self._introduced(index):
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
        sibling: _Frame | None = None
        if opening.rank is None:
            if self._open(opening):
                while self.stack[-1].key != opening.key:
                    self.stack.pop()
                sibling = self.stack.pop()
                rank = sibling.rank
            elif opening.key == "named":  # announced by its parent, above whatever numbers follow
                rank = next((f.rank for f in reversed(self.stack) if f.rank < FLOATING), 0.0) + 0.5
            else:
                rank = FLOATING + len(self.stack)
        else:
            rank = self._numbered_rank(opening, index)
            while self.stack and self.stack[-1].rank >= rank:
                sibling = self.stack.pop()
        node = self._append(kind, block, opening, rank)
        if sibling is not None and sibling.key == opening.key:
            self.stack[-1].follow(sibling)
        return node

    def _numbered_rank(self, opening: Opening, index: int) -> float:
        """The rank a numbered node takes: its usual one, or below the floating node that introduces its run.

        ``第五，…主要措施是：（1）…（2）…``: below 第五 when its run goes on later, a colon introduces this one, or 第四
        held such a run. Clauses listed after a colon stand below their own family: ``…以下几件事：`` ``一、…；``.
        """
        assert opening.rank is not None
        ordinal = opening.match.ordinal if opening.match else None
        alike = [frame for frame in reversed(self.stack) if frame.key == opening.key]
        if alike:
            lists_clauses = self.plans[index].block.text.endswith(_SEMICOLONS)
            if ordinal == 1 and lists_clauses and self._introduced(index):
                return FLOATING + len(self.stack)
            return next((f.rank for f in alike if f.ordinal is not None and f.ordinal + 1 == ordinal), alike[0].rank)
        top = self.stack[-1] if self.stack else None
        if ordinal != 1 or top is None or top.rank < FLOATING:
            return opening.rank
        goes_on = not self._is_list(top) and self._continues(top, index)
        stands_below = goes_on or self._introduced(index) or top.below == opening.key
        return FLOATING + len(self.stack) if stands_below else opening.rank

    def _introduced(self, index: int) -> bool:
        """Whether the paragraph before ends in a colon, so that what opens here stands below it."""
        return index > 0 and self.plans[index - 1].block.text.endswith(_COLONS)

    def _is_list(self, frame: _Frame) -> bool:
        """Whether the run is a list of single paragraphs without numbers, which holds no numbered sections."""
        return frame.ordinal is None and frame.elder > 0 and frame.brief

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
        barrier = self.ahead.next_at_most(index, FLOATING if self._is_list(frame) else parent)
        return barrier is None or barrier > later

    def _leave_last(self, index: int) -> None:
        """Close the last of several numbered sections before a paragraph that sums up the period for all of them.

        The last takes no more paragraphs than its longest sibling (CONVENTIONS, "Wrap-up").
        """
        top = self.stack[-1] if self.stack else None
        if top is None or top.ordinal is None or top.rank >= FLOATING or top.elder == 0:
            return
        if not top.node.content or top.paragraphs < top.longest or not _SUMS_UP.match(self.plans[index].block.text):
            return
        later = self.ahead.next_of_run(index, top.key)
        barrier = self.ahead.next_at_most(index, top.rank - 0.1)
        if later is None or (barrier is not None and barrier < later):
            self.stack.pop()

    def _wrap_up(self) -> None:
        """An address to the audience speaks for the parent of the section it follows (CONVENTIONS, "Wrap-up")."""
        while self.stack and self.stack[-1].rank >= FLOATING:
            self.stack.pop()
        if len(self.stack) > 1 and self.stack[-1].node.content:
            self.stack.pop()
