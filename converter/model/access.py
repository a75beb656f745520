"""Who may see a part of the report: free, paid or mixed, as its characters of content are (CONVENTIONS §2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from converter.model.report import Access, Report, Span
from converter.model.source_map import SourceMap
from converter.model.walk import paragraphs, sections


class PaidContent:
    """What of the content of a document is paid. Two paid spans with nothing but layout between them are as one.

    ``paid`` are the paid spans, in order and apart; ``source_map`` knows the layout.
    """

    __slots__ = ("_content", "_free")

    def __init__(self, paid: Iterable[Span], source_map: SourceMap) -> None:
        before = source_map.content_before
        self._content: Final = source_map
        self._free: Final = SourceMap([(before(start), before(end)) for start, end in paid])

    @classmethod
    def of_report(cls, report: Report) -> PaidContent:
        """The paid content of a report, full edition, whose layout and paid spans are in order."""
        return cls([paid.span for paid in report.paid_spans], SourceMap.of(report))

    def access(self, span: Span) -> Access:
        """How much of the content of ``span`` is paid: none, all or some."""
        start, end = self._content.content_before(span[0]), self._content.content_before(span[1])
        free = self._free.content_before(end) - self._free.content_before(start)
        if free == end - start:
            return "free"
        return "mixed" if free else "paid"


def settle_access(report: Report) -> None:
    """Say of every section and paragraph whether it is free, paid or mixed; its layout and paid spans are in order.

    A section spans its own leaves and those below it, so its span says what is paid of it.
    """
    if not report.paid_spans:
        return
    content = PaidContent.of_report(report)
    for section in sections(report):
        section.access = content.access(section.span)
    for _, paragraph in paragraphs(report):
        paragraph.access = content.access(paragraph.span)
