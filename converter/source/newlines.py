"""How the lines of a text end."""

from __future__ import annotations

from converter.model import Newline


def newline_of(text: str) -> Newline | None:
    """The one kind of line end that ``text`` uses, ``mixed`` for several, ``None`` for a text of one line.

    U+2028 and U+2029 count as ``ls``.
    """
    crlf = text.count("\r\n")
    counts: dict[Newline, int] = {
        "lf": text.count("\n") - crlf,
        "crlf": crlf,
        "cr": text.count("\r") - crlf,
        "ls": text.count("\u2028") + text.count("\u2029"),
    }
    kinds = [kind for kind, count in counts.items() if count]
    if not kinds:
        return None
    return kinds[0] if len(kinds) == 1 else "mixed"
