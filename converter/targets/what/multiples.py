"""Multiples and zero: 翻一番, 实现倍增, “零增长”, 实现正增长, 两位数增长, which are growth without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from converter.language.numerals import decimal
from converter.model import Comparator, Direction, Span
from converter.patterns import late

# Each row of the table: pattern, comparator, value, unit, direction. Where the pattern has the group ``subject``, that
# is what doubles (实现产值倍增); else it is what stands before.
_END = r"(?=[，。；、！]|$|目标|的目标)"


def _fold(times: str, over: str) -> re.Pattern[str]:
    """比2020年翻一番, 实现“翻一番”; ``over``: what must stand behind it (翻一番以上)."""
    return late(rf"(?:实现|力争|再|[比较][^，。；]{{0,12}})?“?翻{times}”?(?:{over}){_END}")


_ROWS: tuple[tuple[re.Pattern[str], Comparator, Decimal, str, Direction], ...] = (
    (_fold("一?番", "以上|以上的"), ">=", Decimal(1), "倍", "up"),
    (_fold("一?番", ""), "=", Decimal(1), "倍", "up"),
    (_fold("[两二]番", "以上|以上的"), ">=", Decimal(3), "倍", "up"),
    (_fold("[两二]番", ""), "=", Decimal(3), "倍", "up"),
    # 实现产值倍增, 产值实现倍增; 龙头企业倍增行动 and 倍增计划 are names.
    (
        late(r"实现(?P<subject>[^，。；、]{0,16}?)“?倍增”?(?=[，。；！]|$|目标|的目标)"),
        "=",
        Decimal(1),
        "倍",
        "up",
    ),
    (late(r"(?:实现|保持)?“?零增长”?"), "=", Decimal(0), "%", "hold"),
    (
        late(
            r"(?:继续|实现|保持|达到)*两位数(?:以上)?的?增长(?![率点])|(?:(?:增长|增速|增幅)(?:达到|保持在?|实现)*)两位数(?:以上)?"
        ),
        ">=",
        Decimal(10),
        "%",
        "up",
    ),
    # 增速“保8争9”
    (
        late(r"(?:增速|增长|增幅)?“?保(?P<value>\d{1,2}(?:\.\d)?)[%％]?争\d{1,2}(?:\.\d)?[%％]?”?"),
        ">=",
        Decimal(0),
        "%",
        "up",
    ),
    (
        late(r"(?:增速|增长|增幅)?“?保\d{1,2}(?:\.\d)?[%％]?争(?P<value>\d{1,2}(?:\.\d)?)[%％]?”?"),
        "=",
        Decimal(0),
        "%",
        "up",
    ),
    # 由负转正: 实现正增长; 化肥使用量实现负增长
    (late(r"(?:实现|保持|转为|由负转正[，,]?)“?正增长”?"), ">", Decimal(0), "%", "up"),
    (
        late(
            r"(?:实现|保持|转为|继续)*“?负增长”?(?<!扭转负增长)(?<!由负增长)(?<!避免负增长)(?<!遏制负增长)(?=[，。；、！]|$|的?目标)"
        ),
        "<",
        Decimal(0),
        "%",
        "down",
    ),
)
HINTS = r"两位数|番|倍增|零增长|正增长|负增长|保(?=[1-9][0-9.%％]{0,4}争)"
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
    stretch: bool = False


def find_multiples(text: str, start: int, end: int) -> Iterator[Multiple]:
    """The multiples in the clause ``text[start:end]``."""
    if _HINT.search(text, start, end) is None:
        return
    for pattern, comparator, value, unit, direction in _ROWS:
        for match in pattern.finditer(text, start, end):
            subject = match.span("subject") if "subject" in pattern.groupindex and match["subject"] else None
            if "value" in pattern.groupindex:
                value = decimal(match["value"])
            aims = "value" in pattern.groupindex and comparator == "="  # 争9
            yield Multiple(match.span(), subject or (start, match.start()), comparator, value, unit, direction, aims)
