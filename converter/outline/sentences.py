"""Sentences of a paragraph: cut at stops outside quotation marks and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」", "『": "』", "【": "】", "〔": "〕"}
_CLOSE = frozenset(_OPEN.values())
_STOPS = frozenset("。！？；;!?")
_SCAN = re.compile("[。！？；;!?：:“”‘’《》（）()「」『』【】〔〕]")
#: A quotation or bracket that is not closed within this many characters is a slip, and stops count again.
LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence ``text[start:end]`` with its stop at ``text[end]``; ``stop`` is ``None`` at the end of the text."""

    start: int
    end: int
    stop: str | None

    @property
    def after(self) -> int:
        """Where the next sentence starts: behind the stop."""
        return self.end + (self.stop is not None)


def sentences(text: str, start: int = 0, end: int | None = None, stops: frozenset[str] = _STOPS) -> Iterator[Sentence]:
    """The sentences of ``text[start:end]`` in order. Offsets are indexes of ``text``."""
    limit = len(text) if end is None else end
    closers: list[tuple[str, int]] = []
    begin = start
    for match in _SCAN.finditer(text, start, limit):
        character, at = match.group(), match.start()
        if closers and at - closers[0][1] > LONGEST_QUOTE:
            closers.clear()
        if character in _OPEN:
            closers.append((_OPEN[character], at))
        elif character in _CLOSE:
            if any(closer == character for closer, _ in closers):
                while closers.pop()[0] != character:
                    pass
        elif character in stops and not closers:
            yield Sentence(begin, at, character)
            begin = at + 1
    if begin < limit:
        yield Sentence(begin, limit, None)


def first_sentence(text: str, start: int = 0, end: int | None = None) -> Sentence | None:
    """The first sentence of ``text[start:end]``, or ``None`` when that is empty."""
    return next(sentences(text, start, end), None)
