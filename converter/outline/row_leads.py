"""Leads that open the paragraphs of a row (docs/conventions.md §2, "lead"): the openers whose points are above nothing.

Openers on lines of their own are one row, those that go on in their paragraph another. The first of a row may stand
behind the run-in heading of its parent. A lead never stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import exp
from typing import NamedTuple

from converter.language.addresses import TURNS
from converter.language.sentences import Sentence, first_sentence
from converter.language.stops import SEMICOLONS
from converter.layout import Block
from converter.model import Span
from converter.outline.headings import LONGEST_RUN_IN
from converter.outline.lead_evidence import OVER_THE_YEAR, OWN_ROWS, Likeness, Opener, RowPoints
from converter.outline.leads import emphasised_words, is_emphasised

#: A lead neither addresses the audience nor goes on from the sentence before.
NO_LEAD = (
    *TURNS,
    "但", "同时", "与此同时", "因此", "因而", "为此", "然而", "此外", "另外", "总之", "所以", "于是", "而且",
)  # fmt: skip
#: A line of its own holds at most two sentences, each at most so long.
_LONGEST_LINE_SENTENCE = 45
#: An opener is compared with so many before it and behind it.
_WINDOW = 12
_REFRAIN = 3


class LeadReading(NamedTuple):
    """An opener of a row, its points by the rows of the table and by the row it stands in, and whether it is a lead."""

    opener: Opener
    own: tuple[tuple[str, float], ...]
    row: float
    points: float
    is_lead: bool


def row_leads(blocks: Sequence[Block], above: tuple[Block, int] | None = None, unstated: float = 0.0) -> list[Opener]:
    """The leads among the first sentences of a row of paragraphs under one parent, in order.

    ``above`` is the block of the parent and where its text behind the run-in heading starts; ``unstated`` is what an
    opener that is not emphasised is worth beside its points.
    """
    found = [
        opener for opener, points in _scored(blocks, above) if points + (0.0 if opener.emphasised else unstated) > 0
    ]
    lines = [opener for opener in found if opener.own_line]
    others = [opener for opener in found if not opener.own_line]
    kept = (lines if len(lines) > 1 else []) + (others if len(others) > 1 else [])
    return sorted(kept, key=lambda opener: opener.index)


def read_row(blocks: Sequence[Block], above: tuple[Block, int] | None = None) -> list[LeadReading]:
    """Every opener of the row with what speaks for and against it."""
    leads = {id_of(opener) for opener in row_leads(blocks, above)}
    readings = []
    for opener, points in _scored(blocks, above):
        own = tuple((row.name, row.points * value) for row in OWN_ROWS if (value := row.holds(opener)))
        rest = points - sum(value for _, value in own)
        readings.append(LeadReading(opener, own, rest, points, id_of(opener) in leads))
    return readings


def id_of(opener: Opener) -> tuple[int, int]:
    """What tells an opener from the others of its row."""
    return opener.index, opener.start


def below_refrain(leads: Sequence[Opener]) -> set[int]:
    """The indices of leads that stand below another: ``五年来，我们…。`` above ``产业结构持续优化。``.

    Leads that begin alike and have others between them stand above these.
    """
    refrains = Counter(lead.words[:_REFRAIN] for lead in leads)
    places = [n for n, lead in enumerate(leads) if refrains[lead.words[:_REFRAIN]] > 1]
    if not places or len(places) == len(leads) or all(b - a == 1 for a, b in pairwise(places)):
        return set()
    first = places[0]
    above = set(places)
    return {lead.index for n, lead in enumerate(leads) if n > first and n not in above}


def _scored(blocks: Sequence[Block], above: tuple[Block, int] | None) -> list[tuple[Opener, float]]:
    openers = _openers(blocks, above)
    lines = [opener for opener in openers if opener.own_line]
    others = [opener for opener in openers if not opener.own_line]
    paragraphs = len(blocks) - len(lines)
    return [*_with_points(lines, paragraphs), *_with_points(others, paragraphs)]


def _openers(blocks: Sequence[Block], above: tuple[Block, int] | None) -> list[Opener]:
    """The openers of a row; where leads stand on lines, the paragraphs below them open with none."""
    found: list[Opener] = []
    if above is not None:
        block, start = above
        opener = _opener(block, -1, start)
        if opener is not None:
            found.append(opener)
    # A bold beginning that goes on plain is no line of its own.
    lines = _lines(blocks)
    if len(lines) < 2:
        lines = set()
    for index, block in enumerate(blocks):
        if index in lines:
            first = first_sentence(block.text)
            following = first_sentence(blocks[index + 1].text)
            assert first is not None and following is not None
            words = block.text[first.start : first.end]
            if _may_lead(words, first.stop):
                text = blocks[index + 1].text
                found.append(Opener(index, first.start, words, True, len(text), text[following.start : following.end]))
        elif index - 1 not in lines and (opener := _opener(block, index, 0)) is not None:
            opener.among_lines = bool(lines)
            found.append(opener)
    return found


def _lines(blocks: Sequence[Block]) -> set[int]:
    """The indices of short lines that something longer follows, or that begin like ``五年来，`` above such a line."""
    short = [not block.bold_start and _short_line(block.text) for block in blocks]
    refrains = Counter(block.text[:_REFRAIN] for block, is_short in zip(blocks, short, strict=True) if is_short)
    lines: set[int] = set()
    for index in range(len(blocks) - 2, -1, -1):
        text, following = blocks[index].text, blocks[index + 1].text
        titles = 2 * len(following) > 3 * len(text)
        above_lines = index + 1 in lines and refrains[text[:_REFRAIN]] > 1 and OVER_THE_YEAR.match(text)
        if short[index] and (titles or above_lines):
            lines.add(index)
    return lines


def _short_line(text: str) -> bool:
    """Whether the text is one or two short sentences and nothing else."""
    if len(text) > 2 * _LONGEST_LINE_SENTENCE:
        return False
    first = first_sentence(text)
    if first is None or first.stop is None or first.end - first.start > _LONGEST_LINE_SENTENCE:
        return False
    if first.after >= len(text):
        return True
    second = first_sentence(text, first.after)
    return second is None or (
        second.stop is not None and second.after >= len(text) and second.end - second.start <= _LONGEST_LINE_SENTENCE
    )


def _opener(block: Block, index: int, start: int) -> Opener | None:
    """The first sentence of ``block.text[start:]`` as an opener, if text follows it."""
    text = block.text
    if block.emphasis and (words := emphasised_words(text, start, block.emphasis[0])) is not None:
        at = block.emphasis[0][0]
        if at == start:
            return Opener(index, at, words, False, len(text) - at - len(words), "", emphasised=True)
    first = first_sentence(text, start)
    if first is None or first.stop is None:
        return None
    following = first_sentence(text, first.after)
    words = text[first.start : first.end]
    if following is None or not _may_lead(words, first.stop):
        return None
    emphasised = is_emphasised(block, first.start, first.end)
    return Opener(
        index, first.start, words, False, len(text) - first.end - 1, _words(text, following), False, emphasised
    )


def _words(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end]


def _may_lead(words: str, stop: str | None) -> bool:
    return 2 < len(words) <= LONGEST_RUN_IN and stop not in (None, *SEMICOLONS) and not words.startswith(NO_LEAD)


def _with_points(openers: Sequence[Opener], paragraphs: int) -> list[tuple[Opener, float]]:
    """The openers with their points; likeness is looked for among neighbours only, so that long rows stay cheap."""
    own = [sum([row.points * row.holds(opener) for row in OWN_ROWS]) for opener in openers]
    likely = [1 / (1 + exp(-max(-30.0, points + RowPoints.UNSEEN))) for points in own]
    expected_of_all = sum(likely)
    three = Counter(opener.words[:_REFRAIN] for opener in openers)
    six = Counter(opener.words[: 2 * _REFRAIN] for opener in openers)
    ends = Counter(opener.words[-2:] for opener in openers)
    two = Counter(opener.words[: _REFRAIN - 1] for opener in openers)
    found: list[tuple[Opener, float]] = []
    for n, opener in enumerate(openers):
        expected = expected_of_all - likely[n]
        points = own[n] + RowPoints.OTHERS * min(expected, 5.0) / 5
        if expected < 0.5:
            points += RowPoints.ALONE
        elif expected < 1.5:
            points += RowPoints.FEW
        cover = (expected + 1) / max(paragraphs, 1)
        points += RowPoints.COVER * cover
        if cover < 0.34:
            points += RowPoints.THIN
        likest = second = 0.0
        for m in range(max(0, n - _WINDOW), min(len(openers), n + _WINDOW + 1)):
            if m != n:
                like = likely[m] * max(0.0, _likeness(opener, openers[m]))
                if like > likest:
                    likest, second = like, likest
                elif like > second:
                    second = like
        points += RowPoints.LIKEST * likest + RowPoints.SECOND * second
        points += RowPoints.REFRAIN * min(three[opener.words[:_REFRAIN]] - 1, 3) / 3
        points += RowPoints.HALF_REFRAIN * min(two[opener.words[: _REFRAIN - 1]] - 1, 3) / 3
        points += RowPoints.LONG_REFRAIN * min(six[opener.words[: 2 * _REFRAIN]] - 1, 3) / 3
        points += RowPoints.SAME_END * min(ends[opener.words[-2:]] - 1, 3) / 3
        found.append((opener, points))
    return found


def _likeness(a: Opener, b: Opener) -> float:
    one, other = a.words, b.words
    difference = abs(len(one) - len(other))
    points = Likeness.START
    if difference == 0:
        points += Likeness.SAME_LENGTH
    elif difference == 1:
        points += Likeness.NEAR_LENGTH
    elif difference <= 3:
        points += Likeness.LIKE_LENGTH
    if one[0] == other[0]:
        points += Likeness.SAME_FIRST
        if one[:3] == other[:3]:
            points += Likeness.SAME_FIRST_THREE
    if one[-2:] == other[-2:]:
        points += Likeness.SAME_LAST_TWO
    if one[-4:-2] == other[-4:-2]:
        points += Likeness.SAME_ADVERB
    if a.comma > 0 and b.comma > 0:
        points += Likeness.BOTH_COMMA
        if a.comma == b.comma:
            points += Likeness.SAME_COMMA
    elif (a.comma > 0) != (b.comma > 0):
        points += Likeness.ONE_COMMA
    return points


def span_of(lead: Opener) -> Span:
    """The place of a lead in its block."""
    return lead.start, lead.end


def sentence_behind(block: Block, lead: Opener) -> Span | None:
    """The second sentence of a line that holds two leads: ``五年来，我们…。经济实力显著提升。``"""
    second = first_sentence(block.text, lead.end + 1)
    if second is None or not _may_lead(_words(block.text, second), second.stop):
        return None
    return second.start, second.end
