"""Where a line goes on in the next: two tables of rules, of which the first that knows decides.

CONVENTIONS §2, "Broken paragraphs": "A line that does not end a sentence, followed by a line that starts no node,
continues in it. A heading or a meeting name may also be broken over two lines." What tells a broken line from an
unnumbered heading is how the document is set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from converter.language.addresses import TURNS
from converter.language.markers import starts_node
from converter.layout.joining.full_line import SLACK
from converter.layout.joining.hard_wrapping import hard_wrap, marker_inside
from converter.layout.joining.line_edges import BRACKETS, CLOSING, NEVER_FIRST, NEVER_LAST
from converter.layout.joining.pair import (
    HEADING,
    Pair,
    looks_like_heading,
    stands_alone,
)
from converter.layout.joining.running_on import broken_ordinal, verb_without_subject, words_run_on
from converter.layout.joining.typesetting import Typesetting
from converter.layout.lines import has_clauses, is_complete
from converter.patterns import late

#: Words that never end one: ``群众的获得感和``. 目的 and 有的 are no such words.
_NEVER_LAST_WORD = re.compile(
    "[和与及或]|(?<=并)且|(?<=关)于|(?<=[印转])发|(?<=批)转|(?<![目有])的|(?<![存所现内外潜])在"
)
#: What quantities are counted in, or begin to be: ``亿方``, ``个百分点``, ``%左右``.
_UNITS = frozenset("亿万千百余多个项家户人名吨斤元亩顷公平立方米里年月日号%％倍处次件座条所台辆")
#: ``…在青禾县第十七届`` / ``人民代表大会第四次会议上``: the last characters, an end, a beginning.
_MEETING_BREAKS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "届",
        re.compile("第[0-9一二三四五六七八九十]{1,3}届$"),
        re.compile("人民代表大会|委员会|代表大会|人大|全国|[一二三四五六七八九十]{1,3}次"),
    ),
    (
        "会",
        re.compile("(?:人民代表大会|代表大会|委员会|大会)$"),
        re.compile("(?:常务委员会|第[0-9一二三四五六七八九十]{1,3}(?:次|届)|[一二三四五六七八九十]{1,3}次).{0,20}会"),
    ),
    (
        "0123456789一二三四五六七八九十",
        re.compile("第[0-9一二三四五六七八九十]{1,3}$"),
        re.compile("(?:届|次).{0,30}会"),
    ),
    ("民表体", re.compile("(?:人民|代表|全体)$"), re.compile("(?:代表)?(?:大会|会议)")),
    ("次", re.compile("第[0-9一二三四五六七八九十]{1,3}次$"), re.compile("(?:全国)?(?:代表大会|全体会议|会议)")),
    ("议会", re.compile("(?:会议|大会|全会)$"), re.compile("上(?:的|$)")),
)
#: A rank at the start of a line: ``…总量位居全市`` | ``第一，其中…``.
_RANK = late("第[一二三四五六七八九十]{1,2}[，、。]")
#: Words of address: a line of their own even in text that gives each sentence a line.
_ADDRESS = late(f"(?:{'|'.join(TURNS)}|尊敬的)[^。；，]{{0,12}}(?:[，、,][^。；]{{0,20}})?[：:！!]")
#: Where a new paragraph begins in text that gives each sentence a line, once the one before has some length.
_ADDRESSED = late("(?:各位(?:代表|委员|同志|主任)|同志们|委员长)[，、！：,!:]")
_OPENS_PARAGRAPH = late(
    "[一三五]年来，|过去[一三五]年|今年[，是]|当前，|现在，|综合|与此同时|总之|在.{2,12}的同时|(?:事实|实践)"
)
_PARAGRAPH = 150
#: Words that go on a title; 与时俱进 begins one.
_LINK = re.compile("与(?![时会])|暨|及")


Rule = Callable[[Pair], bool | None]


class Rules(NamedTuple):
    """The rules for one document: after a line that ends a sentence, and after one that breaks off."""

    after_stop: Sequence[Rule]
    broken_off: Sequence[Rule]


def rules_for(typesetting: Typesetting) -> Rules:
    """The rules that have a say in a document set like this."""

    def has_a_say(rule: Rule) -> bool:
        return rule not in HABITS or HABITS[rule](typesetting)

    return Rules(tuple(filter(has_a_say, AFTER_STOP)), tuple(filter(has_a_say, BROKEN_OFF)))


def continues(pair: Pair, rules: Rules) -> bool:
    """Whether the paragraph goes on in the next line; not if no rule says so."""
    for rule in rules.after_stop if pair.complete else rules.broken_off:
        answer = rule(pair)
        if answer is not None:
            return answer and not _begins_paragraph(pair)
    return False


def _begins_paragraph(pair: Pair) -> bool:
    """Whether the next line begins a node or an address, whatever comes before it; asked last, as most lines do not.

    ``…保持稳定增长`` | ``（二）推进产业转型`` are two paragraphs, and ``各位代表：`` has a line of its own.
    """
    text = pair.after.text
    if starts_node(text.lstrip("*")):
        return _rank_in_sentence(pair) is None and not broken_ordinal(pair) and not marker_inside(pair)
    return len(text) < HEADING and _ADDRESS.fullmatch(text) is not None


def _restored_break(pair: Pair) -> bool | None:
    """``…提出意见。`` | ``2023年工作回顾``, cut apart from one line, stay apart."""
    return False if pair.after.opens else None


def _rank_in_sentence(pair: Pair) -> bool | None:
    """A full line of hard-wrapped text that breaks off goes on in ``第一，…``, which is a rank and opens nothing."""
    full = pair.typesetting.full_line
    if pair.complete or not pair.prose or full is None or not _RANK.match(pair.after.text):
        return None
    return True if full.room(pair.last, False) < SLACK else None


def _closing_mark(pair: Pair) -> bool | None:
    """``认真落实《`` | ``计划生育工作纲要。`` | ``》``: no paragraph begins with it, not even after a stop."""
    return True if pair.after.text[0] in CLOSING else None


def _mark_that_never_begins(pair: Pair) -> bool | None:
    """``认真落实《`` | ``计划生育工作纲要`` | ``》，稳定低生育水平``."""
    return True if pair.after.text[0] in NEVER_FIRST else None


def _open_bracket(pair: Pair) -> bool | None:
    """``（2023年2月21日在青禾县第十七届`` | ``人民代表大会第四次会议上）``."""
    text, after = pair.last.text, pair.after.text
    for opening, closing in BRACKETS:
        if opening in text and closing in after and text.rfind(opening) > text.rfind(closing):
            at = after.find(closing, 0, 120)
            if at >= 0 and after.find(opening, 0, at) < 0:
                return True
    return None


def _mark_that_never_ends(pair: Pair) -> bool | None:
    """``坚持稳中求`` | ``进``: a comma, an opening bracket or 和 leaves the sentence open."""
    text = pair.last.text.rstrip("*")
    return True if text and (text[-1] in NEVER_LAST or _NEVER_LAST_WORD.match(text, len(text) - 1)) else None


def _open_emphasis(pair: Pair) -> bool | None:
    """``…，**坚决守住不发生系统`` | ``性风险底线。**``: emphasis that is still open goes on in the next line."""
    if "**" not in pair.last.text or pair.last.text.count("**") % 2 == 0:
        return None
    return True if "**" in pair.after.text and not pair.after.text.startswith("**") else None


def _linked_title(pair: Pair) -> bool | None:
    """``关于2023年计划执行情况`` | ``与2024年计划草案的报告``: a title goes on with 与, 及 or 暨."""
    if pair.prose or not _LINK.match(pair.after.text):
        return None
    return True if len(pair.after.text) <= HEADING and not has_clauses(pair.after.text) else None


def _broken_quantity(pair: Pair) -> bool | None:
    """``…调峰储备能力达到2.5`` | ``亿方``: a number is not parted from its unit."""
    if not pair.prose:
        return None
    return True if pair.last.text[-1].isdigit() and pair.after.text[0] in _UNITS else None


def _lone_character(pair: Pair) -> bool | None:
    """``…棉花、油料、糖料等大宗农产`` | ``品``: no paragraph is one character long."""
    if len(pair.after.text) != 1 or not (pair.prose or "、" in pair.last.text):
        return None
    return True if "\u4e00" <= pair.after.text <= "\u9fff" else None


def _broken_meeting(pair: Pair) -> bool | None:
    """``——2020年4月15日在青禾县第十六届`` | ``人民代表大会第五次会议上``."""
    text = pair.last.text
    for last, end, beginning in _MEETING_BREAKS:
        if text[-1] in last and end.search(text, max(len(text) - 12, 0)) and beginning.match(pair.after.text):
            return True
    return None


def _indented_paragraph(pair: Pair) -> bool | None:
    """Where most paragraphs are indented, an indented line begins one, though the line before has lost its stop."""
    return False if pair.after.indent >= 2 else None


def _without_stops(pair: Pair) -> bool | None:
    """Where sentences have lost their stops, their lines stay apart; only a page break can fall inside one."""
    if not pair.after.page_break or pair.after.indent >= 2:
        return False
    return pair.prose or None


def _indent(pair: Pair) -> bool | None:
    """Where indents tell paragraphs, a line without one goes on (unless a heading ends before it)."""
    if pair.after.indent >= 2:
        return False
    if not pair.complete:
        return None
    if pair.first.indent < 2 or not pair.prose or not has_clauses(pair.after.text):
        return False
    return not looks_like_heading(pair, pair.after, pair.beyond)


def _single_break(pair: Pair) -> bool | None:
    """Where blank lines part paragraphs, a link or an index cut out of a sentence stands between single breaks."""
    return True if pair.after.gap == 1 and pair.prose else None


def _sentence_a_line(pair: Pair) -> bool | None:
    """Where each sentence has its line, a paragraph goes on to the next node, address or heading."""
    text = pair.first.text
    if _ADDRESSED.match(pair.after.text) or (pair.first is pair.last and not is_complete(text)):
        return False
    if pair.last.end - pair.first.start > _PARAGRAPH and _OPENS_PARAGRAPH.match(pair.after.text):
        return False
    if _ADDRESS.fullmatch(text[:HEADING]):
        return False
    return not looks_like_heading(pair, pair.after, pair.beyond)


def _list_in_sentence(pair: Pair) -> bool | None:
    """``…生产总值增长11.3%；`` | ``固定资产投资增长15.2%；…``: a semicolon in running text leaves it open."""
    text = pair.last.text
    return True if text[-1] in "；;" and "。" in text and len(text) > HEADING else None


def _broken_sentence(pair: Pair) -> bool | None:
    """Otherwise a line goes on when it breaks off and neither it nor the next looks like a heading."""
    if stands_alone(pair):
        return False
    return not looks_like_heading(pair, pair.after, pair.beyond)


#: Where the line before ends a sentence.
AFTER_STOP: tuple[Rule, ...] = (
    _restored_break,
    _closing_mark,
    hard_wrap,
    _indented_paragraph,
    _without_stops,
    _indent,
    _sentence_a_line,
    _list_in_sentence,
)
#: Where it breaks off.
BROKEN_OFF: tuple[Rule, ...] = (
    _restored_break,
    _rank_in_sentence,
    _mark_that_never_begins,
    _open_bracket,
    _broken_meeting,
    _mark_that_never_ends,
    _open_emphasis,
    _linked_title,
    _broken_quantity,
    broken_ordinal,
    verb_without_subject,
    _lone_character,
    hard_wrap,
    _indented_paragraph,
    _without_stops,
    _indent,
    _single_break,
    _sentence_a_line,
    words_run_on,
    _broken_sentence,
)
#: The rules that speak of documents with one habit only.
HABITS: dict[Rule, Callable[[Typesetting], bool]] = {
    _rank_in_sentence: lambda typesetting: typesetting.full_line is not None,
    hard_wrap: lambda typesetting: typesetting.full_line is not None,
    _indented_paragraph: lambda typesetting: typesetting.indented,
    _without_stops: lambda typesetting: typesetting.stopless,
    _indent: lambda typesetting: typesetting.indents,
    _single_break: lambda typesetting: typesetting.spaced,
    _sentence_a_line: lambda typesetting: typesetting.sentences,
}
