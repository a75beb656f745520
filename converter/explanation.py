"""Why a place of a report is what it is: what the rooms decided there, and where it stands in the tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converter import layout, source
from converter.model import Paragraph, Report, Section, Span
from converter.model.decisions import Decision
from converter.outline.explaining import decisions
from converter.pipeline import parse


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was decided at ``span`` of the text, or where ``span`` is ``None``, what was decided narrowly.

    ``stands_in`` are the ids of the nodes around the place, outermost first; ``part`` is what holds it: the id of a
    paragraph, ``heading``, ``marker`` or ``layout``.
    """

    span: Span | None
    text: str
    stands_in: tuple[str, ...]
    part: str | None
    decisions: tuple[Decision, ...]


def explain(
    data: bytes, at: tuple[int, int | None] | None, name: str | None = None, encoding: str | None = None
) -> Explanation:
    """Explain the place ``at`` (line and column, counted from one) of the report in ``data``.

    Without a column the whole line is meant; without a place, what was decided narrowly. Raises ``ValueError`` with a
    sentence where the text has no such line or column.
    """
    decoded = source.decode(data, name, encoding)
    found = decisions(layout.read(decoded.text, decoded.projected))
    if at is None:
        return Explanation(None, "", (), None, tuple(decision for decision in found if decision.is_narrow))
    span = _place(decoded.text, *at)
    report = parse(data, name=name, encoding=encoding)
    stands_in, part = _holder(report, span)
    chosen = [decision for decision in found if _meet(decision.span, span)]
    chosen += _targets(report, span)
    return Explanation(span, decoded.text[slice(*span)].strip(), stands_in, part, tuple(chosen))


def _place(text: str, line: int, column: int | None) -> Span:
    lines = text.splitlines(keepends=True)
    if not 1 <= line <= len(lines):
        raise ValueError(f"the text has {len(lines)} lines, and no line {line}")
    start = sum(len(one) for one in lines[: line - 1])
    whole = lines[line - 1].rstrip("\r\n")
    if column is None:
        return start, start + max(len(whole), 1)
    if not 1 <= column <= len(whole):
        raise ValueError(f"line {line} has {len(whole)} characters, and no column {column}")
    return start + column - 1, start + column


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _holder(report: Report, span: Span) -> tuple[tuple[str, ...], str | None]:
    """The nodes around the start of ``span``, and what holds the first character of it that is no layout."""
    around: list[str] = []
    sections: Sequence[Section] = report.sections
    holds: str | None = None
    while True:
        inside = next((s for s in sections if _meet(s.span, span)), None)
        if inside is None:
            break
        around.append(inside.id)
        if inside.heading_span is not None and _meet(inside.heading_span, span):
            holds = "heading"
        elif inside.marker is not None and _meet(inside.marker.span, span):
            holds = "marker"
        else:
            holds = next((p.id for p in _paragraphs(inside) if _meet(p.span, span)), None)
        if holds is not None:
            return tuple(around), holds
        sections = inside.subsections
    edges = (*report.front, *report.preamble, *report.closing, *report.back)
    return tuple(around), next((p.id for p in edges if _meet(p.span, span)), "layout")


def _paragraphs(section: Section) -> Iterator[Paragraph]:
    yield from section.body
    yield from section.interludes
    yield from section.tail


def _targets(report: Report, span: Span) -> Iterator[Decision]:
    for target in report.targets:
        if _meet(target.span, span):
            said = f"target {target.indicator or '?'}: {target.measure} {target.comparator} {target.value}"
            yield Decision("target", target.span, target.text, said, "a quantity promised for the time ahead")
