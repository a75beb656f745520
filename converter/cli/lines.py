"""Offsets of a source text as lines and columns, which is where an editor takes a person."""

from __future__ import annotations

from bisect import bisect_right

from converter.patterns import late

_LINE_END = late("[\n\u2028\u2029]")


class Lines:
    """Where the lines of a decoded ``text`` begin; a CRLF and a CR of the file are an LF in it."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, offset: int) -> str:
        """``line:column`` of the code point at ``offset``, both from 1."""
        line = bisect_right(self._starts, offset)
        return f"{line}:{offset - self._starts[line - 1] + 1}"
