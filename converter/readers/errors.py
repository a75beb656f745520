"""What no reader can do."""

from __future__ import annotations


class ReaderError(ValueError):
    """The file cannot be read. The sentence says what was found and what would be right, and does not name the file."""
