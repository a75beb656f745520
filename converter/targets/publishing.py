"""From a draft to the published target: numbers in every form, places in the source, codes, days."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from converter.language.numerals import ONE, decimal_string, plain
from converter.meta.divisions import find
from converter.model import Access, Direction, Report, Result, Span, Target
from converter.model.access import PaidContent
from converter.model.bounds import MAX_INTEGER
from converter.model.source_map import SourceMap
from converter.targets.draft_target import DraftTarget
from converter.targets.named.indicator_codes import CodedIndicator, named
from converter.targets.where.time_orientation import Passage

_PERIOD = re.compile(r"(?P<first>\d{4})(?:-(?P<last>\d{4})|(?P<part>Q[1-4]|H[12]))?")
# The first and the last day of a year and its parts.
_DAYS: dict[str | None, tuple[str, str]] = {
    None: ("01-01", "12-31"),
    "Q1": ("01-01", "03-31"),
    "Q2": ("04-01", "06-30"),
    "Q3": ("07-01", "09-30"),
    "Q4": ("10-01", "12-31"),
    "H1": ("01-01", "06-30"),
    "H2": ("07-01", "12-31"),
}


class Publisher:
    """Publishes what the passages of one report state."""

    def __init__(self, report: Report) -> None:
        self._source_map = SourceMap.of(report)
        self._paid = PaidContent.of_report(report) if report.paid_spans else None

    def target(self, name: str, passage: Passage, draft: DraftTarget) -> Target:
        """The target ``name`` (``t1``) that ``draft`` of ``passage`` is."""
        span = self.located(passage, draft.span)
        value, written = numbers(draft.value)
        value_max, written_max = numbers(draft.value_max)
        base, factor = draft.base, draft.factor
        start, end = draft.span
        coded, scope = named(draft.indicator, draft.measure, draft.kind)
        first, last = days_of(draft.period)
        # By place, in the order of the fields: with so many of them, names would take four times as long.
        return Target(
            name,
            passage.section.id if passage.section else None,
            passage.paragraph.id if passage.paragraph else None,
            span,
            passage.text[start:end],
            draft.indicator or None,
            draft.measure,
            draft.comparator,
            value,
            value_max,
            draft.unit,
            draft.period,
            draft.strength,
            draft.redacted,
            self.access(span),
            coded.code if coded else None,
            _direction(draft, coded),
            _times(draft.value, factor, value) if base is not None else None,
            _times(draft.value_max, factor, value_max) if base is not None else None,
            base,
            written,
            written_max,
            (whose := draft.scope or scope),
            _division(whose) if whose else None,
            first,
            last,
            draft.base_year,
            draft.reference,
        )

    def in_cell(self, passage: Passage, draft: DraftTarget, cell: Span, text: str) -> Target:
        """The target that a row of a table states in ``cell``, a span of the source."""
        target = self.target("t1", passage, draft)
        target.span, target.text, target.stated_in = cell, text, "table"
        target.access = self.access(cell)
        return target

    def result(self, name: str, passage: Passage, draft: DraftTarget, rate: Decimal | None) -> Result:
        """The result ``name`` (``r1``) that ``draft`` of ``passage`` is, with the growth in % stated beside it."""
        span = self.located(passage, draft.span)
        start, end = draft.span
        coded, scope = named(draft.indicator, draft.measure, draft.kind)
        return Result(
            id=name,
            section=passage.section.id if passage.section else None,
            paragraph=passage.paragraph.id if passage.paragraph else None,
            span=span,
            text=passage.text[start:end],
            indicator=draft.indicator or None,
            indicator_code=coded.code if coded else None,
            scope=draft.scope or scope,
            measure=draft.measure,
            comparator=draft.comparator,
            value=numbers(draft.value)[0],
            value_max=numbers(draft.value_max)[0],
            unit=draft.unit,
            period=draft.period,
            rate=numbers(rate)[0],
            redacted=draft.redacted,
            access=self.access(span),
        )

    def located(self, passage: Passage, span: Span) -> Span:
        """The place of ``span`` of the passage's text in the source; one as long as its span has no layout inside."""
        (start, end), leaf = span, passage.span
        if leaf[1] - leaf[0] == len(passage.text):
            return leaf[0] + start, leaf[0] + end
        return self._source_map.locate(leaf, start, end)

    def access(self, span: Span) -> Access:
        """Whether ``span`` is free, paid or mixed."""
        return self._paid.access(span) if self._paid else "free"


@lru_cache(maxsize=256)
def _division(scope: str) -> str | None:
    """The division code of a place that a scope names (青禾县); ``None`` for 园区, 城镇 and names of several places."""
    if len(scope) < 2 or scope[-1] not in "县市区旗州盟":
        return None
    division = find(scope)
    return division.code if division else None


def _direction(draft: DraftTarget, coded: CodedIndicator | None) -> Direction | None:
    """Which way the figure moves: as its indicator should where the words do not say (失业率: down, 价格: hold)."""
    if draft.direction != "up" or coded is None:
        return draft.direction
    if draft.measure in ("level", "share") or (draft.measure == "growth" and coded.direction == "hold"):
        return coded.direction
    return "up"


def numbers(value: Decimal | None) -> tuple[int | float | None, str | None]:
    """A value as a number of JSON, and as plain decimal digits."""
    if value is None:
        return None, None
    number = plain(value)
    return number, str(number) if isinstance(number, int) else decimal_string(value)


def _times(value: Decimal | None, factor: Decimal, once: int | float | None) -> int | float | None:
    """``value`` in the base unit, unless that is too large; ``once`` is the number as it stands."""
    if value is None or factor is ONE:
        return once
    return None if is_too_large(value * factor) else plain(value * factor)


def is_too_large(value: Decimal | None) -> bool:
    """Whether ``value`` is beyond what the model holds: the quantity of no report (a row of digits without blanks)."""
    return value is not None and not -MAX_INTEGER <= value <= MAX_INTEGER


@lru_cache(maxsize=256)
def days_of(period: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a period: ``2024Q1`` is 2024-01-01 to 2024-03-31."""
    match = _PERIOD.fullmatch(period) if period else None
    if match is None:
        return None, None
    first = match["first"]
    if match["last"]:
        return f"{first}-01-01", f"{match['last']}-12-31"
    starts, ends = _DAYS[match["part"]]
    return f"{first}-{starts}", f"{first}-{ends}"
