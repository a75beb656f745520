"""Relations: targets that name another figure instead of a number (居民收入增长与经济增长基本同步)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.model import Comparator, Span
from converter.patterns import late
from converter.targets.words.joints import JOINT

# A cheap look for any of the words below, before the patterns are tried.
HINTS = (
    r"同步|相匹配|持平|高于|快于|低于|下达|上级|减排目标|减排任务|降碳目标|降碳任务|控目标"
    r"|定目标|定任务|定要求|目标以?内|指标以?内|要求"
)
_HINT = re.compile(HINTS)

_AUTHORITY = r"(?:国家|上级|省|市|区|县|自治区|省市|省委|市委|省政府|市政府|国省){1,3}"

# 居民收入与经济增长同步, but no 和 of 和谐.
_WITH = rf"(?:同|跟|{JOINT})(?<!、)"

# Each row: words of which the pattern needs one, the pattern with the groups indicator, link and other, and the
# comparator it states.
_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], Comparator], ...] = (
    # 居民人均可支配收入与经济增长基本同步
    (
        ("基本",),
        re.compile(
            rf"(?P<indicator>[^，。；：]{{2,40}}?)(?:增长|提高|增速|增幅)?(?P<link>{_WITH})(?P<other>[^，。；：]{{2,30}}?)(?:保持)?(?<!的)基本(?:同步|相匹配|持平)"
        ),
        "~",
    ),
    # 居民收入增长和经济增长同步, 社会融资规模同经济增长和价格水平预期目标相匹配
    (
        ("同步", "相匹配"),
        re.compile(
            rf"(?P<indicator>[^，。；：]{{2,40}}?)(?:增长|提高|增速|增幅)?(?P<link>{_WITH})(?P<other>[^，。；：]{{2,30}}?)(?:保持)?(?<!的)(?:同步(?:增长|提高)?(?=[，。；、]|$)|相匹配(?!的))"
        ),
        "=",
    ),
    # 约束性指标控制在市定目标以内
    (
        ("控制在",),
        re.compile(
            r"(?P<indicator>[^，。；：]{0,40}?)(?P<link>控制在)(?P<other>[^，。；：0-9]{1,12}?(?:目标|指标|任务|计划|范围|要求|红线)(?:以内|之内|内))"
        ),
        "<=",
    ),
    # 节能减排完成省下达任务, 主要约束性指标达到上级要求
    (
        ("完成", "达到"),
        re.compile(
            rf"(?P<indicator>[^，。；：]{{2,40}}?)(?:下降|降低)?(?:均|都|全面|全部)?(?P<link>完成|达到)(?P<other>{_AUTHORITY}(?:和.)?(?:定|下达|要求|规定|考核|核定|确定|控制|控)(?:的)?(?:目标|任务|指标|要求|目标任务)?)(?=[，。；、]|$)"
        ),
        "=",
    ),
    # 完成省下达的节能减排降碳约束性指标
    (
        ("完成",),
        re.compile(
            rf"(?:全面|全部|坚决|确保|力争|圆满|如期)*(?P<link>完成){_AUTHORITY}(?:下达|核定|确定)的?(?P<indicator>[^，。；：0-9]{{4,40}}?(?:指标|目标))(?:任务)?(?=[，。；]|$)"
        ),
        "=",
    ),
    # 约束性指标按照省定要求全面完成
    (
        ("按",),
        re.compile(
            rf"(?P<indicator>[^，。；：]{{2,40}}?)(?:均|都)?(?P<link>按照?){_AUTHORITY}(?:定|下达|规定|核定|确定)的?(?:目标|任务|要求|计划)(?:全面|全部|如期|均)*完成(?=[，。；、！]|$)"
        ),
        "=",
    ),
    # 完成年度节能减排目标
    (
        ("完成",),
        re.compile(
            r"(?:全面|全部|坚决|确保|力争|圆满|如期)*(?P<link>完成)(?:年度|全年)(?P<indicator>[^，。；：0-9的]{0,8}(?:减排|降碳))(?:目标任务|目标|任务)(?=[，。；、！]|$)"
        ),
        "=",
    ),
    # 居民收入增速高于经济增速, 进出口总额增速高于全省
    (
        ("低于", "高于", "快于"),
        re.compile(
            r"(?P<indicator>[^，。；：]{2,30}?)(?:增长|增速|增幅|涨幅)?(?:均|都|要|力争|继续|保持)?(?P<link>不低于|不高于|高于|快于|低于)(?P<other>[^，。；：、0-9]{0,10}(?:增长|增速|增幅|平均|水平|目标)|全[国省市区州盟])(?=[，。；、！]|$)"
        ),
        ">",
    ),
)
_NUMBERED = late(r"[^，]*(?<![0-9A-Za-z.])\d[^、，]*、")
_COMPARED: dict[str, Comparator] = {"不低于": ">=", "不高于": "<=", "高于": ">", "快于": ">", "低于": "<", "领先": ">"}


@dataclass(slots=True)
class Relation:
    """A relation at ``span``: the stretch that names what is compared, and how."""

    span: Span
    subject: Span
    comparator: Comparator


def find_relations(text: str, start: int, end: int) -> Iterator[Relation]:
    """The relations without a number in the clause ``text[start:end]``."""
    if _HINT.search(text, start, end) is None:
        return
    clause = text[start:end]
    for words, pattern, comparator in _PATTERNS:
        if not any(map(clause.__contains__, words)) or (match := pattern.match(text, start, end)) is None:
            continue
        subject = match.span("indicator")
        # 城镇新增就业2万人、失业率控制在省定目标以内: what carries a number of its own is none of the names.
        if numbered := _NUMBERED.match(text, *subject):
            subject = numbered.end(), subject[1]
        start = match.start() if numbered is None else subject[0]
        yield Relation((start, match.end()), subject, _COMPARED.get(match["link"], comparator))
        return


# 规上工业增加值增速高于全省平均水平 | 1个百分点
_MARGIN = re.compile(r"(?P<link>不低于|高于|快于|领先|低于)(?P<other>[^，。；：0-9]{2,20})$")


@dataclass(slots=True)
class Margin:
    """A comparison whose margin follows as a number; it starts at ``start``, what is compared stands at ``subject``."""

    start: int
    subject: Span
    comparator: Comparator


def find_margin(text: str, left: Span) -> Margin | None:
    """The comparison at the end of ``text[left]``, the stretch before a number."""
    match = _MARGIN.search(text, max(left[0], left[1] - 26), left[1])
    if match is None:
        return None
    return Margin(match.start(), (left[0], match.start()), _COMPARED.get(match["link"], ">"))
