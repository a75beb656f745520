"""Headings without a number that have run into the text behind them, and the title: where they may end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from converter.language.markers import marker_at
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

#: A heading without a number is that long.
_AT_LEAST, _AT_MOST = 4, 36
#: It speaks of no figure but a year: ``筹措280亿元`` | ``实施惠民工程``.
_FIGURE = re.compile("[0-9](?<![0-9]{2})(?!(?<=2)0[0-9]{2}年|(?<=1)9[0-9]{2}年)")
_CANDIDATES = 3
#: A title may be cut off with less evidence, and so may what ends or is followed as chapter headings are.
_TITLE_INSIDE = -4 * UNIT

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
    sign = (STOP if opens else SIGN).search(normal, start)
    stop = min(sign.start() if sign else len(text), len(text) - 1)
    nearest = bisect_right(known, start)
    if nearest < len(known) and known[nearest] <= stop:
        return []
    ends: list[int] = []
    for place in range(start + _AT_LEAST, min(stop, start + (LONGEST if opens else _AT_MOST))):
        if not evidence.may_end(place, depths[start]) or (score := evidence.some(place)) <= _TITLE_INSIDE:
            continue
        if opens or score > 0 or OPENER.match(text, place) or CHAPTER_END.search(text, start, place):
            ends.append(place)
    return _plain(evidence, start, stop, opens, ends, starts)


def _plain(
    evidence: Evidence, start: int, stop: int, opens: bool, ends: Sequence[int], starts: Mapping[int, int]
) -> list[Candidate]:
    text, normal = evidence.characters.text, evidence.characters.normal
    ends = [place for place in ends if opens or not _FIGURE.search(text, start, place)]
    best = sorted(ends, key=lambda place: (-evidence.some(place), place))[:_CANDIDATES]
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
            int(CHAPTER_END.search(text, start, place) is not None),
            int(OPENER.match(text, place) is not None),
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
