"""Where a heading ends that has run into the text behind it: candidates, and what is known of each, with names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple, TypeVar

from converter.language.markers import MarkerMatch, marker_at
from converter.layout.lost_breaks.evidence.characters import Characters
from converter.layout.lost_breaks.evidence.missing_stops import UNIT, StopWeights
from converter.layout.lost_breaks.evidence.sentences import series_number
from converter.layout.lost_breaks.glued import OPENERS

T = TypeVar("T")
#: What may be the marker of a heading; the table of forms decides.
_MARKER = re.compile(
    "(?<![第一二三四五六七八九十0-9.．])"
    "(?=第[一二三四五六七八九十0-9]{1,3}[部篇编章节]|[一二三四五六七八九十]{1,3} ?[、.．]"
    "|[（(][一二三四五六七八九十]{1,3}[）)]|[㈠-㈩]|[0-9]{1,2} ?[.．、])"
)
_RANK_AT_MOST = 30
_ENDS_SENTENCE = frozenset("。！？；：”）」")
_STOP = re.compile("[。！？；]")
_SIGN = re.compile("[，。；：！？]")
_CLAUSE_BORDER = re.compile("[，。；：！？、]")
#: No heading ends behind these signs and words, none before those.
_NEVER_BEFORE = frozenset("，：、（“《；。！？‘〔【和与及或的为在对将把向从由被使")
_NEVER_BEHIND = frozenset("，。；：！？、）”》’〕】 和与及")
#: A heading is that long at most, without a marker that long.
_LONGEST, _LONGEST_PLAIN = 60, 36
_AT_LEAST, _PLAIN_AT_LEAST = 2, 4
_HOPELESS = -6 * UNIT
#: A marker inside a sentence needs that much evidence; one with an enumeration comma more, as prose counts 一、二.
_MARKER_INSIDE, _COUNTED_INSIDE = -5 * UNIT, 0
#: Besides the characters: what headings of chapters end with, and what the text behind one begins with.
_CHAPTER_END = re.compile("(?:回顾|安排|要求|任务|目标|重点|打算|思路|部署|措施|建议|形势|意义|原则|建设)$")
_OPENER = re.compile("|".join(OPENERS))
#: A heading without a number speaks of no figure but a year: ``筹措280亿元`` | ``实施惠民工程``.
_FIGURE = re.compile("[0-9](?<![0-9]{2})(?!(?<=2)0[0-9]{2}年|(?<=1)9[0-9]{2}年)")
_PLAIN_CANDIDATES = 3
_TITLE_INSIDE = -4 * UNIT

#: What is known of the end of a numbered heading, in the order of :attr:`Candidate.facts`.
FACTS: tuple[tuple[str, str], ...] = (
    ("missing_stop", "evidence that a stop is missing"),
    ("missing_end", "evidence that it would end a sentence"),
    ("rank", "how many candidates of this heading have more"),
    ("margin", "how much more than the best other candidate"),
    ("length", "length of the heading"),
    ("commas", "commas in it"),
    ("to_stop", "characters to the end of the sentence"),
    ("to_sign", "characters to the next sign"),
    ("sentence", "length from the marker to the end of the sentence"),
    ("form", "the form of the marker"),
    ("ordinal", "its number"),
    ("after_stop", "the marker follows a stop"),
    ("next_form", "the form of a marker behind the heading"),
    ("next_first", "that marker counts one"),
    ("begins_two", "clauses that begin with the same two characters"),
    ("begins_three", "with the same three"),
    ("ends_two", "clauses that end with the same two characters"),
    ("chapter_end", "it ends with a word that ends chapter headings"),
    ("opener", "words behind it that open a paragraph"),
    ("siblings_best", "the middle of the best evidence of its siblings"),
    ("near_best", "of the nearest of them"),
    ("siblings_short", "siblings whose sentence could be a heading, in thousandths"),
    ("near_sentence", "mean length of the sentences of the nearest"),
    ("siblings", "number of its siblings"),
    ("start_evidence", "evidence that a paragraph begins at the marker"),
    ("stop_evidence", "evidence that one begins behind the sentence"),
)
#: What the second look knows besides, from the first.
FACTS_AGAIN: tuple[tuple[str, str], ...] = (
    *FACTS,
    ("first_look", "evidence of the first look"),
    ("best", "the best of this heading"),
    ("is_best", "it is this candidate"),
    ("near_best_again", "mean of the best of the nearest siblings"),
    ("siblings_best_again", "mean of the best of all"),
    ("length_difference", "length beside the mean of the nearest"),
    ("commas_difference", "commas beside the mean of the nearest"),
    ("same_end", "siblings with the same last two characters"),
    ("same_last", "siblings with the same last character, in thousandths"),
    ("same_begin", "siblings followed by the same two characters"),
    ("near_to_stop", "mean of the characters to the end of the sentence"),
    ("nearest_best", "the best of the nearest sibling"),
)
#: What is known of the end of a heading without a number.
PLAIN_FACTS: tuple[tuple[str, str], ...] = (
    ("missing_stop", "evidence that a stop is missing"),
    ("missing_end", "evidence that it would end a sentence"),
    ("margin", "how much more than the best other candidate"),
    ("length", "length of the heading"),
    ("to_stop", "characters to the next stop"),
    ("sentence", "length from its start to that stop"),
    ("begins_two", "clauses that begin with the same two characters"),
    ("begins_three", "with the same three"),
    ("ends_two", "clauses that end with the same two characters"),
    ("chapter_end", "it ends with a word that ends chapter headings"),
    ("opener", "words behind it that open a paragraph"),
    ("next_form", "the form of a marker behind the heading"),
    ("position", "place in the text, in thousandths"),
    ("start_evidence", "evidence that a paragraph begins where it does"),
    ("year_behind", "a year follows"),
    ("year_inside", "a year stands in it"),
    ("enumeration", "enumeration commas in it"),
    ("opens_text", "it opens the text"),
    ("comma_stop", "the next stop is a comma"),
    ("candidates", "number of candidates"),
)
_NO_SIBLING = -9 * UNIT
#: A sentence this short could be a heading.
_SHORT = 40
#: What the first look must say of an end, so that siblings are compared with it.
LIKELY = -UNIT


class Candidate(NamedTuple):
    """A place where the heading that begins at ``start`` may end, and what is known of it."""

    start: int
    end: int
    facts: tuple[int, ...]


@dataclass(slots=True)
class Numbered:
    """A numbered heading: where it and its sentence begin and end, and where it may end itself."""

    start: int
    marker: MarkerMatch
    stop: int
    ends: list[int] = field(default_factory=list)
    #: It ends where the next numbered heading begins.
    closed: int | None = None


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


def numbered_headings(evidence: Evidence, known: Sequence[int]) -> list[Numbered]:
    """The markers of headings: behind a stop, at a ``known`` border, or inside where they go on a run or begin one."""
    characters = evidence.characters
    text, depths = characters.text, characters.depths
    found = [(match.start(), marker_at(text, match.start())) for match in _MARKER.finditer(characters.normal)]
    markers = [
        (place, marker)
        for place, marker in found
        if marker is not None and marker.form.rank is not None and marker.form.rank <= _RANK_AT_MOST
    ]
    following: dict[int, int | None] = {}
    seen: dict[str, int | None] = {}
    for place, marker in reversed(markers):
        following[place] = seen.get(marker.form.series)
        seen[marker.form.series] = marker.ordinal
    border = set(known)
    last: dict[str, int] = {}
    headings: list[Numbered] = []
    for place, marker in markers:
        ordinal, series = marker.ordinal, marker.form.series
        if depths[place] or ordinal is None:
            continue
        if place and place not in border and text[place - 1] not in _ENDS_SENTENCE:
            goes_on = ordinal == last.get(series, 0) + 1
            if not goes_on and not (ordinal == 1 and following[place] == 2):
                continue
            counted = text.endswith("、", place, marker.end)
            if evidence.some(place) <= (_COUNTED_INSIDE if counted else _MARKER_INSIDE):
                continue
        last[series] = ordinal
        stop = _STOP.search(characters.normal, marker.end)
        end = stop.start() if stop else len(text)
        nearest = bisect_right(known, place)
        if nearest < len(known) and known[nearest] <= end:
            end = known[nearest]
        headings.append(Numbered(place, marker, end))
    _set_ends(evidence, headings)
    return headings


def _set_ends(evidence: Evidence, headings: Sequence[Numbered]) -> None:
    """Where each of ``headings`` may end: nowhere behind the next marker, and there for certain."""
    depths = evidence.characters.depths
    for number, heading in enumerate(headings):
        after = headings[number + 1].start if number + 1 < len(headings) else heading.stop
        begin = heading.marker.end
        if after < heading.stop:
            if after - begin <= _LONGEST:
                heading.closed = after
            continue
        limit = min(heading.stop, begin + _LONGEST, len(depths) - 2)
        heading.ends = [
            place
            for place in range(begin + _AT_LEAST, limit)
            if evidence.may_end(place, depths[begin]) and evidence.some(place) > _HOPELESS
        ]


@dataclass(frozen=True, slots=True)
class Run:
    """The headings of one series that may end somewhere: start, best evidence, length of the sentence of each."""

    members: list[tuple[int, int, int]]
    middle: int
    short: int


def _run(members: list[tuple[int, int, int]]) -> Run:
    middle = int(median(best for _, best, _ in members)) if members else _NO_SIBLING
    return Run(members, middle, sum(length <= _SHORT for _, _, length in members))


def numbered_candidates(
    evidence: Evidence, headings: Sequence[Numbered], starts: Mapping[int, int]
) -> list[list[Candidate]]:
    """For each of ``headings``, the candidates for its end; ``starts`` is the evidence of the ends of sentences."""
    members: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for heading in headings:
        if heading.ends:
            best = max(map(evidence.some, heading.ends))
            members[heading.marker.form.series].append((heading.start, best, heading.stop - heading.marker.end))
    runs = {series: _run(found) for series, found in members.items()}
    return [
        _candidates(evidence, heading, runs[heading.marker.form.series], starts) if heading.ends else []
        for heading in headings
    ]


def _candidates(evidence: Evidence, heading: Numbered, run: Run, starts: Mapping[int, int]) -> list[Candidate]:
    text, normal = evidence.characters.text, evidence.characters.normal
    begin, stop = heading.marker.end, heading.stop
    at = bisect_left(run.members, (heading.start,))
    near = [run.members[n] for n in range(max(at - 3, 0), min(at + 4, len(run.members))) if n != at]
    count = len(run.members) - 1
    known = (
        run.middle if count else _NO_SIBLING,
        int(median(best for _, best, _ in near)) if near else _NO_SIBLING,
        1000 * (run.short - (stop - begin <= _SHORT)) // count if count else -1,
        sum(length for _, _, length in near) // len(near) if near else -1,
        count,
        starts.get(heading.start, 0),
        starts.get(stop + 1, 0),
    )
    scores = sorted(map(evidence.some, heading.ends), reverse=True)
    second = scores[1] if len(scores) > 1 else -8 * UNIT
    found: list[Candidate] = []
    for place in heading.ends:
        some = evidence.some(place)
        rank = scores.index(some)
        marker = marker_at(text, place)
        sign = _SIGN.search(normal, place)
        facts = (
            some,
            evidence.strong(place),
            rank,
            some - (second if rank == 0 else scores[0]),
            place - begin,
            normal.count("，", begin, place),
            stop - place,
            (sign.start() if sign else len(text)) - place,
            stop - begin,
            series_number(heading.marker),
            heading.marker.ordinal or 0,
            int(heading.start == 0 or text[heading.start - 1] in _ENDS_SENTENCE),
            series_number(marker),
            int(marker is not None and marker.ordinal == 1),
            evidence.habits.begins[normal[place : place + 2]],
            evidence.habits.begins[normal[place : place + 3]],
            evidence.habits.ends[normal[place - 2 : place]],
            int(_CHAPTER_END.search(text, begin, place) is not None),
            int(_OPENER.match(text, place) is not None),
            *known,
        )
        found.append(Candidate(heading.start, place, facts))
    return found


@dataclass(slots=True)
class Chosen:
    """What the first look chose among the headings of one series: how headings end and what follows them."""

    numbers: list[int] = field(default_factory=list)
    evidence: int = 0
    likely: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    lasts: Counter[str] = field(default_factory=Counter)
    begins: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, number: int, score: int, candidate: Candidate) -> None:
        """Count the best candidate of heading ``number``."""
        self.numbers.append(number)
        self.evidence += score
        if score > LIKELY:
            end = candidate.end
            self.likely += 1
            self.ends[text[end - 2 : end]] += 1
            self.lasts[text[end - 1]] += 1
            self.begins[text[end : end + 2]] += 1


_Best = tuple[int, Candidate]


def look_again(
    text: str, headings: Sequence[Numbered], candidates: Sequence[Sequence[Candidate]], looks: Sequence[Sequence[int]]
) -> list[list[tuple[int, ...]]]:
    """The facts of the second look at ``candidates``, whose evidence in the first was ``looks``."""
    best: dict[int, _Best] = {}
    runs: dict[str, Chosen] = defaultdict(Chosen)
    for number, (found, scores) in enumerate(zip(candidates, looks, strict=True)):
        if found:
            best[number] = max(zip(scores, found, strict=True), key=lambda pair: pair[0])
            runs[headings[number].marker.form.series].add(text, number, *best[number])
    return [
        _facts_again(text, number, runs[headings[number].marker.form.series], best, found, scores) if found else []
        for number, (found, scores) in enumerate(zip(candidates, looks, strict=True))
    ]


def _facts_again(
    text: str,
    number: int,
    run: Chosen,
    best: Mapping[int, _Best],
    found: Sequence[Candidate],
    scores: Sequence[int],
) -> list[tuple[int, ...]]:
    at = bisect_left(run.numbers, number)
    near = [best[other] for other in (*run.numbers[max(at - 2, 0) : at], *run.numbers[at + 1 : at + 3])]
    beside = [candidate for score, candidate in near if score > LIKELY]
    top, own = best[number]
    counts = top > LIKELY
    others, likely = len(run.numbers) - 1, run.likely - counts
    length = _mean([candidate.facts[4] for candidate in beside], None)
    commas = _mean([candidate.facts[5] for candidate in beside], None)
    known = (
        _mean([score for score, _ in near], _NO_SIBLING),
        (run.evidence - top) // others if others else _NO_SIBLING,
    )
    rows: list[tuple[int, ...]] = []
    for candidate, score in zip(found, scores, strict=True):
        facts, end = candidate.facts, candidate.end
        last, two, behind = text[end - 1], text[end - 2 : end], text[end : end + 2]
        same_end = run.ends[two] - (counts and text[own.end - 2 : own.end] == two)
        same_last = run.lasts[last] - (counts and text[own.end - 1] == last)
        same_begin = run.begins[behind] - (counts and text[own.end : own.end + 2] == behind)
        rows.append(
            (
                *facts,
                score,
                top,
                int(score == top),
                *known,
                facts[4] - length if length is not None else -99,
                facts[5] - commas if commas is not None else -9,
                same_end,
                1000 * same_last // likely if likely else 0,
                same_begin,
                _mean([other.facts[6] for other in beside], -1),
                near[0][0] if near else _NO_SIBLING,
            )
        )
    return rows


def _mean(values: Sequence[int], otherwise: T) -> int | T:
    return sum(values) // len(values) if values else otherwise


def plain_candidates(
    evidence: Evidence, places: Sequence[int], taken: frozenset[int], known: Sequence[int], starts: Mapping[int, int]
) -> list[list[Candidate]]:
    """The candidates of headings without a number that begin at the start of the text or behind a sentence."""
    characters = evidence.characters
    text, depths = characters.text, characters.depths
    found: list[list[Candidate]] = []
    for start in (0, *places):
        if start in taken or (start and (text[start - 1] in "：；:;" or depths[start])):
            continue
        if rows := heading_at(evidence, start, not start, known, starts):
            found.append(rows)
    return found


def heading_at(
    evidence: Evidence, start: int, opens: bool, known: Sequence[int], starts: Mapping[int, int]
) -> list[Candidate]:
    """The candidates of the heading without a number at ``start``; ``opens`` says that it opens the text."""
    characters = evidence.characters
    text, normal, depths = characters.text, characters.normal, characters.depths
    if marker_at(text, start) and not opens:
        return []
    sign = (_STOP if opens else _SIGN).search(normal, start)
    stop = min(sign.start() if sign else len(text), len(text) - 1)
    nearest = bisect_right(known, start)
    if nearest < len(known) and known[nearest] <= stop:
        return []
    ends: list[int] = []
    for place in range(start + _PLAIN_AT_LEAST, min(stop, start + (_LONGEST if opens else _LONGEST_PLAIN))):
        if not evidence.may_end(place, depths[start]) or (score := evidence.some(place)) <= _TITLE_INSIDE:
            continue
        if opens or score > 0 or _OPENER.match(text, place) or _CHAPTER_END.search(text, start, place):
            ends.append(place)
    return _plain(evidence, start, stop, opens, ends, starts)


def _plain(
    evidence: Evidence, start: int, stop: int, opens: bool, ends: Sequence[int], starts: Mapping[int, int]
) -> list[Candidate]:
    text, normal = evidence.characters.text, evidence.characters.normal
    ends = [place for place in ends if opens or not _FIGURE.search(text, start, place)]
    best = sorted(ends, key=lambda place: (-evidence.some(place), place))[:_PLAIN_CANDIDATES]
    rows: list[Candidate] = []
    for place in best:
        some = evidence.some(place)
        others = [evidence.some(other) for other in best if other != place]
        heading = text[start:place]
        facts = (
            some,
            evidence.strong(place),
            some - max(others, default=-3 * UNIT),
            place - start,
            stop - place,
            stop - start,
            evidence.habits.begins[normal[place : place + 2]],
            evidence.habits.begins[normal[place : place + 3]],
            evidence.habits.ends[normal[place - 2 : place]],
            int(_CHAPTER_END.search(text, start, place) is not None),
            int(_OPENER.match(text, place) is not None),
            series_number(marker_at(text, place)),
            1000 * start // len(text),
            starts.get(start, 9 * UNIT),
            int(text.startswith("20", place)),
            int("20" in heading),
            heading.count("、"),
            int(opens),
            int(normal[stop] == "，"),
            len(best),
        )
        rows.append(Candidate(start, place, facts))
    return rows
