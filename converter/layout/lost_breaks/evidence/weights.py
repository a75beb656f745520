"""The file of weights: a header in JSON, then integers. Sums of integers give the same on every machine."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from converter.layout.lost_breaks.evidence.missing_stops import UNIT, StopWeights

FORMAT = 1
FILE = "weights.bin"
#: Trees count in finer parts than the rest, as many small numbers are added.
TREE_UNIT = 256

#: A node of a tree: number of the feature, threshold, what follows where the value is not above it, what follows
#: otherwise, and the mean of what is below (for :mod:`explain`). A leaf is its value.
Tree = tuple[int, int, "Tree | int", "Tree | int", int] | int


@dataclass(frozen=True, slots=True)
class Steps:
    """A sum of step functions, one a feature: ``values[n]`` counts from the ``n``-th threshold on."""

    base: int
    features: tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...]

    def sum(self, facts: Sequence[int]) -> int:
        """The evidence of ``facts``."""
        total = self.base
        for feature, thresholds, values in self.features:
            total += values[bisect_left(thresholds, facts[feature])]
        return total

    def parts(self, facts: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The evidence by feature."""
        for feature, thresholds, values in self.features:
            yield feature, values[bisect_left(thresholds, facts[feature])]


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of small decision trees."""

    base: int
    trees: tuple[Tree, ...]

    def sum(self, facts: Sequence[int]) -> int:
        """The evidence of ``facts``."""
        total = self.base
        for node in self.trees:
            while node.__class__ is tuple:
                feature, threshold, low, high, _ = node
                node = low if facts[feature] <= threshold else high
            total += node  # type: ignore[operator]
        return total * UNIT // TREE_UNIT

    def parts(self, facts: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The evidence by feature: what each decision on the way changed."""
        for node in self.trees:
            while isinstance(node, tuple):
                feature, threshold, low, high, mean = node
                node = low if facts[feature] <= threshold else high
                yield feature, (node[4] if isinstance(node, tuple) else node) - mean


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned, with the header of the file."""

    header: dict[str, object]
    stops: StopWeights
    ends: memoryview
    ends_base: int
    paragraphs: Trees
    headings: Steps
    headings_again: Steps
    plain_headings: Steps


def read_weights(data: bytes) -> Weights:
    """The weights of a file; raises ``ValueError`` where its format is another."""
    head, _, packed = data.partition(b"\n")
    header = json.loads(head)
    if header.get("format") != FORMAT:
        raise ValueError(f"weights of format {header.get('format')!r}, expected {FORMAT}")
    content = memoryview(zlib.decompress(packed)).cast("b")
    tables: dict[str, memoryview] = {}
    start = 0
    for name, size in header["tables"]:
        tables[name] = content[start : start + size]
        start += size
    model = json.loads(bytes(content[start:]))
    bases = model["bases"]
    return Weights(
        header,
        StopWeights(tables["some"], bases["some"], tables["strong"], bases["strong"]),
        tables["ends"],
        bases["ends"],
        Trees(model["paragraphs"]["base"], tuple(map(_tree, model["paragraphs"]["trees"]))),
        _steps(model["headings"]),
        _steps(model["headings_again"]),
        _steps(model["plain_headings"]),
    )


@cache
def weights() -> Weights:
    """The weights of the package, read when a text first needs them."""
    return read_weights(files("converter.layout.lost_breaks.evidence").joinpath(FILE).read_bytes())


def _tree(node: list[object] | int) -> Tree:
    if isinstance(node, int):
        return node
    feature, threshold, low, high, mean = node
    return int(feature), int(threshold), _tree(low), _tree(high), int(mean)  # type: ignore[call-overload,arg-type]


def _steps(model: dict[str, object]) -> Steps:
    rows = model["features"]
    assert isinstance(rows, list)
    return Steps(int(model["base"]), tuple((row[0], tuple(row[1]), tuple(row[2])) for row in rows))  # type: ignore[call-overload]
