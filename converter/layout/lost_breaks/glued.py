"""Headings, chapters and addresses glued to the text before or after them: ``…提出意见。2023年工作回顾2023年是…``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from converter.language.addresses import TURNS
from converter.language.line_kinds import line_kind
from converter.language.markers import starts_node
from converter.layout.lines import Line, holds_any
from converter.patterns import late

_CJK = "一二三四五六七八九十"
_VALUES = {character: value for value, character in enumerate(_CJK, 1)}

#: Families of chapter level: an example, and a pattern for the marker. Group 1 is the ordinal.
CHAPTER_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("。二、2024年工作安排", re.compile(f"([{_CJK}]{{1,3}})、")),
    ("。（二）推进产业转型", re.compile(f"[（(]([{_CJK}]{{1,3}})[）)]")),
    ("。第二章 主要目标", re.compile(f"第([{_CJK}]{{1,3}})[章节篇编](?!第)")),
)
#: What a chapter marker inside a line comes after: the end of a sentence, closing quotes and brackets included.
#: One pattern for each, as a single character is found far faster than one of several.
_BEFORE_CHAPTER = tuple(
    (stop[0], re.compile(f"{re.escape(stop[0])}{stop[1:]}[^\\S\n]?(?=[（(第][{_CJK}]|[{_CJK}]{{1,3}}、)"))
    for stop in ("。", "！", "？", "”", "）", "!", ")(?<=[。！？!].)")
)
#: A sentence ends in it; the heading of a chapter glued to the end of a short line has none.
_STOP = late("[。！？；!?;]")
#: Where the speaker turns to the audience: a paragraph of its own, were the breaks not lost.
_TURN = late("(?<=[。！？”])(?:同志们|朋友们|各位(?:代表|委员|同志))[！，：!,:]")
#: A dash behind the end of a sentence opens a paragraph, unless it names the source of words: ``。——《论语》``.
_DASHES = "—―─"
_EACH_DASH = tuple(_DASHES)
_DASH = re.compile(f"[{_DASHES}](?<=[。！？].)[{_DASHES}](?=[^{_DASHES}《]{{24}})")

#: Words that a paragraph begins with and a heading does not go on with.
OPENERS = (
    "[0-9]{4}年(?:是|，|以来|,|，?我们)",
    "(?:刚刚)?过去的?(?:一|五|[0-9])年",
    "[一五三]年来",
    "[今去]年(?:是|以来|，)",
    "近年来",
    "当前，",
    "现在，",
    "(?:改革开放|新中国成立|党的[一二三四五六七八九十]+大)以来",
    "各位代表",
    "同志们",
    "我国",
    "我在",
    "“十[一二三四五]五”(?:时期|规划)",
    "在[^，。]{2,16}的同时",
)
#: What an unnumbered chapter heading of a report ends with.
HEADING_ENDS = (
    "工作回顾",
    "工作的回顾",
    "工作安排",
    "任务安排",
    "工作部署",
    "工作打算",
    "总体要求",
    "总体思路",
    "目标任务",
    "主要任务",
    "重点任务",
    "工作任务",
    "保障措施",
    "主要目标",
    "预期目标",
    "重点工作",
    "主要工作",
    "自身建设",
)
#: Of these, the ones that need no year before them: 各项重点任务 is a subject as well, 工作回顾 is not.
SURE_HEADING_ENDS = frozenset(
    ["工作回顾", "工作的回顾", "工作安排", "工作部署", "工作打算", "总体要求", "总体思路", "保障措施"]
)
_PERIOD = late("[0-9]{4}年|[今明]年|今后[一三五]年|过去[一五]年|[一五]年来")
#: One pattern for each beginning, as words that begin alike are found far faster than one of many.
_HEADING_END = tuple(
    re.compile(f"{begin}(?:{'|'.join(end[2:] for end in HEADING_ENDS if end.startswith(begin))})")
    for begin in sorted({end[:2] for end in HEADING_ENDS})
)
_HEADING_BEGINS = late("[。！][^，。；：！？、,;:\\s]{0,20}$")
_OPENER = re.compile("|".join(OPENERS))
_CLAUSE = late("[，。；：！？,;:]")
_HEADING_AT_LEAST, _HEADING_AT_MOST = 4, 40

#: ``…的讲话（2020年1月8日）李某某同志们：今天…``: the parts of a front on one line.
_SALUTATION = re.compile(
    "(?:尊敬的[^：。！，]{1,20}[，、,])?"
    f"(?:{TURNS[0]}(?:代表|委员|同志|主任|领导|来宾|朋友|同事)|{'|'.join(TURNS[1:])})"
    "(?:[、，,](?:各位|同志|女士|先生|朋友|委员)[^：。！]{0,12}){0,4}(?:[：:]|[！!]$)"
)
#: What Markdown sets around a line.
_MARKS = "*_# \t\u3000"
_FRONT_BREAKS = re.compile(
    "(?<=[^—\\s*])(?=——(?:[0-9]{4}年|在))|(?<=[^\\s（(*])(?=[（(][0-9]{4}年)|(?<=日[）)])(?=[^\\s*])|(?<=[0-9]日电)(?=[^\\s])"
)
_FRONT_LINES = 12
_FRONT_LENGTH = 300
_LONG = 120
#: A line this long has lost most of its breaks, and is left to the evidence.
NO_PARAGRAPH = 3000


class _Found(NamedTuple):
    """A chapter marker: the line, the place in its text, and its ordinal."""

    line: int
    place: int
    ordinal: int


def find_glued(text: str, lines: list[Line]) -> dict[int, list[int]]:
    """Where a heading, a chapter or an address is glued: index in ``lines`` of ``text`` → places in that line."""
    cuts: defaultdict[int, set[int]] = defaultdict(set)
    after_stops = _after_stops(text, lines)
    if after_stops:
        for _, marker in CHAPTER_MARKERS:
            for found in _lost_chapters(lines, after_stops, marker):
                cuts[found.line].add(found.place)
        for index, places in cuts.items():
            places.update(turn.start() for turn in _TURN.finditer(lines[index].text))
    for index, place in _front_breaks(lines):
        cuts[index].add(place)
    headed = bool(_heading_ends(text))
    for index, line in enumerate(lines):
        if _LONG <= len(line.text) < NO_PARAGRAPH:
            for place in (*(_headings(line.text) if headed else ()), *_dashes(line.text)):
                cuts[index].add(place)
    for index, places in cuts.items():
        if len(lines[index].text) >= NO_PARAGRAPH:
            continue
        for place in sorted({0, *places}):
            if (end := _heading_end(lines[index].text, place)) is not None:
                places.add(end)
    return {index: sorted(places) for index, places in cuts.items()}


def _after_stops(text: str, lines: list[Line]) -> list[tuple[int, int]]:
    """The places in ``lines`` of ``text`` (index, place in its text) where a chapter marker may follow a stop."""
    found = [found.span() for stop, form in _BEFORE_CHAPTER if stop in text for found in form.finditer(text)]
    if not found:
        return []
    starts = [line.start for line in lines]
    places: list[tuple[int, int]] = []
    sure = False
    for stop, marker in sorted(found):
        index = bisect_right(starts, stop) - 1
        if index >= 0 and marker < lines[index].end:
            places.append((index, marker - starts[index]))
            sure = sure or text[stop] != ")"
    return places if sure else []


def _headings(text: str) -> Iterator[int]:
    """Where unnumbered headings glued on both sides begin and end: ``。2023年工作回顾`` before ``2023年是``."""
    for start, end in _heading_ends(text):
        before = text[max(start - 21, 0) : start]
        begins = _HEADING_BEGINS.search(before)
        if begins and (text[start:end] in SURE_HEADING_ENDS or _PERIOD.match(before, begins.start() + 1)):
            yield start - len(before) + begins.start() + 1
            yield end


def _heading_ends(text: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` that end a heading and have an opener behind them."""
    ends = (end.span() for form in _HEADING_END for end in form.finditer(text))
    return [(start, end) for start, end in ends if _OPENER.match(text, end)]


def _dashes(text: str) -> list[int]:
    """Where paragraphs with a dash are glued to the one before: two of them at least, or one behind another."""
    if not holds_any(text, _EACH_DASH):
        return []
    found = [dash.start() for dash in _DASH.finditer(text)]
    return found if len(found) > 1 or text[0] in _DASHES else []


def _lost_chapters(lines: list[Line], after_stops: list[tuple[int, int]], marker_form: re.Pattern[str]) -> list[_Found]:
    """Markers inside lines that go on the run of their family, or that begin one where no line begins with such.

    In a short line, ``…更加完善。（三）治理水平持续提升`` at the end of a page, what follows must be a heading.
    """
    found = [
        _Found(index, 0, _value(marker[1]))
        for index, line in enumerate(lines)
        if (marker := marker_form.match(line.text))
    ]
    starts = len(found)
    for index, place in after_stops:
        text = lines[index].text
        marker = marker_form.match(text, place)
        if marker and (len(text) >= _LONG or not _STOP.search(text, marker.end())):
            found.append(_Found(index, place, _value(marker[1])))
    found.sort()
    lost: list[_Found] = []
    last = 0
    for number, marked in enumerate(found):
        following = found[number + 1].ordinal if number + 1 < len(found) else 0
        if not marked.place:
            last = marked.ordinal
        elif marked.ordinal == last + 1 and (last or (not starts and following == 2)):
            lost.append(marked)
            last = marked.ordinal
        elif marked.ordinal == 1 and last and not starts and following == 2:
            lost.append(marked)
            last = 1
    return lost


def _value(numeral: str) -> int:
    """The value of a Chinese ordinal below a hundred: ``十二`` → 12, ``二十`` → 20."""
    tens, ten, units = numeral.partition("十")
    if not ten:
        return _VALUES[numeral[0]]
    return _VALUES.get(tens[:1], 1) * 10 + _VALUES.get(units[:1], 0)


def _heading_end(text: str, place: int) -> int | None:
    """Where the heading of the chapter that begins at ``place`` ends, if a paragraph is glued to it."""
    if not starts_node(text[place : place + _HEADING_AT_MOST]):
        return None
    furthest = min(place + 2 + _HEADING_AT_MOST, len(text))
    clause = _CLAUSE.search(text, place + 2, furthest)
    limit = clause.end() if clause else furthest
    opener = _OPENER.search(text, place + 2 + _HEADING_AT_LEAST, min(limit + 12, len(text)))
    return opener.start() if opener is not None and opener.start() < limit else None


def _front_breaks(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Where the lines near the top part: index, place in its text."""
    length = 0
    for index, line in enumerate(lines[:_FRONT_LINES]):
        if length >= _FRONT_LENGTH:
            return
        length += len(line.text)
        for place in _front(line.text):
            yield index, place


def _front(text: str) -> set[int]:
    """Where the title, the occasion, the date, the address and the first paragraph part, on a line near the top."""
    cuts: set[int] = set()
    if line_kind(text) == "salutation":
        return cuts  # 主任、各位副主任、各位委员： greets several
    address = _SALUTATION.search(text[:_FRONT_LENGTH]) if holds_any(text, TURNS) else None
    if address is not None and "。" not in text[: address.start()]:
        if text[: address.start()].strip(_MARKS):
            cuts.add(address.start())
        if text[address.end() :].strip(_MARKS):
            cuts.add(address.end())
        front = text[: address.start()]
    else:
        front = text[:_FRONT_LENGTH] if len(text) < _FRONT_LENGTH and "。" not in text else ""
    cuts.update(found.start() for found in _FRONT_BREAKS.finditer(front))
    return cuts
