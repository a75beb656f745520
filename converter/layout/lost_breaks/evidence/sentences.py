"""The ends of sentences, where a paragraph may end: what stands before and behind each, as integers with names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

from converter.language.markers import MarkerMatch, marker_at
from converter.layout.lost_breaks.evidence.characters import Characters, hashed

#: Behind a stop and what closes after it, or behind the mark of a note: ``…百强。①``.
_END = re.compile("[。！？；：…]+[”’）」』]*|(?<=[。！？])[①-⑳]")
_CLAUSE = re.compile("[，。；：！？、]")
_STRONG = frozenset("。！？；…")
#: A sentence without a comma and no longer than this may be a lead: ``着力稳产保供。``.
LEAD = 22
#: Forms of markers, numbered for the trees.
SERIES = (
    "",
    "cjk",
    "cjk_paren",
    "arabic",
    "arabic_paren",
    "部分",
    "篇",
    "编",
    "章",
    "节",
    "是",
    "要",
    "第",
    "其",
    "首先",
    "dash",
    "bullet",
    "circled",
    "markdown",
)
_NUMBER = {series: number for number, series in enumerate(SERIES)}

#: What is known of the end of a sentence, in the order of :attr:`End.facts`.
FACTS: tuple[tuple[str, str], ...] = (
    ("since_marker", "characters since the last numbered heading"),
    ("length", "length of the next sentence"),
    ("commas", "commas in it"),
    ("first_clause", "length of its first clause"),
    ("second_length", "length of the sentence after it"),
    ("third_length", "length of the one after that"),
    ("length_before", "length of the sentence before"),
    ("commas_before", "commas in that"),
    ("figures", "figures at the start of the next sentence"),
    ("figures_second", "figures at the start of the sentence after it"),
    ("figures_before", "figures at the end of the sentence before"),
    ("closing", "a quote or bracket closes after the stop"),
    ("colon", "the stop is a colon"),
    ("semicolon", "the stop is a semicolon"),
    ("exclamation", "the stop is an exclamation mark"),
    ("question", "the stop is a question mark"),
    ("same_two", "other sentences that begin with the same two characters"),
    ("same_three", "with the same three"),
    ("same_four", "with the same four"),
    ("position", "place in the text, in thousandths"),
    ("lead", "the next sentence is short and without commas"),
    ("successor", "its marker goes on a run (1), begins one (2) or neither (3)"),
    ("marker", "the form of its marker"),
    ("year", "it begins with a year"),
    ("introduces", "it ends in a colon"),
    ("sentence_mean", "mean length of the sentences of the text"),
    ("depth", "open brackets and quotes"),
    ("many_commas_before", "more than three commas in the sentence before"),
)
_SIZE = 40
#: Windows of characters around a place, in bytes from it: 1 to 4 and 6 behind it, 1 to 4 before it, some further on,
#: and the stop with the first character.
_AROUND = tuple(
    (2 * first, 2 * last)
    for first, last in (
        (0, 1),
        (0, 2),
        (0, 3),
        (0, 4),
        (0, 6),
        (-1, 0),
        (-2, 0),
        (-3, 0),
        (-4, 0),
        (2, 4),
        (2, 5),
        (-1, 1),
    )
)
PADDING = 4


class End(NamedTuple):
    """The end of a sentence: its place, what is known of it, the numbers of its n-grams, the next sentence."""

    place: int
    facts: tuple[int, ...]
    numbers: tuple[int, ...]
    sentence: str
    marker: MarkerMatch | None


def sentence_ends(text: str, more: Sequence[int] = ()) -> list[int]:
    """The places behind the stops of ``text``, and ``more`` places."""
    found = {match.end() for match in _END.finditer(text)}
    found.update(more)
    return sorted(place for place in found if 0 < place < len(text))


def read_ends(characters: Characters, places: Sequence[int]) -> list[End]:
    """What is known of each of ``places``, which are the ends of the sentences of the text."""
    text, normal = characters.text, characters.normal
    begins = Counter(normal[place : place + size] for place in places for size in (2, 3, 4))
    borders = [0, *(place for place in places if normal[place - 1] != "："), len(text), len(text), len(text)]
    mean = len(text) // max(len(places), 1)
    last: dict[str, int] = {}
    since = 0
    ends: list[End] = []
    data = ("\x01" * PADDING + normal).encode("utf-16-le")
    for place in places:
        at = bisect_right(borders, place, 0, len(borders) - 3)
        before = borders[bisect_left(borders, place, 0, len(borders) - 3) - 1]
        first, second, third = borders[at], borders[at + 1], borders[at + 2]
        found = marker_at(text, place)
        successor = 0
        if found is not None and found.ordinal is not None:
            series = found.form.series
            successor = 1 if last.get(series, 0) + 1 == found.ordinal else 2 if found.ordinal == 1 else 3
            last[series] = found.ordinal
        sentence, behind, ahead = normal[place:first], normal[before:place], normal[first:second]
        clause = _first_clause(sentence)
        stop = normal[place - 1]
        commas = behind.count("，")
        facts = (
            place - since,
            len(sentence),
            sentence.count("，") + sentence.count("、"),
            len(clause),
            len(ahead),
            third - second,
            len(behind),
            commas,
            sentence.count("0", 0, _SIZE),
            ahead.count("0", 0, 60),
            behind[-_SIZE:].count("0"),
            int(stop in "”’）"),
            int(stop == "："),
            int(stop == "；"),
            int(stop == "！"),
            int(stop == "？"),
            begins[normal[place : place + 2]],
            begins[normal[place : place + 3]],
            begins[normal[place : place + 4]],
            1000 * place // len(text),
            int(len(sentence) <= LEAD and "，" not in sentence),
            successor,
            _NUMBER.get(found.form.series, len(SERIES)) if found is not None else 0,
            int(text.startswith(("20", "19"), place)),
            int(sentence.endswith("：")),
            mean,
            characters.depths[place],
            int(commas > 3),
        )
        ends.append(End(place, facts, _numbers(data, place, stop, sentence, clause, ahead, facts), sentence, found))
        if found is not None and found.form.rank is not None:
            since = place
    return ends


def series_number(found: MarkerMatch | None) -> int:
    """The number of the form of a marker, 0 for none."""
    return 0 if found is None else _NUMBER.get(found.form.series, 0)


def _first_clause(sentence: str) -> str:
    stop = _CLAUSE.search(sentence)
    return sentence[: stop.start()] if stop else sentence


def _numbers(
    data: bytes, place: int, stop: str, sentence: str, clause: str, ahead: str, facts: tuple[int, ...]
) -> tuple[int, ...]:
    """The hashed n-grams: characters on both sides, alone and with the stop, ends of clause and sentence, lengths.

    ``data`` is the text in two bytes a character, with some before it.
    """
    at = 2 * (place + PADDING)
    numbers = [crc32(data[at + first : at + last], salt) for salt, (first, last) in enumerate(_AROUND)]
    body = sentence.rstrip("。！？；：”")
    begin = sentence[:1]
    length = chr(min(len(sentence), _SIZE) // 8)
    comma = "，" if "，" in sentence else "-"
    grams = (
        stop + sentence[:2],
        body[-2:] + length,
        body[-1:] + begin + length,
        clause[-2:],
        clause[:2] + clause[-2:],
        chr(min(len(sentence), 80) // 4) + comma,
        chr(min(len(sentence), _SIZE) // 4) + chr(min(len(ahead), 80) // 10),
        chr(facts[22]) + chr(facts[21]) + stop,
    )
    numbers += [hashed(salt, gram) for salt, gram in enumerate(grams, len(_AROUND))]
    return tuple(numbers)
