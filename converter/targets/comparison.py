"""Targets beside results: what a place planned for a year, and what its next report says was reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.model import Direction, Report, Result, Target
from converter.targets.named.indicator_codes import INDICATORS, fold
from converter.targets.what.units import read_unit

_RATES = frozenset({"growth", "decline"})
# What has one figure a year; of what is built and counted, only things of one name compare.
_STATISTICS = frozenset({"money", "rate", "change", "people", "visits", "mass"})


@dataclass(frozen=True, slots=True)
class Compared:
    """A target of a year and, from a later report of the same place, the result of that year.

    ``met`` is ``None`` where there is no result, or where the two do not compare.
    """

    place: str | None
    year: int
    planned: Report
    target: Target
    reported: Report | None
    result: Result | None
    reached: float | None
    met: bool | None


def compare(reports: Iterable[Report]) -> Iterator[Compared]:
    """Each target with a code of the reports, by place and year, beside the result of its year.

    Reports are of one place when they name it alike; a report that names none goes with the others that name none.
    """
    ordered = sorted(reports, key=lambda report: (_place(report) or "", report.meta.target_year or 0))
    reviews: dict[tuple[str | None, int | None], list[Report]] = {}
    for report in ordered:
        reviews.setdefault((_place(report), report.meta.review_year), []).append(report)
    for planned in ordered:
        year = planned.meta.target_year
        if year is None:
            continue
        later = [
            (other, _by_figure(other)) for other in reviews.get((_place(planned), year), ()) if other is not planned
        ]
        for target in planned.targets:
            if target.indicator_code is not None and target.period == str(year):
                yield _compared(planned, target, year, later)


def _place(report: Report) -> str | None:
    place = report.meta.place
    return (place.code or place.name) if place else None


Figure = tuple[str | None, str | None, str | None]


def _by_figure(report: Report) -> dict[Figure, list[Result]]:
    """The results of a report by code, scope and period."""
    found: dict[Figure, list[Result]] = {}
    for result in report.results:
        found.setdefault((result.indicator_code, result.scope, result.period), []).append(result)
    return found


def _compared(
    planned: Report, target: Target, year: int, later: list[tuple[Report, dict[Figure, list[Result]]]]
) -> Compared:
    name = planned.meta.place.name if planned.meta.place else None
    for report, figures in later:
        alike = figures.get((target.indicator_code, target.scope, str(year)), ())
        found = [result for result in alike if _of_one(target, result)]
        for result in found:
            reached = _reached(target, result)
            if reached is not None:
                return Compared(name, year, planned, target, report, result, reached, _met(target, reached))
        if found:
            return Compared(name, year, planned, target, report, found[0], None, None)
    return Compared(name, year, planned, target, None, None, None, None)


def _of_one(target: Target, result: Result) -> bool:
    """Whether a result of the same code, scope and year is about the same figure."""
    coded = INDICATORS.get(target.indicator_code or "")
    statistic = coded is not None and coded.family in _STATISTICS and not coded.as_named
    return statistic or fold(target.indicator or "") == fold(result.indicator or "")


def _reached(target: Target, result: Result) -> float | None:
    """What was reached, in the terms of the target: its growth, or the amount in its unit."""
    if target.measure in _RATES:
        if result.measure in _RATES and _unit(target.unit) == _unit(result.unit):
            return result.value if result.measure == target.measure or result.value is None else -result.value
        if result.rate is None or _unit(target.unit) != "%":
            return None
        return result.rate if target.measure == "growth" else -result.rate
    if result.measure != target.measure or result.value is None:
        return None
    factor = _factor(result.unit, target.unit)
    return None if factor is None else float(Decimal(str(result.value)) * factor)


def _factor(unit: str | None, wanted: str | None) -> Decimal | None:
    """By how much an amount in ``unit`` is multiplied to be in ``wanted``; ``None`` when it cannot be."""
    if _unit(unit) == _unit(wanted):
        return Decimal(1)
    own, other = read_unit(unit or "", 0), read_unit(wanted or "", 0)
    if own is None or other is None or own.base != other.base or own.base is None:
        return None
    return own.factor / other.factor


def _unit(unit: str | None) -> str:
    return (unit or "").replace("％", "%")


def _met(target: Target, reached: float) -> bool | None:
    """Whether ``reached`` is what the target asks for; a bare one is met by more, or by less where less is better."""
    if target.value is None:
        return None
    if target.comparator == "range" and target.value_max is not None:
        return reached >= target.value
    if target.comparator in ("<=", "<"):
        return reached <= target.value if target.comparator == "<=" else reached < target.value
    if target.comparator == ">":
        return reached > target.value
    if target.comparator in ("=", "~") and _better(target) == "down":
        return reached <= target.value
    return reached >= target.value


def _better(target: Target) -> Direction:
    """Which way a better figure lies: a rank or a rate of unemployment, down; a decline that is planned, up."""
    if target.measure in _RATES:
        return "up"
    if target.measure == "rank":
        return "down"
    return INDICATORS[target.indicator_code].direction if target.indicator_code in INDICATORS else "up"
