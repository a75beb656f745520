"""What a page knows of a report: the text once, and everything else as places in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from converter.exports.html import amount
from converter.exports.reading_order import marker_of, title_of
from converter.model import Report, Result, Section, Target
from converter.model.errors import RestoreError
from converter.model.source_text import source_text
from converter.model.walk import leaves, paragraphs, sections
from converter.targets.corrections import value_of as target_value

_TARGET_FIELDS = ("indicator", "measure", "comparator", "value", "value_max", "unit", "period", "strength")


def page_data(report: Report) -> dict[str, Any]:
    """The report as the page's script reads it; spans are in code points."""
    data: dict[str, Any] = {
        "name": report.source.name,
        "title": title_of(report),
        "text": _text(report),
        "layout": [[offset, offset + len(text)] for offset, text in report.source.layout],
        "nodes": [_node(section) for section in sections(report)],
        "paragraphs": list(_paragraphs(report)),
        "targets": [_target(target) for target in report.targets],
        "results": [_result(result) for result in report.results],
        "diagnostics": [
            {"code": d.code, "severity": d.severity, "message": d.message, "span": d.span, "section": d.section}
            for d in report.diagnostics
        ],
        "marks": [[mark.kind, *mark.span] for _, p in paragraphs(report) for mark in p.marks],
        "paid": [paid.span for paid in report.paid_spans],
        "repairs": list(_repairs(report)),
        "pages": report.source.pages,
        "meta": _meta(report),
        "source": _source(report),
        "corrections": [_correction(correction) for correction in report.corrections],
        "edition": report.edition.kind,
    }
    return data


def _text(report: Report) -> str | None:
    """The decoded source; of a public edition there is none."""
    try:
        return source_text(report)
    except RestoreError:
        return None


def _repairs(report: Report) -> Iterator[int]:
    """Where a line ends inside a heading or a paragraph, which goes on behind it."""
    spans = sorted(leaf.span for leaf in leaves(report))
    starts = [start for start, _ in spans]
    for offset, text in report.source.layout:
        index = bisect_right(starts, offset) - 1
        if "\n" in text and index >= 0 and offset + len(text) < spans[index][1]:
            yield offset + text.index("\n")


def _node(section: Section) -> dict[str, Any]:
    marker = section.marker
    opening = section.heading_span or (marker.span if marker else section.span)
    return {
        "id": section.id,
        "kind": section.kind,
        "level": section.level,
        "marker": marker_of(section),
        "heading": section.heading,
        "at": section.span[0],
        "marker_end": marker.span[1] if marker else section.span[0],
        "heading_span": section.heading_span,
        "opening_end": opening[1],
        "end": section.span[1],
        "access": section.access,
        "words": "" if section.heading else (section.body[0].text[:24] if section.body else ""),
    }


def _paragraphs(report: Report) -> Iterator[list[Any]]:
    for section, paragraph in paragraphs(report):
        yield [paragraph.id, paragraph.role, *paragraph.span, section.id if section else None]


def _target(target: Target) -> dict[str, Any]:
    return {
        "id": target.id,
        "span": target.span,
        "text": target.text,
        "section": target.section,
        "amount": amount(target),
        "code": target.indicator_code,
        "redacted": target.redacted,
        "access": target.access,
        **{name: target_value(target, name) for name in _TARGET_FIELDS},
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "id": result.id,
        "span": result.span,
        "text": result.text,
        "section": result.section,
        "indicator": result.indicator,
        "measure": result.measure,
        "value": result.value,
        "amount": amount(result),
        "rate": result.rate,
        "period": result.period,
        "redacted": result.redacted,
        "access": result.access,
    }


def _meta(report: Report) -> dict[str, Any]:
    from converter.meta.corrections import FIELDS, value_of

    return {name: value_of(report.meta, name) for name in FIELDS}


def _source(report: Report) -> dict[str, Any]:
    source = report.source
    return {
        "file_name": source.name,
        "media_type": source.media_type,
        "size": source.size,
        "characters": source.characters,
        "encoding": source.encoding if source.projection is None else None,
        "newline": source.newline,
        "sha256": source.sha256,
        "omitted": [[one.kind, one.count] for one in source.omitted] or None,
        "paid_parts": len(report.paid_spans) or None,
        "made_by": f"{report.generator.name} {report.generator.version}",
    }


def _correction(correction: Any) -> dict[str, Any]:
    names = ("op", "span", "status", "reason", "kind", "level", "heading", "role", "field", "value")
    return {name: value for name in names if (value := getattr(correction, name)) is not None}
