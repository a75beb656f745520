"""The targets room as a whole: a report in, its targets in reading order out."""

from __future__ import annotations

from decimal import Decimal

from converter.language.numerals import ONE, decimal_string, plain
from converter.model import Report, Span, Target
from converter.model.access import PaidContent
from converter.model.bounds import MAX_INTEGER
from converter.model.source_map import SourceMap
from converter.targets.draft_target import DraftTarget
from converter.targets.named.indicator_codes import code_of
from converter.targets.sentence_targets import sentence_targets
from converter.targets.where.time_orientation import Passage, passages

#: How many passages are read at once: all of a usual report, and not so many that a book's would fill the memory.
_AT_ONCE = 1000


def read_targets(report: Report) -> list[Target]:
    """The targets of ``report`` in reading order (CONVENTIONS §3); its ``targets`` are not looked at.

    Parts that look back are left out; places are given in the source.
    """
    source_map = SourceMap.of(report)
    paid = PaidContent.of_report(report) if report.paid_spans else None
    found: list[Target] = []
    candidates = passages(report)
    for first in range(0, len(candidates), _AT_ONCE):
        for passage, drafts in sentence_targets(candidates[first : first + _AT_ONCE]):
            if len(drafts) > 1:
                drafts.sort(key=_place)
            for draft in drafts:
                if _too_large(draft.value) or _too_large(draft.value_max):
                    continue
                span = _located(passage, draft, source_map)
                found.append(_target(f"t{len(found) + 1}", passage, draft, span, paid))
    return found


def _place(draft: DraftTarget) -> Span:
    return draft.span


def _located(passage: Passage, draft: DraftTarget, source_map: SourceMap) -> Span:
    """The place of the draft in the source; a passage as long as its span has no layout inside."""
    (start, end), leaf = draft.span, passage.span
    if leaf[1] - leaf[0] == len(passage.text):
        return leaf[0] + start, leaf[0] + end
    return source_map.locate(leaf, start, end)


def _target(name: str, passage: Passage, draft: DraftTarget, span: Span, paid: PaidContent | None) -> Target:
    value, written = _numbers(draft.value)
    value_max, written_max = _numbers(draft.value_max)
    base, factor = draft.base, draft.factor
    start, end = draft.span
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
        paid.access(span) if paid else "free",
        code_of(draft.indicator),
        draft.direction,
        _times(draft.value, factor, value) if base is not None else None,
        _times(draft.value_max, factor, value_max) if base is not None else None,
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
    """``value`` in the base unit, unless that is too large; ``once`` is the number as it stands."""
    if value is None or factor is ONE:
        return once
    return None if _too_large(value * factor) else plain(value * factor)


def _too_large(value: Decimal | None) -> bool:
    """Whether ``value`` is beyond what the model holds: the quantity of no report (a row of digits without blanks)."""
    return value is not None and not -MAX_INTEGER <= value <= MAX_INTEGER
