"""Walks over the tree in reading order, without recursion on its depth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from converter.model.report import Paragraph, Report, Section, Span


class Leaf(NamedTuple):
    """A marker, a heading or a paragraph text: the content of the document, piece by piece."""

    kind: Literal["marker", "heading", "paragraph"]
    section: Section | None
    paragraph: Paragraph | None
    text: str
    span: Span


def sections(report: Report) -> Iterator[Section]:
    """Every section and item, parents before children."""
    stack = report.sections[::-1]
    while stack:
        section = stack.pop()
        yield section
        if section.subsections:
            stack += section.subsections[::-1]


def paragraphs(report: Report) -> Iterator[tuple[Section | None, Paragraph]]:
    """Every paragraph with the section that holds it, in reading order."""
    for leaf in leaves(report):
        if leaf.paragraph is not None:
            yield leaf.section, leaf.paragraph


def leaves(report: Report) -> Iterator[Leaf]:
    """Every leaf in reading order: front, preamble, sections, closing, back."""
    for paragraph in (*report.front, *report.preamble):
        yield Leaf("paragraph", None, paragraph, paragraph.text, paragraph.span)
    yield from leaves_below(report.sections)
    for paragraph in (*report.closing, *report.back):
        yield Leaf("paragraph", None, paragraph, paragraph.text, paragraph.span)


def leaves_below(nodes: Sequence[Section]) -> Iterator[Leaf]:
    """The leaves of ``nodes`` and of all that is below them, in reading order."""
    stack: list[Section | Leaf] = [*reversed(nodes)]
    while stack:
        node = stack.pop()
        if isinstance(node, Leaf):
            yield node
            continue
        marker = node.marker
        if marker is not None:
            yield Leaf("marker", node, None, marker.text, marker.span)
        if node.heading is not None and node.heading_span is not None:
            yield Leaf("heading", node, None, node.heading, node.heading_span)
        for paragraph in node.body:
            yield Leaf("paragraph", node, paragraph, paragraph.text, paragraph.span)
        if node.tail:
            stack += [Leaf("paragraph", node, p, p.text, p.span) for p in reversed(node.tail)]
        if node.interludes:
            stack += reversed(_middle(node))
        elif node.subsections:
            stack += node.subsections[::-1]


def _middle(section: Section) -> list[Section | Leaf]:
    """The subsections and the paragraphs between them, in reading order."""
    middle: list[Section | Leaf] = [Leaf("paragraph", section, p, p.text, p.span) for p in section.interludes]
    return sorted([*middle, *section.subsections], key=lambda node: node.span)
