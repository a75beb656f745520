"""Indicators: the shortest unbroken noun phrase that names what is counted, before or after the number."""

from __future__ import annotations

import re

from converter.model import Span
from converter.targets.lexicon import either, entries
from converter.targets.standings import PREDICATE
from converter.targets.verbs import CLASSES

# 力争全年 | 新增 | 国家高新技术企业: what opens a clause before its indicator.
_OPENING = re.compile(
    rf"[①-⑳㉑-㉟◆●·]|(?:(?:19|20)\d\d年(?:底|末|前)?(?:，)?)|{either([row[0] for row in entries('openers')] + list(CLASSES))}"
)
# 推动全县 | 蔬菜产量, 以点带面实现 | 托管面积: a verb inside, after which the indicator starts.
_INNER = re.compile(r"(?:实现|带动|促进|确保|力争|争取|推动|推进|完成|培育|打造|举办|开展|引进|实施|达到|使|让|其中|全[县市省区])")
# 产业项目 in 苏垦银河高端电机轴等产业项目
_AND_SO_ON = re.compile(r"(?<![同平高中初优劣])等(?![级于值效])")
# 相当于全市生产总值的比例, 占规模以上工业总产值的比重: the words before 的 belong to the name.
_RELATIONAL = re.compile(r"的(?:比例|比重|占比|数量|总量|差距)")
_GROWTH_ENDING = re.compile(r"(?:年均)?(?:增速|增幅|增长率|增长|年均)$")


def indicator_before(text: str, span: Span) -> Span | None:
    """The indicator at the end of ``text[span]``, a stretch that ends where the links of a number start."""
    start, end = span
    while end > start and text[end - 1] in "：:，、的（(年均并再均":
        end -= 1
    floor = start
    while (match := _OPENING.match(text, start, end)) and match.end() < end:
        start = match.end()
    while start > floor and end - start < 2:
        start -= 1
    start = _after_inner_verb(text, start, end)
    for match in _AND_SO_ON.finditer(text, start, end):
        if end - match.end() >= 2:
            start = match.end()
        elif match.end() == end:
            end = match.start()
            break
    last_of = text.rfind("的", start, end)
    if last_of > 0 and end - last_of > 2 and _RELATIONAL.match(text, last_of) is None:
        start = last_of + 1
    while start < end and text[start] in "、和及与的，：":
        start += 1
    return (start, end) if end > start else None


def _after_inner_verb(text: str, start: int, end: int) -> int:
    for match in _INNER.finditer(text, start, end):
        if match.start() > start and end - match.end() >= 2:
            start = match.end()
    while (match := _OPENING.match(text, start, end)) and end - match.end() >= 2:
        start = match.end()
    return start


def indicator_after(text: str, span: Span) -> Span | None:
    """The noun that ``text[span]`` starts with, cut where its predicate starts."""
    start, end = span
    while start < end and text[start] in "的、":
        start += 1
    match = PREDICATE.search(text, start + 2, end)
    if match is not None:
        end = match.start()
    while end > start and text[end - 1] in "、和及与的并，":
        end -= 1
    last_of = text.rfind("的", start, end)
    if last_of > 0 and end - last_of > 2:
        start = last_of + 1
    return (start, end) if end > start else None


def without_growth(text: str, span: Span) -> Span:
    """The indicator less a closing 增速 or 年均, which belong to the measure."""
    match = _GROWTH_ENDING.search(text, max(span[0], span[1] - 6), span[1])
    return (span[0], match.start()) if match and match.start() - span[0] >= 2 else span
