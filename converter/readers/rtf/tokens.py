"""The tokens of RTF: groups, control words with their numbers, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from converter.patterns import late

_TOKEN = late(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)


class Token(NamedTuple):
    """A control word (``word``, ``number``), bytes of text (``text``), or a brace (``word`` is ``{`` or ``}``).

    Control symbols are control words of one sign. ``written`` counts the characters that a reader without Unicode would
    see: those that ``\\uc`` counts.
    """

    word: str | None
    number: int | None = None
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of ``data``; the bytes behind ``\\bin`` are passed over."""
    position = 0
    while position < len(data):
        found = _TOKEN.match(data, position)
        if found is None:
            position += 1
            continue
        position = found.end()
        word, number, hexadecimal, symbol, brace, text = found.groups()
        if word is not None:
            name, value = word.decode("ascii"), int(number) if number else None
            if name == "bin":
                position += max(value or 0, 0)
            else:
                yield Token(name, value)
        elif hexadecimal is not None:
            yield Token(None, None, bytes((int(hexadecimal, 16),)))
        elif symbol is not None:
            yield Token(symbol.decode("latin-1"))
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        elif text is not None:
            yield Token(None, None, text)
