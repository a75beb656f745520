"""The year looked back on and the year planned (CONVENTIONS §4); for several years the last."""

from __future__ import annotations

import re
from collections import Counter

from converter.language.dates import YEAR, year_number, years_in
from converter.language.normal_form import compact
from converter.language.numerals import ordinal
from converter.meta.evidence import Evidence
from converter.model import DocumentType
from converter.patterns import late

_REVIEW = re.compile("回顾|总结|执行情况|完成情况|成就|成效")
# Patterns that are looked for in the whole text begin with 年, as a single character is found fastest.
_A_YEAR = f"年(?<=(?:{YEAR})年)"
# `2022年是党的二十大召开之年`, `刚刚过去的1984年，是…的一年`
_YEAR_IS = late(rf"{_A_YEAR},?(?:是|,)[^。\n]{{0,80}}?(?:一年|之年)")
# `2013年是全面贯彻落实党的十八大精神的开局之年` in the part that plans
_STATED = late(rf"{_A_YEAR}(?<![到至从].{{5}})是")
# `《2023年生态环境保护工作考核细则》`: the year whose work is done
_YEARLY_PAPER = late(r"《((?:20)\d\d)年")
# `今年经济社会发展目标任务`, `完成今年20件实事`: a speech that plans a year's work
_THIS_YEARS_WORK = late("年(?:(?<=[今全]年)|(?<=下半年))(?:[^。\n]{0,16}(?:目标|任务|项目|工作|实事)|(?<=决战全年))")
_SO_FAR = late("今年以来|前一段|上半年|前三季度|一季度")
_RESULT = late(
    rf"{_A_YEAR}(?:(?<=预计.{{5}})|(?<![到至于比在从\d].{{5}})(?=[^。,\n将]{{0,24}}(?:预计|完成了?|增长|比上年)))"
)
_LAST_YEAR = late("去年|过去(?:的)?一年")
# not of a span in the past: `从一九八四年到一九八八年连上三个台阶`
_UNTIL = late(rf"(?<![年\d])到({YEAR})年")
# the year planned: `2025年工作要点`, `2025年重点工作任务`, `2025年预算草案`; the year reviewed: `2024年预算执行情况`
_PLANNED_IN_TITLE = late(
    rf"(?<=做好|抓好|开展|推进|完成|落实)({YEAR})年|({YEAR})年(?:(?!{YEAR}年)[^—\-至到])"
    r"{0,24}?(?:工作(?:要点|安排|计划|任务|打算|方案|部署)|重点(?:工作|任务)|主要(?:工作|任务)|目标任务|实施(?:方案|计划)|草案|计划(?:草案|安排)|民生实事|打算)"
)
_REVIEWED_IN_TITLE = late(
    rf"({YEAR})年(?:(?!{YEAR}年)[^—\-至到])"
    r"{0,24}?(?:执行情况|完成情况|落实情况|开展情况|工作(?:总结|情况|回顾|汇报|报告)|决算|总结|公报)"
)
# `青禾县人民代表大会常务委员会工作报告`, `青禾县人民法院工作报告`
_YEARLY_REPORT = late("(?:委员会|常委会|法院|检察院|政协|协商会议)[^\n]{0,30}工作报告")
_SPAN = late(r"((?:19|20)\d\d)年?(?:[—\-－–―─~至到一])+((?:19|20)\d\d)年?")

# The five-year plans by their short names: `“十二五”时期`, `“十五”期间`.
_OF_A_PLAN = "(?=时期|期间|规划|计划|以来|末)"
_NAMED_PLAN = late(rf"[“\"‘「]?(十?[一二三四五六七八九])五[”\"’」]?{_OF_A_PLAN}|[“\"]十五[”\"]{_OF_A_PLAN}")
_LONGEST_PLAN = 15  # years
_FIRST_WORDS = 600  # characters of a speech in which it says what time it looks back on
_NUMBERED_PLAN = late(r"第(十?[一二三四五六七八九十])个五年")


def read_years(
    evidence: Evidence, kind: DocumentType, date: str | None, issued: str | None
) -> tuple[int | None, int | None]:
    """The review year and the target year of a document of this ``kind``, given on ``date`` or issued on ``issued``."""
    given = next((int(day[:4]) for day in (date, issued) if day), None)
    if kind == "work_report":
        return _of_work_report(evidence, given)
    if kind == "plan":
        return _of_plan(evidence)
    if kind == "party_report":
        goals = [year_number(year) for year in _UNTIL.findall(evidence.body)]
        return None, max((year for year in goals if given is None or year >= given), default=None)
    if kind == "speech":
        return _of_speech(evidence, given)
    return _of_other(evidence, given)


def _of_work_report(evidence: Evidence, given: int | None) -> tuple[int | None, int | None]:
    """By the year in the title, the day and the chapters; without any, by the year the text speaks of first.

    Chapters may look back and ahead much further: title and day say which of their years count.
    """
    titled = [year for title in evidence.front("title") for year in years_in(title)]
    known = max(titled, default=given)
    found = _of_chapters(evidence.chapters, known) or _of_chapters(evidence.headings, known)
    if found is not None:
        return found
    if known is not None:
        return known - 1, known
    spoken = _YEAR_IS.search(evidence.beginning)
    review = _year_of(spoken) if spoken else _latest_result(evidence)
    if review is None:
        stated = [_year_of(match) for match in _STATED.finditer(evidence.body)]
        review = max(stated) - 1 if stated else None
    return (review, review + 1) if review is not None else (None, None)


def _of_other(evidence: Evidence, given: int | None) -> tuple[int | None, int | None]:
    """By what the title says of its years, else by the chapters; a yearly report to a congress looks back on the year
    before: `2024年预算执行情况和2025年预算草案的报告`, `青禾县人民法院工作报告`, `青禾县教育局2024年工作总结`."""
    title = compact("".join(evidence.front("title")))
    reviewed = [year_number(match[1]) for match in _REVIEWED_IN_TITLE.finditer(title)]
    planned = _planned(title)
    if reviewed or planned:
        return max(reviewed, default=None), max(planned, default=None)
    if (found := _of_chapters(evidence.chapters, given)) is not None:
        return found
    return (given - 1, given) if given is not None and _YEARLY_REPORT.search(title) else (None, None)


def _planned(title: str) -> list[int]:
    """The years whose work the title plans: `2025年工作要点`, `关于做好2025年春耕工作的通知`."""
    return [year_number(match[1] or match[2]) for match in _PLANNED_IN_TITLE.finditer(title)]


def _of_chapters(chapters: list[str], known: int | None) -> tuple[int, int] | None:
    """By headings such as `2022年工作回顾`, `2023年工作安排`; a year without its fellow gives the one beside it.

    Where the year of the report is ``known``, years further from it than one do not count.
    """

    def counted(heading: str) -> list[int]:
        return [year for year in _heading_years(heading) if known is None or abs(year - known) <= 1]

    years = sorted({year for chapter in chapters for year in counted(chapter)})
    # of `2023年工作回顾和2024年工作安排` only what stands before the word
    backward = [(chapter, word.end()) for chapter in chapters if (word := _REVIEW.search(chapter))]
    reviewed = [year for chapter, end in backward for year in counted(chapter[:end]) or counted(chapter)]
    if reviewed:
        review = max(reviewed)
        return review, next((year for year in years if year > review), review + 1)
    if years:
        target = years[-1]
        return years[-2] if len(years) > 1 else target - 1, target
    return None


def _latest_result(evidence: Evidence) -> int | None:
    """The latest year of which the first part gives a result: `预计2002年全市实现…`, `一九七四年粮食产量比…增长`."""
    return max(map(_year_of, _RESULT.finditer(evidence.beginning)), default=None)


def _year_of(match: re.Match[str]) -> int:
    """The year before the 年 that ``match`` begins with."""
    return year_number(match.string[match.start() - 4 : match.start()])


def _heading_years(heading: str) -> list[int]:
    """The years of a heading; a review of a five-year plan looks back on its last year; far prospects do not count."""
    years = [year for year in years_in(heading) if f"{year}年远景" not in heading]
    if not years and _REVIEW.search(heading):
        years = [_plan_end(match[1] or "十") for match in _NAMED_PLAN.finditer(heading)]
    return years


def _of_plan(evidence: Evidence) -> tuple[int | None, int | None]:
    """The last year of the plan, by its title or its first paragraphs, and the last year of the plan before it."""
    title = compact("".join(evidence.front("title")))
    if yearly := _planned(title):
        return max((year_number(match[1]) for match in _REVIEWED_IN_TITLE.finditer(title)), default=None), max(yearly)
    for text in (title, evidence.opening):
        spans = [int(end) for start, end in _SPAN.findall(text) if 0 < int(end) - int(start) <= _LONGEST_PLAN]
        plans = [_plan_end(nth) for nth in _NUMBERED_PLAN.findall(text)]
        named = [_plan_end(match[1] or "十") for match in _NAMED_PLAN.finditer(text)] if text is title else []
        if spans or plans or named:
            target = max([*plans, *named] or spans)
            return _plan_before(evidence, target), target
    goals = Counter(_UNTIL.findall(evidence.body))
    if not goals:
        return None, None
    return None, year_number(max(goals, key=lambda year: (goals[year], year)))


def _plan_before(evidence: Evidence, target: int) -> int | None:
    """The last year of the plan before the one that ends in ``target``, if the text speaks of that plan."""
    opening = evidence.beginning
    ends = {_plan_end(match[1] or "十") for match in _NAMED_PLAN.finditer(opening)}
    ends |= {_plan_end(nth) for nth in _NUMBERED_PLAN.findall(opening)}
    return target - 5 if target - 5 in ends else None


def _plan_end(nth: str) -> int:
    """The last year of a five-year plan: the first 1957, the second 1962, the third 1970, then every five years."""
    count = ordinal(nth) or 0
    return 1952 + 5 * count if count < 3 else 1955 + 5 * count


def _of_speech(evidence: Evidence, given: int | None) -> tuple[int | None, int | None]:
    """Years only for a speech that plans a year's work: this year, and the year or the months it looks back on."""
    titled = [year for title in evidence.front("title") for year in years_in(title)]
    stated = [_year_of(match) for match in _YEAR_IS.finditer(evidence.body)]
    papers = [int(year) for year in _YEARLY_PAPER.findall(evidence.body)]
    this = next((max(years) for years in (titled, [given] if given else [], stated, papers) if years), None)
    if this is None or not (_THIS_YEARS_WORK.search(evidence.body) or this in titled or this in stated):
        return None, None
    if _SO_FAR.search(evidence.opening[:_FIRST_WORDS]):
        return this, this
    return (this - 1 if _LAST_YEAR.search(evidence.body) or this - 1 in stated else None), this
