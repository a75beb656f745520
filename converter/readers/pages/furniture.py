"""Running heads and feet, and page numbers, told by their place and by what other pages have there."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from converter.patterns import late
from converter.readers.pages.pieces import PageLine

#: How many lines at the top and at the bottom of a page may be furniture, and how far into the page.
_LINES, _DEPTH = 2, 0.14
#: A running head stands on so many pages, and on this share of them (left and right pages may differ).
_FEWEST, _SHARE = 3, 0.3
#: How many times the usual distance of lines a running head is away from the body, unless its type is another.
_APART = 1.25
_NUMBER = late(
    r"[\-—–－_·•.\s]*(?:第\s*)?(?P<n>\d{1,4})(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[\-—–－_·•.\s]*"
)
_DIGITS = late(r"\d+")


class _Edge(NamedTuple):
    """A line at the ``top`` or at the ``bottom`` of a page; ``apart``: as a running head is from the body."""

    side: str
    line: PageLine
    apart: bool


def furniture(pages: list[list[PageLine]], heights: list[float]) -> set[int]:
    """The ``id`` of each line of ``pages`` that is a running head, a running foot or a page number."""
    edges = [list(_edges(lines, height)) for lines, height in zip(pages, heights, strict=True)]
    return _numbers(edges) | _running(edges, sum(bool(lines) for lines in pages))


def _edges(lines: list[PageLine], height: float) -> Iterator[_Edge]:
    ordered = sorted(lines, key=lambda line: line.baseline)
    steps = [below.baseline - above.baseline for above, below in pairwise(ordered)]
    usual = median(steps) if steps else 0.0
    last = len(ordered) - 1
    for index in range(min(_LINES, last + 1)):
        line, inner = ordered[index], ordered[min(index + 1, last)]
        if line.baseline < _DEPTH * height:
            yield _Edge("top", line, _is_apart(line, inner, usual))
    for index in range(max(0, last + 1 - _LINES), last + 1):
        line, inner = ordered[index], ordered[max(0, index - 1)]
        if line.baseline > (1 - _DEPTH) * height:
            yield _Edge("bottom", line, _is_apart(line, inner, usual))


def _is_apart(line: PageLine, inner: PageLine, usual: float) -> bool:
    """Whether ``line`` is set off from ``inner``, the next towards the middle of the page (itself, when alone)."""
    return inner is line or line.size != inner.size or abs(line.baseline - inner.baseline) > _APART * usual


def _numbers(edges: list[list[_Edge]]) -> set[int]:
    """Lines that hold a number only, which grows from page to page as the pages do; on at least two pages."""
    found: defaultdict[int, list[PageLine]] = defaultdict(list)
    for index, of_page in enumerate(edges):
        for edge in of_page:
            number = _NUMBER.fullmatch(edge.line.text)
            if number:
                found[int(number["n"]) - index].append(edge.line)
    return {id(line) for lines in found.values() if len({line.page for line in lines}) > 1 for line in lines}


def _running(edges: list[list[_Edge]], pages: int) -> set[int]:
    """Lines that many pages have at the same height, whatever numbers they hold."""
    places = [(_place(edge), edge.line) for of_page in edges for edge in of_page if edge.apart]
    times = Counter(place for place, _ in places)
    return {id(line) for place, line in places if times[place] >= max(_FEWEST, _SHARE * pages)}


def _place(edge: _Edge) -> tuple[str, int, str]:
    return edge.side, round(edge.line.baseline / 4), _DIGITS.sub("#", re.sub(r"\s+", "", edge.line.text))
