"""The report as Markdown (CommonMark with the tables of GitHub): headings by level, an anchor for each id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from converter.exports.reading_order import Closed, Opened, Reader, Written, events, marker_of
from converter.model import Paragraph, Report, Section

#: Signs that Markdown would take for its own, wherever they stand …
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
#: … and at the start of a line: `# `, `- `, `+ `, `1. `, `1) `.
_LINE_START = re.compile(r"^(\s*)([#+-]|\d{1,9}(?=[.)](?:\s|$)))")
#: The deepest heading there is.
_DEEPEST = 6


def to_markdown(report: Report) -> str:
    """The report as Markdown: headings by level, tables, an anchor for each id."""
    return b"".join(markdown_pieces(report)).decode("utf-8")


def markdown_pieces(report: Report) -> Iterable[bytes]:
    """The report as Markdown in UTF-8, a block at a time. Titles are level 1, sections one level below their own."""
    for number, block in enumerate(_blocks(report)):
        yield f"{'' if number == 0 else chr(10)}{block}\n".encode("utf-8", "replace")


def _blocks(report: Report) -> Iterator[str]:
    reader = Reader(report)
    opening = ""  # the bold heading of an item, which its first paragraph goes on from
    for event in events(report):
        if isinstance(event, Written):
            yield opening + _paragraph(reader, event, bool(opening))
            opening = ""
            continue
        if opening:
            yield opening
            opening = ""
        if isinstance(event, Closed):
            continue
        if _has_line(event):
            yield _heading(event.section)
        else:
            opening = _run_in(reader, event.section)
    if opening:
        yield opening


def _has_line(event: Opened) -> bool:
    """Whether the node gets a line of its own: every section with a heading."""
    return event.section.kind == "section" and event.section.heading is not None


def _heading(section: Section) -> str:
    level = min(section.level + 1, _DEEPEST)
    return f"{_anchor(section.id)}\n\n{'#' * level} {_escaped(marker_of(section))}{_escaped(section.heading or '')}"


def _run_in(reader: Reader, section: Section) -> str:
    words = _escaped(marker_of(section)) + _escaped(section.heading or "")
    return f"{_anchor(section.id)}**{words}**{_escaped(reader.stop_after(section))}" if words else _anchor(section.id)


def _paragraph(reader: Reader, event: Written, follows: bool) -> str:
    paragraph = event.paragraph
    rows = reader.rows(paragraph)
    if rows:
        return ("\n\n" if follows else "") + f"{_anchor(paragraph.id)}\n\n{_table(rows)}"
    if paragraph.role == "title":
        return f"{_anchor(paragraph.id)}\n\n# {_escaped(paragraph.text)}"
    return _anchor(paragraph.id) + _text(paragraph, follows)


def _text(paragraph: Paragraph, follows: bool) -> str:
    lines = [_escaped(line.strip()) for line in paragraph.text.splitlines() if line.strip()]
    if lines and not follows:
        lines[0] = _LINE_START.sub(r"\1\\\2", lines[0])
    return "  \n".join([*lines[:1], *(_LINE_START.sub(r"\1\\\2", line) for line in lines[1:])])


def _table(rows: list[list[str]]) -> str:
    width = max(len(row) for row in rows)
    lines = [_row(row, width) for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _row(row: list[str], width: int) -> str:
    cells = [_escaped(" ".join(cell.split())) for cell in row] + [""] * (width - len(row))
    return "| " + " | ".join(cells) + " |"


def _anchor(name: str) -> str:
    return f'<a id="{escape(name)}"></a>'


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
