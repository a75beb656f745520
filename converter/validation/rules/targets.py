"""Targets and results: what they refer to is there, and their fields agree with each other (CONVENTIONS §3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from converter.model import Result, Span, Target
from converter.validation.rules.view import Fault, Rule, View

_VALUES = ("value", "value_max")
_AMOUNTS = ("value_base", "value_max_base", "value_decimal", "value_max_decimal")


def section_references(view: View) -> Iterator[Fault]:
    """The section of a target is one of the report's."""
    for target in view.stated:
        if target.section is not None and target.section not in view.sections_by_id:
            yield _fault(target, "section", found=target.section)


def paragraph_references(view: View) -> Iterator[Fault]:
    """The paragraph of a target is one of the report's."""
    for target in view.stated:
        if target.paragraph is not None and target.paragraph not in view.paragraphs_by_id:
            yield _fault(target, "paragraph", found=target.paragraph)


def paragraphs_of_sections(view: View) -> Iterator[Fault]:
    """The paragraph of a target stands in the section of the target; one of the preamble stands in none."""
    for target in view.stated:
        if target.paragraph is None:
            continue
        section, _ = view.paragraphs_by_id[target.paragraph]
        expected = None if section is None else section.id
        if target.section != expected:
            yield _fault(target, "section", found=target.section or "null", expected=expected or "null")


def spans_in_leaves(view: View) -> Iterator[Fault]:
    """A target stands in its paragraph or, when it names none, in the heading of its section."""
    for target in view.stated:
        home = _home(view, target)
        if home is None or not (home[1][0] <= target.span[0] and target.span[1] <= home[1][1]):
            yield _fault(target, "span", home=target.paragraph or f"the heading of {target.section}")


def texts_in_leaves(view: View) -> Iterator[Fault]:
    """The text of a target is what its paragraph or heading says there."""
    before = view.source_map.content_before
    for target in view.stated:
        home = _home(view, target)
        if home is None:
            continue
        text, span = home
        start, end = target.span[0] - span[0], target.span[1] - span[0]
        if len(text) < span[1] - span[0]:  # there is layout inside
            passed = before(span[0])
            start, end = before(target.span[0]) - passed, before(target.span[1]) - passed
        if text[start:end] != target.text:
            yield _fault(target, "text", text=target.text, home=target.paragraph or f"the heading of {target.section}")


def reading_order(view: View) -> Iterator[Fault]:
    """Targets are listed in the order of the text, and so are results; two may overlap, and one may hold the other."""
    for stated in (view.report.targets, view.report.results):
        before = (0, 0)
        for target in stated:
            if target.span[0] < before[0] and target.span[1] < before[1]:
                yield _fault(target, "span", end=target.span[1], reached=before[1])
            before = target.span


def redacted_values(view: View) -> Iterator[Fault]:
    """A masked number has no value."""
    for target in view.stated:
        if target.redacted:
            for name in (*_VALUES, *_AMOUNTS):
                if getattr(target, name, None) is not None:
                    yield _fault(target, name, field=name, found=getattr(target, name))


def stated_values(view: View) -> Iterator[Fault]:
    """What is neither masked nor a relation to something else states a value."""
    for target in view.stated:
        if target.value is None and not target.redacted and target.measure != "relation":
            yield _fault(target, "value", measure=target.measure)


def ranges(view: View) -> Iterator[Fault]:
    """``value_max`` is the upper end of a range, and of nothing else."""
    for target in view.stated:
        if target.redacted or (target.value_max is not None) == (target.comparator == "range"):
            continue
        found = "null" if target.value_max is None else target.value_max
        yield _fault(target, "value_max", found=found, comparator=target.comparator)


def range_ends(view: View) -> Iterator[Fault]:
    """A range runs from the smaller to the larger number; in base units, too."""
    for target in view.stated:
        for low_name, high_name in (("value", "value_max"), ("value_base", "value_max_base")):
            low, high = getattr(target, low_name, None), getattr(target, high_name, None)
            if low is not None and high is not None and low > high:
                yield _fault(target, high_name, low=low, high=high)


def exact_values(view: View) -> Iterator[Fault]:
    """The decimal strings say the same numbers as the values."""
    for target in view.report.targets:
        for name in _VALUES:
            value, exact = getattr(target, name), getattr(target, name + "_decimal")
            if exact is None:
                continue
            if value is None or (str(value) != exact and not _equal(value, exact)):
                found = "null" if value is None else value
                yield _fault(target, name + "_decimal", field=name + "_decimal", exact=exact, found=found)


def base_amounts(view: View) -> Iterator[Fault]:
    """An amount in the base unit belongs to a value."""
    for target in view.report.targets:
        for name in _VALUES:
            if getattr(target, name + "_base") is not None and getattr(target, name) is None and not target.redacted:
                yield _fault(target, name + "_base", field=name + "_base", missing=name)


def periods(view: View) -> Iterator[Fault]:
    """A span of years runs forward."""
    for target in view.stated:
        first, dash, last = (target.period or "").partition("-")
        if dash and first > last:
            yield _fault(target, "period", period=target.period or "")


def days_of_periods(view: View) -> Iterator[Fault]:
    """The days of a period are days, both or none, the first not after the last."""
    for target in view.report.targets:
        first, last = target.period_start, target.period_end
        if first is None and last is None:
            continue
        if first is None or last is None or not (_is_day(first) and _is_day(last) and first <= last):
            name = "period_start" if first is None or not _is_day(first) else "period_end"
            yield _fault(target, name, first=first or "null", last=last or "null")


def ranks(view: View) -> Iterator[Fault]:
    """A rank is a whole number from 1, without a unit: 前五 is <= 5."""
    for target in view.stated:
        if target.measure != "rank":
            continue
        if target.unit is not None:
            yield _fault(target, "unit", field="unit", found=target.unit)
        for name in _VALUES:
            value = getattr(target, name)
            if value is not None and (value < 1 or value != int(value)):
                yield _fault(target, name, field=name, found=value)


def _home(view: View, target: Target | Result) -> tuple[str, Span] | None:
    """Text and span of the leaf that the target says it stands in."""
    if target.paragraph is not None:
        _, paragraph = view.paragraphs_by_id[target.paragraph]
        return paragraph.text, paragraph.span
    section = view.sections_by_id.get(target.section or "")
    if section is None or section.heading is None or section.heading_span is None:
        return None
    return section.heading, section.heading_span


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _equal(value: int | float, exact: str) -> bool:
    """Whether ``exact`` is ``value``, as near as a JSON number can say it."""
    if len(exact) > 400:
        return False
    decimal = Decimal(exact)
    return decimal == Decimal(str(value)) or float(decimal) == value


def _fault(target: Target | Result, name: str, **values: object) -> Fault:
    kind, kind_zh = ("target", "目标") if isinstance(target, Target) else ("result", "成果")
    return Fault(target, (name,), {"kind": kind, "kind_zh": kind_zh, "id": target.id, **values}, target.span)


_RESOLVED = ("GW201", "GW601", "GW602")
_SOUND = ("GW301", "GW302", "GW303", "GW304", "GW305", "GW310", "GW311")

RULES = (
    Rule(
        "GW601",
        "error",
        "target-section-exists",
        "the {kind} {id} names the section {found}, which does not exist",
        "{kind_zh} {id} 指向不存在的章节 {found}",
        '{"section": "s2.1"} in a report with the section s2.1',
        '{"section": "s2.9"} in a report without it',
        check=section_references,
    ),
    Rule(
        "GW602",
        "error",
        "target-paragraph-exists",
        "the {kind} {id} names the paragraph {found}, which does not exist",
        "{kind_zh} {id} 指向不存在的段落 {found}",
        '{"paragraph": "s2.1.p1"} in a report with that paragraph',
        '{"paragraph": "s2.1.p7"} in a report without it',
        check=paragraph_references,
    ),
    Rule(
        "GW603",
        "error",
        "target-paragraph-of-section",
        "the {kind} {id} names the section {found}; its paragraph stands in {expected}",
        "{kind_zh} {id} 的章节为 {found}，而其段落属于 {expected}",
        '{"section": "s2.1", "paragraph": "s2.1.p1"}',
        '{"section": "s2.2", "paragraph": "s2.1.p1"}',
        check=paragraphs_of_sections,
        needs=_RESOLVED,
    ),
    Rule(
        "GW604",
        "error",
        "target-span-in-leaf",
        "the {kind} {id} does not stand in {home}",
        "{kind_zh} {id} 不在 {home} 之内",
        "paragraph [40, 90] with a target [60, 72]",
        "paragraph [40, 90] with a target [88, 96]",
        check=spans_in_leaves,
        needs=(*_RESOLVED, "GW301", "GW302"),
    ),
    Rule(
        "GW605",
        "error",
        "target-text-in-leaf",
        "the text of the {kind} {id}, {text}, is not what {home} says there",
        "{kind_zh} {id} 的文字“{text}”与 {home} 中该处不符",
        '"增长8%" where the paragraph says 增长8%',
        '"增长9%" where the paragraph says 增长8%',
        check=texts_in_leaves,
        needs=(*_RESOLVED, "GW604", *_SOUND),
    ),
    Rule(
        "GW606",
        "error",
        "targets-in-reading-order",
        "the {kind} {id} ends at {end}, before {reached}, where the one before it ends",
        "{kind_zh} {id} 止于 {end}，早于前一目标的终点 {reached}",
        "targets [60, 72] and [80, 91]",
        "targets [80, 91] and [60, 72]",
        check=reading_order,
        needs=("GW301", "GW302", "GW604"),
    ),
    Rule(
        "GW607",
        "error",
        "redacted-without-value",
        "the number of the {kind} {id} is masked, and {field} is {found}",
        "{kind_zh} {id} 的数字已隐去，{field} 却为 {found}",
        '{"redacted": true, "value": null}',
        '{"redacted": true, "value": 8}',
        check=redacted_values,
    ),
    Rule(
        "GW608",
        "error",
        "value-stated",
        "the {kind} {id} ({measure}) has no value and is neither masked nor a relation",
        "{kind_zh} {id}（{measure}）没有 value，既未隐去也不是 relation",
        '{"measure": "growth", "value": 8}',
        '{"measure": "growth", "value": null, "redacted": false}',
        check=stated_values,
    ),
    Rule(
        "GW609",
        "error",
        "range-has-two-ends",
        "the {kind} {id} has the comparator {comparator} and the value_max {found}; a range, and only a range, has one",
        "{kind_zh} {id} 的比较符为 {comparator}，value_max 为 {found}；range 且只有 range 才有 value_max",
        '{"comparator": "range", "value": 6, "value_max": 7}',
        '{"comparator": ">=", "value": 6, "value_max": 7}',
        check=ranges,
        needs=("GW608",),
    ),
    Rule(
        "GW610",
        "error",
        "range-runs-upward",
        "the range of the {kind} {id} runs from {low} down to {high}",
        "{kind_zh} {id} 的范围自 {low} 到 {high}，次序颠倒",
        '{"value": 3, "value_max": 5}',
        '{"value": 5, "value_max": 3}',
        check=range_ends,
    ),
    Rule(
        "GW611",
        "error",
        "decimal-equals-value",
        "the {field} of the {kind} {id} is {exact} and its number {found}",
        "{kind_zh} {id} 的 {field} 为 {exact}，而数值为 {found}",
        '{"value": 16.4, "value_decimal": "16.4"}',
        '{"value": 16.4, "value_decimal": "164"}',
        check=exact_values,
        needs=("GW607", "GW608", "GW609"),
    ),
    Rule(
        "GW612",
        "error",
        "base-needs-value",
        "the {kind} {id} has {field} and no {missing}",
        "{kind_zh} {id} 有 {field} 却没有 {missing}",
        '{"value": 600, "value_base": 6000000}',
        '{"value": null, "value_base": 6000000}',
        check=base_amounts,
        needs=("GW608", "GW609"),
    ),
    Rule(
        "GW613",
        "error",
        "period-runs-forward",
        "the period {period} of the {kind} {id} ends before it begins",
        "{kind_zh} {id} 的期限 {period} 终点早于起点",
        '{"period": "2021-2025"}',
        '{"period": "2025-2021"}',
        check=periods,
    ),
    Rule(
        "GW614",
        "error",
        "rank-is-a-place",
        "the {kind} {id} is a rank, and its {field} is {found}; a rank is a whole number from 1, without a unit",
        "{kind_zh} {id} 为位次，{field} 却为 {found}；位次应为不带单位的正整数",
        '{"measure": "rank", "value": 5, "unit": null}',
        '{"measure": "rank", "value": 5, "unit": "位"}',
        check=ranks,
    ),
    Rule(
        "GW615",
        "error",
        "days-of-period",
        "the period of the target {id} runs from {first} to {last}",
        "目标 {id} 的期限起止日有误：{first} 至 {last}",
        '{"period_start": "2024-01-01", "period_end": "2024-12-31"}',
        '{"period_start": "2024-12-31", "period_end": "2024-01-01"}; only one of the two',
        check=days_of_periods,
    ),
)
