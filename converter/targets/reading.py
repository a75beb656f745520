"""The targets room as a whole: a report in, its targets in reading order out."""

from __future__ import annotations

from decimal import Decimal

from converter.language.numerals import ONE, decimal_string, plain
from converter.model import Access, Report, Span, Target
from converter.model.places import Places
from converter.targets.codes import code_of
from converter.targets.outlook import Passage, passages
from converter.targets.promise import Promise
from converter.targets.promises import promises

#: How many passages are read at once: all of a usual report, and not so many that a book's would fill the memory.
_AT_ONCE = 1000


def read_targets(report: Report) -> list[Target]:
    """The targets of ``report`` in reading order (CONVENTIONS §3); its ``targets`` are not looked at.

    Parts that look back are left out; places are given in the source.
    """
    places = Places(report)
    found: list[Target] = []
    candidates = passages(report)
    for first in range(0, len(candidates), _AT_ONCE):
        for passage, promised in promises(candidates[first : first + _AT_ONCE]):
            if len(promised) > 1:
                promised.sort(key=_place)
            for promise in promised:
                span = _located(passage, promise, places)
                found.append(_target(f"t{len(found) + 1}", passage, promise, span, report))
    return found


def _place(promise: Promise) -> Span:
    return promise.span


def _located(passage: Passage, promise: Promise, places: Places) -> Span:
    """The place of the promise in the source; a passage as long as its span has no layout inside."""
    (start, end), leaf = promise.span, passage.span
    if leaf[1] - leaf[0] == len(passage.text):
        return leaf[0] + start, leaf[0] + end
    return places.locate(leaf, start, end)


def _target(name: str, passage: Passage, promise: Promise, span: Span, report: Report) -> Target:
    value, written = _numbers(promise.value)
    value_max, written_max = _numbers(promise.value_max)
    base, factor = promise.base, promise.factor
    start, end = promise.span
    # By place, in the order of the fields: with so many of them, names would take four times as long.
    return Target(
        name,
        passage.section.id if passage.section else None,
        passage.paragraph.id if passage.paragraph else None,
        span,
        passage.text[start:end],
        promise.indicator or None,
        promise.measure,
        promise.comparator,
        value,
        value_max,
        promise.unit,
        promise.period,
        promise.strength,
        promise.redacted,
        _access(span, report) if report.paid_spans else "free",
        code_of(promise.indicator),
        promise.direction,
        _times(promise.value, factor, value) if base is not None else None,
        _times(promise.value_max, factor, value_max) if base is not None else None,
        base,
        written,
        written_max,
    )


def _numbers(value: Decimal | None) -> tuple[int | float | None, str | None]:
    """A value as a number of JSON, and as plain decimal digits."""
    if value is None:
        return None, None
    number = plain(value)
    return number, str(number) if isinstance(number, int) else decimal_string(value)


def _times(value: Decimal | None, factor: Decimal, once: int | float | None) -> int | float | None:
    """``value`` in the base unit; ``once`` is the number as it stands."""
    return once if value is None or factor is ONE else plain(value * factor)


def _access(span: Span, report: Report) -> Access:
    for paid in report.paid_spans:
        start, end = paid.span
        if start <= span[0] and span[1] <= end:
            return "paid"
        if start < span[1] and span[0] < end:
            return "mixed"
    return "free"
