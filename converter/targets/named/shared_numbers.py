"""Lists that share numbers: 分别 pairs names and numbers in order, 均 gives all names one number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.model import Comparator, Span
from converter.targets.role.clause_roles import ClauseRole
from converter.targets.words.joints import JOINED, JOINT
from converter.targets.words.tables import Endings, either, entries
from converter.targets.words.verbs import governing

# 一二三产增加值 and 三次产业增加值 stand for 一产增加值, 二产增加值 and 三产增加值.
_MERGED = re.compile(r"([一二三]{2,3})(产.*|次产业.*)$")
_THREE_INDUSTRIES = re.compile(r"三(?:次|大)产业(.*)$")
_ORDINALS = "一二三"
# 一、二、三产增加值
_NUMBERED_LAST = re.compile(r"第?[一二三](?=产)")
# 新谋划、新开工、新竣工 | 水利项目分别不少于16个、10个、7个: the stages first, then what is at them.
_STAGE = (
    r"新?(?:谋划|储备|入库|签约|签|落地|引进|开工|开复工|建|续建|建成|竣工|投产|投用|达产|招引|培育|认定|增|改建|改造)"
)
_STAGED = re.compile(rf"((?:{_STAGE}{JOINT})+{_STAGE})([^、]{{2,}})$")
# 3个县级、2个乡级数据平台; 省级、市级示范园分别创建2个、5个
GRADE = re.compile(r"(?:国家|省|市|县|区|乡|镇|村|州|部|盟|旗|自治区)(?:部)?级(?:以上|及以上)?")
_SHORT = range(2, 4)
_SHARED = frozenset({"均", "都", "各"})
_MEASURE_ENDS = (*"率额量值度比数", "游客", "人次", "就业", "外资")
_MEASURE_NOUNS = Endings(dict.fromkeys(row[0] for row in entries("measure_nouns")))
# 装备制造业、高新技术产业 | 产值占规上工业比重
_SHARE = re.compile(rf"(?:{either([row[0] for row in entries('measure_nouns')])})?占[^、]{{2,16}}(?:比重|比例)$")


def distribute(text: str, written: str, role: ClauseRole, named: Span) -> Sequence[tuple[Span, str | None]]:
    """The indicators that one number belongs to: ``named`` itself, or each name of a list before 均.

    ``written`` is ``text`` with the names that are covered there. Each is a place, and its name where that is longer
    than what stands there (基本养老 | 参保率).
    """
    if _SHARED.isdisjoint(role.links) and text[named[1] : named[1] + 1] not in _SHARED:
        return [(named, None)]
    if JOINED.search(text, *named) is None or len(names := names_of(text, named)) == 1:
        return [(named, None)]
    whole = completed([written[start:end] for start, end in names])
    if any(len(name) < 3 for name in whole):
        return [(named, None)]
    return list(zip(names, whole, strict=True))


def completed(names: Sequence[str]) -> list[str]:
    """The names of a list, each with the noun of measure that the last one ends with and the others lack."""
    last = names[-1]
    share = _SHARE.search(last)
    shared = share.group() if share else _MEASURE_NOUNS.ending_at(last, len(last))
    if shared is None or len(last) - len(shared) < 2 or any(map(_is_measured, names[:-1])):
        return list(names)
    return [*(_with(name, shared) for name in names[:-1]), last]


def _with(name: str, shared: str) -> str:
    """战略性新兴产业 | 产业产值: what the name ends with is not said twice."""
    return name + shared[2:] if name.endswith(shared[:2]) else name + shared


def _is_measured(name: str) -> bool:
    """Whether a name says itself what is measured: 污水处理率, 税收, 接待游客."""
    return name.endswith(_MEASURE_ENDS) or _MEASURE_NOUNS.ending_at(name, len(name)) is not None


def paired(names: Sequence[str], place: int, numbers: int) -> str | None:
    """The name that belongs to the number at ``place`` of ``numbers`` after 分别; ``None`` when the counts differ."""
    if len(names) == 1 and (merged := _MERGED.match(names[0])) and len(merged[1]) == numbers:
        return f"{merged[1][place]}{merged[2]}"
    if len(names) == 1 and numbers == 3 and (three := _THREE_INDUSTRIES.match(names[0])):
        return f"第{_ORDINALS[place]}产业{three[1]}"
    if len(names) != numbers:
        return None
    name, last = names[place], names[-1]
    if name == last and place and names[0].removeprefix("第") in _ORDINALS and last.startswith("三产业"):
        return "第" + last
    if name.removeprefix("第") in _ORDINALS and (numbered := _NUMBERED_LAST.match(last)):
        rest = last[numbered.end() :]
        return name + rest if not rest.startswith("产业") else "第" + name.removeprefix("第") + rest
    if _is_measured(name):
        return name
    if GRADE.fullmatch(name) and (own := GRADE.match(last)):
        return name + last[own.end() :]
    # 城镇、农村 | 居民收入: names as long as the part of the last that they stand for
    whole = completed(names)[place]
    head = len(last) - (len(whole) - len(name))
    if whole != name and "“" not in last and len(name) in _SHORT and head > len(name) + 1 and len(last) > len(name) + 2:
        return name + last[len(name) :]
    return whole


def staged(text: str, left: Span) -> list[str] | None:
    """The names of a list of stages that ends at ``text[left]`` (新签约、新开工项目); ``None`` when there is none."""
    match = _STAGED.search(text, max(left[0], left[1] - _STAGES_REACH), left[1])
    return [stage + match[2] for stage in JOINED.split(match[1])] if match else None


_STAGES_REACH = 40


def own_words(role: ClauseRole) -> int:
    """Where the words start that say what is done: 新增 of the first of a list holds for all that have none."""
    quantity, start = role.quantity, role.left[0]
    if role.coordinated and (role.links or quantity.kind == "money" or governing(role.text, start, quantity.lead)):
        return start
    return role.start


def pairs_units(first: ClauseRole, second: ClauseRole) -> bool:
    """55万亩、26万吨: two bare numbers in a row with units of their own can belong to two names."""
    return second.coordinated and second.left[0] >= second.left[1] and first.quantity.unit != second.quantity.unit


def run_of(row: Sequence[ClauseRole]) -> list[ClauseRole]:
    """The numbers of a list that starts with the first of ``row``: those after it that have no words of their own."""
    run = [row[0]]
    for one in row[1:]:
        if not one.coordinated or one.links or one.left[1] > one.left[0]:
            break
        run.append(one)
    return run


def shared_bound(run: Sequence[ClauseRole]) -> Comparator | None:
    """分别新增10家、10家、80家以上: the word at one end of the list holds for all when the others are bare.

    So does that before the first: 分别突破80家和300家.
    """
    first, last = run[0].quantity, run[-1].quantity
    if len(run) == 1:
        return None
    if last.after is not None and all(one.quantity.comparator == "=" for one in run[:-1]):
        return last.comparator
    if first.before is not None and all(one.quantity.comparator == "=" for one in run[1:]):
        return first.comparator
    return None


def names_of(text: str, span: Span) -> list[Span]:
    """The names of the list ``text[span]``."""
    start, end = span
    names: list[Span] = []
    for match in JOINED.finditer(text, start, end):
        if match.start() > start:
            names.append((start, match.start()))
        start = match.end()
    if end > start:
        names.append((start, end))
    return names
