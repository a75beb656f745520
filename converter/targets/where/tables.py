"""Tables that state targets: the column of the target year, each row read as a sentence (CONVENTIONS §3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from converter.language.lookalikes import folded
from converter.model import Paragraph, Section, Span
from converter.model.source_map import SourceMap
from converter.targets.where.headings import Orientation
from converter.targets.where.horizons import Horizon

# 2025年目标, 预期目标, 计划数, but no 2024年完成, 上年实际.
_PLANNED = re.compile(r"目标|预期|计划|安排|建议|预算")
_REACHED = re.compile(r"完成|实际|实绩|执行|上年|现状|基数|基期|同比")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT = re.compile(r"^(?:计量)?单位$")
_UNIT_IN_HEAD = re.compile(r"[（(](?P<unit>[^（）()0-9]{1,8})[）)]$")
_INDICATOR = re.compile(r"指标|名称|项目|内容|任务|类别")
# 一、地区生产总值, 1.粮食产量, （一）…: the number of the row.
_NUMBERED = re.compile(r"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|其中：?|#)\s*")
_FIGURE = re.compile(r"^[^0-9]{0,8}\d[\d,.]*(?P<tail>.*)$")
# Binding and expected, as tables of plans say beside each row.
_KIND = re.compile(r"^(?:约束性|预期性)$")


class Table(NamedTuple):
    """A table with the part of the report it stands in."""

    section: Section | None
    paragraph: Paragraph
    orientation: Orientation | None
    horizon: Horizon


class Row(NamedTuple):
    """A row read as a sentence: what it says, and the cell with its number as a span of the source."""

    sentence: str
    cell: Span
    text: str


def rows_of(table: Table, source_map: SourceMap) -> Iterator[Row]:
    """The rows of a table that state a target, in order: the head of the row and its cell in the column planned."""
    paragraph = table.paragraph
    before = source_map.content_before(paragraph.span[0])

    def written(cell: Span) -> str:
        start, end = source_map.content_before(cell[0]) - before, source_map.content_before(cell[1]) - before
        return paragraph.text[start:end].strip()

    cells = paragraph.cells or []
    if len(cells) < 2:
        return
    heads = [folded(written(cell)) for cell in cells[0]]
    column = _planned(heads, table)
    if column is None:
        return
    unit = next((place for place, head in enumerate(heads) if _UNIT.match(head)), None)
    name = next((place for place, head in enumerate(heads) if place != column and _INDICATOR.search(head)), 0)
    for row in cells[1:]:
        if len(row) != len(heads):
            continue
        value, indicator = written(row[column]), _NUMBERED.sub("", written(row[name]))
        figure = _FIGURE.match(value)
        if figure is None or not indicator or name == column:
            continue
        measured = written(row[unit]) if unit is not None else ""
        if not measured and (head := _UNIT_IN_HEAD.search(indicator)):
            measured, indicator = head["unit"], indicator[: head.start()]
        yield Row(indicator + _with_unit(value, measured), row[column], value)


def _with_unit(value: str, unit: str) -> str:
    """6左右 of a row in % is 6%左右."""
    number = re.match(r"^[^0-9]{0,8}\d[\d,.]*(?:[-—–~～至]+\d[\d,.]*)?", value)
    if not unit or number is None or unit in value:
        return value
    return value[: number.end()] + unit + value[number.end() :]


def _planned(heads: list[str], table: Table) -> int | None:
    """The column of what is planned: of the target year, else the last that names a goal and no other year."""
    target = table.horizon.target
    best = None
    for place, head in enumerate(heads):
        if _REACHED.search(head) and not _PLANNED.search(head):
            continue
        years = [int(year) for year in _YEAR.findall(head)]
        if target is not None and years and max(years) >= target:
            return place
        if _PLANNED.search(head) and not years and table.orientation is not None and not _KIND.match(head):
            best = place
    return best
