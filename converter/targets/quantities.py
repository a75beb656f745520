"""Quantities: a numeral or a range with its unit and the words around it that say how it binds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.model import Comparator
from converter.targets.lexicon import Endings, entries
from converter.targets.numerals import NUMERAL, RANGE_TAIL, START, chinese_decimal, decimal, value_of
from converter.targets.units import Unit, read_unit

_COMPARATORS: dict[str, Comparator] = {"~": "~", ">=": ">=", ">": ">", "<=": "<=", "<": "<", "=": "="}
BEFORE = Endings({row[1]: _COMPARATORS[row[2]] for row in entries("comparators") if row[0] == "before"})
AFTER = Endings({row[1]: _COMPARATORS[row[2]] for row in entries("comparators") if row[0] == "after"})

# 左右 wins over 控制在, 以上 over 突破: a word after the number overrules the one before it (CONVENTIONS §3).
# 内 alone is a comparator only after 控制在: 控制在5%内, but not 省内.
_NEEDS_CONTROL = {"内"}
# 2025年, 110千伏变电站, 75周年: part of a date or a name, never an amount.
_NAMING = frozenset({"time", "date", "name", "voltage"})
# What stands between the two numbers of a range.
_BETWEEN = frozenset("-—–~～至到")
_VAGUE = ("多", "余", "来")


@dataclass(slots=True)
class Quantity:
    """``text[start:end]`` is the number with its unit, ``text[lead:tail]`` also the comparators around it."""

    lead: int
    start: int
    end: int
    tail: int
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    kind: str
    base: str | None
    factor: Decimal
    before: str | None
    after: str | None
    comparator: Comparator
    chinese: bool = False
    redacted: bool = False


def find_quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities in ``text[start:end]``, in order; a number without a unit is none."""
    stop = len(text) if end is None else end
    position = start
    while begin := START.search(text, position, stop):
        match = NUMERAL.match(text, begin.start(), stop)
        if match is None:
            position = begin.end()
            continue
        quantity = _quantity(text, match)
        if quantity is None:
            position = max(match.end(), match.start() + 1)
        else:
            yield quantity
            position = quantity.end


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["percent"] or match["part"] or text.startswith("百分之", start):
        unit: Unit | None = Unit("%", "percent", "%", Decimal(1), end)
    else:
        vague = text[end : end + 1] in _VAGUE
        unit = read_unit(text, end + vague)
        if unit is not None and vague:
            unit = unit._replace(vague=True)
    value, value_max = value_of(match), None
    follows = unit.end if unit else end
    if text[follows : follows + 1] in _BETWEEN and (tail := RANGE_TAIL.match(text, follows)):
        after = tail.end()
        upper = read_unit(text, after)
        if upper is not None and (unit is None or unit.kind == upper.kind):
            highest = decimal(tail["arabic"]) if tail["arabic"] else chinese_decimal(tail["chinese"])
            if value is not None and highest > value:
                value_max, unit = highest, upper
    if unit is None or unit.kind in _NAMING or (text[unit.end : unit.end + 1] == "级" and not _reaches(text, start)):
        return None
    return _bound(text, start, unit, value, value_max, match)


def _reaches(text: str, start: int) -> bool:
    """达到千亿级 states an amount, 百亿级投资项目 a class."""
    return text[start - 2 : start] in ("达到", "突破", "超过", "迈上", "跨上") or text[start - 1 : start] in (
        "达",
        "超",
        "过",
    )


def _bound(
    text: str, start: int, unit: Unit, value: Decimal | None, value_max: Decimal | None, match: re.Match[str]
) -> Quantity:
    end = tail = unit.end
    before = BEFORE.ending_at(text, start)
    after = AFTER.starting_at(text, end)
    if after is None and text[end : end + 1] in ("多", "余"):
        tail, unit = end + 1, unit._replace(vague=True)
    if after in _NEEDS_CONTROL and before != "控制在":
        after = None
    if after is not None:
        tail = end + len(after)
    comparator: Comparator = "="
    if value_max is not None:
        comparator = "range"
    elif after is not None:
        comparator = AFTER[after]
    elif unit.vague:
        comparator = ">="
    elif before is not None:
        comparator = BEFORE[before]
    if unit.kind == "tenths":
        value, unit = value * 10 if value is not None else None, unit._replace(text="%", kind="percent", base="%")
    return Quantity(
        lead=start - len(before) if before else start,
        start=start,
        end=end,
        tail=tail,
        value=value,
        value_max=value_max,
        unit=unit.text,
        kind=unit.kind,
        base=unit.base,
        factor=unit.factor,
        before=before,
        after=after,
        comparator=comparator,
        chinese=bool(match["chinese"]),
        redacted=bool(match["masked"] or match["hidden"]),
    )
