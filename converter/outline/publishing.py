"""From nodes to the published model: ids, spans, access, marks, and the layout that is left over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from converter.layout import Block
from converter.model import Access, Mark, Marker, PaidSpan, Paragraph, Section, Span
from converter.outline.nodes import Node, Piece


class Publisher:
    """Publishes the leaves of one document in reading order, and knows afterwards what no leaf has taken."""

    def __init__(self, text: str, paid_spans: Sequence[PaidSpan]) -> None:
        self._text = text
        self._covered: list[Span] = []
        self._tally = (0, 0)  # code points published so far: paid, all
        self._paid = [paid.span for paid in paid_spans]
        self._paid_starts = [start for start, _ in self._paid]

    def paragraphs(self, prefix: str, pieces: Sequence[Piece]) -> list[Paragraph]:
        """Paragraphs with the ids ``prefix.p1``, ``prefix.p2`` …"""
        return [self._paragraph(f"{prefix}.p{n}", piece) for n, piece in enumerate(pieces, 1)]

    def sections(self, nodes: Sequence[Node]) -> list[Section]:
        """The sections and items of the tree, with their ids by place (``s2.3.1``)."""
        tree: list[Section] = []
        order: list[tuple[Section, Section | None]] = []
        tallies: dict[str, tuple[int, int]] = {}
        stack: list[tuple[Node, str, int, list[Section], Section | None]] = [
            (node, f"s{n}", 1, tree, None) for n, node in reversed(list(enumerate(nodes, 1)))
        ]
        while stack:
            node, name, level, siblings, parent = stack.pop()
            before = self._tally
            section = self._section(node, name, level)
            tallies[name] = (self._tally[0] - before[0], self._tally[1] - before[1])
            siblings.append(section)
            order.append((section, parent))
            children = [part for part in node.content if isinstance(part, Node)]
            stack.extend(
                (child, f"{name}.{n}", level + 1, section.subsections, section)
                for n, child in reversed(list(enumerate(children, 1)))
            )
        for section, parent in reversed(order):
            paid, whole = tallies[section.id]
            section.access = _access(paid, whole)
            if parent is not None:
                parent.span = parent.span[0], max(parent.span[1], section.span[1])
                tallies[parent.id] = (tallies[parent.id][0] + paid, tallies[parent.id][1] + whole)
        return tree

    def layout(self) -> list[tuple[int, str]]:
        """What no leaf has taken, piece by piece; call it after the last leaf."""
        pieces: list[tuple[int, str]] = []
        position = 0
        for start, end in sorted(self._covered):
            if start > position:
                pieces.append((position, self._text[position:start]))
            position = end
        if position < len(self._text):
            pieces.append((position, self._text[position:]))
        return pieces

    def _section(self, node: Node, name: str, level: int) -> Section:
        block, opening = node.block, node.opening
        marker = heading = heading_span = None
        spans: list[Span] = []
        if opening.match is not None:
            start, end = opening.match.start, opening.match.end
            span = self._leaf(block, start, end)
            marker = Marker(block.text[start:end], opening.match.form.family, opening.match.ordinal, span)
            spans.append(span)
        if opening.heading is not None:
            heading_span = self._leaf(block, *opening.heading)
            heading = block.text[slice(*opening.heading)]
            spans.append(heading_span)
        body, interludes, tail = self._contents(node, name)
        spans.extend([p.span for p in body])
        spans.extend([p.span for p in tail])
        first = min(spans)[0] if spans else block.at(opening.start)
        last = max([end for _, end in spans]) if spans else first
        return Section(
            name, node.kind, level, marker, heading, heading_span, opening.run_in, (first, last),
            body=body, interludes=interludes, tail=tail,
        )  # fmt: skip

    def _contents(self, node: Node, name: str) -> tuple[list[Paragraph], list[Paragraph], list[Paragraph]]:
        """The paragraphs before, between and after the subsections; they are numbered in reading order."""
        body: list[Paragraph] = []
        interludes: list[Paragraph] = []
        tail: list[Paragraph] = []
        current = body
        count = 0
        for part in node.content:
            if isinstance(part, Node):
                interludes.extend(tail)
                tail = []
                current = tail
            elif not part.block.text[part.start : part.end].isspace():
                count += 1
                current.append(self._paragraph(f"{name}.p{count}", part))
        return body, interludes, tail

    def _paragraph(self, name: str, piece: Piece) -> Paragraph:
        block, start, end = piece.block, piece.start, piece.end
        text = block.text[start:end].rstrip()
        end = start + len(text)
        before = self._tally
        span = self._leaf(block, start, end)
        access = _access(self._tally[0] - before[0], self._tally[1] - before[1])
        return Paragraph(name, piece.role, text, span, access, _marks(block, start, end))

    def _leaf(self, block: Block, start: int, end: int) -> Span:
        segments = block.segments(start, end)
        self._covered.extend(segments)
        paid = sum(self._paid_within(a, b) for a, b in segments) if self._paid else 0
        self._tally = (self._tally[0] + paid, self._tally[1] + end - start)
        return segments[0][0], segments[-1][1]

    def _paid_within(self, start: int, end: int) -> int:
        index = max(0, bisect_left(self._paid_starts, start) - 1)
        total = 0
        while index < len(self._paid) and self._paid[index][0] < end:
            total += max(0, min(end, self._paid[index][1]) - max(start, self._paid[index][0]))
            index += 1
        return total


def _access(paid: int, whole: int) -> Access:
    """``paid`` or ``free`` when all of the content is so, else ``mixed``."""
    if not paid:
        return "free"
    return "paid" if paid == whole else "mixed"


def _marks(block: Block, start: int, end: int) -> list[Mark]:
    """The marks of ``block.text[start:end]`` in order of their place."""
    if not (block.emphasis or block.redactions or block.footnotes):
        return []
    marks = [Mark("emphasis", block.span(a, b)) for a, b in _clip(block.emphasis, start, end)]
    marks += [Mark("redaction", block.span(a, b)) for a, b in _clip(block.redactions, start, end)]
    marks += [Mark("footnote", block.span(a, b)) for a, b in _clip(block.footnotes, start, end)]
    return sorted(marks, key=lambda mark: mark.span)


def _clip(ranges: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of ``ranges``, which are in order and disjoint, inside ``start..end``."""
    for index in range(max(0, bisect_left(ranges, (start, start)) - 1), len(ranges)):
        a, b = ranges[index]
        if a >= end:
            return
        if b > start:
            yield max(a, start), min(b, end)
