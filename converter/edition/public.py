"""The public edition: a report without what stands between paid markers (CONVENTIONS §2, paid sections).

Ids, spans and levels are those of the full edition, so that the two can be laid side by side: the text of a leaf is the
source at its span less the layout *and less the paid spans* in it. Whatever was derived from the text (metadata,
targets, diagnostics) stays only where the free text alone gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from converter.collector import collector_paused
from converter.edition.cutting import cut_tree
from converter.edition.free_content import FreeContent
from converter.meta import read_meta
from converter.model import Correction, Diagnostic, Meta, Report, Result, Source, Span, Target
from converter.model.source_map import SourceMap
from converter.model.walk import leaves, sections

_IDEOGRAPHS = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_Stated = TypeVar("_Stated", Target, Result)
_UNQUOTABLE = "what it quotes is left out of the public edition"


def public(report: Report) -> Report:
    """The public edition of ``report``: no paid text in any field; ``edition`` says how much is left out.

    A report that is a public edition already is returned as it is.
    """
    if report.edition.kind == "public":
        return report
    with collector_paused():
        return _cut(report, FreeContent(report))


def _cut(report: Report, free: FreeContent) -> Report:
    tree, edition = cut_tree(report, free)
    cut = replace(
        report,
        front=tree.front,
        preamble=tree.preamble,
        sections=tree.sections,
        closing=tree.closing,
        back=tree.back,
        meta=_agreed(report.meta, read_meta(tree)),
        source=_source(report),
        edition=edition,
    )
    kept = _Kept(report, cut, free)
    cut.targets = list(kept.stated(report.targets))
    cut.results = list(kept.stated(report.results))
    cut.diagnostics = list(kept.diagnostics(report.diagnostics))
    cut.corrections = list(kept.corrections(report.corrections))
    return cut


def _agreed(full: Meta, free: Meta) -> Meta:
    """The fields on which the metadata of the whole text and of the free text agree."""
    agreed = Meta(document_type=full.document_type if full.document_type == free.document_type else "other")
    for name in Meta.__dataclass_fields__:
        if name != "document_type" and getattr(full, name) == getattr(free, name):
            setattr(agreed, name, getattr(full, name))
    return agreed


def _source(report: Report) -> Source:
    """The facts of the source without what stands in paid spans; the original bytes hold what is paid, too."""
    source = report.source
    free = SourceMap([paid.span for paid in report.paid_spans])

    def is_free(span: Span) -> bool:
        return free.segments(span) == [span]

    return replace(
        source,
        layout=[
            (start, text[start - at : end - at])
            for at, text in source.layout
            for start, end in free.segments((at, at + len(text)))
        ],
        undecodable=[(at, written) for at, written in source.undecodable if is_free((at, at + 1))],
        variants=[(at, written) for at, written in source.variants if is_free((at, at + 1))],
        generated=[(start, end, kind) for start, end, kind in source.generated if is_free((start, end))],
        original=None,
    )


class _Kept:
    """What the public edition keeps of what was said about the text."""

    def __init__(self, report: Report, cut: Report, free: FreeContent) -> None:
        self._free = free
        self._paragraphs = {leaf.paragraph.id for leaf in leaves(cut) if leaf.paragraph}
        self._sections = {section.id for section in sections(cut)}
        self._headings = {section.id for section in sections(cut) if section.heading is not None}
        self._years_agree = report.meta.target_year == cut.meta.target_year

    def stated(self, stated: Sequence[_Stated]) -> Iterator[_Stated]:
        """The targets or results of sentences that are wholly free, with their words standing in the free text."""
        for one in stated:
            words = [word for word in (one.text, one.indicator, one.unit, one.scope) if word]
            if self._has_home(one) and self._free.is_free_sentence(one.span) and self._free.quotes(words, one.span):
                yield self._dated(one)

    def _has_home(self, stated: Target | Result) -> bool:
        if stated.paragraph is not None:
            return stated.paragraph in self._paragraphs
        return stated.section in self._headings

    def _dated(self, stated: _Stated) -> _Stated:
        """Without the period where the free text alone does not give it."""
        if self._years_agree or (stated.period is not None and self._free.names_year(stated.period[:4])):
            return stated
        if isinstance(stated, Target):
            return replace(stated, period=None, period_start=None, period_end=None)
        return replace(stated, period=None)

    def diagnostics(self, diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """The diagnostics of free places; a message that quotes what is not free is replaced."""
        for diagnostic in diagnostics:
            if diagnostic.span is not None and not self._free.is_free(diagnostic.span):
                continue
            quotable = self._free.quotes(_IDEOGRAPHS.findall(diagnostic.message), diagnostic.span)
            yield replace(
                diagnostic,
                message=diagnostic.message if quotable else _UNQUOTABLE,
                section=diagnostic.section if diagnostic.section in self._sections else None,
            )

    def corrections(self, corrections: Sequence[Correction]) -> Iterator[Correction]:
        """The corrections of free places that quote nothing paid."""
        for correction in corrections:
            written = (correction.heading, correction.value, correction.reason)
            words = [run for text in written if text for run in _IDEOGRAPHS.findall(text)]
            free = correction.span is None or self._free.is_free(correction.span)
            if free and self._free.quotes(words, correction.span):
                yield correction
