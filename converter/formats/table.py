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

Cell = str | int | float | bool | None
ColumnType = Literal["text", "integer", "number", "truth"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its name, the type of its cells, and whether reports wrote its text themselves."""

    name: str
    type: ColumnType
    free_text: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("report", "text", free_text=True),
    Column("title", "text", free_text=True),
    Column("place", "text", free_text=True),
    Column("level", "text"),
    Column("year", "integer"),
    Column("target", "text"),
    Column("section", "text"),
    Column("section_path", "text", free_text=True),
    Column("indicator", "text", free_text=True),
    Column("indicator_code", "text"),
    Column("measure", "text"),
    Column("direction", "text"),
    Column("comparator", "text"),
    Column("value", "number"),
    Column("value_max", "number"),
    Column("unit", "text", free_text=True),
    Column("value_decimal", "text"),
    Column("value_max_decimal", "text"),
    Column("value_base", "number"),
    Column("value_max_base", "number"),
    Column("unit_base", "text"),
    Column("period", "text"),
    Column("strength", "text"),
    Column("redacted", "truth"),
    Column("access", "text"),
    Column("text", "text", free_text=True),
    Column("sentence", "text", free_text=True),
    Column("paragraph", "text"),
    Column("start", "integer"),
    Column("end", "integer"),
)
NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)

_STOP = re.compile(r"[。！？!?]+|[\r\n]+")


class TableWriter(Protocol):
    """Writes the targets of one report after the other; what was added is not kept."""

    def add(self, report: Report) -> None:
        """Write the rows of ``report``."""

    def close(self) -> None:
        """Write what is left. The stream itself stays open."""


class OpenTable(Protocol):
    """How a table is opened on a binary stream."""

    def __call__(self, out: BinaryIO) -> TableWriter: ...


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
            "level": place.level if place else None,
            "year": meta.target_year,
            "target": target.id,
            "section": target.section,
            "section_path": context.path(target.section),
            "indicator": target.indicator,
            "indicator_code": target.indicator_code,
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
            "strength": target.strength,
            "redacted": target.redacted,
            "access": target.access,
            "text": target.text,
            "sentence": context.sentence(target),
            "paragraph": target.paragraph,
            "start": target.span[0],
            "end": target.span[1],
        }


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
