"""How wide text is on paper."""

from __future__ import annotations


def columns(text: str) -> int:
    """The width of ``text``: two for Chinese characters and full-width signs, one for ASCII."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))
