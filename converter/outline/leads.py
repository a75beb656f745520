"""Leads inside a paragraph, found by parallelism among siblings (docs/conventions.md §2, "lead").

A lead never stands alone: it is one of a run of sentences alike in length and shape, each followed by text of its own.
Each candidate gets points for being a lead at all, each pair of neighbours in a run for being alike; the run with
most points is taken, if it has enough. The points are a table, so that a reader can argue with each of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from converter.language.addresses import TURNS
from converter.language.sentences import sentences_before_others
from converter.language.stops import COMMAS, DOTS, FINAL_STOPS, SEMICOLONS
from converter.layout import Block
from converter.model import Span
from converter.outline.headings import LONGEST_RUN_IN
from converter.outline.lead_evidence import STATE, has_figure

#: A lead has at least so many characters below it.
LITTLE_BELOW = 24
#: A run is looked for among this many candidates back from each candidate.
_WINDOW = 12
_COMMA = re.compile("[，,：:]")
#: What may stand before emphasised words that open a sentence.
BEFORE = frozenset(FINAL_STOPS)
_LIST_STOPS = frozenset(SEMICOLONS)
_EXCLAIMED = frozenset("！？!?")
_COPULA = re.compile("是(?!否|非)")
#: What may stand behind emphasised words that open a sentence.
STOPS = frozenset(FINAL_STOPS + COMMAS + DOTS)
#: A lead neither addresses the audience nor goes on from the sentence before.
_NO_LEAD = (
    *TURNS,
    "但", "同时", "与此同时", "因此", "因而", "为此", "然而", "此外", "另外", "总之", "所以", "于是", "而且",
)  # fmt: skip
_NO_LEAD_FIRST = frozenset(words[0] for words in _NO_LEAD)


@dataclass(frozen=True, slots=True)
class Points:
    """What a candidate and a pair of neighbours are worth."""

    start: float  #: every candidate begins with this
    short: float  #: at most 14 characters: 加快升级“老字号”
    long: float  #: for each character above 20
    comma: float  #: 我们要凝心聚力，真抓实干
    digit: float  #: 新增企业1.3万户
    emphasis: float  #: the whole sentence is emphasised
    copula: float  #: states something: 实体经济是发展的根基
    state: float  #: 创新能力持续增强
    exclaimed: float  #: ends in ！ or ？
    little_below: float  #: less than 24 characters of text before the next lead
    opens: float  #: nothing stands before it in the text of its node
    same_length: float
    near_length: float  #: one character longer or shorter
    other_length: float  #: for each further character of difference
    same_start: float  #: 坚持…。坚持…。
    same_comma: float  #: 坚持创新发展，着力…。坚持协调发展，着力… (the comma stands at the same place)
    same_end: float  #: …更加完善。…更加优美。 (the last character, or the adverb before the verb)
    even: float  #: all leads of the run differ by one character at most: 守住安全底线。守好防控阵地。守牢稳定防线。
    unlike: float  #: for each other sentence after the first lead that looks like a lead and is none
    enough: float  #: a run needs this many points

    @property
    def most_alike(self) -> float:
        """What two neighbours are worth at the most, without ``same_comma``."""
        return self.same_length + self.same_start + self.same_end


#: Openers inside a paragraph: …。创新能力持续增强。国家…。“老字号”产业加速升级。…
INLINE = Points(
    start=-0.45, short=0.7, long=-0.25, comma=-1.5, digit=-1.6, copula=-1.5, state=0.3, opens=0.4,
    emphasis=2.5, exclaimed=-2.0,
    little_below=-1.4, same_length=1.3, near_length=0.9, other_length=-0.3, same_start=0.5,
    same_comma=2.5,
    same_end=0.4, even=1.2, unlike=-0.4, enough=1.8,
)  # fmt: skip


@dataclass(slots=True)
class _Candidate:
    """A sentence that may be a lead: its place, the points it has by itself, and what makes it like another."""

    index: int  #: of its block
    start: int
    words: str
    length: int
    initial: str
    final: str
    points: float
    comma: int  #: its place, or -1
    plain: bool  #: short, without comma or digit


class Run(NamedTuple):
    """A run of leads inside one paragraph, and the points it has."""

    points: float
    leads: tuple[Span, ...]


_NO_RUN = Run(0.0, ())


def inline_leads(block: Block, start: int) -> Run:
    """The best run of leads in ``block.text[start:]``; it has no leads when there is none."""
    openers: dict[int, str] = {}
    at = start
    for sentence in sentences_before_others(block.text, start):
        words = sentence.lstrip()
        if len(words) <= LONGEST_RUN_IN:
            openers[at + len(sentence) - len(words)] = words
        at += len(sentence) + 1
    emphasised: dict[int, str] = {}
    if block.emphasis:
        for mark in block.emphasis:
            if (found := emphasised_words(block.text, start, mark)) is not None:
                emphasised[mark[0]] = found
        openers = dict(sorted((openers | emphasised).items()))
    if len(openers) < 2:
        return _NO_RUN
    candidates: list[_Candidate] = []
    for at, words in openers.items():
        whole = at in emphasised or is_emphasised(block, at, at + len(words))
        candidate = _candidate(INLINE, block.text, 0, at, words, whole)
        if candidate is not None:
            if at == start:
                candidate.points += INLINE.opens
            candidates.append(candidate)
    points, run = _best_run(INLINE, candidates)
    return Run(points, tuple([_span(lead) for lead in run])) if run else _NO_RUN


def _span(lead: _Candidate) -> Span:
    return lead.start, lead.start + lead.length


def emphasised_words(text: str, start: int, mark: Span) -> str | None:
    """The emphasised words at ``mark`` if they open a sentence of ``text[start:]`` or follow a colon.

    ``**启动城中心更新与保护**，以…``: whatever stop follows (docs/conventions.md §2, "emphasised lead").
    """
    a, b = mark
    if start <= a and 2 < b - a <= LONGEST_RUN_IN and (a == start or text[a - 1] in BEFORE):
        close = b - 1 if text[b - 1] in STOPS else b
        if close < len(text) and text[close] in STOPS:
            return text[a:close]
    return None


def _candidate(points: Points, text: str, index: int, start: int, words: str, emphasised: bool) -> _Candidate | None:
    """The sentence ``words`` at ``start`` of ``text`` as a lead; ``None`` when it cannot be one."""
    length = len(words)
    end = start + length
    below = len(text) - end - 1
    if not 2 < length <= LONGEST_RUN_IN or below <= 0:
        return None
    initial = words[0]
    if initial in _NO_LEAD_FIRST and words.startswith(_NO_LEAD):
        return None
    stop = text[end]
    if stop in _LIST_STOPS:
        return None
    score = points.start
    if length <= 14:
        score += points.short
    elif length > 20:
        score += points.long * (length - 20)
    comma, plain = -1, length <= 20
    if not words.isalpha():  # else it has neither comma nor digit
        if found := _COMMA.search(words):
            comma, plain = found.start(), False
            score += points.comma
        if has_figure(words):
            plain = False
            score += points.digit
    if "是" in words and _COPULA.search(words):
        score += points.copula
    if STATE.search(words):
        score += points.state
    if stop in _EXCLAIMED:
        score += points.exclaimed
    if emphasised:
        score += points.emphasis
    if below < LITTLE_BELOW:
        score += points.little_below
    return _Candidate(index, start, words, length, initial, words[-1], score, comma, plain)


def is_emphasised(block: Block, start: int, end: int) -> bool:
    """Whether the words are emphasised, by marks or because the format of the file has them in bold."""
    if block.bold_start >= end - 1 and end > start:
        return True
    if not block.emphasis:
        return False
    index = bisect_right(block.emphasis, (start, len(block.text))) - 1
    return index >= 0 and block.emphasis[index][1] >= end - 1


def _best_run(points: Points, candidates: list[_Candidate]) -> tuple[float, list[_Candidate]]:
    """The run of candidates with most points, and these; empty when none has enough."""
    if len(candidates) < 2:
        return 0.0, []
    best: list[float] = []
    previous: list[int] = []
    most_alike = points.most_alike
    for j, candidate in enumerate(candidates):
        score, link = 0.0, -1
        comma = candidate.comma
        most_with_comma = most_alike + points.same_comma if comma > 0 else most_alike
        for i in range(j - 1, j - _WINDOW - 1 if j > _WINDOW else -1, -1):  # the nearest is the likeliest
            before = candidates[i]
            if best[i] + (most_with_comma if before.comma == comma else most_alike) >= score:
                joined = best[i] + _alike(points, before, candidate)
                if joined >= score and joined > 0:
                    score, link = joined, i
        best.append(candidate.points + score)
        previous.append(link)
    total = max(best)
    at = best.index(total)
    if previous[at] < 0 or total + points.even < points.enough:
        return 0.0, []
    run: list[_Candidate] = []
    first = at
    while at >= 0:
        first = at
        run.append(candidates[at])
        at = previous[at]
    run.reverse()
    if points.unlike:
        plain = sum([candidate.plain for candidate in candidates[first + 1 :]])
        total += points.unlike * (plain - sum([candidate.plain for candidate in run[1:]]))
    if points.even and len(run) > 2:
        lengths = [candidate.length for candidate in run]
        if max(lengths) - min(lengths) <= 1:
            total += points.even
    return (total, _without_introduction(run)) if total >= points.enough else (0.0, [])


def _without_introduction(run: list[_Candidate]) -> list[_Candidate]:
    """A first sentence unlike leads that are all alike introduces them: 城市让生活更美好，乡村让人们更向往。"""
    if len(run) < 3 or run[0].index == run[-1].index or run[0].plain:
        return run
    lengths = [candidate.length for candidate in run[1:]]
    odd = min(abs(run[0].length - length) for length in lengths)
    if max(lengths) - min(lengths) <= 2 < odd:
        return run[1:]
    return run[1:] if run[0].comma >= 0 and all(candidate.comma < 0 for candidate in run[1:]) else run


def _alike(points: Points, a: _Candidate, b: _Candidate) -> float:
    """How alike two neighbours of a run are, in points."""
    difference = abs(a.length - b.length)
    score = points.near_length + points.other_length * (difference - 1) if difference else points.same_length
    if a.initial == b.initial:
        score += points.same_start
    if a.final == b.final or a.words[-4:-2] == b.words[-4:-2]:  # the adverb: 持续 in 持续增强
        score += points.same_end
    if 0 < a.comma == b.comma:
        score += points.same_comma
    below = b.start - a.start - a.length
    if below <= LITTLE_BELOW:
        score += points.little_below
    return score
