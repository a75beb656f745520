"""Horizons: the years that a report, or a part of it, plans for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from converter.language.numerals import chinese_decimal
from converter.model import Report
from converter.patterns import late
from converter.targets.where.headings import YEAR, heading_of, heading_orientation, last_year

_SPAN = re.compile(r"((?:19|20)\d\d)年?(?:-|——?|–|~|～|至)((?:19|20)\d\d)年?")
_COMING = re.compile(r"(?:今后|未来|此后)([一二两三四五六七八九十])年")
_PLAN_YEAR = late(
    r"((?:19|20)\d\d)年(?:的)?(?:政府|全县|全市|全省|全区|重点|主要|经济社会发展|国民经济和社会发展)?(?:的)?(?:主要)?(?:工作|目标|任务|安排|预期目标)"
)
# How many years a plan covers that names only the last of them.
_PLAN_YEARS = ((re.compile(r"行动计划|行动方案|攻坚方案|实施方案"), 3), (re.compile(r"规划|五年计划|纲要"), 5))


@dataclass(frozen=True, slots=True)
class Horizon:
    """The years a part of the report plans for: the year it is about, and the span for what happens every year.

    ``given`` is the year the report was given in when it plans for more than the next: 未来五年 starts after it.
    """

    target: int | None
    span: tuple[int, int] | None = None
    whole: bool = False
    given: int | None = None

    def default(self) -> str | None:
        """The period when the sentence says nothing."""
        if self.whole and self.span is not None:
            return f"{self.span[0]}-{self.span[1]}"
        return str(self.target) if self.target is not None else None


# “十四五”: the fourteenth five-year plan; the sixth began in 1981.
FIVE_YEARS = re.compile(r"十(?P<nth>[一二三四五六])五")


def five_years(nth: str) -> tuple[int, int]:
    """The years of a five-year plan: ``四`` of 十四五 gives 2021 and 2025."""
    first = 1981 + 5 * (int(chinese_decimal("十" + nth)) - 6)
    return first, first + 4


def horizon_of(heading: str, base: Horizon) -> Horizon:
    """The years that a part which plans is about, from its heading: 今后五年, “十五五”时期主要目标."""
    if (coming := _COMING.search(heading)) and base.target is not None:
        years = int(chinese_decimal(coming[1]))
        return Horizon(base.target, (base.target, base.target + years - 1), whole=True)
    periods = list(FIVE_YEARS.finditer(heading))
    if periods and not last_year(heading):
        span = five_years(periods[-1]["nth"])
        return Horizon(span[1], span, whole=True)
    return base


_PAST_YEARS = re.compile(r"过去([一二两三四五六七八九十])年|([一二两三四五])年来")


def past_horizon(heading: str, year: int | None) -> Horizon:
    """The years that a part which looks back is about: the one reviewed, 过去五年, the “十四五” just ended."""
    years = _PAST_YEARS.search(heading)
    if years is not None and year is not None and (count := int(chinese_decimal(years[1] or years[2]))) > 1:
        return Horizon(year, (year - count + 1, year), whole=True)
    periods = list(FIVE_YEARS.finditer(heading))
    if periods and not last_year(heading):
        span = five_years(periods[0]["nth"])
        return Horizon(span[1], span, whole=True)
    return Horizon(year)


def base_horizon(report: Report) -> Horizon:
    """The year the report plans for, from its metadata or, where they are silent, from its headings and sentences."""
    front = " ".join(paragraph.text for paragraph in report.front) or (report.meta.title or "")
    target = report.meta.target_year
    span = _SPAN.search(front)
    if span is not None:
        first, last = int(span[1]), int(span[2])
        if 0 < last - first <= 15:
            return Horizon(target or last, (first, last))
    target = target or _year_in_text(report, front)
    if report.meta.document_type == "plan" and target is not None:
        opening = front + "".join(paragraph.text for paragraph in report.preamble[:3])
        for pattern, years in _PLAN_YEARS:
            if pattern.search(opening):
                return Horizon(target, (target - years + 1, target))
    date = report.meta.date
    given = int(date[:4]) if date else None
    return Horizon(target, given=given if given and target and target - given > 1 else None)


def _year_in_text(report: Report, front: str) -> int | None:
    for section in report.sections:
        heading = heading_of(section)
        if heading_orientation(heading) == "plan" and (year := YEAR.search(heading)):
            return int(year.group())
    texts = [paragraph.text for paragraph in report.preamble]
    for text in texts:
        if match := _PLAN_YEAR.search(text[:200]):
            return int(match[1])
    if year := YEAR.search(front):
        return int(year.group())
    counts: dict[str, int] = {}
    for text in texts or [paragraph.text for section in report.sections for paragraph in section.body]:
        for found in YEAR.findall(text):
            counts[found] = counts.get(found, 0) + 1
    return int(max(counts, key=lambda year: (counts[year], year))) if counts else None
