"""Indicators: the shortest unbroken noun phrase that names what is counted, before or after the number."""

from __future__ import annotations

import re

from converter.language.numerals import START
from converter.model import Span
from converter.patterns import late
from converter.targets.role.clause_roles import PREDICATE
from converter.targets.words.joints import JOINT, leading
from converter.targets.words.openers import after_openers, before_rest, last_opener
from converter.targets.words.tables import either, entries
from converter.targets.words.verbs import CLASSES

# 推动全县 | 蔬菜产量, 以点带面实现 | 托管面积: a verb inside, after which the indicator starts.
_INNER_VERBS = [(row[0], row[1], row[2]) for row in entries("inner_verbs")]
# 实际使用外资, 建成区: such a verb inside a name starts nothing.
_INNER_NAMES = [name for name in (row[0] for row in entries("names")) if any(row[0] in name for row in _INNER_VERBS)]


def _inner(word: str, before: str, after: str) -> str:
    """A pattern for ``word`` where ``before`` does not stand before it, nor ``after`` after it."""
    return word + (f"(?<!{before}{word})" if before else "") + (f"(?!{after})" if after else "")


_INNER = re.compile(
    rf"(?P<name>{either(_INNER_NAMES)})|{'|'.join(_inner(*row) for row in _INNER_VERBS)}|全(?<=[实现推动]全)[县市省区]"
)
# 产业项目 in 苏垦银河高端电机轴等产业项目
# Verbs that also name what is counted: 开展 | 培训6000人, 开工6个.
_NOMINAL = frozenset(
    {
        "培训",
        "签约",
        "开工",
        "投产",
        "竣工",
        "绿化",
        "造林",
        "植树",
        "硬化",
        "修复",
        "治理",
        "转化",
        "整治",
        "落地",
        "改造",
        "减排",
        "新开工",
    }
)
_WITH_PEOPLE = frozenset({"培训", "转移", "安置", "救助", "资助", "轮训"})
# 新增 | 绿化面积, 培训人数: what is measured of a work; alone these would not say of what.
_DEPENDENT = frozenset(
    {"面积", "数量", "人数", "规模", "总量", "里程", "长度", "户数", "人次", "能力", "完成率", "比例"}
)
# 实施 | 扩容提质项目24个
_WORKS = frozenset({"项目", "工程"})
_DONE_ON = ("实施", "推进", "完成", "建设", "抓好", "启动", "开工")
# 主要污染物排放等指标: the generic word alone would not say what is measured.
_GENERIC = frozenset({"指标", "任务", "目标", "方面"})
_LEADING, _LEADING_STARTS = leading("的，：")
_AND_SO_ON = re.compile(r"等(?<![同平高中初优劣]等)(?![级于值效])")
# 相当于全市生产总值的比例, 占规模以上工业总产值的比重: the words before 的 belong to the name.
# A name is looked for within so many characters before its number.
_REACH = 80
# 工业用电量由30亿千瓦时提高到45亿千瓦时: the name stands before where the change starts.
_CHANGE = late(r"[由从][^由从，。；]{0,20}\d[^由从，。；]{0,10}$")
_RELATIONAL = re.compile(r"的(?:比例|比重|占比|数量|总量|差距)")
# 配套道路的建设改造任务: the thing stands before 的, after it what is done to it.
_WORK = re.compile(r"(?:建设|改造|任务|工程|工作|拆除|整改|升级|提升|编制|补植|管护|抚育|问题)[^的]{0,6}$")
# A list of more characters than this is cut after its first name.
_LONG = 14
# 中央财政还将 | 安排, 能耗强度要 | 降低, 赤字规模比上年预算 | 减少: what stands between the name and its number.
_YEAR = "(?:本世纪|[〇零○０一二三四五六七八九0-9]{4}年)"
# 到年底, 到2025年末; 比上年预算, 较2020年: after 比 the words may end in any character.
# 亩均效益三年翻一番
_YEARS = "(?:连续|[在用])?(?<!第)[一二三四五六七八九十两0-9]{1,2}年(?:内|间)?"
_WHEN = rf"(?:{_YEARS}|(?:[到至在]|到了)?(?:年底|年末|{_YEAR}[末底]?))"
_THAN = rf"[比较](?:[上去]一?年|同期|“?十[一二三四五六]五”?|{_YEAR})[^，、比]{{0,6}}"
_THAN_STARTS = frozenset("比较")
_CLOSINGS = [(row[0], row[1]) for row in entries("closings")]


def _closing(word: str, after: str) -> str:
    """A pattern for ``word`` where none of ``after`` stands before it, or, after a ``!``, only there."""
    if not after:
        return word
    return f"(?<=[{after[1:]}]){word}" if after[0] == "!" else f"(?<![{after}]){word}"


_CLOSING = re.compile(rf"(?:{'|'.join(_closing(*row) for row in _CLOSINGS)}|{_WHEN}|{_THAN})+$")
# The last characters of these words, except for 比上年预算: the quick look before the pattern.
_CLOSING_ENDS = frozenset({word[-1] for word, _ in _CLOSINGS} | set("年纪末底内间"))
# What is left of 合计比上年增长, 分别达到, 一律压减 names nothing.
_NO_NAMES = frozenset(
    {"合计", "共计", "总计", "分别", "其中", "等于", "等於", "上述", "以上", "将由", "一律", "达", "仍", "仍然"}
)
# No closing is looked for further back.
_CLOSING_REACH = 28
_MARKS = frozenset("：:，、的（(")
# 为企业和个人 | 减税8000亿元
_FOR = late(r"为[^，、]{1,12}?(?=减税|减负|降费|减免|让利|新增|减轻|提供|发放)")
# What names the measure and not what is measured; 自然增长率 is a name.
_GROWTHS = ("增速", "增幅", "涨幅", "增长率", "增长", "年均")
_GROWTH_ENDING = re.compile(rf"(?:年均)?(?:{'|'.join(_GROWTHS)})(?<!自然增长率)$")
_GROWTH_ENDS = frozenset(word[-1] for word in _GROWTHS)


def indicator_before(text: str, span: Span) -> Span | None:
    """The indicator at the end of ``text[span]``, a stretch that ends where the links of a number start."""
    start, end = max(span[0], span[1] - _REACH), span[1]
    # Most names have none of the characters that the patterns below start with.
    name = text[start:end]
    if ("由" in name or "从" in name) and (change := _CHANGE.search(text, start, end)):
        end = change.start()
    end = _before_closing(text, start, end)
    # 用两年时间将 | 筹资标准 | 提高到100元
    if "把" in name or "将" in name:
        last = max(end - 2, 0)
        start = max(start, text.rfind("把", start, last) + 1, text.rfind("将", start, last) + 1)
    rest = after_openers(text, start, end)
    if rest < end and text[rest] == "为" and (beneficiary := _FOR.match(text, rest, end)):
        start = beneficiary.end()
        rest = after_openers(text, start, end)
    if rest >= end:
        rest = last_opener(text, start, end)
        if text[rest:end] not in _NOMINAL:
            return None
    dependent = text[rest:end]
    if (
        dependent in _WORKS and text[start:rest].endswith(_DONE_ON, 0, (work := last_opener(text, start, rest)) - start)
    ) or (dependent in _DEPENDENT and text[(work := last_opener(text, start, rest)) : rest] in CLASSES):
        rest = work
    start = rest if end - rest >= 2 else before_rest(text, start, end, 2)
    start = _after_inner_verb(text, start, end)
    if "等" in name:
        for match in _AND_SO_ON.finditer(text, start, end):
            if end - match.end() >= 2 and text[match.end() : end] not in _GENERIC:
                start = match.end()
            elif match.end() == end:
                end = match.start()
                break
    if (
        "的" in name
        and (last_of := text.rfind("的", start, end)) > 0
        and end - last_of > 2
        and not any(map(str.isdigit, text[start:last_of]))
        and _RELATIONAL.match(text, last_of) is None
    ):
        start = last_of + 1
    if text[start] in _LEADING_STARTS and (lead := _LEADING.match(text, start, end)):
        start = lead.end()
    return (start, end) if end > start and text[start:end] not in _NO_NAMES else None


def worked_on(text: str, start: int, named: Span) -> Span | None:
    """Whom a work with people is done to, as the clause before says: 加大农村劳动力 | 培训力度，确保培训2万人."""
    word = text[named[0] : named[1]]
    if word not in _WITH_PEOPLE or (end := text.rfind("，", max(start, named[0] - _REACH), named[0])) < 0:
        return None
    before = max(start, text.rfind("，", start, end) + 1)
    if (place := text.find(word, before, end)) < 0:
        return None
    found = indicator_before(text, (before, place))
    return found if found and START.search(text, *found) is None else None


def _before_closing(text: str, start: int, end: int) -> int:
    """Where the name in ``text[start:end]`` ends before marks and words that only lead over to the number."""
    while end > start:
        last = text[end - 1]
        if last in _MARKS:
            end -= 1
        elif last not in _CLOSING_ENDS and not _THAN_STARTS.intersection(text[max(start, end - 16) : end]):
            break
        elif closing := _CLOSING.search(text, max(start, end - _CLOSING_REACH), end):
            end = closing.start()
        else:
            break
    return end


def _after_inner_verb(text: str, start: int, end: int) -> int:
    rest = start
    for match in _INNER.finditer(text, start, end):
        if name := match["name"]:
            if name[-1] != "率":
                rest = max(rest, match.start())  # 县城 | 建成区供水普及率
        elif match.start() > rest and end - match.end() >= 2:
            rest = match.end()
    return before_rest(text, rest, end, 2) if rest > start else start


# 300名残疾儿童 | 提供康复救助, 30户企业 | 推行清洁生产, 100个项目 | 年内投产
_INSIDE = re.compile(
    r"提供|参加|[培扶支][育持]力度|免费(?!.?的)|推行|免征|享受|接入|下放|驰援|购买(?!力)|取得|加快|稳步|扎实|年内|上半年|下半年|年底前|[一二三四]季度|以电话|未摘帽|未出列|[给予]予"
)
# 农房 | 保温节能改造, 自然村 | 广播电视建设任务: what is counted, and the work that is done to it.
_THING = re.compile(
    r".*(?:企业|学校|小区|社区|[自然行政]村|市场|道路|公路|河道|排污口|道口|客运站|站点|站台|泵站|水库|灌区|矿山|煤矿|农房|危房|农户|户厕|厕所"
    r"|卫生院|医院|园区|景区|节点|易涝点|桥梁|危桥|楼宇|机组|医共体)(?=..)"
)
_WORK_END = re.compile(
    r"(?:数字化水平|水平|能力|产能|产值|营收|收入|效益|质量|条件|品质|颜值|环境|功能|建设|改造|治理|整治|修复|整改|升级|提升|绿化|美化|重组|复工复产|联通|扩面|优化|创建|任务|工作|扩能|提质|建设项目)$"
)
_TWO_WORKS = re.compile(r"(?:建设|改造|治理|整治|修复|升级|提升|联通|重组)(?=" + JOINT + ")")


def indicator_after(text: str, span: Span) -> Span | None:
    """The noun that ``text[span]`` starts with, cut where its predicate starts."""
    start, end = span
    while start < end and text[start] in "的、":
        start += 1
    match = PREDICATE.search(text, start + 2, end)
    last_of = text.rfind("的", start, end)
    if match is not None and match.start() < last_of and "、" in text[start : match.start()]:
        start, match = last_of + 1, PREDICATE.search(text, last_of + 3, end)
    if match is not None:
        end = match.start()
    if inside := _INSIDE.search(text, start + 2, end):
        end = inside.start()
    if (works := _TWO_WORKS.search(text, start + 2, end)) is not None:
        end = works.end()
    if _WORK_END.search(text, start, end) and (thing := _THING.match(text, start, end)):
        end = thing.end()
    while end > start and text[end - 1] in "、和及与的并，":
        end -= 1
    last_of = text.rfind("的", start, end)
    if last_of - start >= 2 and _WORK.search(text, last_of, end):
        end = last_of
    elif last_of - start >= 2 and end - last_of > 2:
        start = last_of + 1
    if end - start > _LONG and (comma := text.find("、", start, end)) > start:
        end = comma
    return (start, end) if end > start else None


def sized_noun(text: str, span: Span) -> Span:
    """The noun with the size that it starts with, less its predicate: 2座 | 年产90万吨煤矿 | 竣工转产."""
    predicate = PREDICATE.search(text, span[0] + 4, span[1])
    return (span[0], predicate.start()) if predicate and not text[predicate.start() - 1].isdigit() else span


def without_growth(text: str, span: Span) -> Span:
    """The indicator less a closing 增速 or 年均, which belong to the measure."""
    if text[span[1] - 1] not in _GROWTH_ENDS:
        return span
    match = _GROWTH_ENDING.search(text, max(span[0], span[1] - 6), span[1])
    return (span[0], match.start()) if match and match.start() - span[0] >= 2 else span
