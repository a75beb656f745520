"""The published tree, leaf by leaf: ids, spans, marks, and the layout that is left between the leaves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from converter.layout import Block
from converter.model import Mark, Marker, MarkKind, Paragraph, Role, Section, SectionKind, Span
from converter.outline.nodes import Opening


class TreeBuilder:
    """Publishes the leaves of one document, which come in reading order, and keeps what no leaf takes as layout."""

    def __init__(self, text: str, *, folded: bool = False) -> None:
        """``folded``: the blocks read some characters of ``text`` as others; these are published as written."""
        self.preamble: list[Paragraph] = []
        self.sections: list[Section] = []
        self.in_order: list[Section] = []  # all sections and items, in reading order
        self._text = text
        self._folded = folded
        self._taken: list[Span] = []  # what is no layout, in order

    def part(self, name: str, blocks: Sequence[Block], roles: Iterable[Role | None]) -> list[Paragraph]:
        """Whole blocks as the paragraphs of a part of the document: ``front.p1``, ``front.p2`` …"""
        paragraphs: list[Paragraph] = []
        for block, role in zip(blocks, roles, strict=True):
            self._paragraph(paragraphs, f"{name}.p{len(paragraphs) + 1}", block.role or role, block, 0, len(block.text))
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
        marker = heading = heading_span = span = None
        if opening.match is not None:
            form, start, end, ordinal = opening.match
            span = self._leaf(block, start, end)
            marker = Marker(self._written(block, start, end), form.family, ordinal, span)
        if opening.heading is not None:
            start, end = opening.heading
            heading, heading_span = self._written(block, start, end), self._leaf(block, start, end)
            span = (span[0], heading_span[1]) if span else heading_span
        assert span is not None  # an opening has a marker or a heading
        section = Section(name, kind, level, marker, heading, heading_span, opening.run_in, span)
        siblings.append(section)
        self.in_order.append(section)
        return section

    def paragraph(self, section: Section | None, block: Block, start: int, end: int, role: Role | None = None) -> None:
        """The next paragraph of ``section``; what stands between top-level sections belongs to the one before."""
        if section is None:
            if not self.sections:
                self._paragraph(self.preamble, f"preamble.p{len(self.preamble) + 1}", block.role, block, start, end)
                return
            section = self.sections[-1]
        into, number = section.body, len(section.body) + 1
        if section.subsections:
            into, number = section.tail, number + len(section.interludes) + len(section.tail)
        self._paragraph(into, f"{section.id}.p{number}", block.role, block, start, end)

    def layout(self) -> list[tuple[int, str]]:
        """What no leaf has taken, piece by piece; call it after the last leaf."""
        pieces: list[tuple[int, str]] = []
        known: dict[str, str] = {}  # each text is kept once: most are a line end and an indent
        position = 0
        for start, end in (*self._taken, (len(self._text), 0)):
            if start > position:
                text = self._text[position:start]
                pieces.append((position, known.setdefault(text, text)))
            position = end
        return pieces

    def close_sections(self) -> None:
        """Bring the span of all sections, which know only their own openings yet, to what they hold."""
        for section in reversed(self.in_order):
            last = section.tail or section.subsections or section.body
            if last:
                section.span = section.span[0], last[-1].span[1]

    def _paragraph(
        self, into: list[Paragraph], name: str, role: Role | None, block: Block, start: int, end: int
    ) -> None:
        text = block.text[start:end].rstrip()
        if not text:
            return
        end = start + len(text)
        span = self._leaf(block, start, end)
        marked = block.emphasis or block.redactions or block.footnotes
        marks = _marks(block, start, end) if marked else []
        cells = _clipped(block.rows, span) if block.rows else None
        into.append(Paragraph(name, role, self._written(block, start, end), span, "free", marks, cells))

    def _written(self, block: Block, start: int, end: int) -> str:
        """What ``block.text[start:end]`` is in the source."""
        if not self._folded:
            return block.text[start:end]
        return "".join(self._text[a:b] for a, b in block.segments(start, end))

    def _leaf(self, block: Block, start: int, end: int) -> Span:
        """The place of ``block.text[start:end]`` in the source, which is no layout from now on."""
        starts = block.starts
        if len(starts) == 1:
            shift = block.offsets[0]
        else:
            following = bisect_right(starts, start)
            if following < len(starts) and starts[following] < end:
                segments = block.segments(start, end)
                self._taken += segments
                return segments[0][0], segments[-1][1]
            shift = block.offsets[following - 1] - starts[following - 1]
        span = shift + start, shift + end
        self._taken.append(span)
        return span


def _clipped(rows: Iterable[Sequence[Span]], span: Span) -> list[list[Span]]:
    """``rows`` of cells, those at the edges cut to ``span``: blanks around a table are layout."""
    first, last = span
    return [[(min(max(a, first), last), min(max(b, first), last)) for a, b in row] for row in rows]


def _marks(block: Block, start: int, end: int) -> list[Mark]:
    """The marks of ``block.text[start:end]`` in order of their place."""
    marks: list[Mark] = []
    if block.emphasis:
        _add_marks(marks, "emphasis", block.emphasis, block, start, end)
    if block.redactions:
        _add_marks(marks, "redaction", block.redactions, block, start, end)
    if block.footnotes:
        _add_marks(marks, "footnote", block.footnotes, block, start, end)
    if len(marks) > 1:
        marks.sort(key=lambda mark: mark.span)
    return marks


def _add_marks(marks: list[Mark], kind: MarkKind, ranges: Sequence[Span], block: Block, start: int, end: int) -> None:
    """Add the parts of ``ranges``, which are in order and disjoint, inside ``start..end``."""
    index = bisect_left(ranges, (start,))
    if index and ranges[index - 1][1] > start:
        index -= 1
    while index < len(ranges):
        a, b = ranges[index]
        if a >= end:
            break
        marks.append(Mark(kind, block.span(max(a, start), min(b, end))))
        index += 1
