"""The second look at the ends of numbered headings: each beside those of its siblings, as the first look chose them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from converter.layout.lost_breaks.evidence.heading_places import Candidate
from converter.layout.lost_breaks.evidence.headings import FACTS, NO_SIBLING, Numbered
from converter.layout.lost_breaks.evidence.missing_stops import UNIT

T = TypeVar("T")
#: What the first look must say of an end, so that siblings are compared with it.
LIKELY = -UNIT

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
        _mean([score for score, _ in near], NO_SIBLING),
        (run.evidence - top) // others if others else NO_SIBLING,
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
                near[0][0] if near else NO_SIBLING,
            )
        )
    return rows


def _mean(values: Sequence[int], otherwise: T) -> int | T:
    return sum(values) // len(values) if values else otherwise
