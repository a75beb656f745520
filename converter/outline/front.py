"""The front of a document: title lines, subtitle, author, date, salutation."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout import Block
from converter.model import Role


def front_roles(blocks: Sequence[Block]) -> list[Role]:
    """The roles of the leading blocks that are front matter; its length says how many blocks these are."""
    return []
