"""What a sentence promises, before it is published as a target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from converter.language.numerals import ONE
from converter.model import Comparator, Direction, Measure, Span, Strength
from converter.targets.what.quantities import Quantity


@dataclass(slots=True)
class DraftTarget:
    """A target before it is published: ``span`` is a range of the passage's text."""

    span: Span
    indicator: str | None
    measure: Measure
    comparator: Comparator
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    base: str | None = None
    factor: Decimal = ONE
    direction: Direction | None = None
    period: str | None = None
    strength: Strength = "planned"
    redacted: bool = False
    kind: str | None = None
    scope: str | None = None
    reference: str | None = None
    base_year: int | None = None


_RATES = ("percent", "times", "points")
_RATE_UNITS = ("%", "％", "‰", "倍", "个百分点")


def alike(quantity: Quantity, last: DraftTarget) -> bool:
    """Whether both are rates or both amounts, so that one can share what the other measures."""
    return (quantity.kind in _RATES) == (last.unit in _RATE_UNITS)


def stated(
    quantity: Quantity,
    span: Span,
    indicator: str | None,
    measure: Measure,
    comparator: Comparator,
    direction: Direction | None,
) -> DraftTarget:
    """The draft that states ``quantity``; period and strength are those of a bare sentence."""
    return DraftTarget(
        span,
        indicator,
        measure,
        comparator,
        quantity.value,
        quantity.value_max,
        quantity.unit,
        quantity.base,
        quantity.factor,
        direction,
        None,
        "planned",
        quantity.redacted,
        quantity.kind,
    )
