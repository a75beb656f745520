"""The back of a document: signature, issuer, printing date, notes, glossary."""

from __future__ import annotations

from collections.abc import Sequence

from converter.layout import Block
from converter.model import Role


def back_roles(blocks: Sequence[Block]) -> list[Role]:
    """The roles of the trailing blocks that are back matter; its length says how many blocks these are."""
    return []
