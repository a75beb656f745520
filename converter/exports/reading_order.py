"""A report as the exports read it: sections that open and close, and the paragraphs between, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from converter.model import Paragraph, Report, Section, Span
from converter.model.source_map import SourceMap

#: The stops that may follow a heading; in the source they are layout.
_STOPS = frozenset("。！？；：，．.!?;:,")

Part = Literal["front", "preamble", "body", "interlude", "tail", "closing", "back"]


class Opened(NamedTuple):
    """A section begins: its marker and heading come next."""

    section: Section


class Closed(NamedTuple):
    """A section is over."""

    section: Section


class Written(NamedTuple):
    """A paragraph of a part of the document, or (body, interlude, tail) of the innermost open section."""

    part: Part
    paragraph: Paragraph


Event = Opened | Closed | Written


def events(report: Report) -> Iterator[Event]:
    """All of ``report`` in reading order, without recursion on its depth."""
    yield from (Written("front", paragraph) for paragraph in report.front)
    yield from (Written("preamble", paragraph) for paragraph in report.preamble)
    yield from body_events(report)
    yield from (Written("closing", paragraph) for paragraph in report.closing)
    yield from (Written("back", paragraph) for paragraph in report.back)


def body_events(report: Report) -> Iterator[Event]:
    """The sections of ``report`` and what stands in them."""
    stack: list[Section | Event] = [*reversed(report.sections)]
    while stack:
        node = stack.pop()
        if not isinstance(node, Section):
            yield node
            continue
        yield Opened(node)
        yield from (Written("body", paragraph) for paragraph in node.body)
        stack.append(Closed(node))
        stack += [Written("tail", paragraph) for paragraph in reversed(node.tail)]
        stack += _middle(node)


def _middle(section: Section) -> list[Section | Event]:
    """The subsections and the paragraphs between them, last first."""
    middle: list[Section | Written] = [Written("interlude", paragraph) for paragraph in section.interludes]
    return [*sorted([*middle, *section.subsections], key=_start, reverse=True)]


def _start(node: Section | Written) -> int:
    return node.span[0] if isinstance(node, Section) else node.paragraph.span[0]


@dataclass(slots=True)
class Reader:
    """What of the source the exports show beside the leaves: the stop after a run-in heading, the cells of tables."""

    report: Report
    _pieces: dict[int, str] = field(init=False)
    _source_map: SourceMap = field(init=False)

    def __post_init__(self) -> None:
        self._pieces = dict(self.report.source.layout)
        self._source_map = SourceMap.of(self.report)

    def stop_after(self, section: Section) -> str:
        """The stop that follows the heading (or the bare marker) in the source, or nothing."""
        span = section.heading_span or (section.marker.span if section.marker else None)
        piece = self._pieces.get(span[1], "") if span else ""
        return next((sign for sign in piece if sign in _STOPS), "")

    def rows(self, paragraph: Paragraph) -> list[list[str]]:
        """The cells of a table as text, row by row; empty for a paragraph that is no table."""
        cells = getattr(paragraph, "cells", None)
        if not cells:
            return []
        return [[self._cut(paragraph, span).strip() for span in row] for row in cells]

    def _cut(self, paragraph: Paragraph, span: Span) -> str:
        """The text of ``paragraph`` that stands at ``span`` of the source."""
        start, end = (self._content(paragraph.span[0], place) for place in span)
        return paragraph.text[start:end]

    def _content(self, start: int, end: int) -> int:
        """How many characters of content stand between two places of the source."""
        return self._source_map.content_before(end) - self._source_map.content_before(start)


def title_of(report: Report) -> str:
    """What the document is called: its title, else its file name."""
    return report.meta.title or report.source.name or "report"


def marker_of(section: Section) -> str:
    """The marker as written, or nothing."""
    return section.marker.text if section.marker else ""
