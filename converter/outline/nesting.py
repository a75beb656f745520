"""From readings to nested sections: one stack, ranks for the numbered families, runs for the floating ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

from converter.language.addresses import turns_to_audience
from converter.language.ranks import Rank
from converter.language.stops import COLONS, SEMICOLONS
from converter.layout import Block
from converter.model import Section
from converter.outline.next_openings import NextOpenings
from converter.outline.nodes import BOX, BlockReading, Opening
from converter.outline.tree_building import TreeBuilder

#: Words that sum up the period: behind the last of several sections alike they speak for all of them.
_SUMS_UP = re.compile(
    "过去[一五]年，|[一五]年来，|(?:与此)?同时，我们|此外，"
    "|在?(?:充分)?(?:肯定|看到|总结|回顾)[^。，]{0,10}的同时，|我们(?:也|还|必须|要)?清醒地?(?:认识|看)到"
)
_COLONS = tuple(COLONS)
_SEMICOLONS = tuple(SEMICOLONS)
#: Stands in the list for a reading whose block is published, so that the block is freed.
_PUBLISHED = BlockReading(Block("", [], []))


@dataclass(slots=True)
class _Frame:
    """An open node: its effective rank, its run, how many paragraphs it has, and what its elder siblings were like.

    ``filled`` says whether anything stands below its opening, and ``holds`` is the run of its first subsection.
    ``elder`` counts the siblings before it; ``longest`` is the most paragraphs one of them had; ``below`` is the run of
    the sections that the last of them held; ``brief`` says that each was one paragraph and held none.
    """

    section: Section
    rank: float
    run: str
    ordinal: int | None
    paragraphs: int = 1
    filled: bool = False
    holds: str | None = None
    elder: int = 0
    longest: int = 1
    below: str | None = None
    brief: bool = True
    box: bool = False

    def follow(self, sibling: _Frame) -> None:
        """Take over what is known of the run from the sibling before."""
        self.elder = sibling.elder + 1
        self.longest = max(sibling.longest, sibling.paragraphs)
        self.below = sibling.holds
        self.brief = sibling.brief and sibling.paragraphs == 1 and self.below is None


def nest(readings: list[BlockReading], builder: TreeBuilder) -> None:
    """Publish sections, items and paragraphs in reading order, each below the section it belongs to.

    Levels of openings that a person has said go before the rules.

    Each reading is struck off the list when it is published, so that its block can be freed.
    """
    _Nesting(readings, builder).nest_all()


class _Nesting:
    """The builder that owns the stack of open nodes."""

    def __init__(self, readings: list[BlockReading], builder: TreeBuilder) -> None:
        self.readings = readings
        self.builder = builder
        self.stack: list[_Frame] = []
        self.ahead = NextOpenings(readings)
        self.before = ""  # the text of the block before

    def nest_all(self) -> None:
        for index, reading in enumerate(self.readings):
            self.readings[index] = _PUBLISHED
            opening = reading.opening
            if reading.block.role is not None:  # a table belongs to what stands before it
                self._paragraph(reading.block, 0, len(reading.block.text))
                continue
            if opening is None:
                self._leave_runs(index)
                self._leave_last(index, reading.block)
                self._plain(reading, index)
            else:
                if opening.rank is None and not self._open(opening) and not self._introduced():
                    self._leave_runs(index)
                self._push(reading.block, opening, index)
                self._fill(reading, opening)
            self.before = reading.block.text

    def _plain(self, reading: BlockReading, index: int) -> None:
        text = reading.block.text
        if turns_to_audience(text):
            self._wrap_up(index)
        self._paragraph(reading.block, 0, reading.items[0].start if reading.items else len(text))
        for frame in self.stack:
            frame.paragraphs += 1
        if reading.items:
            self._items(reading)

    def _fill(self, reading: BlockReading, opening: Opening) -> None:
        items = reading.items
        self._paragraph(reading.block, opening.body, items[0].start if items else len(reading.block.text))
        if items:
            if items[0].run == opening.run and items[0].level is None:  # 一是 opens the paragraph, 二是 follows
                self.stack.pop()
            self._items(reading)

    def _items(self, reading: BlockReading) -> None:
        """Items nest among themselves below the open nodes; another series stands below the item before it."""
        block, items = reading.block, reading.items
        whole = len(block.text)
        ends = [item.start for item in items[1:]]
        ends.append(reading.rest or whole)
        while items[0].level is not None and len(self.stack) >= items[0].level:  # a person has said it
            self.stack.pop()
        outer = self._filled_parent()
        open_items: dict[str, Section] = {}  # by their series, each inside the one before
        for item, end in zip(items, ends, strict=True):
            depth = list(open_items).index(item.run) if item.run in open_items else len(open_items)
            if item.level is not None:  # a person has said it
                depth = min(max(item.level - 1 - (outer.level if outer else 0), 0), len(open_items))
            while len(open_items) > depth:
                open_items.popitem()
            section = self.builder.section(next(reversed(open_items.values()), outer), "item", block, item)
            run = item.run if item.run not in open_items else f"{item.run} at {section.level}"
            open_items[run] = section
            if end > item.body:
                self.builder.paragraph(section, block, item.body, end)
        if reading.rest is not None:
            self._paragraph(block, reading.rest, whole)

    def _push(self, block: Block, opening: Opening, index: int) -> None:
        """Open a node that starts a paragraph, after closing what it does not stand below."""
        sibling: _Frame | None = None
        run = self._run_of_box() if opening.run == BOX else opening.run
        if opening.level is not None and opening.level != self._usual_level(block, opening, index):
            sibling, rank = self._at_level(opening.level, opening.rank)
        elif opening.rank is None:
            if run in [frame.run for frame in self.stack]:
                while self.stack[-1].run != run:
                    self.stack.pop()
                sibling = self.stack.pop()
                rank = sibling.rank
            elif opening.run == "named":  # announced by its parent, above whatever numbers follow
                rank = next((f.rank for f in reversed(self.stack) if f.rank < Rank.FLOATING), Rank.PART) + Rank.BELOW
            else:
                rank = Rank.FLOATING + len(self.stack)
        else:
            rank = self._numbered_rank(block, opening, index)
            while self.stack and self.stack[-1].rank >= rank:
                sibling = self.stack.pop()
        if self.stack and self.stack[-1].holds is None:
            self.stack[-1].holds = run
        section = self.builder.section(self._filled_parent(), "section", block, opening)
        frame = _Frame(section, rank, run, opening.match.ordinal if opening.match else None)
        frame.box = opening.run == BOX
        if sibling is not None and sibling.run == run:
            frame.follow(sibling)
        self.stack.append(frame)

    def _run_of_box(self) -> str:
        """A box stands in the run of the leads or headings it interrupts, which goes on behind it."""
        return next((f.run for f in reversed(self.stack) if f.rank >= Rank.FLOATING and f.ordinal is None), BOX)

    def _usual_level(self, block: Block, opening: Opening, index: int) -> int:
        """The level that the rules give to a node that opens here."""
        if opening.rank is None:
            runs = [frame.run for frame in self.stack]
            if opening.run in runs:
                return len(runs) - runs[::-1].index(opening.run)
            return len(self.stack) + 1
        rank = self._numbered_rank(block, opening, index)
        return sum(frame.rank < rank for frame in self.stack) + 1

    def _at_level(self, level: int, rank: float | None) -> tuple[_Frame | None, float]:
        """Close what a node at ``level`` does not stand below; gives its sibling before and its rank among the open."""
        sibling: _Frame | None = None
        while len(self.stack) >= level:
            sibling = self.stack.pop()
        if sibling is not None:
            return sibling, sibling.rank
        above = self.stack[-1].rank if self.stack else 0.0
        return None, rank if rank is not None and rank > above else above + Rank.STEP

    def _numbered_rank(self, block: Block, opening: Opening, index: int) -> float:
        """The rank a numbered node takes: its usual one, or below the floating node that introduces its run.

        ``第五，…主要措施是：（1）…（2）…``: below 第五 when its run goes on later, a colon introduces this one, or 第四
        held such a run. Clauses listed after a colon stand below their own family: ``…以下几件事：`` ``一、…；``.
        """
        assert opening.rank is not None
        ordinal = opening.match.ordinal if opening.match else None
        alike = [frame for frame in reversed(self.stack) if frame.run == opening.run]
        if alike:
            if ordinal == 1 and block.text.endswith(_SEMICOLONS) and self._introduced():
                return Rank.FLOATING + len(self.stack)
            return next((f.rank for f in alike if f.ordinal is not None and f.ordinal + 1 == ordinal), alike[0].rank)
        top = self.stack[-1] if self.stack else None
        if ordinal != 1 or top is None or top.rank < Rank.FLOATING:
            return opening.rank
        if top.box:
            return Rank.FLOATING + len(self.stack)
        goes_on = not self._is_list(top) and self._continues(top, index)
        stands_below = goes_on or self._introduced() or top.below == opening.run
        return Rank.FLOATING + len(self.stack) if stands_below else opening.rank

    def _introduced(self) -> bool:
        """Whether the paragraph before ends in a colon, so that what opens here stands below it."""
        return self.before.endswith(_COLONS)

    def _is_list(self, frame: _Frame) -> bool:
        """Whether the run is a list of single paragraphs without numbers, which holds no numbered sections."""
        return frame.ordinal is None and frame.elder > 0 and frame.brief

    def _filled_parent(self) -> Section | None:
        """The innermost open section, in which something is about to be put."""
        if not self.stack:
            return None
        self.stack[-1].filled = True
        return self.stack[-1].section

    def _paragraph(self, block: Block, start: int, end: int) -> None:
        """Publish ``block.text[start:end]``, if it is not empty, in the innermost open section."""
        if end > start:
            self.builder.paragraph(self._filled_parent(), block, start, end)

    def _open(self, opening: Opening) -> bool:
        return opening.run in [frame.run for frame in self.stack]

    def _leave_runs(self, index: int) -> None:
        """Close the floating runs that are over: what follows their last member speaks for their parent.

        The last member of a run takes no more paragraphs than its longest sibling.
        """
        while self.stack and self.stack[-1].rank >= Rank.FLOATING:
            top = self.stack[-1]
            if top.paragraphs < top.longest or self._continues(top, index):
                return
            self.stack.pop()

    def _continues(self, frame: _Frame, index: int) -> bool:
        """Whether a later paragraph belongs to the same run, before a numbered node closes it."""
        later = self.ahead.next_of_run(index, frame.run)
        if later is None:
            return False
        match = self.ahead.opening(later).match
        ordinal = match.ordinal if match else None
        if ordinal is not None and frame.ordinal is not None and ordinal <= frame.ordinal:
            return False
        parent = next((f.rank for f in reversed(self.stack) if f.rank < Rank.FLOATING), Rank.FLOATING)
        barrier = self.ahead.next_at_most(index, Rank.FLOATING if self._is_list(frame) else parent)
        return barrier is None or barrier > later

    def _leave_last(self, index: int, block: Block) -> None:
        """Close the last of several numbered sections before a paragraph that sums up the period for all of them.

        The last takes no more paragraphs than its longest sibling (docs/conventions.md §2, "Wrap-up").
        """
        top = self.stack[-1] if self.stack else None
        if top is None or top.ordinal is None or top.rank >= Rank.FLOATING or top.elder == 0:
            return
        if not top.filled or top.paragraphs < top.longest or not _SUMS_UP.match(block.text):
            return
        later = self.ahead.next_of_run(index, top.run)
        barrier = self.ahead.next_at_most(index, top.rank - Rank.STEP)
        if later is None or (barrier is not None and barrier < later):
            self.stack.pop()

    def _wrap_up(self, index: int) -> None:
        """An address to the audience speaks for the parent of what it follows (docs/conventions.md §2, "Wrap-up").

        After the last lead of a （一） it speaks for that （一）, where （二） follows.
        """
        while self.stack and self.stack[-1].rank >= Rank.FLOATING:
            self.stack.pop()
        if len(self.stack) > 1 and self.stack[-1].filled:
            top = self.stack[-1]
            later = self.ahead.next_of_run(index, top.run)
            barrier = self.ahead.next_at_most(index, top.rank - Rank.STEP)
            goes_on = later is not None and (barrier is None or later < barrier)
            if top.holds is None or top.ordinal is None or not goes_on:
                self.stack.pop()
