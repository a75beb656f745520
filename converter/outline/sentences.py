"""Sentences of a paragraph: cut at stops outside quotation marks and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from converter.model import Span

#: A quotation or bracket that is not closed within this many characters is a slip, and its stops count.
LONGEST_QUOTE = 120
_QUOTES = tuple(zip("“‘《（(「『【〔", "”’》）)」』】〕", strict=True))
_QUOTED = "|".join(f"[{a}][^{a}{b}]{{0,{LONGEST_QUOTE}}}[{b}]" for a, b in _QUOTES)
_OPENERS = "".join(a for a, _ in _QUOTES)
#: Half-width texts end their sentences with a dot; the dot of a number or a name is none.
_DOT = "(?<=[\u4e00-\u9fff”）)%％])[.．](?![0-9０-９A-Za-z])"
_SENTENCE = re.compile(
    f"(?:[^。！？；;!?.．{_OPENERS}]++|{_QUOTED}|(?!{_DOT})[.．{_OPENERS}])*+(?P<stop>[。！？；;!?]|{_DOT})?"
)


class Sentence(NamedTuple):
    """A sentence ``text[start:end]`` with its stop at ``text[end]``; ``stop`` is ``None`` at the end of the text."""

    start: int
    end: int
    stop: str | None

    @property
    def after(self) -> int:
        """Where the next sentence starts: behind the stop."""
        return self.end + (self.stop is not None)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Sentence]:
    """The sentences of ``text[start:end]`` in order, blanks before them left out. Offsets are indexes of ``text``."""
    limit = len(text) if end is None else end
    for match in _SENTENCE.finditer(text, start, limit):
        begin, after = match.span()
        stop = match["stop"]
        close = after - 1 if stop else after
        if begin < close and text[begin].isspace():
            begin = skip_blanks(text, begin, close)
        if begin < after:
            yield Sentence(begin, close, stop)


def skip_blanks(text: str, start: int, end: int) -> int:
    """The first index in ``start..end`` that is no blank, or ``end``."""
    while start < end and text[start].isspace():
        start += 1
    return start


def quotations(text: str) -> list[Span]:
    """The outermost stretches of ``text`` between quotation marks ``“…”`` or ``‘…’``, in order."""
    found: list[Span] = []
    at = text.find("“")
    while at >= 0:
        end = text.find("”", at, at + LONGEST_QUOTE)
        if end < 0:
            end = at
        found.append((at, end + 1))
        at = text.find("“", end + 1)
    return found
