"""Measures: growth, decline, level, increment, share; and the direction a target moves in (CONVENTIONS §3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from converter.model import Direction, Measure
from converter.targets.role.clause_roles import LINKS, ClauseRole

# 粮食播种面积55万亩, 产量10.2万吨: the name itself says that a total is meant.
_TOTAL = re.compile(
    r"(?:面积|产量|总产|总产量|产值|规模|能力|收入|营收|总量|总额|额|量|存栏|出栏|总数|数量|人数|总人口|总人口|存量|余额|总值|增加值|投资|支出|资金|装机|里程|资产|利润|税收|浓度|寿命|消费|消纳|天数|存栏中蜂|养老|液化|进京|出口|进出口|外资|债券|国债|标准)$"
)
_TOTAL_ANYWHERE = re.compile(r"存栏|出栏|保有量|饲养|产量|播种|总规模")
_ADDED = re.compile(
    r"新增(?!长)|净增|新建|新开工|新招[收募录聘]|新培育|新认定|新引进|新签约|新改建|新改扩建|扩建|改扩建|新发展|新组建|新推出|新储备|新设|增设|增加(?!值)|扩增|新完成"
)
_ADDED_AMOUNT = re.compile(r"新增(?!长)|净增|增加(?!值)|扩增")
# 治理水土流失面积500平方公里: work on an area adds up, whatever its name ends with.
_WORKED = re.compile(r"治理|修复|改造|整治|硬化|抚育|绿化|整理|复垦|清淤")
_GROWTH = re.compile(r"(?:增速|增幅|涨幅|增长|增长率)(?:预期)?(?:目标)?$")
# 居民消费价格指数控制在2.5%左右: a change, whatever word leads to it.
_PRICES = re.compile(r"(?:价格|物价|居民消费)(?:总水平|水平|总指数|指数)?$|CPI$|PPI$|增产$|增收$")
# 新增农家书屋6个、总数超40个
_SUMS = re.compile(r"(?:总数|总量|总规模|总数量|保有量|累计总数)$")
_DECLINE = ("降幅", "降低", "下降")
_TRAINING = re.compile(r"培训|资助|救助|活动|服务|体检|筛查|演出|就业|参训|调解|巡查|演练|检查|补贴|援助|招聘")

# 培训技能人才1万人次
_TRAINED = re.compile(r"(?:培训|轮训|资助|救助|体检|筛查|调解|帮扶|慰问|服务)[^，、0-9]{0,16}$")

# What a bare number of a kind is when neither link nor verb says so.
_BY_KIND: dict[str, Measure] = {
    "money": "level",
    "mass": "level",
    "heads": "level",
    "energy": "level",
    "volume": "level",
    "concentration": "level",
    "days": "level",
    "age": "level",
    "persontime": "level",
    "percent": "share",
    "points": "increment",
    "times": "growth",
}

# 覆盖农村5亿人口: how many are reached in all.
_COVERED = re.compile(r"覆盖[^，、]{0,6}$")
_PEOPLE = frozenset({"person", "household", "bare"})
_COUNTED = frozenset({"count", "household"})
_RATES = frozenset({"percent", "times"})
_SURFACES = frozenset({"area", "length"})
_HEADS = frozenset({"persontime", "person"})
# 开发公益性岗位不低于6800个: these bind a number but do not make it a total.
_BOUNDS_ONLY = frozenset({"不低于", "不少于", "至少", "不超过", "约", "近", "过", "超"})


# 实现高新技术企业300家以上: how many there shall be, where nothing says that they are new.
_STOCK = re.compile(r"^(?:确保|力争|努力|争取)?实现[^，、]{2,}$")
# 试点面积增加到300万亩: the whole is meant, although it grows.
_REACHING = ("增加到", "增至", "增到", "提高到", "提高至", "提升到", "提升至", "扩大到", "扩大至", "发展到", "上升到")


@dataclass(slots=True)
class _Case:
    """What the rules look at: a quantity, what its links and its verb say, the indicator and the words before it."""

    role: ClauseRole
    kind: str
    said: str
    way: Direction
    verb: str | None
    indicator: str
    clause: str


Rule = tuple[Callable[[_Case], object], Measure, Direction | None]
# The first rule that holds decides. Each row: when, the measure, the direction (``None``: as the links say).
_RULES: tuple[Rule, ...] = (
    # 居民消费价格涨幅控制在3%以内; 产值增长6%
    (lambda c: c.kind in _RATES and _is_growth(c) and _is_held(c.role), "growth", "hold"),
    (lambda c: c.kind in _RATES and _is_growth(c), "growth", "up"),
    # 财政收入增长2亿元
    (lambda c: c.said == "growth", "increment", "up"),
    # 单位能耗下降3%, 能耗降幅3%
    (lambda c: c.said == "decline" or (c.said != "from-level" and c.indicator.endswith(_DECLINE)), "decline", "down"),
    # 居民消费价格指数2.5%左右
    (lambda c: c.kind == "percent" and c.said in ("none", "level") and _PRICES.search(c.indicator), "growth", "hold"),
    # 压减一般性支出5%
    (lambda c: c.kind == "percent" and c.said == "none" and c.verb == "reduce", "decline", "down"),
    # 园区亩均效益提高12%
    (lambda c: c.kind == "percent" and c.said == "add" and _is_held(c.role), "growth", "hold"),
    (lambda c: c.kind == "percent" and c.said == "add", "growth", "up"),
    # 森林覆盖率达到60%
    (lambda c: c.kind == "percent", "share", None),
    # 提高0.5个百分点
    (lambda c: c.kind == "points", "increment", None),
    # 规上企业新增15家
    (lambda c: c.said == "add", "increment", "up"),
    # PM2.5浓度降至29微克/立方米
    (lambda c: c.said == "from-level", "level", None),
    # 关停煤矿3座
    (lambda c: c.verb == "reduce" and c.kind != "money", "decline", "down"),
    # 实现高新技术企业300家以上
    (lambda c: c.verb == "reach" and c.kind in _COUNTED and _is_stock(c), "level", None),
    # 总数超40个
    (lambda c: _SUMS.search(c.indicator), "level", None),
    # 守牢50万亩耕地红线
    (lambda c: c.verb == "keep" and c.said == "none", "level", "hold"),
    # 试点面积增加到300万亩
    (lambda c: c.said == "level" and any(link.endswith(_REACHING) for link in c.role.links), "level", None),
    # 新增企业超50家, 新增贷款2亿元
    (lambda c: (_ADDED_AMOUNT if c.kind == "money" else _ADDED).search(c.clause), "increment", "up"),
    # 形成10吉瓦产能; 覆盖农村5亿人口
    (lambda c: c.kind == "power" and "形成" in c.clause, "level", "up"),
    (lambda c: c.kind in _PEOPLE and _COVERED.search(c.clause), "level", "up"),
    # 治理水土流失面积500平方公里
    (lambda c: c.kind in _SURFACES and c.said == "none" and _WORKED.search(c.clause), "increment", "up"),
    # 高新技术企业达到60家, 国家高新技术企业超90家
    (lambda c: c.said == "level" and _is_total(c), "level", None),
    # 完成投资3亿元, 粮食播种面积55万亩
    (lambda c: c.kind == "money", "level", None),
    (lambda c: c.kind not in _COUNTED and _TOTAL.search(c.indicator), "level", None),
    (lambda c: c.kind not in _COUNTED and _TOTAL_ANYWHERE.search(c.indicator), "level", None),
    # 培训技能人才1万人次
    (lambda c: c.kind in _HEADS and (_TRAINING.search(c.indicator) or _TRAINED.search(c.clause)), "increment", "up"),
)


def measure_of(role: ClauseRole, indicator: str, clause: str) -> tuple[Measure, Direction]:
    """The measure and the direction of a quantity; ``clause`` is the text before it."""
    said, way = _link_role(role)
    kind = role.quantity.kind
    case = _Case(role, kind, said, way, role.verb.kind if role.verb else None, indicator, clause)
    for applies, measure, direction in _RULES:
        if applies(case):
            return measure, direction or way
    return _BY_KIND.get(kind, "increment"), "up"


def _is_growth(case: _Case) -> bool:
    return case.said == "growth" or _GROWTH.search(case.indicator) is not None


def _is_stock(case: _Case) -> bool:
    return case.role.quantity.after == "以上" and _STOCK.search(case.clause) is not None


def _is_total(case: _Case) -> bool:
    """达到 and 突破 make a total; 不低于6800个 only binds, and 超 does where no verb says what is done."""
    before = case.role.quantity.before
    return before not in _BOUNDS_ONLY or (before == "超" and case.kind in _COUNTED and case.verb in (None, "reach"))


def _is_held(role: ClauseRole) -> bool:
    """居民消费价格涨幅控制在3%以内: growth, but to be kept down."""
    return any(LINKS.get(link, ("", ""))[1] == "hold" for link in role.links)


def _link_role(role: ClauseRole) -> tuple[str, Direction]:
    said, direction = "none", "up"
    for link in role.links:
        own, way = LINKS.get(link, ("none", "up"))
        if own in ("growth", "decline"):
            return own, _direction(way)
        if own == "from-level" or (said == "none" and own != "none"):
            said, direction = own, way
    return said, _direction(direction)


def _direction(word: str) -> Direction:
    return "down" if word == "down" else "hold" if word == "hold" else "up"
