"""Spans: inside the text, nested, and in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from converter.model.walk import Leaf
from converter.validation.rules.view import Fault, Rule, Step, View

#: Sections may be empty, and so may what stands between two paid markers; every other span holds a character.
_MAY_BE_EMPTY = ("Section", "PaidSpan", "Diagnostic", "Correction")


def forward_spans(view: View) -> Iterator[Fault]:
    """A span ends after it begins."""
    for (start, end), owner, name in view.spans:
        if end <= start and (end < start or name != "span" or type(owner).__name__ not in _MAY_BE_EMPTY):
            yield Fault(owner, (name,), {"start": start, "end": end})


def spans_in_text(view: View) -> Iterator[Fault]:
    """No span reaches beyond the text."""
    characters = view.characters
    for span, owner, name in view.spans:
        if span[1] > characters or span[0] > characters:
            yield Fault(owner, (name,), {"start": span[0], "end": span[1], "characters": characters}, span)


def leaves_in_order(view: View) -> Iterator[Fault]:
    """Markers, headings and paragraphs follow each other in reading order and do not overlap."""
    if view.whole is not None:
        return
    reached = 0
    for leaf in view.leaves:
        if leaf.span[0] < reached:
            owner, way = place_of(leaf)
            values = {"kind": leaf.kind, "id": name_of(leaf), "start": leaf.span[0], "reached": reached}
            yield Fault(owner, way, values, leaf.span)
        reached = max(reached, leaf.span[1])


def sections_hold_contents(view: View) -> Iterator[Fault]:
    """A section spans its marker, its heading, its paragraphs and its subsections."""
    for section, parent, _, _ in view.placed:
        start, end = section.span
        if parent is not None and not (parent.span[0] <= start and end <= parent.span[1]):
            values = {"kind": "section", "id": section.id, "parent": parent.id, "start": start, "end": end}
            yield Fault(section, ("span",), values, section.span)
    for leaf in view.leaves:
        _, holder, _, _, (start, end) = leaf
        if holder is not None:
            a, b = holder.span
            if start < a or end > b:
                owner, way = place_of(leaf)
                values = {"kind": leaf.kind, "id": name_of(leaf), "parent": holder.id, "start": start, "end": end}
                yield Fault(owner, way, values, leaf.span)


def siblings_in_order(view: View) -> Iterator[Fault]:
    """The subsections of a section follow each other."""
    for section, parent, _, number in view.placed:
        if number > 1:
            before = (view.report.sections if parent is None else parent.subsections)[number - 2]
            if section.span[0] < before.span[1]:
                values = {"id": section.id, "before": before.id, "start": section.span[0], "end": before.span[1]}
                yield Fault(section, ("span",), values, section.span)


def interludes_between(view: View) -> Iterator[Fault]:
    """An interlude stands after the first subsection and before the last one."""
    for section in view.sections:
        if section.interludes and len(section.subsections) > 1:
            after, before = section.subsections[0].span[1], section.subsections[-1].span[0]
            for paragraph in section.interludes:
                if not after <= paragraph.span[0] < before:
                    yield Fault(paragraph, ("span",), {"id": paragraph.id, "section": section.id}, paragraph.span)


def marks_in_paragraph(view: View) -> Iterator[Fault]:
    """A mark stands inside its paragraph."""
    for _, paragraph in view.paragraphs:
        for mark in paragraph.marks:
            if mark.span[0] < paragraph.span[0] or mark.span[1] > paragraph.span[1]:
                yield Fault(mark, ("span",), {"kind": mark.kind, "id": paragraph.id}, mark.span)


def place_of(leaf: Leaf) -> tuple[object, tuple[Step, ...]]:
    """The object and field that hold the span of ``leaf``."""
    if leaf.paragraph is not None:
        return leaf.paragraph, ("span",)
    if leaf.kind == "heading":
        return leaf.section, ("heading_span",)
    return leaf.section, ("marker", "span")


def text_of(leaf: Leaf) -> tuple[object, tuple[Step, ...]]:
    """The object and field that hold the text of ``leaf``."""
    if leaf.paragraph is not None:
        return leaf.paragraph, ("text",)
    if leaf.kind == "heading":
        return leaf.section, ("heading",)
    return leaf.section, ("marker", "text")


def name_of(leaf: Leaf) -> str:
    """The id of what ``leaf`` belongs to."""
    if leaf.paragraph is not None:
        return leaf.paragraph.id
    return leaf.section.id if leaf.section is not None else ""


RULES = (
    Rule(
        "GW301",
        "error",
        "span-forward",
        "the span [{start}, {end}] does not end after it begins",
        "区间 [{start}, {end}] 的终点不在起点之后",
        '{"span": [12, 16]}',
        '{"span": [16, 12]}',
        check=forward_spans,
    ),
    Rule(
        "GW302",
        "error",
        "span-in-text",
        "the span [{start}, {end}] reaches beyond the text of {characters} characters",
        "区间 [{start}, {end}] 超出全文（共 {characters} 个字符）",
        '{"span": [12, 16]} in a text of 9000 characters',
        '{"span": [12, 9001]} in a text of 9000 characters',
        check=spans_in_text,
    ),
    Rule(
        "GW305",
        "error",
        "leaves-in-order",
        "the {kind} of {id} begins at {start}, before the end of what is read before it, {reached}",
        "{id} 的 {kind} 起于 {start}，早于前文的终点 {reached}",
        "paragraphs [0, 6] and [7, 15]",
        "paragraphs [0, 6] and [5, 15]",
        check=leaves_in_order,
        needs=("GW301", "GW302"),
    ),
    Rule(
        "GW306",
        "error",
        "section-holds-contents",
        "the {kind} of {id}, [{start}, {end}], lies outside the span of {parent}",
        "{id} 的 {kind} [{start}, {end}] 超出所属章节 {parent} 的区间",
        "section [10, 90] with a paragraph [40, 90]",
        "section [10, 60] with a paragraph [40, 90]",
        check=sections_hold_contents,
        needs=("GW301", "GW302", "GW305"),
    ),
    Rule(
        "GW307",
        "error",
        "siblings-in-order",
        "the section {id} begins at {start}, before {end}, where {before} ends",
        "章节 {id} 起于 {start}，早于前一章节 {before} 的终点 {end}",
        "sections [10, 60] and [61, 90]",
        "sections [10, 65] and [61, 90]",
        check=siblings_in_order,
        needs=("GW301", "GW302", "GW305", "GW306"),
    ),
    Rule(
        "GW308",
        "error",
        "interlude-between",
        "the paragraph {id} is an interlude of {section} and does not stand between its subsections",
        "段落 {id} 是 {section} 的 interlude，却不在其下级之间",
        "subsections [10, 40] and [60, 90], interlude [41, 59]",
        "subsections [10, 40] and [60, 90], interlude [91, 99]",
        check=interludes_between,
        needs=("GW301", "GW302", "GW307"),
    ),
    Rule(
        "GW309",
        "error",
        "mark-in-paragraph",
        "the {kind} mark reaches beyond its paragraph {id}",
        "{kind} 标记超出所在段落 {id}",
        "paragraph [40, 90] with a mark [50, 54]",
        "paragraph [40, 90] with a mark [88, 94]",
        check=marks_in_paragraph,
        needs=("GW301", "GW302"),
    ),
)
