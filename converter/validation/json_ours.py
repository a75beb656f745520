"""Whether a JSON document is ours: read, checked and built in one step. What is declined goes the long way.

Whatever is taken, the long way would take, too: the published JSON Schema accepts the document, and no key in it stands
twice. What is wrong with a document, if anything is, only the long way tells.
"""

from __future__ import annotations

from dataclasses import fields

from converter.formats.published_types import read_published
from converter.limits import MAX_PARTS, most_parts
from converter.model import (
    Author,
    Correction,
    Diagnostic,
    Edition,
    Generator,
    Mark,
    Marker,
    Meta,
    Omitted,
    PaidSpan,
    Paragraph,
    Place,
    Projection,
    Report,
    Result,
    Section,
    Source,
    Target,
)
from converter.validation.json_reading import parts_of
from converter.validation.rules.view import View

#: How many keys an object of each kind has.
_KEYS = {
    kind: len(fields(kind))
    for kind in (
        Report, Meta, Place, Author, Section, Marker, Paragraph, Mark, Target, PaidSpan, Diagnostic, Source, Edition,
        Generator, Result, Correction, Projection, Omitted,
    )
}  # fmt: skip


def read_ours(data: bytes) -> View | None:
    """The report in ``data``, JSON in UTF-8 without a mark, or ``None`` when there is need for a closer look."""
    if len(data) > MAX_PARTS and parts_of(data) > most_parts(len(data)):
        return None
    report = read_published(data)
    if report is None:
        return None
    view = View(report)
    if any((section.heading is None) is not (section.heading_span is None) for section in view.sections):
        return None
    return view if _each_key_once(view, data) else None


def _each_key_once(view: View, data: bytes) -> bool:
    """Whether it is sure that no key of ``data`` stands twice.

    A colon stands behind a key or in a text. So as many colons as the report has keys and colons in texts prove that no
    key was lost or is unknown; if texts that are not counted here hold none, and none is written as an escape.
    """
    return data.count(b":") == _keys(view) + _colons(view)


def _keys(view: View) -> int:
    """How many keys the report has as JSON: every object has all of its own."""
    report, meta, sections = view.report, view.report.meta, view.sections
    paragraphs = [paragraph for _, paragraph in view.paragraphs]
    several = {
        Section: len(sections),
        Marker: len(sections) - [section.marker for section in sections].count(None),
        Paragraph: len(paragraphs),
        Mark: sum([len(paragraph.marks) for paragraph in paragraphs]),
        Target: len(report.targets),
        PaidSpan: len(report.paid_spans),
        Diagnostic: len(report.diagnostics),
        Place: int(meta.place is not None),
        Result: len(report.results),
        Correction: len(report.corrections),
        Projection: int(report.source.projection is not None),
        Omitted: len(report.source.omitted),
        Author: int(meta.author is not None),
    }
    return sum(keys * several.get(kind, 1) for kind, keys in _KEYS.items())


def _colons(view: View) -> int:
    """How many colons stand in the texts where they are common."""
    report = view.report
    texts = [leaf.text for leaf in view.leaves]
    texts += [text for _, text in view.layout]
    texts += [target.text for target in report.targets]
    texts += [result.text for result in report.results]
    texts += [diagnostic.message for diagnostic in report.diagnostics]
    return "".join([*texts, report.meta.title or "", report.meta.salutation or ""]).count(":")
