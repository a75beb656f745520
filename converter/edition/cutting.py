"""The tree of the public edition: every leaf cut to its free part, and what is left with nothing left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from converter.edition.free_content import FreeContent
from converter.model import Edition, Paragraph, Report, Section
from converter.outline import Outline


def cut_tree(report: Report, free: FreeContent) -> tuple[Outline, Edition]:
    """The tree of ``report`` without what is paid, and how much that is."""
    cutter = _Cutter(free)
    tree = Outline(
        front=cutter.paragraphs(report.front),
        preamble=cutter.paragraphs(report.preamble),
        sections=cutter.sections(report.sections),
        closing=cutter.paragraphs(report.closing),
        back=cutter.paragraphs(report.back),
    )
    return tree, Edition("public", cutter.omitted_characters, cutter.omitted_paragraphs)


class _Cutter:
    """Takes the paid stretches out of leaves, and counts what it takes."""

    def __init__(self, free: FreeContent) -> None:
        self._free = free
        self.omitted_characters = 0
        self.omitted_paragraphs = 0

    def paragraphs(self, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
        """The paragraphs with their free parts; those without one are left out."""
        kept: list[Paragraph] = []
        for paragraph in paragraphs:
            if self._free.is_free(paragraph.span):
                kept.append(paragraph)
                continue
            text = self._free.cut(paragraph.span)
            self.omitted_characters += len(paragraph.text) - len(text)
            self.omitted_paragraphs += 1
            if text.strip():
                marks = [mark for mark in paragraph.marks if self._free.is_free(mark.span)]
                rows = [[cell for cell in row if self._free.is_free(cell)] for row in paragraph.cells or ()]
                kept.append(replace(paragraph, text=text, marks=marks, cells=[row for row in rows if row] or None))
        return kept

    def sections(self, top: list[Section]) -> list[Section]:
        """The sections with their free parts; those of which nothing is left are left out."""
        root = Section("", "section", 0, None, None, None, False, (0, 0), subsections=top)
        order = [root]
        for section in order:
            section.subsections = [self._section(child) for child in section.subsections]
            order += section.subsections
        for section in reversed(order):
            left = [child for child in section.subsections if _has_content(child)]
            if len(left) < len(section.subsections):
                section.subsections = left
                _put_interludes_right(section)
        return root.subsections

    def _section(self, section: Section) -> Section:
        """A copy of ``section`` with its free parts, its subsections still those of the original."""
        if self._free.is_free(section.span):
            return replace(section)
        marker = section.marker
        if marker is not None and not self._free.is_free(marker.span):
            self.omitted_characters += len(marker.text) - len(self._free.cut(marker.span))
            marker = None
        heading = self._free.cut(section.heading_span) if section.heading_span else ""
        self.omitted_characters += len(section.heading or "") - len(heading)
        named = bool(heading.strip())
        return replace(
            section,
            marker=marker,
            heading=heading if named else None,
            heading_span=section.heading_span if named else None,
            run_in=section.run_in and named,
            body=self.paragraphs(section.body),
            interludes=self.paragraphs(section.interludes),
            tail=self.paragraphs(section.tail),
        )


def _put_interludes_right(section: Section) -> None:
    """What no longer stands between two subsections belongs to the body or to the tail."""
    if not section.subsections:
        section.body = [*section.body, *section.interludes, *section.tail]
        section.interludes, section.tail = [], []
        return
    first, last = section.subsections[0].span[0], section.subsections[-1].span[0]
    section.body = [*section.body, *(p for p in section.interludes if p.span[0] < first)]
    section.tail = [*(p for p in section.interludes if p.span[0] > last), *section.tail]
    section.interludes = [p for p in section.interludes if first < p.span[0] < last]


def _has_content(section: Section) -> bool:
    return bool(
        section.marker or section.heading or section.body or section.subsections or section.interludes or section.tail
    )
