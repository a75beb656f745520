"""How the lines of a text end. In the decoded text every CRLF and CR is one LF, as text-mode readers and XML 1.0 §2.11
have it; how the line ends were written is a fact of the source, so that the same bytes can be written again."""

from __future__ import annotations

from converter.model import Newline
from converter.patterns import late
from converter.source.readings import Reading

_LINE_END = late("\r\n|\r|\n")
_WRITTEN: dict[Newline | None, str] = {"crlf": "\r\n", "cr": "\r"}
_SEPARATORS = ("\u2028", "\u2029")


def newline_of(text: str) -> Newline | None:
    """The one kind of line end that ``text`` was written with, ``mixed`` for several, ``None`` for a text of one line.

    U+2028 and U+2029 count as ``ls``.
    """
    crlf = text.count("\r\n") if "\r" in text else 0
    found: dict[Newline, bool] = {
        "lf": text.count("\n") > crlf if crlf else "\n" in text,
        "crlf": crlf > 0,
        "cr": text.count("\r") > crlf if crlf else "\r" in text,
        "ls": any(mark in text for mark in _SEPARATORS),
    }
    kinds = [kind for kind, holds in found.items() if holds]
    if not kinds:
        return None
    return kinds[0] if len(kinds) == 1 else "mixed"


def written_as(newline: Newline | None) -> str:
    """What an LF of the decoded text was in the file, when nothing else is said of it."""
    return _WRITTEN.get(newline, "\n")


def fits(text: str, newline: Newline | None) -> bool:
    """Whether ``newline`` can be true of the decoded ``text``."""
    lines, separators = "\n" in text, any(mark in text for mark in _SEPARATORS)
    if newline == "mixed":
        return lines
    return (lines, separators) == (newline in ("lf", "crlf", "cr"), newline == "ls")


def unified(reading: Reading, newline: Newline | None, codec: str) -> Reading:
    """``reading`` with one LF for each CRLF and CR, and its offsets moved.

    A line end that is not written as ``newline`` has it becomes a variant, with its bytes.
    """
    text = reading.text
    if "\r" not in text:
        return reading
    usual = written_as(newline)
    odd: list[tuple[int, str]] = []
    pairs: list[int] = []  # the place in ``text`` of each CRLF
    for match in _LINE_END.finditer(text):
        if match[0] != usual:
            odd.append((match.start() - len(pairs), match[0].encode(codec).hex()))
        if match[0] == "\r\n":
            pairs.append(match.start())
    return Reading(
        text.replace("\r\n", "\n").replace("\r", "\n"),
        _moved(reading.undecodable, pairs),
        sorted(_moved(reading.variants, pairs) + odd),
    )


def _moved(marks: list[tuple[int, str]], pairs: list[int]) -> list[tuple[int, str]]:
    """``marks``, in order, each back by the number of CRLF before it."""
    moved: list[tuple[int, str]] = []
    passed = 0
    for offset, written in marks:
        while passed < len(pairs) and pairs[passed] < offset:
            passed += 1
        moved.append((offset - passed, written))
    return moved
