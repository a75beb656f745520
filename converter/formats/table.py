"""The table of targets: its columns, and the rows of a report (docs/targets.md)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal, Protocol

from converter.model import Report, Section, Target
from converter.model.source_map import SourceMap
from converter.model.walk import leaves, sections
from converter.targets.named.indicator_codes import INDICATORS

Cell = str | int | float | bool | None
ColumnType = Literal["text", "integer", "number", "truth"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its name, the type of its cells, its name in Chinese, whether reports wrote its text."""

    name: str
    type: ColumnType
    label_zh: str
    free_text: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("report", "text", "文件", free_text=True),
    Column("title", "text", "标题", free_text=True),
    Column("place", "text", "地方", free_text=True),
    Column("official_place", "text", "地方全称"),
    Column("province", "text", "省份"),
    Column("place_code", "text", "行政区划代码"),
    Column("level", "text", "级别"),
    Column("year", "integer", "目标年份"),
    Column("date", "text", "报告日期"),
    Column("target", "text", "编号"),
    Column("section", "text", "章节编号"),
    Column("section_path", "text", "章节", free_text=True),
    Column("indicator", "text", "指标", free_text=True),
    Column("indicator_code", "text", "指标代码"),
    Column("label_zh", "text", "指标名称"),
    Column("label_en", "text", "指标英文名称"),
    Column("scope", "text", "范围", free_text=True),
    Column("scope_code", "text", "范围代码"),
    Column("measure", "text", "类型"),
    Column("direction", "text", "方向"),
    Column("comparator", "text", "比较"),
    Column("value", "number", "数值"),
    Column("value_max", "number", "数值上限"),
    Column("unit", "text", "单位", free_text=True),
    Column("value_decimal", "text", "数值（原样）"),
    Column("value_max_decimal", "text", "数值上限（原样）"),
    Column("value_base", "number", "基本单位数值"),
    Column("value_max_base", "number", "基本单位数值上限"),
    Column("unit_base", "text", "基本单位"),
    Column("period", "text", "期限"),
    Column("period_start", "text", "起始日"),
    Column("period_end", "text", "截止日"),
    Column("base_year", "integer", "基期"),
    Column("reference", "text", "参照", free_text=True),
    Column("strength", "text", "力度"),
    Column("redacted", "truth", "隐去"),
    Column("access", "text", "可见"),
    Column("stated_in", "text", "出处"),
    Column("text", "text", "原文", free_text=True),
    Column("sentence", "text", "句子", free_text=True),
    Column("paragraph", "text", "段落编号"),
    Column("start", "integer", "起点"),
    Column("end", "integer", "终点"),
)
NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)
Headers = Literal["en", "zh"]


def header(language: Headers = "en") -> tuple[str, ...]:
    """The names of the columns as the first row of a table gives them."""
    return NAMES if language == "en" else tuple(column.label_zh for column in COLUMNS)


_STOP = re.compile(r"[。！？!?]+|[\r\n]+")


class TableWriter(Protocol):
    """Writes the targets of one report after the other; what was added is not kept."""

    def add(self, report: Report) -> None:
        """Write the rows of ``report``."""

    def close(self) -> None:
        """Write what is left. The stream itself stays open."""


class OpenTable(Protocol):
    """How a table is opened on a binary stream."""

    def __call__(self, out: BinaryIO, headers: Headers = "en") -> TableWriter: ...


def rows(report: Report) -> Iterator[dict[str, Cell]]:
    """A row a target, in order, with the cells named as :data:`COLUMNS`."""
    if not report.targets:
        return
    context = _Context(report)
    meta, place = report.meta, report.meta.place
    for target in report.targets:
        yield {
            "report": report.source.name,
            "title": meta.title,
            "place": place.name if place else None,
            "official_place": place.official_name if place else None,
            "province": place.province if place else None,
            "place_code": place.code if place else None,
            "level": place.level if place else None,
            "year": meta.target_year,
            "date": meta.date,
            "target": target.id,
            "section": target.section,
            "section_path": context.path(target.section),
            "indicator": target.indicator,
            "indicator_code": target.indicator_code,
            **_labels(target.indicator_code),
            "scope": target.scope,
            "scope_code": target.scope_code,
            "measure": target.measure,
            "direction": target.direction,
            "comparator": target.comparator,
            "value": target.value,
            "value_max": target.value_max,
            "unit": target.unit,
            "value_decimal": target.value_decimal,
            "value_max_decimal": target.value_max_decimal,
            "value_base": target.value_base,
            "value_max_base": target.value_max_base,
            "unit_base": target.unit_base,
            "period": target.period,
            "period_start": target.period_start,
            "period_end": target.period_end,
            "base_year": target.base_year,
            "reference": target.reference,
            "strength": target.strength,
            "redacted": target.redacted,
            "access": target.access,
            "stated_in": target.stated_in,
            "text": target.text,
            "sentence": context.sentence(target),
            "paragraph": target.paragraph,
            "start": target.span[0],
            "end": target.span[1],
        }


def _labels(code: str | None) -> dict[str, Cell]:
    """The labels of an indicator's code."""
    coded = INDICATORS.get(code or "")
    return {"label_zh": coded.label_zh if coded else None, "label_en": coded.label_en if coded else None}


class _Context:
    """Where the targets of a report stand: the headings above them, and the sentences around them."""

    def __init__(self, report: Report) -> None:
        self._sections = {section.id: section for section in sections(report)}
        self._source_map = SourceMap.of(report)
        self._leaves = sorted(
            ((leaf.span[0], leaf.span[1], leaf.text) for leaf in leaves(report) if leaf.kind != "marker"),
            key=lambda leaf: leaf[0],
        )
        self._starts = [leaf[0] for leaf in self._leaves]

    def path(self, section: str | None) -> str | None:
        """The titles from the first level down to ``section``, as in ``二、工作安排 / （一）扩大投资``."""
        if section is None or section not in self._sections:
            return None
        steps = section.split(".")
        above = (self._sections.get(".".join(steps[: depth + 1])) for depth in range(len(steps)))
        return " / ".join(_title(node) for node in above if node is not None)

    def sentence(self, target: Target) -> str | None:
        """The sentence that holds the target."""
        index = bisect_right(self._starts, target.span[0]) - 1
        if index < 0:
            return None
        start, end, text = self._leaves[index]
        if target.span[1] > end:
            return None
        first = self._offset(start, target.span[0])
        last = self._offset(start, target.span[1])
        opening = 0
        for match in _STOP.finditer(text):
            if match.end() <= first:
                opening = match.end()
            elif match.start() >= last:
                return text[opening : match.end()].strip()
        return text[opening:].strip()

    def _offset(self, start: int, place: int) -> int:
        """How many characters of content stand between the two places of the source."""
        return self._source_map.content_before(place) - self._source_map.content_before(start)


def _title(section: Section) -> str:
    marker = section.marker.text if section.marker else ""
    return f"{marker}{section.heading or ''}" or section.id
