"""Periods: the year or span a target is due, from the words of its sentence (CONVENTIONS §3)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from converter.language.numerals import chinese_decimal
from converter.patterns import late
from converter.targets.where.horizons import Horizon, five_years

_NUMBER = "(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,3})"

# One scan for all words of time; each group is a row of the table in :func:`_reading`.
_TIME = re.compile(
    r"(?P<annual>年均|每年)"
    r"|(?P<span>(?P<first>(?:19|20)\d\d)(?:年)?(?:-|——?|–|~|至|到)(?P<last>(?:19|20)\d\d)年)"
    # “十四五”技改项目 and “十四五”规划 are names.
    r"|(?P<plan>“?十(?P<nth>[一二三四五六])五”?(?:时期|期间|(?=[末期，、。；：内里前]|$)|(?<=[到至在][“十].{2}五)|(?<=[到至在].{3}五”))"
    r"(?P<planend>末|末期|期末)?)"
    r"|(?:到|至|在|截至)(?P<by>(?:19|20)\d\d)年"
    r"|(?P<before>(?:19|20)\d\d)年(?:底|末|前|年底|实现|达到|完成)"
    r"|(?P<quarter>[一二三四])季度"
    r"|(?P<half>上半年|下半年)"
    rf"|(?P<within>{_NUMBER})年(?:之?内|完成|左右时间|时间内|达到|突破|实现)"
    rf"|(?:今后|未来|此后|接下来)(?P<coming>{_NUMBER})年"
    r"|(?P<next>明年)"
    r"|(?P<this>今年|全年|年内|当年|年底|年度)"
)


# The first two characters of words of time, and what must follow a number: the quick look before the scan.
_START = re.compile(
    r"[年每“十到至在截上下今未此接明全当一二两三四五六七八九0-9]"
    r"(?=[0-9一二两三四五六七八九十百年均至后来下半内底度季])"
    r"(?:(?<![十一二两三四五六七八九0-9])|(?=[0-9一二两三四五六七八九十百]{0,3}[年季五—–~至到-]))"
)
_HINT = re.compile(r"[年季五]")
_BREAK = re.compile(r"[，。；、：]")


def periods(text: str, start: int, end: int, places: list[int], horizon: Horizon) -> list[str | None]:
    """The period at each of ``places`` in the sentence ``text[start:end]``; a word of time reaches to the next one."""
    if _HINT.search(text, start, end) is None:
        return [horizon.default()] * len(places)
    marks = list(_marks(text, start, end))
    annual = _annual(marks, horizon) if any(match["annual"] for match in marks) else None
    current = total = horizon.default()
    due: list[str | None] = []
    index = 0
    spanned = False
    for place in places:
        passed = index
        while index < len(marks) and marks[index].start() < place:
            match = marks[index]
            if match["annual"]:
                current, spanned = annual, True
            else:
                current = total = _reading(match, horizon) or current
            index += 1
        if spanned and passed == index and annual is not None and annual != total:
            before = places[len(due) - 1] if due else start
            if current == annual and _is_total(text, before, place):
                current = total
            elif current == total and text.find("累计", before, place) >= 0:
                current = annual
        # 100个项目上半年全部开工、50个项目年内投产: the word of time follows its number.
        if index < len(marks) and _BREAK.search(text, place, marks[index].start()) is None:
            match = marks[index]
            own = annual if match["annual"] else _reading(match, horizon)
            if _BREAK.search(text, match.end(), places[len(due) + 1] if len(due) + 1 < len(places) else end):
                due.append(own or current)
                index += 1
                continue
        due.append(current)
    return due


# 到2025年，总值年均增长6%、达到90亿元，收入突破8亿元: a total is due at the end, whatever grew on the way to it.
_TOTAL = late(r"达到?|突破|超过|稳定在|保持在|控制在|提高到|降至|降到")
_ON_THE_WAY = late(r"增长|增速|递增|下降|降低|累计|新增|[；。]每年")


def _is_total(text: str, start: int, place: int) -> bool:
    """Whether what stands before the number at ``place``, since the last one, says that a total is reached."""
    return _TOTAL.search(text, start, place) is not None and _ON_THE_WAY.search(text, start, place) is None


def _marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words of time in ``text[start:end]``, in order."""
    passed = start
    for begin in _START.finditer(text, start, end):
        place = begin.start()
        if place >= passed and (match := _TIME.match(text, place, end)):
            yield match
            passed = match.end()


def _annual(marks: list[re.Match[str]], horizon: Horizon) -> str | None:
    """年均… in a sentence that says 到2025年 is due over the years until then."""
    for match in marks:
        year = match["by"] or match["before"]
        if year and horizon.target is not None and int(year) > horizon.target:
            return f"{horizon.target}-{year}"
        if match["plan"] or match["span"] or match["coming"]:
            return _reading(match, horizon)
    if horizon.span is not None:
        return f"{horizon.span[0]}-{horizon.span[1]}"
    return horizon.default()


def _reading(match: re.Match[str], horizon: Horizon) -> str | None:
    target = horizon.target
    if match["span"]:
        if target is not None and int(match["last"]) < target:
            return None
        return f"{match['first']}-{match['last']}"
    if match["plan"]:
        first, last = five_years(match["nth"])
        return str(last) if match["planend"] else f"{first}-{last}"
    if year := match["by"] or match["before"]:
        # 1990年前校舍 says which, not when
        return str(year) if target is None or int(year) >= target else None
    if target is None:
        return None
    if match["quarter"]:
        return f"{target}Q{int(chinese_decimal(match['quarter']))}"
    if match["half"]:
        return f"{target}H{1 if match['half'] == '上半年' else 2}"
    if number := match["within"] or match["coming"]:
        years = int(number) if number.isdigit() else int(chinese_decimal(number))
        if match["coming"] and horizon.whole and horizon.span:
            return horizon.default()
        first = horizon.given + 1 if horizon.given is not None else target
        return f"{first}-{first + years - 1}" if years > 1 else str(first)
    if match["next"]:
        return str(target + 1)
    return str(target)


#: 比2020年翻一番, 较2020年下降13.5%: the year against which something is measured.
BASE_YEAR = re.compile(r"[比较](?:“?十[一二三四五六]五”?末的?)?((?:19|20)\d\d)年")


def base_year(bases: Sequence[re.Match[str]], start: int, place: int) -> int | None:
    """The year of the last of ``bases`` between the start of the clause and the number at ``place``."""
    last = bisect_left(bases, place, key=re.Match.start) - 1
    return int(bases[last][1]) if last >= 0 and bases[last].start() >= start else None
