"""Lists that share numbers: 分别 pairs names and numbers in order, 均 gives all names one number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.model import Comparator, Span
from converter.targets.role.clause_roles import ClauseRole
from converter.targets.words.joints import JOINED
from converter.targets.words.verbs import governing

# 一二三产增加值 stands for 一产增加值, 二产增加值 and 三产增加值.
_MERGED = re.compile(r"([一二三]{2,3})(产.*|次产业.*)$")
# 环评率和执行率达100%: rates that are named one by one have each its own.
_RATES = ("率", "比例", "比重", "占比", "覆盖面")
_SHARED = frozenset({"均", "都", "各"})


def distribute(text: str, role: ClauseRole, named: Span) -> Sequence[Span]:
    """The indicators that one number belongs to: ``named`` itself, or each name of a list before 均."""
    if JOINED.search(text, *named) is None or len(names := names_of(text, named)) == 1:
        return [named]
    if role.quantity.kind == "percent" and all(text[start:end].endswith(_RATES) for start, end in names):
        return names
    if _SHARED.isdisjoint(role.links) and text[named[1] : named[1] + 1] not in _SHARED:
        return [named]
    return names if all(end - start >= 3 for start, end in names) else [named]


def each_of(text: str, named: Span) -> Sequence[Span]:
    """单位能耗、污染物排放量 under one limit: each has its own, unless the list sums up (环境质量等指标)."""
    if "等" in text[named[0] : named[1]] or "、" not in text[named[0] : named[1]]:
        return [named]
    names = names_of(text, named)
    return names if all(end - start >= 4 for start, end in names) else [named]


def paired(names: Sequence[str], place: int, numbers: int) -> str | None:
    """The name that belongs to the number at ``place`` of ``numbers`` after 分别; ``None`` when the counts differ."""
    if len(names) == 1 and (merged := _MERGED.match(names[0])) and len(merged[1]) == numbers:
        return f"{merged[1][place]}{merged[2]}"
    if len(names) != numbers:
        return None
    name, last = names[place], names[-1]
    for size in (2, 3, 4):
        if len(name) == size and len(last) > size + 2:
            return name + last[size:]
    return name


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
    """分别新增10家、10家、80家以上: the word after the last number holds for all when the others are bare."""
    last = run[-1].quantity
    if len(run) == 1 or last.after is None or any(one.quantity.comparator != "=" for one in run[:-1]):
        return None
    return last.comparator


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
