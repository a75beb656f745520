"""How time and memory grow with the size of one document: twice the text must not take more than 2.3 times the time."""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from benchmarks import ours
from benchmarks.texts import HOSTILE, hostile, report
from converter import SourceError, parse, to_json

#: A curve ends before the document that would take longer than this, in seconds.
_LONGEST = 120.0
_LONGEST_HOSTILE = 15.0
_FACTOR = 4

Curve = list[tuple[int, float]]


def curve(make: Callable[[int], str], smallest: int, largest: int, longest: float = _LONGEST) -> Curve:
    """Bytes and seconds of parsing and writing, from ``smallest`` to ``largest`` bytes in steps of at most four."""
    points: Curve = []
    size = smallest
    while True:
        data = make(size).encode()
        taken = min(_seconds(data) for _ in range(3 if size < 1_000_000 else 1))
        points.append((len(data), taken))
        following = min(size * _FACTOR, largest)
        if size == largest or taken * following / size > longest:
            return points
        size = following


def _seconds(data: bytes) -> float:
    start = time.perf_counter()
    with suppress(SourceError):  # refusing a text takes time, too
        to_json(parse(data))
    return time.perf_counter() - start


def curves(largest: int) -> dict[str, Curve]:
    """A report, and each hostile text."""
    found = {"report": curve(report, 10_000, largest)}
    for name in HOSTILE:
        found[name] = curve(partial(hostile, name), 10_000, largest, _LONGEST_HOSTILE)
    return found


def doubling(points: Curve) -> float:
    """By what the time grows when the text doubles, over the last fourfold of a curve."""
    large, after = points[-1]
    small, before = next(point for point in reversed(points) if point[0] * _FACTOR <= large * 1.1)
    return float((after / before) ** (1 / math.log2(large / small)))


def memory(sizes: list[int]) -> list[tuple[int, float, float]]:
    """Bytes of a report, and how many times that converting it to JSON and to XML needs in memory."""
    points = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = Path(folder, "report.txt")
            file.write_text(report(size), "utf-8")
            bytes_ = file.stat().st_size
            points.append((bytes_, ours.memory(file, "json") / bytes_, ours.memory(file, "xml") / bytes_))
    return points
