"""A text as the evidence looks at it: signs of one width, figures alike, and once more without its stops."""

from __future__ import annotations

import re
from bisect import bisect_left
from zlib import crc32

from converter.language import stops

_WIDE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
#: Figures look alike: that a number stands there tells something, which one it is tells nothing.
_FIGURES = dict.fromkeys("0123456789０１２３４５６７８９", "0")
_ALIKE = str.maketrans({**_WIDE, **_FIGURES})
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
_BLANKS = " \u3000\t\xa0"
#: What is taken out before missing stops are looked for. The enumeration comma stays: it parts words, not clauses.
DROPPED = "".join(sign for sign in dict.fromkeys(stops.STOPS.translate(_ALIKE)) if sign != stops.ENUMERATION_COMMA)
_DROPPED = re.compile(f"[{DROPPED}{_BLANKS}]")
_OPENING = frozenset("（“《")
_BRACKET = re.compile("[（“《）”》]")
_DEEPEST = 3
#: How many characters on either side are looked at.
REACH = 4


def alike(text: str) -> str:
    """``text`` with signs of one width and figures alike, character for character."""
    return _BEYOND_BMP.sub("□", text.translate(_ALIKE))


def hashed(salt: int, text: str) -> int:
    """A number for ``text`` that is the same on every machine; ``salt`` parts the features."""
    return crc32(text.encode("utf-16-le"), salt)


class Characters:
    """``text``, its :func:`alike` form ``normal``, and what of it is left without stops and blanks."""

    __slots__ = ("_bare", "_gone", "depths", "normal", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.normal = alike(text)
        self._gone = [found.start() for found in _DROPPED.finditer(self.normal)]
        bare = _DROPPED.sub("", self.normal)
        self._bare = ("\x01" * REACH + bare + "\x02" * REACH).encode("utf-16-le")
        self.depths = _depths(self.normal)

    def around(self, place: int) -> tuple[bytes, int]:
        """The bytes of the text without stops, and where ``place`` stands in them; two bytes a character."""
        return self._bare, 2 * (place - bisect_left(self._gone, place) + REACH)


def _depths(normal: str) -> list[int]:
    """How many brackets and quotes are open before each character, three at most, and at the end."""
    depths: list[int] = []
    depth = 0
    for found in _BRACKET.finditer(normal):
        place = found.start()
        depths += [depth] * (place - len(depths))
        if normal[place] in _OPENING:
            depths.append(depth)
            depth = min(depth + 1, _DEEPEST)
        else:
            depth = max(depth - 1, 0)
            depths.append(depth)
    depths += [depth] * (len(normal) + 1 - len(depths))
    return depths
