"""The public edition: a report without what stands between paid markers (CONVENTIONS §2, paid sections).

Ids, spans and levels are those of the full edition, so that the two can be laid side by side: the text of a leaf is the
source at its span less the layout *and less the paid spans* in it. Whatever was derived from the text (metadata,
targets, diagnostics) stays only where the free text alone gives it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from converter.meta import read_meta
from converter.model import (
    Correction,
    Diagnostic,
    Edition,
    Meta,
    Paragraph,
    Report,
    Result,
    Section,
    Source,
    Span,
    Target,
)
from converter.model.places import Places
from converter.model.walk import leaves, sections
from converter.outline import Outline

_IDEOGRAPHS = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_BLANKS = re.compile(r"\s+")
_SENTENCE_END = re.compile("[。！？；!?;]")
_Stated = TypeVar("_Stated", Target, Result)
_UNQUOTABLE = "what it quotes is left out of the public edition"


def public(report: Report) -> Report:
    """The public edition of ``report``: no paid text in any field; ``edition`` says how much is left out.

    A report that is a public edition already is returned as it is.
    """
    if report.edition.kind == "public":
        return report
    cutter = _Cutter(report)
    tree = Outline(
        front=cutter.paragraphs(report.front),
        preamble=cutter.paragraphs(report.preamble),
        sections=cutter.sections(report.sections),
        closing=cutter.paragraphs(report.closing),
        back=cutter.paragraphs(report.back),
    )
    cut = replace(
        report,
        front=tree.front,
        preamble=tree.preamble,
        sections=tree.sections,
        closing=tree.closing,
        back=tree.back,
        meta=_agreed(report.meta, read_meta(tree)),
        targets=[],
        results=[],
        diagnostics=[],
        corrections=[],
        source=_source(report.source, cutter),
        edition=Edition("public", cutter.omitted_characters, cutter.omitted_paragraphs),
    )
    free_text = _BLANKS.sub("", "\n".join(leaf.text for leaf in leaves(cut)))
    cut.targets = list(_stated(report.targets, report, cut, cutter, free_text))
    cut.results = list(_stated(report.results, report, cut, cutter, free_text))
    cut.diagnostics = list(_diagnostics(report, cut, cutter, free_text))
    cut.corrections = list(_corrections(report, cutter, free_text))
    return cut


class _Cutter:
    """Takes the paid stretches out of leaves, and counts what it takes."""

    def __init__(self, report: Report) -> None:
        self._places = Places(report)
        self._paid = sorted(paid.span for paid in report.paid_spans)
        self._ends = [end for _, end in self._paid]
        self.omitted_characters = 0
        self.omitted_paragraphs = 0

    def free(self, span: Span) -> Iterator[Span]:
        """The stretches of ``span`` that are not paid, in order."""
        start, end = span
        for index in range(bisect_right(self._ends, start), len(self._paid)):
            paid_start, paid_end = self._paid[index]
            if paid_start >= end:
                break
            if paid_start > start:
                yield start, paid_start
            start = max(start, paid_end)
        if start < end:
            yield start, end

    def is_free(self, span: Span) -> bool:
        """Whether nothing of ``span`` is paid."""
        start, end = span
        index = bisect_right(self._ends, start)
        return index == len(self._paid) or self._paid[index][0] >= end or start == end

    def text(self, text: str, span: Span) -> str:
        """The free part of the ``text`` of the leaf at ``span``."""
        if self.is_free(span):
            return text
        pieces: list[str] = []
        used = 0
        for start, end in self._places.segments(span):
            pieces += (text[used + a - start : used + b - start] for a, b in self.free((start, end)))
            used += end - start
        kept = "".join(pieces)
        self.omitted_characters += len(text) - len(kept)
        return kept

    def paragraphs(self, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
        """The paragraphs with their free parts; those without one are left out."""
        kept: list[Paragraph] = []
        for paragraph in paragraphs:
            text = self.text(paragraph.text, paragraph.span)
            self.omitted_paragraphs += len(text) < len(paragraph.text)
            if text.strip():
                marks = [mark for mark in paragraph.marks if self.is_free(mark.span)]
                rows = [[cell for cell in row if self.is_free(cell)] for row in paragraph.cells or ()]
                kept.append(replace(paragraph, text=text, marks=marks, cells=[row for row in rows if row] or None))
        return kept

    def sections(self, top: list[Section]) -> list[Section]:
        """The sections with their free parts; those of which nothing is left are left out."""
        root = Section("", "section", 0, None, None, None, False, (0, 0), subsections=top)
        order = [root]
        for section in order:
            section.subsections = [self._section(child) for child in section.subsections]
            order += section.subsections
        for section in reversed(order):
            section.subsections = [child for child in section.subsections if _has_content(child)]
        return root.subsections

    def _section(self, section: Section) -> Section:
        """A copy of ``section`` with its free parts, its subsections still those of the original."""
        marker = section.marker
        if marker and self.text(marker.text, marker.span) != marker.text:
            marker = None
        heading = self.text(section.heading, section.heading_span) if section.heading and section.heading_span else ""
        named = bool(heading.strip())
        return replace(
            section,
            marker=marker,
            heading=heading if named else None,
            heading_span=section.heading_span if named else None,
            run_in=section.run_in and named,
            body=self.paragraphs(section.body),
            interludes=self.paragraphs(section.interludes),
            tail=self.paragraphs(section.tail),
        )


def _has_content(section: Section) -> bool:
    return bool(
        section.marker or section.heading or section.body or section.subsections or section.interludes or section.tail
    )


def _agreed(full: Meta, free: Meta) -> Meta:
    """The fields on which the metadata of the whole text and of the free text agree."""
    agreed = Meta(document_type=full.document_type if full.document_type == free.document_type else "other")
    for name in Meta.__dataclass_fields__:
        if name != "document_type" and getattr(full, name) == getattr(free, name):
            setattr(agreed, name, getattr(full, name))
    return agreed


def _source(source: Source, cutter: _Cutter) -> Source:
    """The facts of the source without what stands in paid spans."""
    return replace(
        source,
        layout=[(a, text[a - at : b - at]) for at, text in source.layout for a, b in cutter.free((at, at + len(text)))],
        undecodable=[(at, written) for at, written in source.undecodable if cutter.is_free((at, at + 1))],
        variants=[(at, written) for at, written in source.variants if cutter.is_free((at, at + 1))],
        generated=[(start, end, kind) for start, end, kind in source.generated if cutter.is_free((start, end))],
        original=None,
    )


def _stated(
    stated: Sequence[_Stated], report: Report, cut: Report, cutter: _Cutter, free_text: str
) -> Iterator[_Stated]:
    """The targets or results of sentences that are wholly free, with their words standing in the free text."""
    kept = {paragraph_id for leaf in leaves(cut) if leaf.paragraph for paragraph_id in [leaf.paragraph.id]}
    kept_sections = {section.id for section in sections(cut)}
    sentences = _Sentences(report) if report.paid_spans and stated else None
    years_agree = report.meta.target_year == cut.meta.target_year
    for target in stated:
        stands = (target.paragraph is None or target.paragraph in kept) and (
            target.section is None or target.section in kept_sections
        )
        words = (target.text, target.indicator, target.unit, target.scope)
        quotable = all(_BLANKS.sub("", word) in free_text for word in words if word)
        if not stands or not quotable or (sentences and not cutter.is_free(sentences.around(target.span))):
            continue
        dated = years_agree or (target.period is not None and target.period[:4] in free_text)
        yield target if dated else _undated(target)


def _undated(stated: _Stated) -> _Stated:
    """Without the period, which the free text alone does not give."""
    if isinstance(stated, Target):
        return replace(stated, period=None, period_start=None, period_end=None)
    return replace(stated, period=None)


class _Sentences:
    """The sentence of the source around a place, within its leaf."""

    def __init__(self, report: Report) -> None:
        places = Places(report)
        borders: set[int] = set()
        for leaf in leaves(report):
            borders.update(leaf.span)
            reached = 0
            for start, end in places.segments(leaf.span):
                stops = _SENTENCE_END.finditer(leaf.text, reached, reached + end - start)
                borders.update(start + stop.end() - reached for stop in stops)
                reached += end - start
        self._borders = sorted(borders)

    def around(self, span: Span) -> Span:
        """The source span from the end of the sentence before ``span`` to the end of its own."""
        before = bisect_right(self._borders, span[0]) - 1
        after = bisect_left(self._borders, span[1])
        start = self._borders[before] if before >= 0 else span[0]
        return start, self._borders[after] if after < len(self._borders) else span[1]


def _corrections(report: Report, cutter: _Cutter, free_text: str) -> Iterator[Correction]:
    """The corrections of free places that quote nothing paid."""
    for correction in report.corrections:
        free = correction.span is None or cutter.is_free(correction.span)
        words = (correction.heading, correction.value, correction.reason)
        if free and all(run in free_text for word in words if word for run in _IDEOGRAPHS.findall(word)):
            yield correction


def _diagnostics(report: Report, cut: Report, cutter: _Cutter, free_text: str) -> Iterator[Diagnostic]:
    """The diagnostics of free places; a message that quotes what is not free is replaced."""
    kept = {section.id for section in sections(cut)}
    for diagnostic in report.diagnostics:
        if diagnostic.span is not None and not cutter.is_free(diagnostic.span):
            continue
        quoted = _IDEOGRAPHS.findall(diagnostic.message)
        quotable = all(run in free_text for run in quoted)
        yield replace(
            diagnostic,
            message=diagnostic.message if quotable else _UNQUOTABLE,
            section=diagnostic.section if diagnostic.section in kept else None,
        )
