"""The published tree, leaf by leaf: ids, spans, access, marks, and the layout that is left between the leaves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from converter.layout import Block
from converter.model import Access, Mark, Marker, MarkKind, PaidSpan, Paragraph, Role, Section, SectionKind, Span
from converter.outline.nodes import Opening


class Publisher:
    """Publishes the leaves of one document, which come in reading order, and keeps what no leaf takes as layout."""

    def __init__(self, text: str, paid_spans: Sequence[PaidSpan]) -> None:
        self.preamble: list[Paragraph] = []
        self.sections: list[Section] = []
        self.in_order: list[Section] = []  # all sections and items, in reading order
        self._layout: list[tuple[int, str]] = []
        self._layout_texts: dict[str, str] = {}  # each kept once: most pieces of layout are a line end and an indent
        self._text = text
        self._reached = 0  # what stands before this place is published, or layout
        self._paid = [paid.span for paid in paid_spans]
        self._paid_starts = [start for start, _ in self._paid]

    def part(self, name: str, blocks: Sequence[Block], roles: Iterable[Role | None]) -> list[Paragraph]:
        """Whole blocks as the paragraphs of a part of the document: ``front.p1``, ``front.p2`` …"""
        paragraphs: list[Paragraph] = []
        for block, role in zip(blocks, roles, strict=True):
            self._paragraph(paragraphs, f"{name}.p{len(paragraphs) + 1}", role, block, 0, len(block.text))
        return paragraphs

    def section(self, parent: Section | None, kind: SectionKind, block: Block, opening: Opening) -> Section:
        """The next section or item below ``parent``, with its marker and heading; its body is yet to come."""
        if parent is None:
            siblings, name, level = self.sections, f"s{len(self.sections) + 1}", 1
        else:
            siblings = parent.subsections
            name, level = f"{parent.id}.{len(siblings) + 1}", parent.level + 1
            if parent.tail:
                parent.interludes += parent.tail
                parent.tail.clear()
        marker = heading = heading_span = None
        match = opening.match
        if match is not None:
            text = block.text[match.start : match.end]
            marker = Marker(text, match.form.family, match.ordinal, self._leaf(block, match.start, match.end))
        if opening.heading is not None:
            start, end = opening.heading
            heading, heading_span = block.text[start:end], self._leaf(block, start, end)
        first = (marker.span if marker else heading_span) or (block.at(opening.start),) * 2
        last = heading_span or first
        span = first[0], last[1]
        section = Section(name, kind, level, marker, heading, heading_span, opening.run_in, span)
        if self._paid:
            leaves = [leaf for leaf in (match and (match.start, match.end), opening.heading) if leaf]
            section.access = _together(self._access(block, *leaf) for leaf in leaves)
        siblings.append(section)
        self.in_order.append(section)
        return section

    def paragraph(self, section: Section | None, block: Block, start: int, end: int) -> None:
        """The next paragraph of ``section``; what stands between top-level sections belongs to the one before."""
        if section is None:
            if not self.sections:
                self._paragraph(self.preamble, f"preamble.p{len(self.preamble) + 1}", None, block, start, end)
                return
            section = self.sections[-1]
        count = len(section.body) + len(section.interludes) + len(section.tail)
        into = section.tail if section.subsections else section.body
        self._paragraph(into, f"{section.id}.p{count + 1}", None, block, start, end)

    def layout(self) -> list[tuple[int, str]]:
        """What no leaf has taken, piece by piece; call it after the last leaf."""
        if self._reached < len(self._text):
            self._take_layout(len(self._text))
        return self._layout

    def close_sections(self) -> None:
        """Bring span and access of all sections, which know only their own openings yet, to what they hold."""
        for section in reversed(self.in_order):
            last = section.tail or section.subsections or section.body
            if last:
                section.span = section.span[0], last[-1].span[1]
            if self._paid:
                paragraphs = (*section.body, *section.interludes, *section.tail)
                below = (*(p.access for p in paragraphs), *(s.access for s in section.subsections))
                section.access = _together((section.access, *below))

    def _paragraph(
        self, into: list[Paragraph], name: str, role: Role | None, block: Block, start: int, end: int
    ) -> None:
        text = block.text[start:end].rstrip()
        if not text:
            return
        end = start + len(text)
        paragraph = Paragraph(name, role, text, self._leaf(block, start, end))
        if self._paid:
            paragraph.access = self._access(block, start, end)
        if block.emphasis or block.redactions or block.footnotes:
            paragraph.marks = _marks(block, start, end)
        into.append(paragraph)

    def _leaf(self, block: Block, start: int, end: int) -> Span:
        """The place of ``block.text[start:end]`` in the source; what was left out before it and in it is layout."""
        starts, offsets = block.starts, block.offsets
        piece = bisect_right(starts, start) - 1
        shift = offsets[piece] - starts[piece]
        first = shift + start
        if first > self._reached:
            self._take_layout(first)
        while (piece := piece + 1) < len(starts) and starts[piece] < end:
            self._reached = shift + starts[piece]
            shift = offsets[piece] - starts[piece]
            if offsets[piece] > self._reached:
                self._take_layout(offsets[piece])
        self._reached = shift + end
        return first, self._reached

    def _take_layout(self, end: int) -> None:
        text = self._text[self._reached : end]
        self._layout.append((self._reached, self._layout_texts.setdefault(text, text)))

    def _access(self, block: Block, start: int, end: int) -> Access:
        paid = sum(self._paid_within(a, b) for a, b in block.segments(start, end))
        if not paid:
            return "free"
        return "paid" if paid == end - start else "mixed"

    def _paid_within(self, start: int, end: int) -> int:
        index = max(0, bisect_left(self._paid_starts, start) - 1)
        total = 0
        while index < len(self._paid) and self._paid[index][0] < end:
            total += max(0, min(end, self._paid[index][1]) - max(start, self._paid[index][0]))
            index += 1
        return total


def _together(accesses: Iterable[Access]) -> Access:
    """The access that all parts have, or ``mixed``."""
    found = set(accesses)
    return found.pop() if len(found) == 1 else "mixed"


def _marks(block: Block, start: int, end: int) -> list[Mark]:
    """The marks of ``block.text[start:end]`` in order of their place."""
    kinds: tuple[tuple[MarkKind, Sequence[Span]], ...] = (
        ("emphasis", block.emphasis),
        ("redaction", block.redactions),
        ("footnote", block.footnotes),
    )
    marks = [Mark(kind, block.span(a, b)) for kind, ranges in kinds if ranges for a, b in _clip(ranges, start, end)]
    return sorted(marks, key=lambda mark: mark.span) if len(marks) > 1 else marks


def _clip(ranges: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of ``ranges``, which are in order and disjoint, inside ``start..end``."""
    for index in range(max(0, bisect_left(ranges, (start, start)) - 1), len(ranges)):
        a, b = ranges[index]
        if a >= end:
            return
        if b > start:
            yield max(a, start), min(b, end)
