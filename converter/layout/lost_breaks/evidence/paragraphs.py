"""The second look at the ends of sentences: what stands around each, as far as the first look told it, with names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from converter.layout.lost_breaks.evidence.heading_places import Evidence
from converter.layout.lost_breaks.evidence.sentences import FACTS, LEAD, End

_LEAD, _MARKER, _COMMAS, _LENGTH = 20, 22, 2, 1
#: So many neighbours on either side, and no more evidence than this from each.
_NEIGHBOURS = 3
_MOST = 320
_FAR = 999
_NEVER = 9999

#: In the order of the rows of :func:`paragraph_facts`.
PARAGRAPH_FACTS: tuple[tuple[str, str], ...] = (
    *FACTS,
    ("first_look", "evidence of the first look"),
    ("missing_end", "evidence of the characters that a sentence ends here"),
    ("before_3", "evidence of the third place before"),
    ("before_2", "of the second"),
    ("before_1", "of the one before"),
    ("behind_1", "of the next place"),
    ("behind_2", "of the second"),
    ("behind_3", "of the third"),
    ("paragraph", "characters since the last likely border"),
    ("sentences", "sentences since then"),
    ("to_next", "characters to the next likely border"),
    ("sentences_to_next", "sentences to it"),
    ("since_heading", "characters since the last heading"),
    ("length_beside", "length of the sentence beside those of likely neighbours"),
    ("leads_beside", "likely neighbours that could be leads, in thousandths"),
    ("commas_beside", "commas beside those of likely neighbours"),
    ("plain_beside", "likely neighbours without a comma, in thousandths"),
    ("same_first", "likely neighbours that begin alike"),
    ("same_last", "likely neighbours that end alike"),
    ("same_length", "likely neighbours of the same length"),
    ("leads", "sentences that could be leads, in thousandths"),
    ("likely_leads", "likely ones among them, in thousandths"),
    ("likely_others", "likely ones among the others, in thousandths"),
    ("headed_leads", "headings that a possible lead follows, in thousandths"),
    ("since_lead", "characters since the last possible lead"),
    ("to_lead", "characters to the next"),
    ("leads_before", "possible leads among the three sentences before"),
    ("leads_behind", "possible leads among the three behind"),
    ("paragraph_middle", "the middle of the lengths of likely paragraphs around"),
    ("likely_before", "likely places among the five before"),
    ("likely_behind", "likely places among the five behind"),
)


def paragraph_facts(
    evidence: Evidence, ends: Sequence[End], looks: Sequence[int], headings: Sequence[int], wanted: Sequence[int]
) -> list[tuple[int, ...]]:
    """The facts of the ``wanted`` of ``ends``, by number.

    ``looks`` is the first look at each, ``headings`` where headings were found to end.
    """
    normal = evidence.characters.normal
    places = [end.place for end in ends]
    likely = [number for number, look in enumerate(looks) if look > 0]
    leads = [number for number, end in enumerate(ends) if end.facts[_LEAD] and not end.facts[_MARKER]]
    document = _document_facts(normal, ends, looks, leads, headings)
    rows: list[tuple[int, ...]] = []
    for number in wanted:
        end = ends[number]
        around = [
            max(min(looks[other], _MOST), -_MOST) if 0 <= other < len(ends) else _MOST
            for distance in range(-_NEIGHBOURS, _NEIGHBOURS + 1)
            if distance and (other := number + distance) is not None
        ]
        at, after = bisect_left(likely, number), bisect_right(likely, number)
        last = likely[at - 1] if at else None
        following = likely[after] if after < len(likely) else None
        headed = bisect_left(headings, end.place)
        since = end.place - headings[headed - 1] if headed else _NEVER
        beside = [
            ends[other]
            for other in (*likely[max(at - 3, 0) : at], *likely[after : after + 3])
            if not ends[other].facts[_MARKER]
        ]
        lead, next_lead = bisect_left(leads, number), bisect_right(leads, number)
        window = likely[max(after - 4, 0) : after + 4]
        gaps = sorted(places[b] - places[a] for a, b in pairwise(window))
        rows.append(
            (
                *end.facts,
                looks[number],
                evidence.strong(end.place),
                *around,
                min(end.place - (places[last] if last is not None else 0), since),
                number - (last if last is not None else -1),
                (places[following] if following is not None else len(normal)) - end.place,
                (following if following is not None else len(ends)) - number,
                since,
                *_beside(end, beside),
                *document,
                end.place - places[leads[lead - 1]] if lead else _FAR,
                places[leads[next_lead]] - end.place if next_lead < len(leads) else _FAR,
                lead - bisect_left(leads, number - 3),
                bisect_left(leads, number + 4) - next_lead,
                gaps[len(gaps) // 2] if gaps else 0,
                at - bisect_left(likely, number - 5),
                bisect_left(likely, number + 6) - after,
            )
        )
    return rows


def _beside(end: End, others: Sequence[End]) -> tuple[int, ...]:
    """How the sentence behind ``end`` compares with those behind likely places around."""
    if not others:
        return (0,) * 7
    count = len(others)
    body = end.sentence.rstrip("。！：；")
    return (
        end.facts[_LENGTH] - sum(other.facts[_LENGTH] for other in others) // count,
        1000 * sum(other.facts[_LEAD] for other in others) // count,
        end.facts[_COMMAS] - sum(other.facts[_COMMAS] for other in others) // count,
        1000 * sum(not other.facts[_COMMAS] for other in others) // count,
        sum(other.sentence[:1] == end.sentence[:1] for other in others),
        sum(other.sentence.rstrip("。！：；")[-1:] == body[-1:] for other in others),
        sum(other.facts[_LENGTH] == end.facts[_LENGTH] for other in others),
    )


def _document_facts(
    normal: str, ends: Sequence[End], looks: Sequence[int], leads: Sequence[int], headings: Sequence[int]
) -> tuple[int, ...]:
    """What holds for all places: how many leads there may be, and how many of them look like borders."""
    possible = set(leads)
    others = [number for number, end in enumerate(ends) if number not in possible and not end.facts[_MARKER]]
    followed = 0
    for place in headings:
        stop = normal.find("。", place, place + LEAD + 2)
        followed += stop >= 0 and "，" not in normal[place:stop]
    return (
        1000 * len(leads) // max(len(ends), 1),
        1000 * sum(looks[number] > 0 for number in leads) // len(leads) if leads else -1,
        1000 * sum(looks[number] > 0 for number in others) // len(others) if others else -1,
        1000 * followed // len(headings) if headings else -1,
    )
