"""Sentences of a paragraph: cut at stops outside quotation marks and brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.language.stops import BRACKETS, DOTS, QUOTES, SENTENCE_STOPS
from converter.model import Span

#: A quotation or bracket that is not closed within this many characters is a slip, and its stops count.
LONGEST_QUOTE = 120
_PAIRS = [(re.escape(pair[0]), re.escape(pair[1])) for pair in (*QUOTES, *BRACKETS)]
_QUOTED = "|".join(f"{a}[^{a}{b}]{{0,{LONGEST_QUOTE}}}+{b}" for a, b in _PAIRS)
_OPENERS = "".join(a for a, _ in _PAIRS)
_STOPS = SENTENCE_STOPS + DOTS
#: Half-width texts end their sentences with a dot; the dot of a number or a name is none.
_NO_STOP = "[.．](?:(?<![\u4e00-\u9fff”）)%％].)|(?=[0-9０-９A-Za-z]))"
_PLAIN = f"[^{_STOPS}{_OPENERS}]*+"
#: Group 1 is the sentence without its stop.
_SENTENCE = re.compile(f"({_PLAIN}(?:(?:{_QUOTED}|[{_OPENERS}]|{_NO_STOP}){_PLAIN})*+)[{_STOPS}]?")


class Sentence(NamedTuple):
    """A sentence ``text[start:end]`` with its stop at ``text[end]``; ``stop`` is ``None`` at the end of the text."""

    start: int
    end: int
    stop: str | None

    @property
    def after(self) -> int:
        """Where the next sentence starts: behind the stop."""
        return self.end + (self.stop is not None)


def first_sentence(text: str, start: int = 0, end: int | None = None) -> Sentence | None:
    """The first sentence of ``text[start:end]``, blanks before it left out; ``None`` when there are only blanks."""
    match = _SENTENCE.match(text, start, len(text) if end is None else end)
    assert match is not None  # an empty stretch is matched, too
    after = match.end()
    close = match.end(1)
    if start < close and text[start].isspace():
        start = skip_blanks(text, start, close)
    if start == after:
        return None
    return Sentence(start, close, text[close] if close < after else None)


def sentences_before_others(text: str, start: int) -> list[str]:
    """The sentences of ``text[start:]`` but the last, in order, each without its stop, which is one character."""
    return _SENTENCE.findall(text, start)[:-2]  # the last, and the nothing behind it


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
