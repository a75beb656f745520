"""What stands on the tree: marks, targets, diagnostics, at places that are right."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from hypothesis import strategies as st

from converter.model import (
    Access,
    Correction,
    CorrectionStatus,
    Diagnostic,
    Direction,
    Mark,
    MarkKind,
    Operation,
    Paragraph,
    Report,
    Result,
    Role,
    SectionKind,
    Severity,
    Span,
    StatedIn,
    Strength,
    Target,
)
from converter.model.source_map import SourceMap
from converter.model.walk import Leaf, leaves, sections
from converter.model.walk import paragraphs as paragraphs_of
from tests.strategies.characters import texts
from tests.strategies.pieces import DIVISION_CODES, YEARS, plain, quantities

_MARKS = st.sampled_from(get_args(MarkKind))
_INDICATORS = st.none() | texts()
_STRENGTHS = st.sampled_from(get_args(Strength))
_CODES = st.none() | st.sampled_from(["gdp", "tourist_arrivals"])
_DIRECTIONS = st.none() | st.sampled_from(get_args(Direction))
_STATED_IN = st.sampled_from(get_args(StatedIn))
_OPERATIONS = st.sampled_from(get_args(Operation))
_STATUSES = st.sampled_from(get_args(CorrectionStatus))
_KINDS = st.none() | st.sampled_from(get_args(SectionKind))
_ROLES = st.none() | st.sampled_from(get_args(Role))
_FIELDS = st.none() | st.sampled_from(["meeting", "target_year"])
_RATES = st.none() | st.sampled_from([6.5, 7, -0.3])
#: A period with its first and last day.
_PERIODS = st.sampled_from(
    [
        (None, None, None),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024", None, None),
        ("2024Q1", "2024-01-01", "2024-03-31"),
        ("2024H2", "2024-07-01", "2024-12-31"),
        ("2021-2025", "2021-01-01", "2025-12-31"),
    ]
)
_SEVERITIES = st.sampled_from(get_args(Severity))
_NOTICES = st.sampled_from(["numbering_gap", "broken_line_repaired"])


def add_marks(draw: st.DrawFn, report: Report) -> None:
    source_map = SourceMap.of(report)
    paragraphs = [leaf.paragraph for leaf in leaves(report) if leaf.paragraph is not None]
    for paragraph in paragraphs[: draw(st.integers(0, 2))]:
        end = draw(st.integers(1, len(paragraph.text)))
        start = draw(st.integers(0, end - 1))
        paragraph.marks = [Mark(draw(_MARKS), source_map.locate(paragraph.span, start, end))]


def add_cells(draw: st.DrawFn, report: Report) -> None:
    """Make tables of some paragraphs: rows of cells, which may be empty, in order and apart."""
    source_map = SourceMap.of(report)
    paragraphs = [paragraph for _, paragraph in paragraphs_of(report) if paragraph.role is None]
    for paragraph in paragraphs[: draw(st.integers(0, 1))]:
        inside = st.integers(0, len(paragraph.text) - 1)
        cuts = sorted(draw(st.lists(inside, min_size=1, max_size=4)))
        starts = [source_map.locate(paragraph.span, cut, cut + 1)[0] for cut in cuts]
        cells = [(start, end if draw(st.booleans()) else start) for start, end in pairwise(starts)]
        cells.append((starts[-1], paragraph.span[1]))
        half = draw(st.integers(0, len(cells) - 1))
        paragraph.role, paragraph.cells = "table", [row for row in (cells[:half], cells[half:]) if row]


def _homes(report: Report) -> list[Leaf]:
    """What may state a target or a result."""
    found = [leaf for leaf in leaves(report) if leaf.kind != "marker"]
    return [leaf for leaf in found if leaf.section or not _is_edge(leaf.paragraph)]


@st.composite
def results(draw: st.DrawFn, report: Report) -> list[Result]:
    source_map, homes = SourceMap.of(report), _homes(report)
    found = []
    for leaf in draw(st.lists(st.sampled_from(homes), max_size=2)) if homes else []:
        end = draw(st.integers(1, len(leaf.text)))
        start = draw(st.integers(0, end - 1))
        span = source_map.locate(leaf.span, start, end)
        quantity = draw(quantities())
        found.append(
            Result(
                id="",
                section=leaf.section.id if leaf.section else None,
                paragraph=leaf.paragraph.id if leaf.paragraph else None,
                span=span,
                text=leaf.text[start:end],
                indicator=draw(_INDICATORS),
                indicator_code=draw(_CODES),
                scope=draw(_INDICATORS),
                measure=quantity.measure,
                comparator=quantity.comparator,
                value=plain(quantity.number),
                value_max=plain(quantity.upper),
                unit=quantity.unit,
                period=draw(_PERIODS)[0],
                rate=draw(_RATES),
                redacted=quantity.redacted,
                access=_covered(report, source_map.segments(span)),
            )
        )
    found.sort(key=lambda result: result.span)
    for number, result in enumerate(found, 1):
        result.id = f"r{number}"
    return found


@st.composite
def corrections(draw: st.DrawFn, report: Report) -> list[Correction]:
    spans = [None, (0, report.source.characters), *(section.span for section in sections(report))]
    found = []
    for span in draw(st.lists(st.sampled_from(spans), max_size=2)):
        operation, status = draw(_OPERATIONS), draw(_STATUSES)
        correction = Correction(operation, span, status, None if status == "applied" else draw(texts()))
        if operation == "node":
            correction.kind, correction.level = draw(_KINDS), draw(st.none() | st.integers(1, 8))
            correction.heading = draw(_INDICATORS)
        elif operation == "role":
            correction.role = draw(_ROLES)
        elif operation in ("meta", "target"):
            correction.field, correction.value = draw(_FIELDS), draw(_INDICATORS)
        found.append(correction)
    return found


@st.composite
def targets(draw: st.DrawFn, report: Report) -> list[Target]:
    source_map = SourceMap.of(report)
    homes = _homes(report)
    chosen = draw(st.lists(st.sampled_from(homes), max_size=2)) if homes else []
    found = []
    for leaf in chosen:
        end = draw(st.integers(1, len(leaf.text)))
        start = draw(st.integers(0, end - 1))
        quantity = draw(quantities())
        period, first, last = draw(_PERIODS)
        found.append(
            Target(
                id="",
                section=leaf.section.id if leaf.section else None,
                paragraph=leaf.paragraph.id if leaf.paragraph else None,
                span=source_map.locate(leaf.span, start, end),
                text=leaf.text[start:end],
                indicator=draw(_INDICATORS),
                measure=quantity.measure,
                comparator=quantity.comparator,
                value=plain(quantity.number),
                value_max=plain(quantity.upper),
                unit=quantity.unit,
                period=period,
                strength=draw(_STRENGTHS),
                redacted=quantity.redacted,
                access=_covered(report, source_map.segments(source_map.locate(leaf.span, start, end))),
                indicator_code=draw(_CODES),
                direction=draw(_DIRECTIONS),
                value_base=plain(quantity.number),
                value_max_base=plain(quantity.upper),
                unit_base=quantity.unit,
                value_decimal=None if quantity.number is None else str(quantity.number),
                value_max_decimal=None if quantity.upper is None else str(quantity.upper),
                scope=draw(_INDICATORS),
                scope_code=draw(DIVISION_CODES),
                period_start=first,
                period_end=last,
                base_year=draw(st.none() | YEARS),
                reference=draw(_INDICATORS),
                stated_in=draw(_STATED_IN),
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
