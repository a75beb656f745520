"""Openers: what may stand before the indicator of a clause and is no part of it (力争全年新增 | 规上企业11户)."""

from __future__ import annotations

import re

from converter.targets.lexicon import either, entries
from converter.targets.verbs import CLASSES

_OPENING = re.compile(
    r"比(?:上年|去年|上一年)(?:年初)?(?:预算|同期)?|[一二两三四五]年(?:内|完成)?|[①-⑳㉑-㉟◆●·]|(?:19|20)\d\d年(?:底|末|前)?，?|"
    + either([*(row[0] for row in entries("openers")), *CLASSES])
)


def after_openers(text: str, start: int, end: int) -> int:
    """Where ``text[start:end]`` goes on after its adverbs, words of time and verbs; ``end`` when that is all of it."""
    while start < end and (match := _OPENING.match(text, start, end)):
        start = match.end()
    return start


def last_opener(text: str, start: int, end: int) -> int:
    """The start of the last opener when ``text[start:end]`` consists of openers, else where the rest starts."""
    while (match := _OPENING.match(text, start, end)) and match.end() < end:
        start = match.end()
    return start
