"""The content of a report, and what of it is free: for leaves to be cut, and for words that may be quoted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from converter.model import Report, Span
from converter.model.source_map import SourceMap
from converter.model.walk import leaves

_SENTENCE_END = re.compile("[。！？；!?;]")
_BLANKS = re.compile(r"\s+")
_YEAR = re.compile("(?=([12][0-9]{3}))")

#: What a target or a diagnostic says of a place stands so near, in characters of free text before or after. A bound
#: keeps the work in proportion to the text.
_NEAR_BEFORE = 2000
_NEAR_AFTER = 200


class FreeContent:
    """The content of a full edition, leaf after leaf, with its free part. Places are given in the source."""

    def __init__(self, report: Report) -> None:
        texts = [leaf.text for leaf in leaves(report)]
        self._content = "".join(texts)
        self._borders = _sentence_borders(texts, self._content)
        self._source_map = SourceMap.of(report)
        before = self._source_map.content_before
        self._free_map = SourceMap([(before(paid.span[0]), before(paid.span[1])) for paid in report.paid_spans])
        self._free = self._cut((0, len(self._content)))
        self._free_words = _BLANKS.sub("", self._free)
        self._years = frozenset(_YEAR.findall(self._free))

    def cut(self, span: Span) -> str:
        """The free content of ``span``."""
        return self._cut(self._in_content(span))

    def is_free(self, span: Span) -> bool:
        """Whether nothing of the content of ``span`` is paid."""
        return self._is_free(self._in_content(span))

    def is_free_sentence(self, span: Span) -> bool:
        """Whether nothing is paid from the end of the sentence before ``span`` to the end of its own."""
        start, end = self._in_content(span)
        first = bisect_right(self._borders, start) - 1
        last = min(bisect_left(self._borders, end), len(self._borders) - 1)
        return self._is_free((self._borders[first], self._borders[last]))

    def names_year(self, year: str) -> bool:
        """Whether the free content has ``year`` in figures."""
        return year in self._years

    def quotes(self, words: Iterable[str], span: Span | None) -> bool:
        """Whether each of ``words`` stands in the free content near ``span``, blanks left aside."""
        wanted = [_BLANKS.sub("", word) for word in words]
        if not wanted:
            return True
        near = self._free_words if span is None else _BLANKS.sub("", self._near(self._in_content(span)))
        return all(word in near for word in wanted)

    def _near(self, content: Span) -> str:
        start, end = self._free_map.content_before(content[0]), self._free_map.content_before(content[1])
        return self._free[max(start - _NEAR_BEFORE, 0) : end + _NEAR_AFTER]

    def _in_content(self, span: Span) -> Span:
        return self._source_map.content_before(span[0]), self._source_map.content_before(span[1])

    def _cut(self, content: Span) -> str:
        return "".join([self._content[start:end] for start, end in self._free_map.segments(content)])

    def _is_free(self, content: Span) -> bool:
        start, end = content
        return self._free_map.content_before(end) - self._free_map.content_before(start) == end - start


def _sentence_borders(texts: list[str], content: str) -> list[int]:
    """Where sentences and leaves begin and end in the content, in order."""
    stops = [stop.end() for stop in _SENTENCE_END.finditer(content)]
    return sorted({*accumulate(map(len, texts), initial=0), *stops})
