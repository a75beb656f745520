"""Measures: growth, decline, level, increment, share; and the direction a target moves in (CONVENTIONS §3)."""

from __future__ import annotations

import re

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


def measure_of(role: ClauseRole, indicator: str, clause: str) -> tuple[Measure, Direction]:
    """The measure and the direction of a quantity; ``clause`` is the text before it."""
    kind = role.quantity.kind
    said, direction = _link_role(role)
    if said == "growth" or _GROWTH.search(indicator):
        if kind in ("percent", "times"):
            return "growth", "hold" if _is_held(role) else "up"
        if said == "growth":
            return "increment", "up"
    if said == "decline" or (said in ("add", "none", "level") and indicator.endswith(_DECLINE)):
        return "decline", "down"
    if kind == "percent":
        if said in ("none", "level") and _PRICES.search(indicator):
            return "growth", "hold"
        if said == "none" and role.verb is not None and role.verb.kind == "reduce":
            return "decline", "down"
        if said == "add":
            return "growth", "hold" if _is_held(role) else "up"
        return "share", direction
    if kind == "points":
        return "increment", direction
    if said == "add":
        return "increment", "up"
    if said == "from-level":
        return "level", direction
    verb = role.verb.kind if role.verb else None
    if verb == "reduce" and kind != "money":
        return "decline", "down"
    if verb == "reach" and kind in _COUNTED and _STOCK.search(clause) and role.quantity.after == "以上":
        return "level", direction
    if _SUMS.search(indicator):
        return "level", direction
    if role.verb is not None and role.verb.kind == "keep" and said == "none":
        return "level", "hold"
    if said == "level" and any(link.endswith(_REACHING) for link in role.links):
        return "level", direction
    if (_ADDED_AMOUNT if kind == "money" else _ADDED).search(clause):
        return "increment", "up"
    if (kind == "power" and "形成" in clause) or (kind in _PEOPLE and _COVERED.search(clause)):
        return "level", "up"
    if kind in ("area", "length") and said == "none" and _WORKED.search(clause):
        return "increment", "up"
    if said == "level" and (
        role.quantity.before not in _BOUNDS_ONLY
        or (role.quantity.before == "超" and kind in _COUNTED and verb in (None, "reach"))
    ):
        return "level", direction
    if (
        kind == "money"
        or (kind not in _COUNTED and _TOTAL.search(indicator))
        or (kind not in _COUNTED and _TOTAL_ANYWHERE.search(indicator))
    ):
        return "level", direction
    if kind in ("persontime", "person") and (_TRAINING.search(indicator) or _TRAINED.search(clause)):
        return "increment", "up"
    return _BY_KIND.get(kind, "increment"), "up"


# 覆盖农村5亿人口: how many are reached in all.
_COVERED = re.compile(r"覆盖[^，、]{0,6}$")
_PEOPLE = frozenset({"person", "household", "bare"})
_COUNTED = frozenset({"count", "household"})
# 开发公益性岗位不低于6800个: these bind a number but do not make it a total.
_BOUNDS_ONLY = frozenset({"不低于", "不少于", "至少", "不超过", "约", "近", "过", "超"})


# 实现高新技术企业300家以上: how many there shall be, where nothing says that they are new.
_STOCK = re.compile(r"^(?:确保|力争|努力|争取)?实现[^，、]{2,}$")
# 试点面积增加到300万亩: the whole is meant, although it grows.
_REACHING = ("增加到", "增至", "增到", "提高到", "提高至", "提升到", "提升至", "扩大到", "扩大至", "发展到", "上升到")


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
