"""Front, text and back that stand in one line, because the text lost its line breaks, become blocks of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.language.addresses import SALUTATION
from converter.language.dates import DATE
from converter.language.line_kinds import line_kind
from converter.language.normal_form import narrow
from converter.language.offices_and_names import author_parts, is_name
from converter.layout import Block
from converter.outline.cutting import cut
from converter.outline.front import is_loose
from converter.patterns import late

_FRONT_WINDOW = 400  # characters of a line in which a glued front is looked for
_BACK_WINDOW = 400  # characters at the end of the last line in which a glued back is looked for
_FIRST_BLOCKS = 12

# Lines that hold a date or a gap and are one all the same: `《青禾日报》（2020年1月8日01版）`
_WHOLE = ("newspaper", "date", "dateline", "remains", "remark", "caption", "number", "addressee")
_SALUTATION = late(SALUTATION)
_DATELINE = re.compile(r"\s*(?:新华社|中新社)[^。电]{1,14}电")
_DATED = re.compile(rf"\(\s?{DATE}[^()]{{0,12}}\)")
_DASHES = re.compile(r"[—―─]{2,}|-{2,}")
_WIDE_GAP = re.compile(r"\s{2,}")
_SPEECH_END = re.compile(r"(?:会议|大会|全会)上(?:的?(?:讲话|报告))?|工作报告")
_SENTENCE_END = re.compile(r"[。！？]")
# The text of a circular and the signature on one line: `…印发给你们，请认真贯彻执行。青禾县人民政府办公室`
_LETTER_END = late(r"[^。]{4,300}(?:执行|落实|实施|办理|参考)。(?=[^。，]{4,60}$)")
# The mark of an article's note, `…新境界※李某某今天，…`, and the note at its end: `※这是李某某同志…的讲话。`
_NOTED_AUTHOR = late(r"※\s?这是([一-鿿]{2,4}?)(?:同志|总书记|主席|总理|书记|省长|市长|县长)")
# What starts the back at the end of a line: `（新华社北京2月23日电）《人民日报》（2020年02月24日02版）`, `※这是…`
_BACK_START = re.compile(
    r"(?<=[。！？”）])\s*"
    r"(?=[（(]新华社|《\s?.{2,8}?日报\s?》\s?[（(]|[（(]《.{2,8}?日报》|※\s?这是|[（(]\s?(?:信息)?来源[:：])"
)


def separate_edges(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with those cut that hold two parts of the front, the front and the text, or the text and the back.

    `2000年政府工作报告——2000年3月5日在…会议上`, `…大会上的讲话（2020年1月8日）李某某同志们：今天，…`
    """
    if not blocks:
        return []
    *others, last = blocks
    offset = max(0, len(last.text) - _BACK_WINDOW)
    points = [offset + match.end() for match in _BACK_START.finditer(last.text[offset:])]
    return _separate_front([*others, *cut(last, points)])


def _separate_front(blocks: Sequence[Block]) -> list[Block]:
    result: list[Block] = []
    kind = None
    for index, block in enumerate(blocks[:_FIRST_BLOCKS]):
        if kind == "addressee" and (letter := _LETTER_END.match(block.text)) is not None:
            return [*result, *cut(block, [letter.end()]), *blocks[index + 1 :]]
        kind = line_kind(block.text)
        if kind == "salutation":
            return [*result, *blocks[index:]]
        window = narrow(block.text[:_FRONT_WINDOW])
        points = _ends_of_front(window, blocks)
        if points:
            return [*result, *cut(block, [*_joints(window[: points[0]]), *points]), *blocks[index + 1 :]]
        if kind is None and not is_loose(block.text):
            return [*result, *blocks[index:]]
        result.extend(cut(block, [] if kind in _WHOLE else _joints(window)))
    return [*result, *blocks[_FIRST_BLOCKS:]]


def _ends_of_front(window: str, blocks: Sequence[Block]) -> list[int]:
    """Where the salutation (or the author of an article) starts and ends in the line, if the front ends in it."""
    match = _SALUTATION.search(window) if ":" in window or "!" in window else None
    if match is None and "※" in window:
        note = _NOTED_AUTHOR.search(blocks[-1].text[:_BACK_WINDOW])
        match = re.compile("※" + re.escape(note[1])).search(window) if note else None
    if match is None or _SENTENCE_END.search(window[: match.start()]):
        return []
    return [match.start(), match.end()]


def _joints(head: str) -> list[int]:
    """The offsets in the front text ``head`` at which one of its lines ends and the next starts."""
    points: list[int] = []
    if (dateline := _DATELINE.match(head)) is not None:
        points.append(dateline.end())
    for match in _DATED.finditer(head):
        points.extend(match.span())
    if (dashes := _DASHES.search(head)) is not None and head[: dashes.start()].strip():
        points.append(dashes.start())
    points.extend(match.end() for match in _SPEECH_END.finditer(head) if author_parts(head[match.end() :]))
    start = 0
    for gap in _WIDE_GAP.finditer(head):
        following = _WIDE_GAP.search(head, gap.end())
        end = following.start() if following else len(head)
        first = max([start, *(point for point in points if start < point <= gap.start())])
        left, right = head[first : gap.start()], head[gap.end() : end]
        if line_kind(left) is not None and line_kind(right) is not None and not is_name(right):
            points.append(gap.end())
            start = gap.end()
    return points
