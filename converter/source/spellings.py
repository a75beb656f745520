r"""Characters that programs wrote out, ``&ldquo;`` ``&#8220;`` ``\u3000``, and radicals written for characters.

In the decoded text each stands as the one character that is meant; how it was written is kept with its place among the
variants, like a character that an encoding has twice.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.language.lookalikes import RADICALS
from converter.model import Span
from converter.patterns import late
from converter.source.garbling import encoded_with_repair
from converter.source.readings import Reading

#: ``&ldquo;``, ``&ldquo`` , ``&#8220;``, ``&#x201C;``, and escaped once more: ``&amp;ldquo;``.
_REFERENCE = late(
    r"&(?:amp;){0,3}(?P<of>(?P<name>[A-Za-z][A-Za-z0-9]{1,31})|#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6}))(?P<end>;?)"
)
#: What a program prints for white space and for characters outside ASCII; ``C:\new`` is a path.
_ESCAPE = late(
    r"(?P<pair>\\{1,2}u[dD][89abAB][0-9A-Fa-f]{2}\\{1,2}u[dD][c-fC-F][0-9A-Fa-f]{2})"
    r"|\\{1,2}u(?P<code>[0-9A-Fa-f]{4})|(?:\\{1,2}r)?\\{1,2}(?P<blank>[nrt])(?![A-Za-z])"
)
_BLANKS = {"n": "\n", "r": "\n", "t": "\t"}
#: Characters that stand in a text for themselves: no controls, line separators or halves of pairs.
_CARRIED = late("[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")
_RADICAL = re.compile(f"[{''.join(RADICALS)}]")


class Spelling(NamedTuple):
    """A stretch of a text that is written for one ``character``."""

    start: int
    end: int
    character: str


def resolved(reading: Reading, codec: str, repair: str | None = None) -> tuple[Reading, list[Span]]:
    """``reading`` with the character for each spelling, and where in it the references and escapes were.

    The bytes of each are those of ``codec``, in a text that was garbled before ``repair``.
    """
    text = reading.text
    told = {at for at, _ in (*reading.variants, *reading.undecodable)}  # bytes cannot be told twice
    spellings = [s for s in _spellings(text) if not told or told.isdisjoint(range(s.start, s.end))]
    if not spellings:
        return reading, []
    pieces: list[str] = []
    written: list[tuple[int, str]] = []
    places: list[Span] = []
    position = length = 0
    for start, end, character in spellings:
        pieces += (text[position:start], character)
        length += start - position
        written.append((length, encoded_with_repair(text[start:end], codec, repair).hex()))
        if end - start > 1:
            places.append((length, length + 1))
        position, length = end, length + 1
    pieces.append(text[position:])
    return (
        Reading(
            "".join(pieces),
            _moved(reading.undecodable, spellings),
            sorted([*_moved(reading.variants, spellings), *written]),
        ),
        places,
    )


def _spellings(text: str) -> list[Spelling]:
    found: list[Spelling] = []
    if "&" in text:
        found += (Spelling(*match.span(), c) for match in _REFERENCE.finditer(text) if (c := _referred(match)))
    if "\\" in text:
        found += (Spelling(*match.span(), c) for match in _ESCAPE.finditer(text) if (c := _escaped(match)))
    found += (Spelling(*match.span(), RADICALS[match[0]]) for match in _RADICAL.finditer(text))
    return sorted(found)


def _referred(match: re.Match[str]) -> str | None:
    """The character that a reference stands for; ``None`` when it is none: ``R&D``, ``?id=1&order=2``."""
    from html import unescape  # the table of names is long, and most texts hold no reference

    if match["name"] and not match["end"]:
        behind = match.string[match.end() : match.end() + 1]
        if not match["name"].islower() or behind == "=" or (behind.isascii() and behind.isalnum()):
            return None
    found = unescape(f"&{match['of']};")
    return found if _is_carried(found) else None


def _escaped(match: re.Match[str]) -> str | None:
    if match["blank"]:
        return _BLANKS[match["blank"]]
    if match["pair"]:
        digits = re.findall("u([0-9A-Fa-f]{4})", match["pair"])
        return bytes.fromhex("".join(digits)).decode("utf-16-be")
    found = chr(int(match["code"], 16))
    return found if _is_carried(found) else None


def _is_carried(found: str) -> bool:
    return len(found) == 1 and _CARRIED.match(found) is not None


def _moved(marks: list[tuple[int, str]], spellings: list[Spelling]) -> list[tuple[int, str]]:
    """``marks``, in order, each back by what the spellings before it were longer than their characters."""
    moved: list[tuple[int, str]] = []
    shorter = index = 0
    for offset, written in marks:
        while index < len(spellings) and spellings[index].end <= offset:
            shorter += spellings[index].end - spellings[index].start - 1
            index += 1
        moved.append((offset - shorter, written))
    return moved
