"""A report in a line, and as the few lines of HTML that a notebook shows."""

from __future__ import annotations

from html import escape

from converter.model.report import Report, Section
from converter.model.walk import sections

#: A notebook shows so many nodes; who wants all of them draws the page.
_NODES_SHOWN = 40


def title_of(section: Section) -> str:
    """Marker and heading as printed: ``（一）修好路``."""
    return (section.marker.text if section.marker else "") + (section.heading or "")


def in_a_line(report: Report) -> str:
    """``政府工作报告 · 青禾县 · 2024-01-16: 14 sections and items, 20 targets``."""
    meta = report.meta
    said = (meta.title, meta.place.name if meta.place else None, meta.date)
    name = " · ".join(part for part in said if part) or report.source.name or "without a title"
    return f"{name}: {sum(1 for _ in sections(report))} sections and items, {len(report.targets)} targets"


def as_html(report: Report) -> str:
    """The line and the top of the outline, every text escaped."""
    rows = []
    for number, section in enumerate(sections(report)):
        if number == _NODES_SHOWN:
            rows.append("<div>…</div>")
            break
        indent = 1.5 * (section.level - 1)
        rows.append(
            f'<div style="margin-left:{indent}em">{escape(title_of(section))} <small>{section.id}</small></div>'
        )
    return f"<div><b>{escape(in_a_line(report))}</b>{''.join(rows)}</div>"
