"""The partition: leaves and layout cut the text into pieces without gap or overlap (promise 1 of the design)."""

from __future__ import annotations

from collections.abc import Iterator

from converter.model import Span
from converter.model.walk import Leaf
from converter.validation.rules.spans import name_of, text_of
from converter.validation.rules.view import Fault, Rule, View


def layout_in_order(view: View) -> Iterator[Fault]:
    """The pieces of the layout stand in the order of the text and do not overlap."""
    if view.whole is not None:
        return
    reached = 0
    for index, (offset, text) in enumerate(view.layout):
        if offset < reached:
            yield Fault(view.report.source, ("layout", index), {"offset": offset, "reached": reached})
        reached = max(reached, offset + len(text))


def layout_in_text(view: View) -> Iterator[Fault]:
    """No piece of the layout reaches beyond the text."""
    if view.whole is not None:
        return
    for index, (offset, text) in enumerate(view.layout):
        if offset + len(text) > view.characters:
            values = {"start": offset, "end": offset + len(text), "characters": view.characters}
            yield Fault(view.report.source, ("layout", index), values)


def layout_beside_leaves(view: View) -> Iterator[Fault]:
    """A piece of layout stands inside a leaf or outside, never across its edge."""
    if view.whole is not None:
        return
    leaves = iter(view.leaves)
    leaf = next(leaves, None)
    for index, (offset, text) in enumerate(view.layout):
        end = offset + len(text)
        while leaf is not None and leaf.span[1] <= offset:
            leaf = next(leaves, None)
        if leaf is None:
            return
        start, stop = leaf.span
        if end > start and not (start <= offset and end <= stop):
            values = {"offset": offset, "end": end, "kind": leaf.kind, "id": name_of(leaf)}
            yield Fault(view.report.source, ("layout", index), values, (offset, end))


def texts_fill_spans(view: View) -> Iterator[Fault]:
    """A text has as many characters as its span less the layout inside (DESIGN, "Spans")."""
    if view.public or view.whole is not None:
        return
    for leaf, inside in _leaves_with_layout(view):
        room = leaf.span[1] - leaf.span[0] - inside
        if len(leaf.text) != room:
            owner, way = text_of(leaf)
            values = {"kind": leaf.kind, "id": name_of(leaf), "length": len(leaf.text), "room": room}
            yield Fault(owner, way, values, leaf.span)


def nothing_is_missing(view: View) -> Iterator[Fault]:
    """Every character of the text is content of a leaf or layout."""
    if view.public or view.whole is not None:
        return
    for start, end in _gaps(view):
        yield Fault(view.report.source, ("layout",), {"start": start, "end": end}, (start, end))


def _leaves_with_layout(view: View) -> Iterator[tuple[Leaf, int]]:
    """Every leaf with the number of layout characters inside its span; one pass over both, which must be in order."""
    layout, index, pieces = view.layout, 0, len(view.layout)
    for leaf in view.leaves:
        start, end = leaf.span
        while index < pieces and layout[index][0] < start:
            index += 1
        inside = 0
        while index < pieces and layout[index][0] < end:
            inside += len(layout[index][1])
            index += 1
        yield leaf, inside


def _gaps(view: View) -> Iterator[Span]:
    """The stretches of the text that neither a leaf nor the layout covers; both must be in order."""
    covered = [leaf.span for leaf in view.leaves]
    covered += [(offset, offset + len(text)) for offset, text in view.layout]
    covered.sort()
    reached = 0
    for start, end in covered:
        if start > reached:
            yield reached, start
        if end > reached:
            reached = end
    if reached < view.characters:
        yield reached, view.characters


_SOUND = ("GW301", "GW302", "GW303", "GW304", "GW305")

RULES = (
    Rule(
        "GW303",
        "error",
        "layout-in-order",
        "the layout piece at {offset} begins before {reached}, where the one before it ends",
        "位于 {offset} 的版式片段早于前一片段的终点 {reached}",
        '"layout": [[6, "\\n"], [15, "\\n"]]',
        '"layout": [[15, "\\n"], [6, "\\n"]]',
        check=layout_in_order,
    ),
    Rule(
        "GW304",
        "error",
        "layout-in-text",
        "the layout piece [{start}, {end}] reaches beyond the text of {characters} characters",
        "版式片段 [{start}, {end}] 超出全文（共 {characters} 个字符）",
        '"characters": 16, "layout": [[15, "\\n"]]',
        '"characters": 16, "layout": [[16, "\\n"]]',
        check=layout_in_text,
    ),
    Rule(
        "GW310",
        "error",
        "layout-beside-leaves",
        "the layout piece [{offset}, {end}] crosses an edge of the {kind} of {id}",
        "版式片段 [{offset}, {end}] 跨越 {id} 的 {kind} 的边界",
        'paragraph [0, 6], layout [[6, "\\n"]]',
        'paragraph [0, 6], layout [[5, "。\\n"]]',
        check=layout_beside_leaves,
        needs=_SOUND,
    ),
    Rule(
        "GW311",
        "error",
        "text-fills-span",
        "the {kind} of {id} has {length} characters; its span less the layout inside has {room}",
        "{id} 的 {kind} 有 {length} 个字符，而其区间除去版式后为 {room} 个",
        '{"text": "各位代表：", "span": [6, 11]}',
        '{"text": "各位代表：", "span": [6, 12]}',
        check=texts_fill_spans,
        needs=(*_SOUND, "GW310"),
    ),
    Rule(
        "GW312",
        "error",
        "nothing-missing",
        "the characters {start} to {end} of the source are neither content nor layout",
        "原文第 {start} 至 {end} 个字符既不是内容也不是版式",
        'paragraphs [0, 6] and [7, 15], layout [[6, "\\n"]]',
        "paragraphs [0, 6] and [7, 15], no layout",
        check=nothing_is_missing,
        needs=(*_SOUND, "GW310"),
    ),
)
