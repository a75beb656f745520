"""Where a line goes on in the next: a table of rules, of which the first that knows decides.

CONVENTIONS §2, "Broken paragraphs": "A line that does not end a sentence, followed by a line that starts no node,
continues in it. A heading or a meeting name may also be broken over two lines." What tells a broken line from an
unnumbered heading is how the document is set.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from converter.layout.lines import Line, columns, is_complete
from converter.layout.typesetting import SLACK, Typesetting

#: Marks that never begin a paragraph: ``，综合经济实力明显增强``, ``》，为非公有制企业创造…``.
_NEVER_FIRST = frozenset("，,。、；;：？！?!）)》”’】〕」』％%")
#: Marks that never end one: ``以下地区、``, ``认真落实《``.
_NEVER_LAST = frozenset("，,、（(《“‘【〔「『")
#: Words that never end one: ``群众的获得感和``. 目的 and 有的 are no such words.
_NEVER_LAST_WORD = re.compile("(?:[和与及或]|以及|并且|关于|(?:^|[^目有])的|(?:^|[^存所现内外潜])在)$")
_SENTENCE_END = re.compile("[。；！？]")
_CLAUSE = re.compile("[，、。；！？,]")
#: What quantities are counted in, or begin to be: ``亿方``, ``个百分点``, ``%左右``.
_UNITS = frozenset("亿万千百余多个项家户人名吨斤元亩顷公平立方米里年月日号%％倍处次件座条所台辆")
_OPENING, _CLOSING = "（(《【〔「『“", "）)》】〕」』”"
#: ``…在青禾县第十七届`` / ``人民代表大会第四次会议上``: an end, a beginning.
_MEETING_BREAKS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile("第[0-9一二三四五六七八九十]{1,3}届$"),
        re.compile("人民代表大会|委员会|代表大会|人大|全国|[一二三四五六七八九十]{1,3}次"),
    ),
    (
        re.compile("(?:人民代表大会|代表大会|委员会|大会)$"),
        re.compile("(?:常务委员会|第[0-9一二三四五六七八九十]{1,3}(?:次|届)|[一二三四五六七八九十]{1,3}次).{0,20}会"),
    ),
    (re.compile("第[0-9一二三四五六七八九十]{1,3}$"), re.compile("(?:届|次).{0,30}会")),
    (re.compile("(?:人民|代表|全体)$"), re.compile("(?:代表)?(?:大会|会议)")),
)
#: Words of address: a line of their own even in text that gives each sentence a line.
_ADDRESS = re.compile("(?:各位|同志们|女士们|先生们|朋友们|尊敬的)[^。；，]{0,12}(?:[，、,][^。；]{0,20})?[：:！!]")
#: Where a new paragraph begins in text that gives each sentence a line, once the one before has some length.
_ADDRESSED = re.compile("(?:各位(?:代表|委员|同志|主任)|同志们|委员长)[，、！：,!:]")
_OPENS_PARAGRAPH = re.compile(
    "[一三五]年来，|过去[一三五]年|今年[，是]|当前，|现在，|综合|与此同时|总之|在.{2,12}的同时|(?:事实|实践)"
)
_PARAGRAPH = 150

#: An indent of two characters, in columns.
_INDENT = 4
_HEADING = 40
_MARKED_HEADING = 80
_SHORT_HEADING = 30


class Joint(NamedTuple):
    """The place between two lines: the paragraph so far (its first and last line), the next line, the one beyond.

    ``prose`` says that the paragraph so far has clauses, so that it is no title or heading; ``complete`` that its last
    line ends a sentence.
    """

    first: Line
    last: Line
    after: Line
    beyond: Line | None
    prose: bool
    complete: bool
    typesetting: Typesetting
    starts_node: Callable[[str], bool]


Rule = Callable[[Joint], bool | None]


def continues(joint: Joint) -> bool:
    """Whether the paragraph goes on in the next line."""
    for rule in RULES:
        answer = rule(joint)
        if answer is not None:
            return answer
    return False


def _restored_break(joint: Joint) -> bool | None:
    """``…提出意见。`` | ``2023年工作回顾``, cut apart from one line, stay apart."""
    return False if joint.after.opens else None


def _next_starts_node(joint: Joint) -> bool | None:
    """``…保持稳定增长`` | ``（二）推进产业转型`` are two paragraphs."""
    return False if joint.starts_node(joint.after.text.lstrip("*")) else None


def _address(joint: Joint) -> bool | None:
    """``各位代表：`` has a line of its own, whatever comes before it."""
    return False if len(joint.after.text) < _HEADING and _ADDRESS.fullmatch(joint.after.text) else None


def _mark_that_never_begins(joint: Joint) -> bool | None:
    """``认真落实《`` | ``计划生育工作纲要`` | ``》，稳定低生育水平``."""
    return True if not joint.complete and joint.after.text[0] in _NEVER_FIRST else None


def _open_bracket(joint: Joint) -> bool | None:
    """``（2023年2月21日在青禾县第十七届`` | ``人民代表大会第四次会议上）``."""
    if joint.complete:
        return None
    text, after = joint.last.text, joint.after.text
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        if opening in text and text.rfind(opening) > text.rfind(closing):
            at = after.find(closing, 0, 120)
            if at >= 0 and after.find(opening, 0, at) < 0:
                return True
    return None


def _mark_that_never_ends(joint: Joint) -> bool | None:
    """``坚持稳中求`` | ``进``: a comma, an opening bracket or 和 leaves the sentence open."""
    text = joint.last.text.rstrip("*")
    if joint.complete or not text:
        return None
    return True if text[-1] in _NEVER_LAST or _NEVER_LAST_WORD.search(text, max(len(text) - 3, 0)) else None


def _open_emphasis(joint: Joint) -> bool | None:
    """``…，**坚决守住不发生系统`` | ``性风险底线。**``: emphasis that is still open goes on in the next line."""
    if joint.complete or "**" not in joint.last.text or joint.last.text.count("**") % 2 == 0:
        return None
    return True if "**" in joint.after.text and not joint.after.text.startswith("**") else None


def _broken_quantity(joint: Joint) -> bool | None:
    """``…调峰储备能力达到2.5`` | ``亿方``: a number is not parted from its unit."""
    if joint.complete or not joint.prose:
        return None
    return True if joint.last.text[-1].isdigit() and joint.after.text[0] in _UNITS else None


def _broken_meeting(joint: Joint) -> bool | None:
    """``——2020年4月15日在青禾县第十六届`` | ``人民代表大会第五次会议上``."""
    if joint.complete:
        return None
    for end, beginning in _MEETING_BREAKS:
        if end.search(joint.last.text, max(len(joint.last.text) - 12, 0)) and beginning.match(joint.after.text):
            return True
    return None


def _hard_wrap(joint: Joint) -> bool | None:
    """In hard-wrapped text a full line goes on, and a line that falls short ends its paragraph or is a heading."""
    width = joint.typesetting.width
    if width is None:
        return None
    last, after = joint.last, joint.after
    if not _is_full(joint, width):
        falls_short_inside = joint.first is not last and not joint.complete
        return falls_short_inside and not _looks_like_heading(joint, after, joint.beyond)
    if not joint.complete:
        return after.indent < last.indent + 2
    return _goes_on_after_stop(joint, width)


def _is_full(joint: Joint, width: int) -> bool:
    """Whether the first characters of the next line would not have fitted into the last one.

    The first line of a paragraph is four columns short where its indent was lost. Latin letters and figures are not all
    of one width, so lines with them are given more slack. Where markers head lines of their own, a line with a marker
    before a long line is given none.
    """
    line = joint.last
    heads = joint.typesetting.heads_alone and columns(joint.after.text) > width - 3 * SLACK
    first = joint.first is line
    room = width - columns(line.text) - (_INDENT if first and line.indent < 2 else 0)
    if line.text.encode("ascii", "ignore"):
        slack = SLACK
    elif first and heads and joint.starts_node(line.text) and "。" not in line.text:
        slack = 0
    else:
        slack = 2
    return room < _first_token(joint.after.text) + slack


def _first_token(text: str) -> int:
    """The columns of what cannot be parted at the start of ``text``: ``2012`` 4, ``《规`` 4, ``进，`` 4, ``加`` 2."""
    figures = 0
    while figures < len(text) and figures < 20 and text[figures].isascii() and text[figures].isalnum():
        figures += 1
    if figures:
        return figures
    length = 2 if text[0] in _OPENING else 1
    while length < 4 and text[length : length + 1] and text[length] in _NEVER_FIRST:
        length += 1
    return columns(text[:length])


def _goes_on_after_stop(joint: Joint, width: int) -> bool:
    """A full line that ends a sentence: indent, blank line and the width of the next line tell a new paragraph.

    Most sentences that end with their line stand inside a paragraph, so the next line must be a first line without
    doubt: two characters short, nothing in it of uncertain width, and no last line.
    """
    last, after, beyond = joint.last, joint.after, joint.beyond
    if after.indent >= 2 and last.indent < 2:
        return False
    if joint.typesetting.spaced and after.gap > 1:
        return False
    first_line = abs(width - _INDENT - columns(after.text)) <= 1 and not after.text.encode("ascii", "ignore")
    return not (first_line and beyond is not None and columns(beyond.text) > width - SLACK)


def _without_stops(joint: Joint) -> bool | None:
    """Where sentences have lost their stops, their lines stay apart; only a page break can fall inside one."""
    if not joint.typesetting.stopless:
        return None
    if not joint.after.page_break or joint.after.indent >= 2:
        return False
    return joint.prose or None


def _indent(joint: Joint) -> bool | None:
    """Where indents tell paragraphs, a line without one goes on (unless a heading ends before it)."""
    if not joint.typesetting.indents:
        return None
    if joint.after.indent >= 2:
        return False
    if not joint.complete:
        return None
    return joint.first.indent >= 2 and joint.prose and not _looks_like_heading(joint, joint.after, joint.beyond)


def _single_break(joint: Joint) -> bool | None:
    """Where blank lines part paragraphs, a link or an index cut out of a sentence stands between single breaks."""
    if not joint.typesetting.spaced or joint.after.gap != 1 or joint.complete:
        return None
    return True if joint.prose else None


def _sentence_a_line(joint: Joint) -> bool | None:
    """Where each sentence has its line, a paragraph goes on to the next node, address or heading."""
    if not joint.typesetting.sentences:
        return None
    text = joint.first.text
    if _ADDRESSED.match(joint.after.text) or (joint.first is joint.last and not is_complete(text)):
        return False
    if joint.last.end - joint.first.start > _PARAGRAPH and _OPENS_PARAGRAPH.match(joint.after.text):
        return False
    if _ADDRESS.fullmatch(text[:_HEADING]):
        return False
    return not _looks_like_heading(joint, joint.after, joint.beyond)


def _list_in_sentence(joint: Joint) -> bool | None:
    """``…生产总值增长11.3%；`` | ``固定资产投资增长15.2%；…``: a semicolon in running text leaves it open."""
    text = joint.last.text
    return True if text[-1] in "；;" and "。" in text and len(text) > _HEADING else None


def _broken_sentence(joint: Joint) -> bool | None:
    """Otherwise a line goes on when it breaks off and neither it nor the next looks like a heading."""
    if joint.complete:
        return False
    if _stands_alone(joint):
        return False
    return not _looks_like_heading(joint, joint.after, joint.beyond)


def _stands_alone(joint: Joint) -> bool:
    """Whether a paragraph without a final stop can be a heading, a title or a name: short, or free of clauses."""
    if joint.first is not joint.last:
        return not joint.prose
    text = joint.last.text
    if _SENTENCE_END.search(text):
        return False
    if len(text) <= _HEADING or not joint.prose:
        return True
    return len(text) <= _MARKED_HEADING and joint.starts_node(text.lstrip("*"))


def _looks_like_heading(joint: Joint, line: Line, beyond: Line | None) -> bool:
    """Whether ``line``, after a line that breaks off, is an unnumbered heading all the same: ``2024年工作安排``.

    The rest of a broken sentence ends in a stop or goes on itself; a heading is short, has no clauses, and is followed
    by a line much longer than itself.
    """
    text = line.text
    if len(text) > _SHORT_HEADING or is_complete(text) or _CLAUSE.search(text):
        return False
    if beyond is None or beyond.text[0] in _NEVER_FIRST:
        return False
    return len(text) >= 4 and len(beyond.text) > 2 * len(text) and not joint.starts_node(text)


RULES: tuple[Rule, ...] = (
    _restored_break,
    _next_starts_node,
    _address,
    _mark_that_never_begins,
    _open_bracket,
    _broken_meeting,
    _mark_that_never_ends,
    _open_emphasis,
    _broken_quantity,
    _hard_wrap,
    _without_stops,
    _indent,
    _single_break,
    _sentence_a_line,
    _list_in_sentence,
    _broken_sentence,
)
