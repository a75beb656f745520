"""Small pictures in SVG: the shape of an outline, and targets of one indicator by year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

#: The size of a chart, and the room for its axes.
_WIDTH, _HEIGHT = 300, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 12, 12, 22
#: The size of the picture of an outline; more nodes than columns share one.
_SHAPE_COLUMNS, _SHAPE_HEIGHT = 120, 22
_DEEPEST = 5
_WIDEST_BAR = 3


class Point(NamedTuple):
    """A target: its year, value in per cent, the place it is of, and where it is shown."""

    year: int
    value: float
    place: str
    href: str


class Mark(NamedTuple):
    """A point of a chart in its picture."""

    x: float
    y: float
    label: str
    href: str


class Chart(NamedTuple):
    """A chart ready to be drawn: its names, its marks, the lines that join those of one place, the ticks."""

    label_zh: str
    label_en: str
    marks: list[Mark]
    lines: list[str]
    years: list[tuple[float, int]]
    values: list[tuple[float, str]]
    width: int = _WIDTH
    height: int = _HEIGHT


def chart(label_zh: str, label_en: str, points: Sequence[Point]) -> Chart:
    """Years from left to right, per cent from bottom to top; what belongs to one place is joined."""
    years = sorted({point.year for point in points})
    low, high = min(point.value for point in points), max(point.value for point in points)
    span = (high - low) or 1.0
    low, high = low - span * 0.1, high + span * 0.1

    def x(year: int) -> float:
        share = (year - years[0]) / (years[-1] - years[0]) if len(years) > 1 else 0.5
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(value: float) -> float:
        return round(_TOP + (high - value) / (high - low) * (_HEIGHT - _TOP - _BOTTOM), 1)

    by_place: dict[str, list[Point]] = {}
    for point in sorted(points):
        by_place.setdefault(point.place, []).append(point)
    lines = [
        " ".join(f"{x(point.year)},{y(point.value)}" for point in found)
        for found in by_place.values()
        if len({point.year for point in found}) > 1
    ]
    marks = [
        Mark(x(point.year), y(point.value), f"{point.place} {point.year}: {point.value:g}%", point.href)
        for point in sorted(points)
    ]
    shown = years if len(years) <= 6 else [years[0], years[len(years) // 2], years[-1]]
    ticks = [low + (high - low) * share for share in (0.1, 0.5, 0.9)]
    return Chart(
        label_zh,
        label_en,
        marks,
        lines,
        [(x(year), year) for year in shown],
        [(y(tick), f"{tick:.3g}") for tick in ticks],
    )


def shape(levels: Sequence[int]) -> str:
    """The path of an outline's picture: a bar a node in reading order, the longer the higher it stands."""
    if not levels:
        return ""
    columns = min(len(levels), _SHAPE_COLUMNS)
    step = min(_WIDEST_BAR, _SHAPE_COLUMNS // columns)
    bars = []
    for column in range(columns):
        first, last = column * len(levels) // columns, max((column + 1) * len(levels) // columns, 1)
        level = min(min(levels[first:last] or [levels[first]]), _DEEPEST)
        height = round(_SHAPE_HEIGHT * (_DEEPEST + 1 - level) / _DEEPEST)
        bars.append(f"M{column * step + 0.5} {_SHAPE_HEIGHT}v{-height}")
    return "".join(bars)
