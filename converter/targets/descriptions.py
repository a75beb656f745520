"""Descriptions: quantities that only describe, or stand inside a name, and therefore are no targets (CONVENTIONS §3)."""

from __future__ import annotations

import re

from converter.model import Span
from converter.targets.lexicon import either, entries
from converter.targets.standings import Standing
from converter.targets.verbs import nearest_class, verbs_in

_ABSTRACT = re.compile(either([row[0] for row in entries("abstract_nouns")]) + r"(?=$|[、，的])")
_NEVER = frozenset({"voltage", "name", "date", "time"})
_TIMED = re.compile(r"(?:压缩|缩短|控制|降|减少|提速)")
# Amounts that name the size of a project when a noun follows: 150兆瓦光伏项目, 年产30万吨纳米碳酸钙项目.
_SIZES = frozenset({"mass", "power", "energy", "heads", "volume", "capacity", "concentration"})
_SIZE_PROMISED = re.compile(r"任务|目标|产能|装机|库容")
_WORKS = re.compile(r"治理|改造|建设|绿化|修复|整治|硬化|造林|种植|工程|抚育|管护|任务|生态|廊道|整理|收储|流转|轮作")
_FUNDS = re.compile(r"的?(?:[^，、]{0,6})(?:资金|贷款|债券|国债|基金|投资计划|投资任务|任务|计划|目标|信贷|融资|额度)")
_FROM = re.compile(r"(?:由|从)[^，。；]{0,14}$")
_RISES = re.compile(r"^(?:左右)?(?:[^，。；]{0,4})(?:增加|提高|提升|上升|下降|降低|减少|扩大|增长|发展|压缩|缩短|拓展)(?:到|至|为)?")
_ATTRIBUTE = re.compile(r"(?:总投资|投资规模|建筑面积|占地|总面积|占地面积)(?:额)?$")
# 一 with these is a thing that will stand there; 一个, 一项 are mostly articles.
_SOLID = frozenset("座条所处栋")
_JOINT = re.compile(r"[、和及与]")
_NAMED_SERVICE = re.compile(r"惠及|覆盖|服务|受益|涉及")


def describes(text: str, standing: Standing, clause_start: int, noun: Span | None) -> bool:
    """Whether the quantity only describes; ``noun`` is the phrase after it that it counts, if any."""
    quantity = standing.quantity
    if quantity.kind in _NEVER:
        return quantity.kind != "time" or standing.shape != "end" or not _timed(text, clause_start, standing)
    if standing.shape == "end":
        return _describes_at_end(text, standing, clause_start)
    phrase = text[noun[0] : noun[1]] if noun else ""
    if not phrase:
        return True
    return _describes_noun(text, standing, clause_start, phrase)


def _timed(text: str, clause_start: int, standing: Standing) -> bool:
    return _TIMED.search(text, clause_start, standing.quantity.start) is not None


def _describes_at_end(text: str, standing: Standing, clause_start: int) -> bool:
    quantity = standing.quantity
    if quantity.kind in ("days", "age") and not standing.links:
        return True
    if _FROM.search(text, max(clause_start, quantity.lead - 16), quantity.lead) and _RISES.match(standing.following):
        return True
    left = text[standing.left[0] : standing.left[1]]
    if not standing.links and quantity.comparator == "=" and _ATTRIBUTE.search(left):
        return True
    if quantity.chinese and quantity.kind in ("count", "person") and not standing.links:
        return len(left) < 2 or quantity.value is not None and quantity.value <= 1
    return _governed_by_description(text, clause_start, quantity.lead) and not standing.links


def _describes_noun(text: str, standing: Standing, clause_start: int, phrase: str) -> bool:
    quantity = standing.quantity
    kind = quantity.kind
    if kind == "variety":
        return True
    if kind in ("percent", "times", "points", "days", "age"):
        return kind != "percent" or text[standing.right[0]] != "的" or "目标" in phrase
    if kind == "money":
        return quantity.after is not None or _FUNDS.match(text, *standing.right) is None
    if kind in _SIZES:
        return nearest_class(text, clause_start, quantity.lead) != "add" and not _SIZE_PROMISED.search(phrase)
    if _governed_by_description(text, clause_start, quantity.lead):
        return True
    if kind in ("area", "length"):
        made = nearest_class(text, clause_start, quantity.lead) in ("make", "add", "reduce")
        return not (made or standing.coordinated or _WORKS.search(phrase))
    if kind in ("person", "bare"):
        return _describes_people(text, standing, clause_start, phrase)
    if _ABSTRACT.search(phrase) or phrase[0] in "大类级":
        return True
    return quantity.chinese and not _counts_in_words(text, standing, clause_start, phrase)


def _describes_people(text: str, standing: Standing, clause_start: int, phrase: str) -> bool:
    lead = standing.quantity.lead
    if text[standing.right[0]] == "的" and _NAMED_SERVICE.search(text, clause_start, lead):
        return True
    acts = nearest_class(text, clause_start, lead) in ("make", "add", "reduce")
    return not (acts or text[clause_start : clause_start + 1] in "对为" or standing.coordinated or "的" in phrase[:1] or text[standing.right[0]] == "的")


def _governed_by_description(text: str, start: int, end: int) -> bool:
    """做强4条产业链, 围绕11条标志性产业链: the verb that governs the number takes what exists already."""
    found = verbs_in(text, start, end)
    if not found or nearest_class(text, start, end) != "describe":
        return False
    verb, stop = found[-1]
    return end - stop <= 24


def _counts_in_words(text: str, standing: Standing, clause_start: int, phrase: str) -> bool:
    """打造三条精品廊带, 城北、城南两个足球场: a Chinese numeral counts works when it is announced so."""
    quantity = standing.quantity
    if quantity.value is None or (quantity.unit or "") in ("项", "期") and not _WORKS.search(phrase):
        return False
    found = verbs_in(text, clause_start, quantity.lead)
    if found and found[-1][1] == quantity.lead:
        return quantity.value >= 2 or (quantity.unit or "") in _SOLID
    names = text[found[-1][1] if found else clause_start : quantity.lead]
    return quantity.value >= 2 and len(_JOINT.split(names)) == quantity.value
