"""Where a stop seems to be missing: ``…实现新提升`` | ``坚持把实体经济…``.

Texts teach this by themselves: take their stops out, and ask where they were. The characters on both sides of a place
tell it, one to three of them on each side and one of each together, through hashed numbers only.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from converter.layout.lost_breaks.evidence.characters import Characters

#: The unit of evidence: so many parts of the natural logarithm of the odds.
UNIT = 16
#: The windows of characters that are looked at: how many before the place, how many after it.
WINDOWS = ((1, 0), (0, 1), (2, 0), (0, 2), (3, 0), (0, 3), (1, 1))
_BYTES = tuple((salt, 2 * before, 2 * after) for salt, (before, after) in enumerate(WINDOWS))


def windows(characters: Characters, place: int, size: int) -> Iterator[int]:
    """The numbers of the windows around ``place``, below ``size`` (a power of two)."""
    data, at = characters.around(place)
    for salt, before, after in _BYTES:
        yield crc32(data[at - before : at + after], salt) & (size - 1)


class StopWeights:
    """What each window says: that some stop is missing, and that it would end a sentence rather than a clause."""

    __slots__ = ("some_base", "some_weights", "strong_base", "strong_weights")

    def __init__(self, some: memoryview, some_base: int, strong: memoryview, strong_base: int) -> None:
        self.some_weights, self.some_base = some, some_base
        self.strong_weights, self.strong_base = strong, strong_base

    def some(self, characters: Characters, place: int) -> int:
        """The evidence that a stop is missing at ``place``."""
        return self.some_base + _sum(self.some_weights, characters, place)

    def strong(self, characters: Characters, place: int) -> int:
        """The evidence that what is missing at ``place`` ends a sentence."""
        return self.strong_base + _sum(self.strong_weights, characters, place)


def _sum(weights: memoryview, characters: Characters, place: int) -> int:
    data, at = characters.around(place)
    mask = len(weights) - 1
    total = 0
    for salt, before, after in _BYTES:
        total += weights[crc32(data[at - before : at + after], salt) & mask]
    return total
