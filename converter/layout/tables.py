"""Tables in plain text: of HTML and Markdown, rows parted by tabs or wide gaps, and cells that were left one a line.

Their lines get the facts that a file format states of the rows of its tables, and are read like these from then on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from converter.language.markers import marker_at
from converter.layout.lines import Line
from converter.layout.offset_map import MappedText
from converter.model import Span
from converter.model.projection import LineFacts
from converter.patterns import late

#: ``| --- | :---: |``
_RULE = late(r"\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?")
#: A number as it fills a cell: ``96170``, ``-5.8``, ``6%``, ``20万吨``, ``—``.
_NUMBER = late(r"[-+—－]|[-+]?\d[\d,]*(?:\.\d+)?(?:%|％|[一-鿿]{1,3})?(?:以上|左右|以内)?")
_WIDE_GAP = late(r"\t+|[ \u3000]{2,}")
_STOPS = frozenset("。！？；;!?，")
_LONGEST_CELL = 40
#: So many lines with bars and no rule are a table, and so many lines of single cells.
_BARRED, _SINGLE = 3, 6
_LONGEST_SINGLE = 16
_COLUMNS = 6
_NUMBERS = 0.3


def mark_tables(lines: list[Line], mapped: MappedText, stated: Sequence[Sequence[Sequence[Span]]]) -> list[Line]:
    """``lines`` with the rows of tables marked as such, less the rules of Markdown between them.

    ``stated`` are the tables of HTML, as rows of cells in the source.
    """
    if stated:
        _mark_stated(lines, mapped, stated)
    ruled: set[int] = set()
    if any("|" in line.text for line in lines):
        ruled = _mark_barred(lines, mapped)
    _mark_parted(lines, mapped)
    _mark_single(lines, mapped)
    return [line for index, line in enumerate(lines) if index not in ruled] if ruled else lines


def _mark_stated(lines: list[Line], mapped: MappedText, tables: Sequence[Sequence[Sequence[Span]]]) -> None:
    """Lines inside an HTML table; the first of a row has its cells."""
    rows = [(row, number) for number, table in enumerate(tables) for row in table if row]
    starts = [row[0][0] for row, _ in rows]
    before: tuple[int, int] | None = None
    for line in lines:
        offset = mapped.at(line.start)
        index = bisect_right(starts, offset) - 1
        if index < 0 or offset >= rows[index][0][-1][1]:
            before = None
            continue
        row, table = rows[index]
        first = before is None or before[0] != index
        if before is not None and before[1] == table:
            line.gap = 1
        line.facts = _row(line, list(row) if first else [])
        before = index, table


def _mark_barred(lines: list[Line], mapped: MappedText) -> set[int]:
    """Rows of Markdown, and cells that end in a bar; the indices of the rules."""
    rules: set[int] = set()
    for start, end in _runs(lines, lambda line: "|" in line.text):
        rule = [index for index in range(start, end) if _RULE.fullmatch(lines[index].text)]
        counts = {lines[index].text.count("|") for index in range(start, end)}
        if not rule and (end - start < _BARRED or len(counts) > 1):
            continue
        rules.update(rule)
        for index in range(start, end):
            _mark(lines[index], mapped, "[|]")
    return rules


def _mark_parted(lines: list[Line], mapped: MappedText) -> None:
    """Rows whose cells are parted by tabs or wide gaps: two at least, alike in number, with figures in them."""
    for start, end in _runs(lines, lambda line: _cells_of(line) > 1):
        for count, group in groupby(range(start, end), lambda index: _cells_of(lines[index])):
            rows = list(group)
            cells = [cell for index in rows for cell in _WIDE_GAP.split(lines[index].text)]
            figures = sum(_NUMBER.fullmatch(cell) is not None for cell in cells)
            if len(rows) > 1 and figures >= _NUMBERS * len(cells) * (count > 2 or 1):
                for index in rows:
                    _mark(lines[index], mapped, _WIDE_GAP.pattern)


def _cells_of(line: Line) -> int:
    """How many short cells the line holds; 0 when it is no row: a marker and its heading, an entry of a contents."""
    if "\t" not in line.text and "  " not in line.text and "\u3000\u3000" not in line.text:
        return 0
    cells = _WIDE_GAP.split(line.text)
    if any(len(cell) > _LONGEST_CELL or cell[-1:] in _STOPS for cell in cells):
        return 0
    match = marker_at(cells[0])
    if match is not None and (match.end == len(cells[0]) or cells[-1].isdigit()):
        return 0
    return len(cells)


def _mark_single(lines: list[Line], mapped: MappedText) -> None:
    """Cells one a line: a run of short lines without stops, a good part of which are figures."""
    for start, end in _runs(lines, _may_be_cell):
        figures = [index for index in range(start, end) if _NUMBER.fullmatch(lines[index].text)]
        if end - start < _SINGLE or len(figures) < _NUMBERS * (end - start):
            continue
        first = figures[0]  # what stands above the first figure names the columns and the first row
        while first > max(start, figures[0] - _COLUMNS) and marker_at(lines[first - 1].text) is None:
            first -= 1
        for index in range(first, figures[-1] + 1):
            _mark(lines[index], mapped, None)


def _may_be_cell(line: Line) -> bool:
    return len(line.text) <= _LONGEST_SINGLE and not _STOPS & set(line.text) and line.text[-1] not in "：:"


def _runs(lines: list[Line], holds: Callable[[Line], bool]) -> Iterator[tuple[int, int]]:
    """The runs ``start..end`` of neighbouring lines, not marked yet, of which ``holds`` is true."""
    start = 0
    for index, line in enumerate(lines):
        if not (_is_plain(line) and holds(line)):
            if index > start:
                yield start, index
            start = index + 1
    if start < len(lines):
        yield start, len(lines)


def _is_plain(line: Line) -> bool:
    return line.facts is None or line.facts.kind == "line"


def _mark(line: Line, mapped: MappedText, between: str | None) -> None:
    """Mark a row; its cells stand ``between`` signs, or it is one cell."""
    spans: list[Span] = []
    position = 0
    ends = [match.span() for match in re.finditer(between, line.text)] if between else []
    for a, b in [*ends, (len(line.text), len(line.text))]:
        cell = line.text[position:a]
        if not cell.strip() and 0 < position < a:  # an empty cell between others
            spans.append((mapped.at(line.start + position),) * 2)
        elif cell.strip():
            start = position + len(cell) - len(cell.lstrip())
            spans.append(mapped.span(line.start + start, line.start + position + len(cell.rstrip())))
        position = b
    line.facts = _row(line, spans)


def _row(line: Line, cells: list[Span]) -> LineFacts:
    return replace(line.facts or LineFacts(), kind="table_row", cells=cells)
