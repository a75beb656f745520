"""Where a text has lost its line breaks: all places are looked at, and the whole text is decided at once.

First the ends of sentences are looked at each for itself, and the headings each by its own characters; then headings
beside their siblings, and at last the ends of sentences beside each other and the headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from converter.language.stops import FINAL_STOPS, OPENING_BRACKETS
from converter.layout.lost_breaks.evidence.characters import Characters
from converter.layout.lost_breaks.evidence.heading_places import Candidate, Evidence
from converter.layout.lost_breaks.evidence.headings import Numbered, numbered_candidates, numbered_headings
from converter.layout.lost_breaks.evidence.missing_stops import UNIT
from converter.layout.lost_breaks.evidence.paragraphs import paragraph_facts
from converter.layout.lost_breaks.evidence.plain_headings import heading_at, plain_candidates
from converter.layout.lost_breaks.evidence.sentences import End, read_ends, sentence_ends
from converter.layout.lost_breaks.evidence.siblings import look_again
from converter.layout.lost_breaks.evidence.weights import Weights

#: A heading is cut off where the evidence for its best end is at least this (the odds are two to three).
HEADING_AT_LEAST = -6
#: One without a number needs as much: the odds are what counts.
PLAIN_AT_LEAST = HEADING_AT_LEAST
#: The first words of a text are mostly its title.
TITLE_AT_LEAST = -22
_FRONT_LINES = 4
#: A place with less evidence at the first look gets no second one.
HOPELESS = -5 * UNIT
#: Where a line is known to end, this is the evidence for it.
CERTAIN = 20 * UNIT


@dataclass(slots=True)
class Reading:
    """All that was looked at in a text: places, what is known of them, and the evidence."""

    evidence: Evidence
    ends: list[End]
    looks: list[int]
    #: Where lines are known to end without a stop, as headings do.
    headed: Sequence[int] = ()
    numbered: list[Numbered] = field(default_factory=list)
    headings: dict[int, Candidate] = field(default_factory=dict)
    plain: dict[int, Candidate] = field(default_factory=dict)
    paragraphs: list[int] = field(default_factory=list)
    #: What is known of each place where a heading might end, by place.
    heading_facts: dict[int, tuple[int, ...]] = field(default_factory=dict)
    plain_facts: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def borders(self) -> list[int]:
        """The places where a paragraph or heading begins."""
        found = {end.place for end, evidence in zip(self.ends, self.paragraphs, strict=True) if evidence > 0}
        found.update(heading.start for heading in self.numbered)
        found.update(heading.closed for heading in self.numbered if heading.closed is not None)
        found.update(candidate.end for candidate in self.headings.values())
        for candidate in self.plain.values():
            found.update((candidate.start, candidate.end))
        found.discard(0)
        return sorted(found)


def first_look(characters: Characters, known: Sequence[int], weights: Weights) -> Reading:
    """The ends of the sentences of a text, looked at each for itself; ``known`` are the ends of its lines."""
    ends = read_ends(characters, sentence_ends(characters.text, known))
    table, mask = weights.ends, len(weights.ends) - 1
    certain = set(known)
    looks = [
        CERTAIN if end.place in certain else weights.ends_base + sum([table[number & mask] for number in end.numbers])
        for end in ends
    ]
    headed = [place for place in known if characters.normal[place - 1] not in FINAL_STOPS]
    return Reading(Evidence(characters, weights.stops), ends, looks, headed)


def decide(text: str, known: Sequence[int], weights: Weights) -> Reading:
    """Look at ``text``, whose lines end at the ``known`` places and perhaps at others.

    A remark in brackets (``（责任单位：县发改局）``) stays with what it is about.
    """
    characters = Characters(text)
    reading = first_look(characters, known, weights)
    starts = {end.place: look for end, look in zip(reading.ends, reading.looks, strict=True)}
    evidence = reading.evidence
    reading.numbered = numbered_headings(evidence, known)
    candidates = numbered_candidates(evidence, reading.numbered, starts)
    looks = [[weights.headings.sum(candidate.facts) for candidate in found] for found in candidates]
    again = look_again(text, reading.numbered, candidates, looks)
    for found, rows in zip(candidates, again, strict=True):
        reading.heading_facts.update(zip([candidate.end for candidate in found], rows, strict=True))
        if chosen := _best(found, map(weights.headings_again.sum, rows), HEADING_AT_LEAST):
            reading.headings[chosen.start] = chosen
    taken = frozenset(heading.start for heading in reading.numbered)
    for found in plain_candidates(evidence, [end.place for end in reading.ends], taken, known, starts):
        reading.plain_facts.update((candidate.end, candidate.facts) for candidate in found)
        scores = [weights.plain_headings.sum(candidate.facts) for candidate in found]
        if chosen := _best(found, scores, PLAIN_AT_LEAST if found[0].start else TITLE_AT_LEAST):
            reading.plain[chosen.start] = chosen
    _read_front(reading, known, starts, weights)
    reading.paragraphs = list(reading.looks)
    wanted = [number for number, look in enumerate(reading.looks) if look > HOPELESS]
    for number, facts in zip(wanted, second_look(reading, wanted), strict=True):
        remark = characters.text[reading.ends[number].place] in OPENING_BRACKETS and reading.ends[number].marker is None
        reading.paragraphs[number] = HOPELESS if remark else weights.paragraphs.sum(facts)
    _agree_on_items(reading)
    return reading


def _agree_on_items(reading: Reading) -> None:
    """Items that a word counts begin paragraphs all, or none: ``一是…。二是…。`` get the mean of their evidence."""
    runs: dict[str, list[int]] = {}
    for number, end in enumerate(reading.ends):
        marker = end.marker
        if marker is None or marker.form.family != "word" or marker.ordinal is None:
            continue
        run = runs.get(marker.form.series)
        last = reading.ends[run[-1]].marker if run else None
        if run and last is not None and last.ordinal is not None and marker.ordinal == last.ordinal + 1:
            run.append(number)
        else:
            if run:
                _share(reading.paragraphs, run)
            runs[marker.form.series] = [number]
    for run in runs.values():
        _share(reading.paragraphs, run)


def _share(evidence: list[int], run: Sequence[int]) -> None:
    """Give each of ``run`` the mean of their ``evidence``; the first may stand behind what introduces it."""
    rest = run[1:] or run
    mean = sum(evidence[number] for number in rest) // len(rest)
    for number in rest:
        evidence[number] = mean
    if mean <= 0:
        evidence[run[0]] = min(evidence[run[0]], mean)


def _read_front(reading: Reading, known: Sequence[int], starts: dict[int, int], weights: Weights) -> None:
    """Behind the title may stand more lines of the front: ``——在全县经济工作会议上的讲话``."""
    last = reading.plain.get(0)
    for _ in range(_FRONT_LINES):
        if last is None:
            return
        found = heading_at(reading.evidence, last.end, True, known, starts)
        scores = [weights.plain_headings.sum(candidate.facts) for candidate in found]
        last = _best(found, scores, TITLE_AT_LEAST)
        if last is not None:
            reading.plain[last.start] = last


def begin_paragraphs(text: str, known: Sequence[int], places: Sequence[int], weights: Weights) -> list[int]:
    """Which of ``places`` in ``text`` begin a paragraph: behind a sentence, or behind a heading without a stop.

    ``known`` are the other places where paragraphs begin.
    """
    reading = first_look(Characters(text), known, weights)
    number_of = {end.place: number for number, end in enumerate(reading.ends)}
    wanted = [number_of[place] for place in places if place in number_of]
    looked_at = zip(wanted, second_look(reading, wanted), strict=True)
    found = [reading.ends[number].place for number, facts in looked_at if weights.paragraphs.sum(facts) > 0]
    headed = [place for place in places if place not in number_of and reading.evidence.some(place) > 0]
    return sorted([*found, *headed])


def second_look(reading: Reading, wanted: Sequence[int]) -> list[tuple[int, ...]]:
    """What is known of the ``wanted`` ends of sentences, by number, once headings have been found."""
    headed = {candidate.end for found in (reading.headings, reading.plain) for candidate in found.values()}
    headed.update(reading.headed)
    return paragraph_facts(reading.evidence, reading.ends, reading.looks, sorted(headed), wanted)


def _best(found: Sequence[Candidate], scores: Iterable[int], least: int) -> Candidate | None:
    """The candidate with the most evidence, the first of equals, if it is ``least`` or more."""
    best: Candidate | None = None
    for candidate, score in zip(found, scores, strict=True):
        if score >= least:
            best, least = candidate, score + 1
    return best
