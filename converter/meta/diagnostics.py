"""The diagnostics of the meta room: what front and body say differently."""

from __future__ import annotations

import re

from converter.model import Diagnostic
from converter.model.diagnostics import DiagnosticKind
from converter.outline import Outline

DIAGNOSTICS: tuple[DiagnosticKind, ...] = (
    DiagnosticKind(
        "years_disagree",
        "warning",
        "The year in the front and the years in the chapter headings do not go together.",
        "（2024年2月21日在…会议上） over 一、2021年工作回顾",
        "Compare with the original: the front may belong to another report, or a year is a slip.",
    ),
)
_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")


def noticed(outline: Outline) -> list[Diagnostic]:
    """A report looks back on the year before it, or on the same year, and plans for that year or the next."""
    fronts = [
        (int(year), paragraph)
        for paragraph in outline.front
        if paragraph.role in ("title", "subtitle", "date")
        for year in _YEAR.findall(paragraph.text)
    ]
    chapters = [int(year) for section in outline.sections for year in _YEAR.findall(section.heading or "")]
    if not fronts or not chapters:
        return []
    given, paragraph = fronts[-1]
    if any(abs(year - given) <= 1 for year in chapters):
        return []
    kind = DIAGNOSTICS[0]
    found = f"Found {given} in the front and {', '.join(str(year) for year in sorted(set(chapters)))} in the headings."
    return [Diagnostic(kind.code, kind.severity, f"{kind.meaning} {found}", paragraph.span)]
