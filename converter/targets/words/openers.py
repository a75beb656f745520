"""Openers: what may stand before the indicator of a clause and is no part of it (力争全年新增 | 规上企业11户)."""

from __future__ import annotations

import re

from converter.targets.words.tables import Endings, entries
from converter.targets.words.verbs import CLASSES

# 高标准农田, 重点项目: names that open like an opener.
_NAMES = Endings(dict.fromkeys(row[0] for row in entries("names")))
_OPENERS = list(entries("openers"))
_WORDS = Endings(dict.fromkeys((*(row[0] for row in _OPENERS), *CLASSES)))
# 全市, 今年, 预计: these open a statement, not an order.
_SCENES = frozenset(row[0] for row in _OPENERS if row[2:] == ["scene"])
# 比上年, 三年内, 到2025年, ①
_TIMES = re.compile(
    r"比(?:上年|去年|上一年)(?:年初)?(?:预算|同期)?|[一二两三四五]年(?:内|完成)?|[①-⑳㉑-㉟◆●·]"
    r"|按(?:照)?[^，。]{1,12}?(?:计算|口径)"
    r"|(?:到|在)?(?:“?十[一二三四五六]五”?|〓{3,6})(?:时期|期间|末期|期末|末)，?"
    r"|(?:到|至|截至)?(?:19|20)\d\d年(?:年?底|末|前)?，?"
)
_JOINTS = frozenset("和及、")
_TIME_STARTS = frozenset("〓“十在按比一二两三四五①②③④⑤⑥⑦⑧⑨⑩◆●·到至截12")
_STARTS = frozenset((*(word[0] for word in _WORDS), *_TIME_STARTS))
# 保障性住房, 集中式充电站: with one of these after it, the word is part of a name.
_ENDINGS = frozenset("性式化型率者员力度级")
# 力争 | 化肥使用量实现负增长
_WORDS_BEHIND = frozenset({"化肥", "化工", "化学", "化解", "化石", "力争", "级配", "型材", "员工", "度假", "度汛"})


def opener_end(text: str, start: int, end: int) -> int | None:
    """Where the opener at ``text[start]`` ends; ``None`` when none stands there, or a name that starts like one."""
    first = text[start]
    if first not in _STARTS:
        return None
    if word := _WORDS.starting_at(text, start):
        stop = start + len(word)
        if text[stop : stop + 1] == "了" and word in CLASSES:
            stop += 1  # 新建了 | 学校2所
    elif first in _TIME_STARTS and (time := _TIMES.match(text, start, end)):
        stop = time.end()
    else:
        return None
    if (
        stop > end
        or (text[stop : stop + 1] in _ENDINGS and text[stop : stop + 2] not in _WORDS_BEHIND)
        or _NAMES.starting_at(text, start)
    ):
        return None
    return stop


def after_openers(text: str, start: int, end: int) -> int:
    """Where ``text[start:end]`` goes on after its adverbs, words of time and verbs; ``end`` when that is all of it."""
    while start < end and (stop := opener_end(text, start, end)):
        start = _joined(text, stop, end)
    return start


def _joined(text: str, stop: int, end: int) -> int:
    """新造和 | 修复提升林地: where the next of two openers starts that are joined."""
    return stop + 1 if text[stop : stop + 1] in _JOINTS and stop + 1 < end and opener_end(text, stop + 1, end) else stop


def last_opener(text: str, start: int, end: int) -> int:
    """The start of the last opener when ``text[start:end]`` consists of openers, else where the rest starts."""
    while (stop := opener_end(text, start, end)) and stop < end:
        start = stop
    return start


def before_rest(text: str, start: int, end: int, room: int) -> int:
    """As :func:`after_openers`, but at least ``room`` characters are left."""
    while start < end and (stop := opener_end(text, start, end)):
        if end - stop < room:
            return start
        start = _joined(text, stop, end)
    return start


def is_order(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` opens with an adverb or a verb as orders and plans do (扎实推进…, 新建…)."""
    while start < end and (stop := opener_end(text, start, end)):
        if text[start:stop] not in _SCENES and _TIMES.match(text, start, stop) is None:
            return True
        start = stop
    return False
