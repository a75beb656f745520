"""The bounds of what is read, which keep a mistake or a bomb from taking a machine (promise 7 of the design)."""

from __future__ import annotations

#: The most bytes of one text that is read as a report.
MAX_BYTES = 256 << 20
