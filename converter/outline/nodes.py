"""What the rooms of the outline hand to each other: how each block is read, before it is published."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.language.markers import MarkerMatch
from converter.layout import Block
from converter.model import Span

#: The run of boxes, until they take that of the nodes among which they stand.
BOX = "box"


@dataclass(slots=True)
class Opening:
    """How a node opens at ``start`` of a block: its marker, its heading, and where its body starts.

    ``run`` names the run the node belongs to (its marker series, ``lead``, ``heading`` …); ``rank`` is the usual level
    of the family, ``None`` when it floats below whatever introduced it. ``level`` is the depth in the tree where a
    person has said it.
    """

    start: int
    run: str
    rank: float | None
    match: MarkerMatch | None
    heading: Span | None
    run_in: bool
    body: int
    level: int | None = None


@dataclass(slots=True)
class BlockReading:
    """How a block is read: what opens it (``None`` for a plain paragraph), and the items inside it in order.

    ``rest`` is where the text after the last item starts, when that text no longer belongs to the item.
    """

    block: Block
    opening: Opening | None = None
    items: list[Opening] = field(default_factory=list)
    rest: int | None = None
