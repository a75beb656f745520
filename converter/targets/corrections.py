"""Targets as a person has said they are: fields put right, targets added and taken away."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter
from typing import Any, get_args

from converter.language.numerals import decimal_string, plain
from converter.model import Comparator, Direction, Measure, Report, Span, Strength, Target
from converter.model.access import PaidContent
from converter.model.corrections import Certain
from converter.model.source_map import SourceMap
from converter.model.walk import Leaf, leaves
from converter.targets.named.indicator_codes import code_of

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_PERIOD = re.compile(r"[0-9]{4}(?:Q[1-4]|H[12]|-[0-9]{4})?")


def _text(value: str) -> str:
    return value


def _number(value: str) -> Decimal:
    if not _NUMBER.fullmatch(value):
        raise ValueError("a number is written in plain digits, as 6.5")
    return Decimal(value)


def _period(value: str) -> str:
    if not _PERIOD.fullmatch(value):
        raise ValueError("a period is written 2024, 2024Q1, 2024H1 or 2021-2025")
    return value


def _truth(value: str) -> bool:
    if value not in ("true", "false"):
        raise ValueError("there are true and false")
    return value == "true"


def _one_of(words: object) -> Callable[[str], str]:
    choices = get_args(words)

    def read(value: str) -> str:
        if value not in choices:
            raise ValueError(f"there are {', '.join(choices)}")
        return value

    return read


#: How each field that can be put right is read.
FIELDS: Mapping[str, Callable[[str], Any]] = {
    "indicator": _text,
    "measure": _one_of(Measure),
    "comparator": _one_of(Comparator),
    "value": _number,
    "value_max": _number,
    "unit": _text,
    "period": _period,
    "strength": _one_of(Strength),
    "direction": _one_of(Direction),
    "redacted": _truth,
    "scope": _text,
}
#: Fields that are never absent.
_ALWAYS = ("measure", "comparator", "strength", "redacted")


def fault(name: str | None, value: str | None) -> str | None:
    """Why ``value`` cannot be the value of the field ``name``, in one sentence; ``None`` when it can."""
    if name is None:
        return None
    if name not in FIELDS:
        return f"there is no field {name!r}; there are {', '.join(FIELDS)}"
    if value is None:
        return f"{name} is never absent" if name in _ALWAYS else None
    try:
        FIELDS[name](value)
    except ValueError as error:
        return f"{value!r} is no value of {name}: {error}"
    return None


def corrected(report: Report, certain: Certain) -> list[Target]:
    """The targets of ``report`` with what ``certain`` says, numbered anew in reading order.

    A target whose fields would contradict each other stays as it was.
    """
    kept = [target for target in report.targets if target.span not in certain.no_targets]
    homes = _Homes(report)
    for span, fields in certain.targets.items():
        places = [number for number, target in enumerate(kept) if target.span == span]
        known = kept[places[0]] if places else homes.new_target(span)
        if known is None:
            continue
        changed = _with_fields(known, fields)
        if not is_sound(changed):
            continue
        if places:
            kept[places[0]] = changed
        else:
            kept.append(changed)
    kept = sorted(kept, key=lambda target: (target.span[0], target.span[1]))
    return [replace(target, id=f"t{number}") for number, target in enumerate(kept, 1)]


def is_sound(target: Target) -> bool:
    """Whether the fields agree with each other, as the rules of the validator ask."""
    first, dash, last = (target.period or "").partition("-")
    numbers = [value for value in (target.value, target.value_max) if value is not None]
    return (
        (not target.redacted or not numbers)
        and (bool(numbers) or target.redacted or target.measure == "relation")
        and (target.redacted or (target.value_max is not None) == (target.comparator == "range"))
        and (target.value is not None or target.value_max is None)
        and (len(numbers) < 2 or numbers[0] <= numbers[1])
        and not (dash and first > last)
        and (
            target.measure != "rank"
            or (target.unit is None and all(value >= 1 and value == int(value) for value in numbers))
        )
    )


def value_of(target: Target, name: str) -> str | None:
    """The value of the field ``name`` as a correction writes it."""
    if name in ("value", "value_max"):
        written: str | None = getattr(target, f"{name}_decimal")
        value = getattr(target, name)
        return written if written is not None else None if value is None else str(value)
    found = getattr(target, name)
    if isinstance(found, bool):
        return "true" if found else "false"
    return found  # type: ignore[no-any-return]


def says(target: Target, name: str, value: str | None) -> bool:
    """Whether the field ``name`` of ``target`` has ``value``, numbers by what they say."""
    found = value_of(target, name)
    if found is None or value is None or name not in ("value", "value_max"):
        return found == value
    return Decimal(found) == Decimal(value)


def _with_fields(target: Target, fields: Mapping[str, str | None]) -> Target:
    said = {name: value for name, value in fields.items() if fault(name, value) is None}
    changed = replace(target)
    for name, value in said.items():
        if says(target, name, value):
            continue
        found = None if value is None else FIELDS[name](value)
        if name in ("value", "value_max"):
            setattr(changed, f"{name}_decimal", decimal_string(found))
            setattr(changed, f"{name}_base", None)
            found = plain(found)
        setattr(changed, name, found)
        if name == "unit":
            changed.value_base = changed.value_max_base = changed.unit_base = None
        if name == "indicator":
            changed.indicator_code = code_of(changed.indicator, changed.measure)
        if name == "period":
            changed.period_start = changed.period_end = None
    if changed != target and changed.value_base is None and changed.value_max_base is None:
        changed.unit_base = None
    return changed


class _Homes:
    """The leaves a target may stand in: paragraphs and headings."""

    def __init__(self, report: Report) -> None:
        self._leaves = [leaf for leaf in _in_order(leaves(report)) if leaf.kind != "marker"]
        self._starts = [leaf.span[0] for leaf in self._leaves]
        self._source_map = SourceMap.of(report)
        self._layout = report.source.layout
        self._paid = PaidContent.of_report(report)

    def new_target(self, span: Span) -> Target | None:
        """A target at ``span`` that says no more than that it is one; ``None`` where no leaf holds it."""
        index = bisect_right(self._starts, span[0]) - 1
        if index < 0 or span[1] > self._leaves[index].span[1]:
            return None
        leaf = self._leaves[index]
        if self._is_layout(span[0]) or self._is_layout(span[1] - 1):
            return None
        before, inside = (self._length((leaf.span[0], span[0])), self._length(span))
        text = leaf.text[before : before + inside]
        return Target(
            id="",
            section=leaf.section.id if leaf.section else None,
            paragraph=leaf.paragraph.id if leaf.paragraph else None,
            span=span,
            text=text,
            indicator=None,
            measure="level",
            comparator="=",
            value=None,
            value_max=None,
            unit=None,
            period=None,
            strength="planned",
            access=self._paid.access(span),
        )

    def _is_layout(self, place: int) -> bool:
        index = bisect_right(self._layout, place, key=itemgetter(0)) - 1
        return index >= 0 and place < self._layout[index][0] + len(self._layout[index][1])

    def _length(self, span: Span) -> int:
        return self._source_map.content_before(span[1]) - self._source_map.content_before(span[0])


def _in_order(found: Iterable[Leaf]) -> list[Leaf]:
    return sorted(found, key=lambda leaf: leaf.span)
