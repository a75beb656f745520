"""Multiples and zero: 翻一番, 实现倍增, “零增长”, 实现正增长, 两位数增长, which are growth without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.model import Comparator, Direction, Span

# Each row: pattern, comparator, value, unit, direction.
_ROWS: tuple[tuple[re.Pattern[str], Comparator, Decimal, str, Direction], ...] = (
    (
        re.compile(r"(?:实现|力争|再|比[^，。；]{0,12})?“?翻一?番”?(?=[，。；、！]|$|目标|的目标)"),
        "=",
        Decimal(1),
        "倍",
        "up",
    ),
    (re.compile(r"(?:实现|力争|再)?翻[两二]番(?=[，。；、！]|$|目标|的目标)"), "=", Decimal(3), "倍", "up"),
    (re.compile(r"(?:实现)?“?倍增”?(?=[，。；、！]|$)"), "=", Decimal(1), "倍", "up"),
    (re.compile(r"(?:实现|保持)?“?零增长”?"), "=", Decimal(0), "%", "hold"),
    (
        re.compile(
            r"(?:继续|实现|保持|达到)*两位数(?:以上)?的?增长(?![率点])|(?:(?:增长|增速|增幅)(?:达到|保持在?|实现)*)两位数(?:以上)?"
        ),
        ">=",
        Decimal(10),
        "%",
        "up",
    ),
    (re.compile(r"(?:实现|保持|转为|由负转正[，,]?)正增长"), ">", Decimal(0), "%", "up"),
)
HINTS = r"两位数|番|倍增|零增长|正增长"
_HINT = re.compile(HINTS)


@dataclass(slots=True)
class Multiple:
    """A growth to a multiple, or of nothing, at ``span``; ``subject`` is the stretch before it."""

    span: Span
    subject: Span
    comparator: Comparator
    value: Decimal
    unit: str
    direction: Direction


def find_multiples(text: str, start: int, end: int) -> Iterator[Multiple]:
    """The multiples in the clause ``text[start:end]``."""
    if _HINT.search(text, start, end) is None:
        return
    for pattern, comparator, value, unit, direction in _ROWS:
        for match in pattern.finditer(text, start, end):
            yield Multiple(match.span(), (start, match.start()), comparator, value, unit, direction)
