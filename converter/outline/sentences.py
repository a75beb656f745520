"""Sentences of a paragraph: cut at stops outside quotation marks and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from converter.model import Span

_CLOSER = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」", "『": "』", "【": "】", "〔": "〕"}
_CLOSERS = frozenset(_CLOSER.values())
_SCAN = re.compile(
    "[“‘《（(「『【〔”’》）)」』】〕]"
    "|[。！？；;!?]"
    "|(?<=[\u4e00-\u9fff”）)%％])[.．](?![0-9０-９A-Za-z])"  # half-width texts end their sentences with a dot
)
#: A quotation or bracket that is not closed within this many characters is a slip, and stops count again.
LONGEST_QUOTE = 120


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
    """The sentences of ``text[start:end]`` in order, blanks around them left out. Offsets are indexes of ``text``."""
    limit = len(text) if end is None else end
    open_quotes: list[tuple[str, int]] = []
    for match in _SCAN.finditer(text, start, limit):
        character, at = match.group(), match.start()
        if open_quotes and at - open_quotes[0][1] > LONGEST_QUOTE:
            open_quotes.clear()
        if character in _CLOSER:
            open_quotes.append((_CLOSER[character], at))
        elif character in _CLOSERS:
            if any(closer == character for closer, _ in open_quotes):
                while open_quotes.pop()[0] != character:
                    pass
        elif not open_quotes:
            start = skip_blanks(text, start, at)
            yield Sentence(start, at, character)
            start = at + 1
    start = skip_blanks(text, start, limit)
    if start < limit:
        yield Sentence(start, limit, None)


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
