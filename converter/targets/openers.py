"""Openers: what may stand before the indicator of a clause and is no part of it (力争全年新增 | 规上企业11户)."""

from __future__ import annotations

import re

from converter.targets.lexicon import either, entries
from converter.targets.verbs import CLASSES

# 保障性住房, 集中式充电站, 高标准农田, 重点项目: words that open with an opener but are names.
_NAMES = re.compile(either(row[0] for row in entries("names")))
_OPENING = re.compile(
    r"比(?:上年|去年|上一年)(?:年初)?(?:预算|同期)?|[一二两三四五]年(?:内|完成)?|[①-⑳㉑-㉟◆●·]|(?:到|至|截至)?(?:19|20)\d\d年(?:年?底|末|前)?，?|"
    + either([*(row[0] for row in entries("openers")), *CLASSES])
    + r"(?![性式化型率者员力度级])"
)


def after_openers(text: str, start: int, end: int) -> int:
    """Where ``text[start:end]`` goes on after its adverbs, words of time and verbs; ``end`` when that is all of it."""
    while start < end and _NAMES.match(text, start, end) is None and (match := _OPENING.match(text, start, end)):
        start = match.end()
    return start


def last_opener(text: str, start: int, end: int) -> int:
    """The start of the last opener when ``text[start:end]`` consists of openers, else where the rest starts."""
    while (match := _OPENING.match(text, start, end)) and match.end() < end:
        start = match.end()
    return start


def before_rest(text: str, start: int, end: int, room: int) -> int:
    """As :func:`after_openers`, but at least ``room`` characters are left."""
    while _NAMES.match(text, start, end) is None and (match := _OPENING.match(text, start, end)):
        if end - match.end() < room:
            return start
        start = match.end()
    return start
