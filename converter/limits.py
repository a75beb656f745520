"""The bounds of what is read, which keep a mistake or a bomb from taking a machine (promise 7 of the design)."""

from __future__ import annotations

#: The most bytes of one text that is read as a report.
MAX_BYTES = 256 << 20

#: The most bytes of a report in JSON or XML, eight times the longest text: as much as a parser of XML counts.
MAX_REPORT_BYTES = (2 << 30) - 1

#: A document of more parts than this (objects, lists, elements, attributes), and denser than any report, is refused.
MAX_PARTS = 1_200_000
_BYTES_A_PART = 6


def most_parts(size: int) -> int:
    """How many parts a report of ``size`` bytes may have, so that what is built stays in proportion to what is read."""
    return max(MAX_PARTS, size // _BYTES_A_PART)
