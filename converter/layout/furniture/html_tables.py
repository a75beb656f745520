"""Tables that the tags of HTML make in a text: rows of cells, as spans of the source."""

from __future__ import annotations

import re

from converter.layout.offset_map import MappedText
from converter.model import Span
from converter.patterns import late

#: Rows of cells.
Table = list[list[Span]]

_TAG = late(r"<(?P<end>/?)(?P<name>table|tr|td|th)(?:\s[^<>]{0,800})?>", re.IGNORECASE)
_BEFORE = late(r"(?:\s|<[^<>]{0,800}>)*+")
_BEHIND = late(r"(?:\s|<[^<>]{0,800}>)++$")
#: A table with a longer cell, or with a table in it, arranges a page and is none of data.
_LONGEST_CELL = 400


def html_tables(mapped: MappedText) -> list[Table]:
    """The tables of data in ``mapped``, in order; empty cells are empty spans."""
    text = mapped.text
    tables: list[Table] = []
    rows: list[list[tuple[int, int]]] = []
    opened: int | None = None
    depth = 0
    of_data = True
    for tag in _TAG.finditer(text):
        name, ends = tag["name"].lower(), bool(tag["end"])
        if opened is not None and (name != "table" or ends):
            cell = _cell(text, opened, tag.start())
            of_data = of_data and cell[1] - cell[0] <= _LONGEST_CELL
            rows[-1].append(cell)
            opened = None
        if name == "table" and not ends:
            depth += 1
            of_data, rows, opened = depth == 1, [], None
        elif name == "table":
            depth = max(depth - 1, 0)
            if of_data and any(len(row) > 1 for row in rows):
                tables.append([[_span(mapped, cell) for cell in row] for row in rows if row])
            of_data, rows = False, []
        elif depth and name == "tr" and not ends:
            rows.append([])
        elif depth and name in ("td", "th") and not ends:
            if not rows:
                rows.append([])
            opened = tag.end()
    return tables


def _cell(text: str, start: int, end: int) -> tuple[int, int]:
    """``start..end`` less blanks and tags at its edges."""
    found = _BEFORE.match(text, start, end)
    start = found.end() if found else start
    behind = _BEHIND.search(text[start : min(end, start + 2 * _LONGEST_CELL)])
    return start, start + behind.start() if behind and end - start <= 2 * _LONGEST_CELL else max(start, end)


def _span(mapped: MappedText, cell: tuple[int, int]) -> Span:
    start, end = cell
    return mapped.span(start, end) if start < end else (mapped.at(start),) * 2
