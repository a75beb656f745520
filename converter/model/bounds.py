"""What the published model bounds: no report of anyone comes near, and every reader of JSON or XML takes it."""

from __future__ import annotations

#: How deep sections may nest: far beyond any report, and within what parsers of JSON (128 levels) and XML (256) take.
MAX_LEVEL = 32

#: The largest integer that every reader of JSON keeps exact (RFC 8259 §6); no number of a report is larger, either.
MAX_INTEGER = 2**53 - 1
