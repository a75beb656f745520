"""Relations: targets that name another figure instead of a number (居民收入增长与经济增长基本同步)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from converter.model import Comparator, Span
from converter.patterns import late
from converter.targets.words.joints import JOINT

_AUTHORITY = r"(?:国家|上级|省|市|区|县|州|自治区|省市|省委|市委|省政府|市政府|国省){1,3}"
_GIVEN = "(?:下达|核定|确定|规定|考核|要求|控制)"
_TASK = "(?:目标任务|目标|任务|指标|要求|计划)"
_END = "(?=[，。；、！]|$)"
# 居民收入与经济增长同步, but no 和 of 和谐.
_WITH = rf"(?:同|跟|{JOINT})(?<!、)"
_GROWTH = "(?:增长|提高|增速|增幅|涨幅)?"
_SURELY = "(?:全面|全部|坚决|确保|力争|圆满|如期)*"
# 高于全省平均, 快于经济增长, 快于城镇居民收入: what another figure is compared with.
_OTHER = "增长|增速|增幅|平均|水平|目标|收入|支出|投资|居民|城镇|农村"


class Row(NamedTuple):
    """A kind of relation: words of which a text needs one, its pattern, what it states.

    The groups of the pattern: ``indicator``, ``link``, ``other`` (with what it is compared).
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    comparator: Comparator


_ROWS: tuple[Row, ...] = (
    # 居民人均可支配收入与经济增长基本同步
    Row(
        ("基本同步", "基本相匹配", "基本持平"),
        re.compile(
            rf"(?P<indicator>[^，。；：]{{2,40}}?){_GROWTH}(?P<link>{_WITH})(?P<other>[^，。；：]{{2,30}}?)(?:增长)?(?:保持)?(?<!的)基本(?:同步|相匹配|持平)"
        ),
        "~",
    ),
    # 居民收入增长和经济增长同步, 社会融资规模同经济增长和价格水平预期目标相匹配
    Row(
        ("同步", "相匹配"),
        re.compile(
            rf"(?P<indicator>[^，。；：]{{2,40}}?){_GROWTH}(?P<link>{_WITH})(?P<other>[^，。；：]{{2,30}}?)(?:保持)?(?<!的)(?:同步(?:增长|提高)?{_END}|相匹配(?!的))"
        ),
        "=",
    ),
    # 约束性指标控制在市定目标以内, 居民消费价格总水平控制在省定范围内
    Row(
        tuple(
            f"{task}{bound}"
            for task in ("目标", "指标", "任务", "计划", "范围", "要求", "红线")
            for bound in ("以内", "之内", "内")
        ),
        re.compile(
            r"(?P<indicator>[^，。；：]{0,40}?)(?P<link>控制在)(?P<other>[^，。；：0-9]{1,12}?(?:目标|指标|任务|计划|范围|要求|红线))(?:以内|之内|内)"
        ),
        "<=",
    ),
    # 节能减排完成省下达任务, 主要约束性指标达到上级要求, 水资源管理指标完成省下达的年度目标任务
    Row(
        (
            "下达",
            "核定",
            "确定",
            "规定",
            "考核",
            "要求",
            "控制",
            *(f"{one}{task}" for one in "定控的" for task in ("目标", "任务", "指标", "计划")),
        ),
        re.compile(
            rf"(?P<indicator>[^，。；：]{{2,40}}?)(?:下降|降低)?(?:均|都|全面|全部)?(?P<link>完成|达到)(?P<other>{_AUTHORITY}(?:和.)?(?:{_GIVEN}的?(?:年度|全年|计划|控制|考核|预期|约束性)*{_TASK}?|[定控]的?{_TASK})){_END}"
        ),
        "=",
    ),
    # 完成省下达的节能减排降碳约束性指标, 全面完成省下达的污水治理任务
    Row(
        ("下达", "核定", "确定"),
        re.compile(
            rf"{_SURELY}(?P<link>完成)(?P<other>{_AUTHORITY}(?:下达|核定|确定))的?(?P<indicator>(?!{_TASK}{_END})[^，。；：0-9]{{2,40}}?(?:指标(?=(?:任务)?{_END})|(?={_TASK}{_END})))(?:任务|目标任务|目标|计划)?{_END}"
        ),
        "=",
    ),
    # 约束性指标按照省定要求全面完成
    Row(
        ("定目标", "定任务", "定要求", "定计划", "定的", "下达", "规定", "核定", "确定"),
        re.compile(
            rf"(?P<indicator>[^，。；：]{{2,40}}?)(?:均|都)?(?P<link>按照?)(?P<other>{_AUTHORITY}(?:定|下达|规定|核定|确定)的?(?:目标|任务|要求|计划))(?:全面|全部|如期|均)*完成{_END}"
        ),
        "=",
    ),
    # 完成年度节能减排目标
    Row(
        ("减排目标", "减排任务", "降碳目标", "降碳任务"),
        re.compile(
            rf"{_SURELY}(?P<link>完成)(?P<other>年度|全年)(?P<indicator>[^，。；：0-9的]{{0,8}}(?:减排|降碳))(?:目标任务|目标|任务){_END}"
        ),
        "=",
    ),
    # 居民收入增速高于经济增速, 进出口总额增速高于全省, 牧民收入增速快于城镇居民收入
    Row(
        ("低于", "高于", "快于"),
        re.compile(
            rf"(?P<indicator>[^，。；：]{{2,30}}?)(?:增长|增速|增幅|涨幅)?(?:均|都|要|力争|继续|保持)?(?P<link>不低于|不高于|高于|快于|低于)(?P<other>[^，。；：、0-9]{{0,14}}(?:{_OTHER})|全[国省市区州盟]){_END}"
        ),
        ">",
    ),
)
# Where a relation may stand: any of the words of the table, the shortest of those that start alike.
HINTS = "|".join(
    word
    for word in dict.fromkeys(word for row in _ROWS for word in row.words)
    if not any(word != other and word.startswith(other) for row in _ROWS for other in row.words)
)
_HINT = re.compile(HINTS)
_NUMBERED = late(r"[^，]*(?<![0-9A-Za-z.])\d[^、，]*、")
_COMPARED: dict[str, Comparator] = {"不低于": ">=", "不高于": "<=", "高于": ">", "快于": ">", "低于": "<", "领先": ">"}


@dataclass(slots=True)
class Relation:
    """A relation at ``span``: the stretch that names what is compared, how, and the one that names with what."""

    span: Span
    subject: Span
    comparator: Comparator
    reference: Span


def find_relations(text: str, start: int, end: int) -> Iterator[Relation]:
    """The relations without a number in the clause ``text[start:end]``."""
    if _HINT.search(text, start, end) is None:
        return
    clause = text[start:end]
    for words, pattern, comparator in _ROWS:
        if not any(map(clause.__contains__, words)) or (match := pattern.match(text, start, end)) is None:
            continue
        subject = match.span("indicator")
        # 城镇新增就业2万人、失业率控制在省定目标以内: what carries a number of its own is none of the names.
        if numbered := _NUMBERED.match(text, *subject):
            subject = numbered.end(), subject[1]
        start = match.start() if numbered is None else subject[0]
        yield Relation((start, match.end()), subject, _COMPARED.get(match["link"], comparator), match.span("other"))
        return


# 规上工业增加值增速高于全省平均水平 | 1个百分点
_MARGIN = re.compile(r"(?P<link>不低于|高于|快于|领先|低于)(?P<other>[^，。；：0-9]{2,20})$")


@dataclass(slots=True)
class Margin:
    """A comparison whose margin follows as a number; it starts at ``start``, what is compared stands at ``subject``."""

    start: int
    subject: Span
    comparator: Comparator
    reference: Span


def find_margin(text: str, left: Span) -> Margin | None:
    """The comparison at the end of ``text[left]``, the stretch before a number."""
    start = max(left[0], left[1] - 26)
    if "于" not in (words := text[start : left[1]]) and "领先" not in words:
        return None
    match = _MARGIN.search(text, start, left[1])
    if match is None:
        return None
    return Margin(match.start(), (left[0], match.start()), _COMPARED.get(match["link"], ">"), match.span("other"))
