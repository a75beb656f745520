"""The door to what a format states about looks: plain text states nothing, and does not load the rules for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from converter.layout import Block

if TYPE_CHECKING:
    from converter.outline.stated_looks import Page


def page_of(blocks: Sequence[Block]) -> Page | None:
    """How the text of ``blocks`` is set, where the format of their file states it; all of a text have facts or none."""
    if not blocks or blocks[0].facts is None:
        return None
    from converter.outline.stated_looks import read_page

    return read_page(blocks)
