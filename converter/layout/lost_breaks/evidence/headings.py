"""Numbered headings that have run into the text behind them: their markers, where they may end, what is known of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from converter.language.markers import MarkerMatch, marker_at
from converter.layout.lost_breaks.evidence.heading_places import (
    CHAPTER_END,
    LONGEST,
    OPENER,
    SIGN,
    STOP,
    Candidate,
    Evidence,
)
from converter.layout.lost_breaks.evidence.missing_stops import UNIT
from converter.layout.lost_breaks.evidence.sentences import series_number

#: What may be the marker of a heading; the table of forms decides.
_MARKER = re.compile(
    "(?<![第一二三四五六七八九十0-9.．])"
    "(?=第[一二三四五六七八九十0-9]{1,3}[部篇编章节]|[一二三四五六七八九十]{1,3} ?[、.．]"
    "|[（(][一二三四五六七八九十]{1,3}[）)]|[㈠-㈩]|[0-9]{1,2} ?[.．、])"
)
_RANK_AT_MOST = 30
_ENDS_SENTENCE = frozenset("。！？；：”）」")
_AT_LEAST = 2
_HOPELESS = -6 * UNIT
#: A marker inside a sentence needs that much evidence; one with an enumeration comma more, as prose counts 一、二.
_MARKER_INSIDE, _COUNTED_INSIDE = -5 * UNIT, 0
#: The first of items that a word counts, behind a heading that has run into it: ``…促进城乡融合`` | ``一要增强…``.
_FIRST_ITEM = re.compile("(?<![第统唯])一[要是](?!务)")
_ITEM_INSIDE = -2 * UNIT
NO_SIBLING = -9 * UNIT
#: A sentence this short could be a heading.
_SHORT = 40

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


@dataclass(slots=True)
class Numbered:
    """A numbered heading: where it and its sentence begin and end, and where it may end itself."""

    start: int
    marker: MarkerMatch
    stop: int
    ends: list[int] = field(default_factory=list)
    #: It ends where the next numbered heading begins.
    closed: int | None = None


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
        stop = STOP.search(characters.normal, marker.end)
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
            if after - begin <= LONGEST:
                heading.closed = after
            continue
        limit = min(heading.stop, begin + LONGEST, len(depths) - 2)
        item = _FIRST_ITEM.search(evidence.characters.text, begin + _AT_LEAST, limit)
        if item is not None and not depths[item.start()] and evidence.some(item.start()) > _ITEM_INSIDE:
            heading.closed = item.start()
            continue
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
    middle = int(median(best for _, best, _ in members)) if members else NO_SIBLING
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
        run.middle if count else NO_SIBLING,
        int(median(best for _, best, _ in near)) if near else NO_SIBLING,
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
        sign = SIGN.search(normal, place)
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
            int(CHAPTER_END.search(text, begin, place) is not None),
            int(OPENER.match(text, place) is not None),
            *known,
        )
        found.append(Candidate(heading.start, place, facts))
    return found
