"""Quantities: a numeral or a range with its unit and the words around it that say how it binds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.language.numerals import NUMERAL, ONE, RANGE_TAIL, START, chinese_decimal, decimal, spread, value_of
from converter.model import Comparator
from converter.targets.what.units import Unit, read_unit
from converter.targets.words.tables import Endings, entries

_COMPARATORS: dict[str, Comparator] = {"~": "~", ">=": ">=", ">": ">", "<=": "<=", "<": "<", "=": "="}
BEFORE = Endings({row[1]: _COMPARATORS[row[2]] for row in entries("comparators") if row[0] == "before"})
# 控制在每立方米45微克以内: what the amount is counted per may stand before it.
PER = Endings({row[0]: row[0] for row in entries("links") if row[0].startswith("每")})
AFTER = Endings({row[1]: _COMPARATORS[row[2]] for row in entries("comparators") if row[0] == "after"})

# 左右 wins over 控制在, 以上 over 突破: a word after the number overrules the one before it (CONVENTIONS §3).
# 内 alone is a comparator only after 控制在: 控制在5%内, but not 省内.
_NEEDS_CONTROL = {"内"}
# 2025年, 110千伏变电站, 75周年: part of a date or a name, never an amount.
_NAMING = frozenset({"time", "date", "name", "voltage"})
# 前10名 counts a place and no things, but 年底前10个项目开工 counts ten.
_TIMES_BEFORE = frozenset("年底月日末度目之以")
# What stands between the two numbers of a range.
_BETWEEN = frozenset("-—–~～至到")
_VAGUE = frozenset("多余来")
_MORE = frozenset("多余")
# The forms of :data:`NUMERAL` that are per cent by themselves, and those that hide the number.
_IN_HUNDRED = frozenset({"percent", "of", "half"})
_MASKED = frozenset({"masked", "hidden"})


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
    passed = start
    for begin in START.finditer(text, start, stop):
        place = begin.start()
        if place < passed or (match := NUMERAL.match(text, place, stop)) is None:
            continue
        quantity = _quantity(text, match)
        if quantity is None:
            passed = match.end()
        else:
            yield quantity
            passed = quantity.end


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if text[start - 1 : start] == "前" and text[start - 2 : start - 1] not in _TIMES_BEFORE:
        return None
    form = match.lastgroup or ""
    unit: Unit | None
    if form in _IN_HUNDRED or (form == "arabic" and match.start(form) > start):
        unit = Unit("%", "percent", "%", ONE, end, False)
    elif text[end : end + 1] in _VAGUE:
        unit = read_unit(text, end + 1)
        if unit is not None:
            unit.vague = True
    else:
        unit = read_unit(text, end)
    follows = unit.end if unit else end
    follower = text[follows : follows + 1]
    tail = RANGE_TAIL.match(text, follows) if follower in _BETWEEN else None
    upper = read_unit(text, tail.end()) if tail else None
    if unit is None and upper is None:
        return None
    value = value_of(match)
    if value is not None and unit is not None and form == "chinese":
        value = _amount(match["chinese"], unit)
    value_max = None
    if form == "chinese" and unit is not None and (ends := spread(match["chinese"])):
        value, value_max = ends
    elif tail is not None and upper is not None and (unit is None or unit.kind in (upper.kind, "bare")):
        highest = decimal(tail["arabic"]) if tail["arabic"] else _amount(tail["chinese"], upper)
        if value is not None and highest > value:
            value_max, unit = highest, upper
            follower = text[unit.end : unit.end + 1]
    if unit is None or unit.kind in _NAMING or (follower == "级" and not _reaches(text, start)):
        return None
    return _bound(text, start, unit, value, value_max, form)


def _amount(numeral: str, unit: Unit) -> Decimal:
    """三亿七千 of 三亿七千万元: 37000 in the unit written, because 亿 there counts 万 by itself."""
    millions, hundred_million, rest = numeral.partition("亿")
    if hundred_million and unit.text.startswith("万"):
        return chinese_decimal(millions) * 10_000 + chinese_decimal(rest)
    return chinese_decimal(numeral)


def _reaches(text: str, start: int) -> bool:
    """达到千亿级 states an amount, 百亿级投资项目 a class."""
    return text[start - 2 : start] in ("达到", "突破", "超过", "迈上", "跨上") or text[start - 1 : start] in (
        "达",
        "超",
        "过",
    )


def _bound(text: str, start: int, unit: Unit, value: Decimal | None, value_max: Decimal | None, form: str) -> Quantity:
    end = tail = unit.end
    before = BEFORE.ending_at(text, start - len(per) if (per := PER.ending_at(text, start)) else start)
    after = AFTER.starting_at(text, end)
    if after is None:
        if text[end : end + 1] in _MORE:
            tail, unit.vague = end + 1, True
    elif after in _NEEDS_CONTROL and before != "控制在":
        after = None
    else:
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
        value = value * 10 if value is not None else None
        unit.text, unit.kind, unit.base = "%", "percent", "%"
    return Quantity(
        start - len(per or "") - len(before) if before else start,
        start,
        end,
        tail,
        value,
        value_max,
        unit.text,
        unit.kind,
        unit.base,
        unit.factor,
        before,
        after,
        comparator,
        form == "chinese",
        form in _MASKED,
    )
