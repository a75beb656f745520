"""Decisions of the rooms as data: what was decided at a place, by which rule, and what spoke for and against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from converter.model.report import Span

DecisionKind = Literal["front", "back", "marker", "heading", "lead", "inline_leads", "joined_line", "target"]
#: A decision by points is narrow when so few more or fewer would have turned it.
NARROW = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row of a table that spoke for or against, with its points."""

    row: str
    points: float


@dataclass(frozen=True, slots=True)
class Decision:
    """What a room decided about the text at ``span`` of the source.

    ``verdict`` says what it became and ``rule`` why, by name. A decision by points has its ``points``, how many it
    ``needed``, and the ``evidence`` that sums up to them; one by a rule alone has none.
    """

    kind: DecisionKind
    span: Span
    text: str
    verdict: str
    rule: str
    points: float | None = None
    needed: float | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_narrow(self) -> bool:
        """Whether little more or less would have turned it."""
        return self.points is not None and self.needed is not None and abs(self.points - self.needed) < NARROW
