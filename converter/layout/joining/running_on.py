"""Lines that cannot begin a paragraph by their words, and first lines that cannot be headings by theirs."""

from __future__ import annotations

import re

from converter.language.markers import starts_node
from converter.layout.joining.pair import HEADING, Pair, stands_alone
from converter.layout.lines import has_clauses
from converter.patterns import late

#: 第 parted from its number; 及第, 门第, 次第, 等第 and 落第 are words, and a year is no rank.
_ORDINAL = re.compile("(?<![及门次等落])第$")
_NUMBER = late("[一二三四五六七八九十百]|[0-9]{1,3}(?![0-9年])")
#: A verb whose subject stands before it: ``是：``, ``为：``, ``分别为：``, ``在5%上下``, ``达到98%``.
_VERB = late("(?:均|分别)?[是为][：:]|(?:均|分别)?(?:保持|稳定|控制)?(?:达到|[为在达到至])[0-9.]+(?:[%％]|个百分点)")
_HAN = re.compile("[㐀-鿿]")
#: The evidence, in units of the weights, that no stop is missing at a joint, and that it would end no sentence.
_NO_STOP, _NO_END = -6, -2
_HEADING_AT_LEAST = 4
#: So much of the next line is looked at.
_BEGINNING = 20


def broken_ordinal(pair: Pair) -> bool | None:
    """``…四项排名全市第`` | ``一、两项第二``: 第 is not parted from its number, though 一、 looks like a marker."""
    text = pair.last.text
    return True if _ORDINAL.search(text, max(len(text) - 2, 0)) and _NUMBER.match(pair.after.text) else None


def verb_without_subject(pair: Pair) -> bool | None:
    """``…的主要预期目标`` | ``是：地区生产总值增长6%``, ``增幅安排`` | ``在5%上下``: its subject stands before."""
    return True if _VERB.match(pair.after.text) else None


def words_run_on(pair: Pair) -> bool | None:
    """``2024年是全面贯彻落`` | ``实上级决策部署的关键之年，…``: the first line of a broken sentence is no heading.

    Between a heading and its text the characters show that a stop is missing; within a sentence they show that none is.
    """
    text, after = pair.last.text, pair.after.text
    if pair.first is not pair.last or not _HEADING_AT_LEAST <= len(text) <= HEADING or starts_node(text.lstrip("*")):
        return None
    if not (_HAN.match(text[-1]) and _HAN.match(after) and has_clauses(after) and stands_alone(pair)):
        return None
    from converter.layout.lost_breaks.evidence.characters import Characters
    from converter.layout.lost_breaks.evidence.missing_stops import UNIT
    from converter.layout.lost_breaks.evidence.weights import weights

    characters, stops, place = Characters(text + after[:_BEGINNING]), weights().stops, len(text)
    some, strong = stops.some(characters, place), stops.strong(characters, place)
    return True if some < _NO_STOP * UNIT and strong < _NO_END * UNIT else None
