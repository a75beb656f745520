"""Growth curves as SVG: size against time, both on logarithmic axes, so that linear growth is a straight diagonal."""

from __future__ import annotations

import math
from html import escape

from benchmarks.growth import Curve

_WIDTH, _HEIGHT, _LEFT, _TOP, _LEGEND = 520, 400, 70, 30, 190
_COLOURS = (
    "#1b6ca8",
    "#c0392b",
    "#27ae60",
    "#8e44ad",
    "#d68910",
    "#148f77",
    "#7f8c8d",
    "#2c3e50",
    "#e84393",
    "#6c5ce7",
)


def picture(curves: dict[str, Curve], title: str) -> str:
    """The SVG of ``curves``, bytes to seconds."""
    sizes = [size for points in curves.values() for size, _ in points]
    times = [seconds for points in curves.values() for _, seconds in points]
    across = _axis(min(sizes), max(sizes), _LEFT, _LEFT + _WIDTH)
    up = _axis(min(times), max(times), _TOP + _HEIGHT, _TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEFT + _WIDTH + _LEGEND}" height="{_TOP + _HEIGHT + 50}"'
        ' font-family="sans-serif" font-size="12">',
        '<rect width="100%" height="100%" fill="white"/>',
        f'<text x="{_LEFT}" y="18" font-size="14">{escape(title)}</text>',
    ]
    for power in _powers(sizes):
        x = across(10.0**power)
        parts.append(f'<path d="M{x:.1f} {_TOP}V{_TOP + _HEIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{_TOP + _HEIGHT + 18}" text-anchor="middle">{_bytes(power)}</text>')
    for power in _powers(times):
        y = up(10.0**power)
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{_LEFT + _WIDTH}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{_seconds(power)}</text>')
    for number, (name, points) in enumerate(curves.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        line = " ".join(f"{across(size):.1f},{up(seconds):.1f}" for size, seconds in points)
        width = 3 if number == 0 else 1.5
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
        y = _TOP + 16 * number + 10
        parts.append(f'<path d="M{_LEFT + _WIDTH + 12} {y}h20" stroke="{colour}" stroke-width="{width}"/>')
        parts.append(f'<text x="{_LEFT + _WIDTH + 38}" y="{y + 4}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


class _axis:
    """Values to places, logarithmically."""

    def __init__(self, least: float, most: float, start: float, end: float) -> None:
        self._from, self._to = math.log10(least), math.log10(max(most, least * 1.01))
        self._start, self._end = start, end

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self._from) / (self._to - self._from)
        return self._start + share * (self._end - self._start)


def _powers(values: list[float] | list[int]) -> range:
    return range(math.ceil(math.log10(min(values))), math.floor(math.log10(max(values))) + 1)


def _bytes(power: int) -> str:
    unit = ("B", "kB", "MB", "GB")[power // 3]
    return f"{10 ** (power % 3)} {unit}"


def _seconds(power: int) -> str:
    return f"{10**power} s" if power >= 0 else f"{10 ** (power + 3)} ms" if power >= -3 else f"{10 ** (power + 6)} µs"
