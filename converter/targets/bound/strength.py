"""Strength: binding, stretch or planned, and how far a word of strength reaches (CONVENTIONS §3)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set

from converter.model import Strength
from converter.targets.where.clauses import Sentence
from converter.targets.words.tables import either, entries

_STRENGTHS: dict[str, Strength] = {"binding": "binding", "stretch": "stretch"}
WORDS: dict[str, Strength] = {row[0]: _STRENGTHS[row[1]] for row in entries("strength")}
_WORD = re.compile(either(WORDS))
_PLANNED: tuple[Strength, int] = ("planned", -1)
# 力争实现以下目标：…
_LISTS = frozenset("：:")

# 确保零就业家庭动态清零: an end state that counts as a quantity, so the word reaches on.
_END_STATE = re.compile(r"清零|归零|全覆盖|见底")
# 力争全年，… · 确保到2025年，… · 力争通过三年努力，…: the clause is not complete, the word reaches on.
_OPEN = re.compile(
    r"(?:全年|年内|今年|明年|到|至|在|用|经过|通过|再用|利用|未来|今后|[0-9一二三四五两]{1,4}年|.{0,2}年底)"
)
# 在确保安全的前提下: a condition, no promise.
_CONDITION = re.compile(r"的(?:前提|基础|同时|情况|条件)")


def strengths(sentence: Sentence, places: Sequence[int], without: Set[int]) -> list[tuple[Strength, int]]:
    """The strength at each of ``places``, the starts of the sentence's quantities and relations, in order.

    With each, where the word stands that says so (-1 when none does). ``without``: which of the places have no number.
    A word governs to the end of its sentence, but only its own clause when that clause is complete and carries no
    number; before a colon it governs the list behind it.
    """
    text = sentence.text
    first = _WORD.search(text, sentence.start, sentence.end)
    if first is None:
        return [_PLANNED] * len(places)
    words = list(_WORD.finditer(text, first.start(), sentence.end))
    ends = [word.end() for word in words]
    governing: list[tuple[Strength, int]] = []
    current = _PLANNED
    index = 0
    for start, end in sentence.clauses():
        if start > sentence.start and sentence.breaks_strength(start - 1):
            current = _PLANNED
        inside = index
        while inside < len(places) and places[inside] < end:
            inside += 1
        if inside > index:
            floor, outside = start, current
            for place in places[index:inside]:
                last = bisect_right(ends, place) - 1
                if last >= 0 and words[last].start() >= floor and not _CONDITION.search(text, ends[last], place):
                    current = WORDS[words[last].group()], words[last].start()
                governing.append(current)
                floor = place
            if without and all(place in without for place in places[index:inside]):
                current = outside
            index = inside
            continue
        last = bisect_right(ends, end) - 1
        if last >= 0 and words[last].start() >= start:
            reached = ends[last]
            if text[end : end + 1] in _LISTS or _is_open(text, reached, end) or _END_STATE.search(text, reached, end):
                current = WORDS[words[last].group()], words[last].start()
    return governing


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether the clause ``text[:end]`` is not complete with what follows its word of strength at ``start``."""
    return start >= end or (end - start <= 12 and _OPEN.match(text, start, end) is not None)
