"""What stands on the tree: marks, targets, diagnostics, at places that are right."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from converter.model import (
    Access,
    Diagnostic,
    Direction,
    Mark,
    MarkKind,
    Paragraph,
    Report,
    Severity,
    Span,
    Strength,
    Target,
)
from converter.model.places import Places
from converter.model.walk import leaves, sections
from tests.strategies.characters import texts
from tests.strategies.pieces import plain, quantities

_MARKS = st.sampled_from(get_args(MarkKind))
_INDICATORS = st.none() | texts()
_PERIODS = st.none() | st.sampled_from(["2024", "2024Q1", "2024H2", "2021-2025"])
_STRENGTHS = st.sampled_from(get_args(Strength))
_CODES = st.none() | st.sampled_from(["gdp", "tourist_arrivals"])
_DIRECTIONS = st.none() | st.sampled_from(get_args(Direction))
_SEVERITIES = st.sampled_from(get_args(Severity))
_NOTICES = st.sampled_from(["numbering_gap", "broken_line_repaired"])


def add_marks(draw: st.DrawFn, report: Report) -> None:
    places = Places(report)
    paragraphs = [leaf.paragraph for leaf in leaves(report) if leaf.paragraph is not None]
    for paragraph in paragraphs[: draw(st.integers(0, 2))]:
        end = draw(st.integers(1, len(paragraph.text)))
        start = draw(st.integers(0, end - 1))
        paragraph.marks = [Mark(draw(_MARKS), places.locate(paragraph.span, start, end))]


@st.composite
def targets(draw: st.DrawFn, report: Report) -> list[Target]:
    places = Places(report)
    homes = [
        leaf for leaf in leaves(report) if leaf.kind != "marker" and (leaf.section or not _is_edge(leaf.paragraph))
    ]
    chosen = draw(st.lists(st.sampled_from(homes), max_size=2)) if homes else []
    found = []
    for leaf in chosen:
        end = draw(st.integers(1, len(leaf.text)))
        start = draw(st.integers(0, end - 1))
        quantity = draw(quantities())
        found.append(
            Target(
                id="",
                section=leaf.section.id if leaf.section else None,
                paragraph=leaf.paragraph.id if leaf.paragraph else None,
                span=places.locate(leaf.span, start, end),
                text=leaf.text[start:end],
                indicator=draw(_INDICATORS),
                measure=quantity.measure,
                comparator=quantity.comparator,
                value=plain(quantity.number),
                value_max=plain(quantity.upper),
                unit=quantity.unit,
                period=draw(_PERIODS),
                strength=draw(_STRENGTHS),
                redacted=quantity.redacted,
                access=_covered(report, places.segments(places.locate(leaf.span, start, end))),
                indicator_code=draw(_CODES),
                direction=draw(_DIRECTIONS),
                value_base=plain(quantity.number),
                value_max_base=plain(quantity.upper),
                unit_base=quantity.unit,
                value_decimal=None if quantity.number is None else str(quantity.number),
                value_max_decimal=None if quantity.upper is None else str(quantity.upper),
            )
        )
    found.sort(key=lambda target: target.span)
    for number, target in enumerate(found, 1):
        target.id = f"t{number}"
    return found


def _is_edge(paragraph: Paragraph | None) -> bool:
    return paragraph is not None and paragraph.id.startswith(("front", "back"))


def _covered(report: Report, segments: list[Span]) -> Access:
    whole = sum(end - start for start, end in segments)
    paid = sum(
        max(0, min(end, span.span[1]) - max(start, span.span[0]))
        for start, end in segments
        for span in report.paid_spans
    )
    return "free" if not paid else "paid" if paid == whole else "mixed"


@st.composite
def diagnostics(draw: st.DrawFn, report: Report) -> list[Diagnostic]:
    everywhere = [(None, section.span, section.id) for section in sections(report)]
    whole = [(None, None, None), (None, (0, report.source.characters), None)]
    chosen = draw(st.lists(st.sampled_from(everywhere + whole), max_size=3))
    found = [
        Diagnostic(draw(_NOTICES), severity, draw(texts()), span, section)
        for (_, span, section), severity in ((place, draw(_SEVERITIES)) for place in chosen)
    ]
    return sorted(found, key=lambda d: (d.span or (0, 0), d.code))
