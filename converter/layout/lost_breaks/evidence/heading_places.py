"""Where a heading may end: the evidence of the characters, the habits of the text, and what signs and words forbid."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from converter.layout.lost_breaks.evidence.characters import Characters
from converter.layout.lost_breaks.evidence.missing_stops import StopWeights
from converter.layout.lost_breaks.glued import OPENERS

STOP = re.compile("[。！？；]")
SIGN = re.compile("[，。；：！？]")
_CLAUSE_BORDER = re.compile("[，。；：！？、]")
#: No heading ends behind these signs and words, none before those.
_NEVER_BEFORE = frozenset("，：、（“《；。！？‘〔【和与及或的为在对将把向从由被使")
_NEVER_BEHIND = frozenset("，。；：！？、）”》’〕】 和与及")
#: Besides the characters: what headings of chapters end with, and what the text behind one begins with.
CHAPTER_END = re.compile("(?:回顾|安排|要求|任务|目标|重点|打算|思路|部署|措施|建议|形势|意义|原则|建设)$")
OPENER = re.compile("|".join(OPENERS))
#: A heading is that long at most.
LONGEST = 60


class Candidate(NamedTuple):
    """A place where the heading that begins at ``start`` may end, and what is known of it."""

    start: int
    end: int
    facts: tuple[int, ...]


class Habits:
    """How the clauses of a text begin and end."""

    __slots__ = ("begins", "ends")

    def __init__(self, normal: str) -> None:
        borders = [found.end() for found in _CLAUSE_BORDER.finditer(normal)]
        self.begins = Counter(normal[place : place + size] for place in borders for size in (2, 3))
        self.ends = Counter(normal[place - 3 : place - 1] for place in borders)


class Evidence:
    """The evidence of a text that a stop is missing, each place looked at once."""

    __slots__ = ("_scores", "_weights", "characters", "habits")

    def __init__(self, characters: Characters, weights: StopWeights) -> None:
        self.characters = characters
        self.habits = Habits(characters.normal)
        self._weights = weights
        self._scores: dict[int, int] = {}

    def some(self, place: int) -> int:
        """The evidence that a stop is missing at ``place``."""
        score = self._scores.get(place)
        if score is None:
            score = self._scores[place] = self._weights.some(self.characters, place)
        return score

    def strong(self, place: int) -> int:
        """The evidence that it would end a sentence."""
        return self._weights.strong(self.characters, place)

    def may_end(self, place: int, depth: int) -> bool:
        """Whether a heading may end at ``place``, as far as the signs around it tell."""
        text = self.characters.text
        if text[place] in _NEVER_BEHIND or text[place - 1] in _NEVER_BEFORE:
            return False
        return self.characters.depths[place] <= depth
