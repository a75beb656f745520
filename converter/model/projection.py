"""What a reader gives of a file that is no plain text: one projected text, and what its format states about it.

These types go from room to room and are not published; ``source`` of a report says what readers of it need.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from converter.model.report import Diagnostic, GeneratedKind, Omitted, PagesBasis, Span

LineKind = Literal["paragraph", "table_row", "contents", "note", "line"]
Alignment = Literal["left", "center", "right", "both"]


@dataclass(slots=True)
class LineFacts:
    """What a format states about one line of the projected text; ``None`` where it says nothing.

    ``kind`` is ``line`` for a line that may go on in the next (a line of a page, what a soft break parted from the
    line before); ``outline_level`` counts from 1. ``size`` is in points, ``indent`` in characters. ``bold_run`` is how
    many characters of the line, from its first, are bold. ``cells`` are the places of the cells of a row in the text.
    """

    kind: LineKind = "paragraph"
    style: str | None = None
    outline_level: int | None = None
    alignment: Alignment | None = None
    size: float | None = None
    bold: bool | None = None
    font: str | None = None
    indent: float | None = None
    page: int | None = None
    bold_run: int = 0
    cells: list[Span] | None = None


@dataclass(slots=True)
class Projected:
    """A file as one text, its lines parted by LF, with one :class:`LineFacts` a line.

    ``states_paragraphs`` says that each line but those of kind ``line`` is a paragraph. ``generated`` holds what the
    text has and the file does not hold as text: ``(start, end, "numbering" | "separator")``. ``pages`` holds
    ``(offset, page)`` for the first character of each page, where the file states pages.
    """

    reader: str
    version: str
    media_type: str
    text: str
    facts: list[LineFacts]
    states_paragraphs: bool
    generated: list[tuple[int, int, GeneratedKind]] = field(default_factory=list)
    omitted: list[Omitted] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)
    pages_basis: PagesBasis | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
