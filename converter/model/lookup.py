"""Finding a part of a report by its id, and the text under a node."""

from __future__ import annotations

from converter.model.report import Paragraph, Report, Result, Section, Target
from converter.model.summary import title_of
from converter.model.walk import leaves_below, paragraphs, sections


def part_with_id(report: Report, id: str) -> Section | Paragraph | Target | Result | None:
    """The part of ``report`` with this id; ids of different kinds never meet."""
    for section in sections(report):
        if section.id == id:
            return section
    for _, paragraph in paragraphs(report):
        if paragraph.id == id:
            return paragraph
    for target in report.targets:
        if target.id == id:
            return target
    for result in report.results:
        if result.id == id:
            return result
    return None


def text_of(section: Section) -> str:
    """The title of the node and of each node below it, and every paragraph, one a line, in reading order."""
    lines: list[str] = []
    for leaf in leaves_below([section]):
        if leaf.kind == "paragraph":
            lines.append(leaf.text)
        elif leaf.section is not None and not (leaf.kind == "heading" and leaf.section.marker):
            lines.append(title_of(leaf.section))
    return "\n".join(lines)
