"""The meta room as a whole."""

from __future__ import annotations

from converter.model import Meta
from converter.outline import Outline


def read_meta(outline: Outline) -> Meta:
    """Read the metadata fields of CONVENTIONS §4 from the front, the back and the body."""
    return Meta()
