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
_NEVER_LAST_WORD = re.compile("(?:[和与及或]|以及|并且|[^目有]的)$")
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
_ADDRESS = re.compile("(?:各位|同志|女士|先生|朋友|委员|代表|主任|主席|尊敬的).{0,30}[：:！!]?$")
_ADDRESSED = re.compile("(?:各位(?:代表|委员|同志|主任)|同志们|委员长)[，、！：,!:]")
_DATE = re.compile("[0-9０-９二〇○零一]{4}年[0-9０-９一二三四五六七八九十]{1,3}月")

_HEADING = 40
_MARKED_HEADING = 80
_SHORT_HEADING = 30


class Joint(NamedTuple):
    """The place between two lines: the paragraph so far (its first and last line), the next line, the one beyond."""

    first: Line
    last: Line
    after: Line
    beyond: Line | None
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


def _mark_that_never_begins(joint: Joint) -> bool | None:
    """``认真落实《`` | ``计划生育工作纲要`` | ``》，稳定低生育水平``."""
    if joint.after.text[0] in _NEVER_FIRST and not is_complete(joint.last.text):
        return True
    return None


def _open_bracket(joint: Joint) -> bool | None:
    """``（2023年2月21日在青禾县第十七届`` | ``人民代表大会第四次会议上）``."""
    text, after = joint.last.text, joint.after.text
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        if opening in text and text.rfind(opening) > text.rfind(closing) and not is_complete(text):
            at = after.find(closing, 0, 120)
            if at >= 0 and after.find(opening, 0, at) < 0:
                return True
    return None


def _mark_that_never_ends(joint: Joint) -> bool | None:
    """``坚持稳中求`` | ``进``: a comma, an opening bracket or 和 leaves the sentence open."""
    text = joint.last.text.rstrip("*")
    if not text:
        return None
    return True if text[-1] in _NEVER_LAST or _NEVER_LAST_WORD.search(text, max(len(text) - 3, 0)) else None


def _broken_meeting(joint: Joint) -> bool | None:
    """``——2020年4月15日在青禾县第十六届`` | ``人民代表大会第五次会议上``."""
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
    if columns(last.text) < width - SLACK - 2 * _indent_lost(joint):
        falls_short_inside = joint.first is not last and not is_complete(last.text)
        return falls_short_inside and not _looks_like_heading(joint, after, joint.beyond)
    if not is_complete(last.text):
        return after.indent < last.indent + 2 or last.indent >= 2 or None
    return _goes_on_after_stop(joint, width)


def _indent_lost(joint: Joint) -> int:
    """The first line of a paragraph is two characters short where the indent of the original was lost."""
    return 2 if joint.first is joint.last and joint.last.indent < 2 else 0


def _goes_on_after_stop(joint: Joint, width: int) -> bool:
    """A full line that ends a sentence: indent, blank line and the width of the next line tell a new paragraph."""
    last, after = joint.last, joint.after
    if after.indent >= 2 and last.indent < 2:
        return False
    if joint.typesetting.spaced and after.gap > 1:
        return False
    return not width - SLACK - 4 <= columns(after.text) <= width - 3


def _indent(joint: Joint) -> bool | None:
    """Where indents tell paragraphs, a line without one goes on (unless a heading ends before it)."""
    if not joint.typesetting.indents:
        return None
    if joint.after.indent >= 2:
        return False
    if joint.first.indent < 2 and not is_complete(joint.last.text):
        return None
    return not _looks_like_heading(joint, joint.after, joint.beyond)


def _single_break(joint: Joint) -> bool | None:
    """Where blank lines part paragraphs, a link or an index cut out of a sentence stands between single breaks."""
    if not joint.typesetting.spaced or joint.after.gap != 1 or is_complete(joint.last.text):
        return None
    if joint.first.text == joint.last.text and len(joint.last.text) <= 12:
        return None
    return True if len(joint.last.text) > _SHORT_HEADING or len(joint.first.text) > _SHORT_HEADING else None


def _sentence_a_line(joint: Joint) -> bool | None:
    """Where each sentence has its line, a paragraph goes on to the next node, address or heading."""
    if not joint.typesetting.sentences:
        return None
    text = joint.first.text
    if _ADDRESSED.match(joint.after.text):
        return False
    if joint.first is joint.last and (not is_complete(text) or _ADDRESS.match(text)):
        return False
    return not _looks_like_heading(joint, joint.after, joint.beyond)


def _list_in_sentence(joint: Joint) -> bool | None:
    """``…生产总值增长11.3%；`` | ``固定资产投资增长15.2%；…``: a semicolon in running text leaves it open."""
    text = joint.last.text
    return True if text[-1] in "；;" and "。" in text and len(text) > _HEADING else None


def _broken_sentence(joint: Joint) -> bool | None:
    """Otherwise a line goes on when it breaks off and neither it nor the next looks like a heading."""
    if is_complete(joint.last.text):
        return False
    if joint.first is joint.last and _stands_alone(joint, joint.last):
        return False
    return not _looks_like_heading(joint, joint.after, joint.beyond)


def _stands_alone(joint: Joint, line: Line) -> bool:
    """Whether a line without a final stop can be a heading, a title or a name: short, or free of clauses."""
    text = line.text
    if "。" in text or "；" in text or "！" in text:
        return False
    if len(text) <= _HEADING or not ("，" in text or "、" in text or "," in text):
        return True
    return len(text) <= _MARKED_HEADING and joint.starts_node(text.lstrip("*"))


def _looks_like_heading(joint: Joint, line: Line, beyond: Line | None) -> bool:
    """Whether ``line``, after a line that breaks off, is an unnumbered heading all the same: ``2024年工作安排``.

    The rest of a broken sentence ends in a stop or goes on itself; a heading is short, has no clauses, and is followed
    by a line much longer than itself.
    """
    text = line.text
    if len(text) > _SHORT_HEADING or is_complete(text) or "，" in text or "、" in text or "," in text:
        return False
    if beyond is None:
        return False
    return len(text) >= 4 and len(beyond.text) > 2 * len(text) and not joint.starts_node(text)


RULES: tuple[Rule, ...] = (
    _restored_break,
    _next_starts_node,
    _mark_that_never_begins,
    _open_bracket,
    _broken_meeting,
    _mark_that_never_ends,
    _hard_wrap,
    _indent,
    _single_break,
    _sentence_a_line,
    _list_in_sentence,
    _broken_sentence,
)
