"""Whole reports, right by construction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import get_args

from hypothesis import strategies as st

from converter.model import (
    Edition,
    Generator,
    Marker,
    MarkerFamily,
    Paragraph,
    Report,
    Role,
    Section,
    SectionKind,
    Source,
)
from tests.strategies.assembling import Assembly, LeafText, projected_sources, source_of
from tests.strategies.characters import layout_texts, texts
from tests.strategies.noticing import add_cells, add_marks, corrections, diagnostics, results, targets
from tests.strategies.pieces import MARKERS, metas


@dataclass
class _Node:
    """A section before it has a place."""

    marker: tuple[str, MarkerFamily, int | None] | None
    heading: LeafText | None
    kind: SectionKind
    run_in: bool
    body: list[LeafText]
    interludes: list[LeafText]
    tail: list[LeafText]
    children: list[_Node] = field(default_factory=list)


_PIECES = st.lists(texts(), min_size=1, max_size=2)
_GAP = st.just("") | layout_texts()


@st.composite
def _leaf_texts(draw: st.DrawFn) -> LeafText:
    pieces = draw(_PIECES)
    return LeafText(pieces, [draw(layout_texts()) for _ in pieces[1:]])


_LEAF = _leaf_texts()
_MARKER = st.none() | st.sampled_from(MARKERS)
_HEADING = st.none() | _LEAF
_KIND = st.sampled_from(get_args(SectionKind))
_ANY, _SOME, _ONE = st.lists(_LEAF, max_size=2), st.lists(_LEAF, min_size=1, max_size=2), st.lists(_LEAF, max_size=1)


@st.composite
def _nodes(draw: st.DrawFn) -> _Node:
    marker, heading = draw(_MARKER), draw(_HEADING)
    body = draw(_ANY if marker or heading else _SOME)
    run_in = heading is not None and bool(body) and draw(st.booleans())
    return _Node(marker, heading, draw(_KIND), run_in, body, draw(_ONE), draw(_ONE))


_NODE = _nodes()


@st.composite
def _forests(draw: st.DrawFn, max_nodes: int) -> list[_Node]:
    """A forest out of a row of nodes and their depths, as an outline is read."""
    nodes = draw(st.lists(_NODE, max_size=max_nodes))
    top: list[_Node] = []
    path: list[_Node] = []
    for node in nodes:
        del path[draw(st.integers(0, len(path))) :]
        (path[-1].children if path else top).append(node)
        path.append(node)
    return top


#: The numbers of the leaves of a node: marker, heading, body, interludes, tail; and these by the identity of the node.
_Numbers = tuple[int | None, int | None, list[int], list[int], list[int]]
_Places = dict[int, _Numbers]

_ROLE = st.none() | st.sampled_from(get_args(Role))
_NAME = st.none() | texts()
_SPELLINGS = (("##paidbegin##", "##paidend##"), ("$$PaidBegin$$", "$$paidend$$"), ("<paid>", "</paid>"))


@st.composite
def reports(draw: st.DrawFn, max_nodes: int = 5) -> Report:
    """Whole reports: every id, level, span, access, hash and reference is right, and the texts partition the source.

    Texts hold whatever XML can carry, layout whatever text can; paid spans begin and end anywhere.
    """
    row = Assembly()
    gaps = draw(st.lists(_GAP, min_size=1, max_size=6))

    def leaf(text: LeafText) -> int:
        row.layout(gaps[row.leaves % len(gaps)])
        return row.leaf(text)

    front, preamble = [leaf(t) for t in draw(_ANY)], [leaf(t) for t in draw(_ANY)]
    forest = draw(_forests(max_nodes))
    places: _Places = {}
    _in_reading_order(forest, leaf, places)
    closing, back = [leaf(t) for t in draw(_ANY)], [leaf(t) for t in draw(_ANY)]
    row.layout(draw(_GAP))
    row.atoms = [(text, owner) for text, owner in row.atoms if text]

    cuts = sorted(draw(st.lists(st.integers(0, len(row.atoms)), max_size=6)))  # twice the same: the two spans touch
    cuts = cuts[: len(cuts) // 2 * 2]
    row.place([(at, draw(st.sampled_from(_SPELLINGS))[n % 2]) for n, at in enumerate(cuts)])

    roles = [draw(_ROLE) for _ in range(len(front) + len(back))]
    report = Report(
        schema_version="1.0",
        meta=draw(metas()),
        front=_paragraphs(row, "front", front, roles),
        preamble=_paragraphs(row, "preamble", preamble),
        sections=_sections(row, forest, places),
        closing=_paragraphs(row, "closing", closing),
        back=_paragraphs(row, "back", back, roles[len(front) :]),
        targets=[],
        paid_spans=row.paid_spans,
        diagnostics=[],
        source=draw(_sources(row)),
        edition=Edition(),
        generator=Generator("gongwen", "0.1.0"),
    )
    add_marks(draw, report)
    add_cells(draw, report)
    report.targets = draw(targets(report))
    report.results = draw(results(report))
    report.corrections = draw(corrections(report))
    report.diagnostics = draw(diagnostics(report))
    return report


@st.composite
def _sources(draw: st.DrawFn, row: Assembly) -> Source:
    """What the text was: plain text, or the projection of a file of another kind."""
    if draw(st.integers(0, 3)):
        return source_of(row, draw(st.booleans()), draw(st.integers(0, 3)), draw(_NAME))
    return draw(projected_sources(row, draw(_NAME)))


def _in_reading_order(forest: list[_Node], leaf: Callable[[LeafText], int], places: _Places) -> None:
    """Put the leaves of a forest in a row; the interludes stand before the last child."""
    for node in forest:
        marker = leaf(LeafText([node.marker[0]], [])) if node.marker else None
        heading = leaf(node.heading) if node.heading else None
        body = [leaf(text) for text in node.body]
        half = len(node.children) - 1
        if half > 0:
            _in_reading_order(node.children[:half], leaf, places)
        interludes = [leaf(text) for text in node.interludes] if half > 0 else []
        _in_reading_order(node.children[max(half, 0) :], leaf, places)
        tail = [leaf(text) for text in node.tail] if node.children else []
        places[id(node)] = (marker, heading, body, interludes, tail)


def _paragraphs(
    row: Assembly, prefix: str, numbers: list[int], roles: list[Role | None] | None = None, first: int = 1
) -> list[Paragraph]:
    return [
        Paragraph(f"{prefix}.p{n}", roles[n - first] if roles else None, row.texts[i], row.spans[i], row.access(i))
        for n, i in enumerate(numbers, first)
    ]


def _sections(row: Assembly, forest: list[_Node], places: _Places, prefix: str = "s", level: int = 1) -> list[Section]:
    published = []
    for n, node in enumerate(forest, 1):
        name = f"{prefix}{n}"
        marker, heading, body, interludes, tail = places[id(node)]
        below = _sections(row, node.children, places, f"{name}.", level + 1)
        numbers = _numbers(node, places)
        written = None
        if marker is not None and node.marker is not None:
            written = Marker(row.texts[marker], node.marker[1], node.marker[2], row.spans[marker])
        published.append(
            Section(
                id=name,
                kind=node.kind,
                level=level,
                marker=written,
                heading=None if heading is None else row.texts[heading],
                heading_span=None if heading is None else row.spans[heading],
                run_in=node.run_in,
                span=(min(row.spans[i][0] for i in numbers), max(row.spans[i][1] for i in numbers)),
                access=row.access(*numbers),
                body=_paragraphs(row, name, body),
                subsections=below,
                interludes=_paragraphs(row, name, interludes, first=1 + len(body)),
                tail=_paragraphs(row, name, tail, first=1 + len(body) + len(interludes)),
            )
        )
    return published


def _numbers(node: _Node, places: _Places) -> list[int]:
    """The leaves of a node and of all below it."""
    found, work = [], [node]
    while work:
        node = work.pop()
        found += _own(places[id(node)])
        work += node.children
    return found


def _own(numbers: _Numbers) -> list[int]:
    marker, heading, body, interludes, tail = numbers
    return [number for number in (marker, heading) if number is not None] + body + interludes + tail
