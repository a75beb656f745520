"""Descriptions: quantities that only describe or stand inside a name, and so are no targets (CONVENTIONS §3)."""

from __future__ import annotations

import re

from converter.model import Span
from converter.patterns import late
from converter.targets.role.clause_roles import LINKS, PREDICATE, ClauseRole
from converter.targets.words.joints import JOINED
from converter.targets.words.tables import either, entries
from converter.targets.words.verbs import CLASSES, Verb, governing

_ABSTRACT = re.compile(either([row[0] for row in entries("abstract_nouns")]) + r"(?=$|[、，的])")
# 6.5%左右的增速可以实现较充分的就业: the rate itself, no share of anything.
_RATES = ("增速", "增长", "速度", "幅度", "比例", "利率", "税率", "覆盖率")
_TIMED = late(r"(?:压缩|缩短|控制|降|减少|提速)")
# Amounts that name the size of a project when a noun follows: 150兆瓦光伏项目, 年产30万吨纳米碳酸钙项目.
_SIZES = frozenset({"mass", "power", "energy", "heads", "volume", "capacity", "concentration"})
_SIZE_PROMISED = late(r"任务|目标|产能|装机|库容")
# 形成6万吨硅料、10吉瓦切片和7吉瓦电池片产能: a list of capacities that are drafts, not the sizes of projects.
_CAPACITIES = late(r"形成(?:年产)?[0-9][^，。；]{0,80}产能")
_WORKS = re.compile(r"治理|改造|建设|绿化|修复|整治|硬化|造林|种植|工程|抚育|管护|任务|生态|廊道|整理|收储|流转|轮作")
# 加大对40户重点企业的扶持力度, 强化19条排污口监管: what is raised is an effort, and the number says for whom.
_MANNER = re.compile(r"始终|(?:成效|作用|监管|服务保障|建设成果|创建成果|发展)$")
# 分别给予最高50万元、100万元奖励: what a policy grants each
_GRANTED = late(
    r"(?:给予|给与|奖励|奖补|(?<!人均)(?<!财政)补贴|(?<!人均)(?<!财政)补助)(?:每[^，。]{0,4}|一次性|最高|不超过|至多|分别)*$"
)
# 4个国家级开发区是经济高质量发展的主战场
_IS = late(r"[^要就更]是[^否]")
# 力争300个重点项目完成投资80亿元: whose investment it is.
_SPENT = ("完成投资", "完成年度投资")
_EFFORT = re.compile(r"的[^，。的]{2,4}力度")
_FUNDS = late(r"的?(?:[^，、]{0,6})(?:资金|贷款|债券|国债|基金|投资计划|投资任务|任务|计划|目标|信贷|融资|额度)")
_ATTRIBUTE = re.compile(r"(?:总投资|投资规模|建筑面积|占地|总面积|占地面积)(?:额)?$")
# 一 with these is a thing that will stand there; 一个, 一项 are mostly articles.
_SOLID = frozenset("座条所处栋")
# Up to ten, Chinese numerals mostly stand in names and turns of phrase (十件实事).
_ROUND_FIGURE = 10
_FRAME = re.compile(
    r"(?P<before>[一-龥]{2}(?=[围聚紧针对按依根立面结借涉涵包凭]))?"
    + either([verb for verb, kind in CLASSES.items() if kind == "frame"])
)
# 围绕产业链打造: a scene of two characters at least, and a verb.
_SCENE_AND_VERB = 4
# 以10户为标准, 以9个传统村落为腹地
_AS_SCENE = late(r"[^，。；、]{0,14}为(?:腹地|标准|单位|重点|龙头|依托|核心|载体|基础|主|抓手|支撑|引领|试点|纽带)")
# 落实支持民营经济30条
_POLICY = re.compile(r"支持|落实|贯彻|执行|惠企|政策")
# Measure words that also count what is no thing: 8个方面, 三项攻坚, 11个批次.
_LOOSE = frozenset({"个", "项", "条", "件", "批", "张", "次"})
# 大 after the measure word makes a set (3大工程), but 25家大企业 are large enterprises.
_LARGE = frozenset({"大企", "大型", "大中", "大项", "大学", "大棚", "大数", "大道", "大赛", "大装", "大科", "大气"})
_PIECES = frozenset({"count", "person", "household", "persontime"})
# Measure words with which a Chinese numeral counts works.
_COUNTED_IN_WORDS = frozenset("个座条所处家栋片支口台项套")
_MAKES_NEW = re.compile(
    r"(?:打造|新建|建成|完成|启动|创建|组建|新上|新增|培育|引进|开工建设|开工|新铺开|更新|支持|新改建|实施)$"
)
# 新建城北、城南两个足球场, but not 支持香港、澳门两个特别行政区
_BUILDS = {"新建", "改建", "扩建", "建成", "建设", "打造", "完成", "改造", "启动", "实施", "创建", "建立", "新增"} | {
    "铺开",
    "更新",
    "运营",
    "投用",
    "推进",
    "培育",
    "修缮",
    "开工",
}

_NAMED_SERVICE = late(r"惠及|覆盖|服务|受益|涉及")


# A list of projects with their sizes is looked through so far.
_LIST_REACH = 400
# 某某新能源350兆瓦、某某铝业900万片板材等15个项目: the sizes of projects that are listed by name.
_LISTED = re.compile(r"等(?:[0-9一二三四五六七八九十百]{0,4}[个项])?[^，。；、]{0,10}(?:项目|工程|电站)")
_LISTED_COUNTED = re.compile(r"等[0-9]{1,4}[个项][^，。；、]{0,10}(?:项目|工程)")
# 营业收入过500亿、100亿和50亿企业集团: classes of enterprises.
_CLASSED = re.compile(
    r"(?:[、和及](?:[0-9]{1,4}|[十百千五]{1,2})亿级?)*级?(?:的)?[^，。、和0-9]{0,4}(?:企业|集团|园区|集群|产业链)"
)
_CLASSING = 10**8


def describes(role: ClauseRole, named: Span | None) -> bool:
    """Whether the quantity only describes; ``named`` is the phrase that it counts, if any."""
    text, quantity = role.text, role.quantity
    if "为" in role.following and _AS_SCENE.match(role.following):
        return True
    if _sizes_a_listed_project(role) or _is_capacity(role):
        return True
    if quantity.kind == "money" and _GRANTED.search(text, max(role.clause[0], quantity.lead - 8), quantity.lead):
        return True
    if role.shape == "attributive" and "是" in role.following and _IS.search(role.following):
        return True
    if quantity.kind == "hours":
        return role.shape != "end" or _TIMED.search(text, role.start, quantity.start) is None
    if role.shape == "end":
        return _describes_at_end(role, named)
    phrase = text[named[0] : named[1]] if named else ""
    if role.following.endswith(_SPENT) and (role.verb is None or role.verb.kind != "make"):
        return True
    if not phrase or _MANNER.search(phrase) or ("力度" in role.following and _EFFORT.search(role.following)):
        return True
    return _describes_noun(role, phrase)


def _sizes_a_listed_project(role: ClauseRole) -> bool:
    text, quantity = role.text, role.quantity
    if quantity.kind == "bare":
        return quantity.factor >= _CLASSING and _CLASSED.match(text, quantity.tail, role.clause[1]) is not None
    if role.links or quantity.comparator != "=":
        return False
    end = min(role.clause[1], quantity.tail + _LIST_REACH)
    if quantity.kind in _SIZES:
        listed = _LISTED.search(text, quantity.tail, end) is not None
    else:
        listed = (
            quantity.kind == "count"
            and role.following != ""
            and text[quantity.lead - 1 : quantity.lead] not in ("、", "等", "，")
            and _LISTED_COUNTED.search(text, quantity.tail, end) is not None
        )
    return listed and not ((verb := role.verb) and (verb.kind == "add" or verb.end == quantity.lead))


# 年产60万套轮毂、年产20万米滤布等项目: how much a project can make; 形成年产10万吨的能力 promises it.
_CAPACITIES_A_YEAR = (
    "年产",
    "日产",
    "年加工",
    "日加工",
    "年处理",
    "日处理",
    "年屠宰",
    "年生产",
    "年吞吐",
    "年回收",
    "年繁育",
    "年出栏",
)
_CAPACITY = late(rf"(?:{'|'.join(_CAPACITIES_A_YEAR)})$")
_CAPACITY_ENDS = frozenset(word[-1] for word in _CAPACITIES_A_YEAR)
_PLANT = re.compile(r"项目|工程|生产线|基地|车间|厂|产线")
_CAPACITY_PROMISED = frozenset({"形成", "新增", "达到", "实现"})


def _is_capacity(role: ClauseRole) -> bool:
    text, quantity = role.text, role.quantity
    if text[quantity.lead - 1 : quantity.lead] not in _CAPACITY_ENDS:
        return False
    lead = _CAPACITY.search(text, max(role.clause[0], quantity.lead - 3), quantity.lead)
    if lead is None or text[max(lead.start() - 2, 0) : lead.start()] in _CAPACITY_PROMISED:
        return False
    return _PLANT.search(text, quantity.tail, min(role.clause[1], quantity.tail + _LIST_REACH)) is not None


def _describes_at_end(role: ClauseRole, named: Span | None) -> bool:
    text, quantity = role.text, role.quantity
    if quantity.kind in ("days", "age") and not role.links:
        return True
    if named is None and role.following.startswith("的目标"):
        return True
    if not role.links and quantity.comparator == "=" and _ATTRIBUTE.search(text[slice(*role.left)]):
        return True
    if quantity.chinese and quantity.kind in _PIECES and not _numbered(role):
        return True
    if text[quantity.lead - 1 : quantity.lead] == "有" or (
        quantity.unit == "条" and _POLICY.search(text, role.start, quantity.lead)
    ):
        return True
    if role.links or quantity.comparator == ">=" or (verb := role.verb) is None:
        return False
    start = named[0] if named else quantity.lead
    return _takes_what_exists(verb if verb.end <= start else governing(text, role.start, start), start)


def _numbered(role: ClauseRole) -> bool:
    """新增就业一百二十人, 新建冷库三座: a Chinese numeral at the end that is a figure and no turn of phrase."""
    quantity = role.quantity
    if quantity.comparator != "=":
        return True
    if any(LINKS.get(link, ("",))[0] == "level" for link in role.links):
        return True
    if quantity.value is None or quantity.value > _ROUND_FIGURE:
        return quantity.value is not None
    return _acts(role) and quantity.value >= 2 and (quantity.unit or "") in _SOLID


def _describes_noun(role: ClauseRole, phrase: str) -> bool:
    text, quantity = role.text, role.quantity
    kind = quantity.kind
    if kind == "variety":
        return True
    if kind in ("percent", "times", "points", "days", "age"):
        if kind == "percent" and _shares(role):
            return False
        if kind != "percent" or text[role.right[0]] != "的" or "目标" in phrase:
            return True
        return phrase.startswith(_RATES) or _takes_what_exists(role.verb, quantity.lead)
    if kind == "money":
        return quantity.after is not None or _FUNDS.match(text, *role.right) is None
    if kind in _SIZES:
        if _CAPACITIES.search(text, role.start, min(role.clause[1], quantity.tail + 80)):
            return False
        return ((verb := role.verb) is None or verb.kind != "add") and not _SIZE_PROMISED.search(phrase)
    if _takes_what_exists(role.verb, quantity.lead):
        return True
    if role.verb is not None and role.verb.kind == "keep":
        return kind not in ("area", "mass")
    if quantity.chinese and kind in ("area", "length"):
        return True
    if kind in ("area", "length"):
        return not (_acts(role) or role.coordinated or _WORKS.search(phrase))
    if kind in ("person", "bare"):
        return _describes_people(role, phrase)
    if (
        text[role.right[0]] in "大类级"
        and phrase == text[role.right[0] : role.right[1]][: len(phrase)]
        and not quantity.after
        and phrase[:2] not in _LARGE
    ):
        return True
    if (quantity.unit or "") in _LOOSE and _ABSTRACT.search(phrase):
        return True
    return quantity.chinese and not _counts_in_words(role, phrase)


# 65%以上托育机构 | 完成消防改造
_DONE = re.compile(r"完成|达到|达标|通过|实现|建成|具备|纳入|配备|创建|建立|设立|开展|覆盖|参与|接入|使用|用上|创成")


def _shares(role: ClauseRole) -> bool:
    """Whether the share stands before those of which it is reached."""
    return (
        (role.quantity.after is not None or role.quantity.before is not None)
        and not role.links[1:]
        and not role.following.startswith("的")
        and (done := _DONE.search(role.following)) is not None
        and done.start() >= 2
    )


def _describes_people(role: ClauseRole, phrase: str) -> bool:
    text, start = role.text, role.start
    if role.quantity.chinese:
        return True
    if text[role.right[0]] == "的" and _NAMED_SERVICE.search(text, start, role.quantity.lead):
        return True
    return not (
        _acts(role)
        or (phrase.startswith("人口") and (verb := role.verb) and verb.kind == "reach")
        or text[start : start + 1] in "对为"
        or role.coordinated
        or "的" in phrase[:1]
        or text[role.right[0]] == "的"
    )


def opens_with_frame(text: str, start: int, end: int) -> bool:
    """围绕…30个重点帮扶村, 针对今年新建的67个项目: a clause that only sets the scene."""
    match = _FRAME.match(text, start, end)
    if match is None:
        return False
    # 打造面向乡镇的便民终端20个: inside a noun phrase it only qualifies.
    if CLASSES.get(match["before"] or "") == "make":
        return False
    # 围绕汽车零部件产业 | 实施12个项目: the clause goes on with what is done.
    verb = governing(text, match.end(), end)
    done = verb is not None and verb.end == end and verb.kind in ("make", "add", "reduce")
    return not (done and end - match.end() >= _SCENE_AND_VERB)


def _acts(role: ClauseRole) -> bool:
    """Whether something is made, added or reduced."""
    return (verb := role.verb) is not None and verb.kind in ("make", "add", "reduce")


def _takes_what_exists(verb: Verb | None, place: int) -> bool:
    """做强4条产业链, 围绕11条标志性产业链: the verb that governs the number at ``place`` takes what exists already."""
    return verb is not None and verb.kind == "describe" and place - verb.end <= 40


def _counts_in_words(role: ClauseRole, phrase: str) -> bool:
    """打造三条精品廊带, 新增百项场景, 城北、城南两个足球场: a Chinese numeral counts works when it is announced so."""
    text, quantity, verb = role.text, role.quantity, role.verb
    unit = quantity.unit or ""
    if quantity.value is None or unit not in _COUNTED_IN_WORDS or phrase[0] == "一":
        return False
    if verb and verb.kind == "add" and verb.end == quantity.lead:
        return True
    if unit == "项" and not _WORKS.search(phrase):
        return False
    if _MAKES_NEW.search(text, max(role.start, quantity.lead - 4), quantity.lead):
        return quantity.value >= 2 or unit in _SOLID
    if text[quantity.lead - 1 : quantity.lead] == "等" and verb:
        return quantity.value >= 2
    if not _WORKS.search(text, *role.right) and not (
        text[verb.end - 2 : verb.end] in _BUILDS if verb else PREDICATE.search(role.following)
    ):
        return False
    names = text[verb.end if verb else role.start : quantity.lead].strip("、和及与")
    return quantity.value >= 2 and len(JOINED.split(names)) == quantity.value
