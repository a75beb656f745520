"""Orientation: which parts of a report look back and which plan, and the years they speak of."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from converter.language.numerals import chinese_decimal
from converter.model import Paragraph, Report, Section, Span
from converter.patterns import late
from converter.targets.bound.periods import FIVE_YEARS, Horizon, five_years
from converter.targets.where.prefilter import promising
from converter.targets.words.tables import entries

Orientation = Literal["review", "plan", "open"]

_ORIENTATIONS: dict[str, Orientation] = {"review": "review", "plan": "plan"}
_HEADINGS = [(_ORIENTATIONS[row[0]], re.compile(row[1])) for row in entries("time_orientation")]

YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_CHINESE_YEAR = re.compile(r"[一二][零〇一二三四五六七八九]{3}(?=年)")
_WIDE_FIGURES = {0xFF10 + digit: 0x30 + digit for digit in range(10)}
_PLAN_YEAR = late(
    r"((?:19|20)\d\d)年(?:的)?(?:政府|全县|全市|全省|全区|重点|主要|经济社会发展|国民经济和社会发展)?(?:的)?(?:主要)?(?:工作|目标|任务|安排|预期目标)"
)
_PLAN_DIVISION = re.compile(r"20\d\d年|今年|今后|未来|下一步|新的一年|明年|下半年")
_SPAN = re.compile(r"((?:19|20)\d\d)年?(?:-|——?|–|~|～|至)((?:19|20)\d\d)年?")
_COMING = re.compile(r"(?:今后|未来|此后)([一二两三四五六七八九十])年")
_NUMBERED = late(r"(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、.．])")

# A paragraph of its own that is a heading although no tree says so.
_HEADING_LENGTH = 40

# What makes a sentence one about the past, also in a part that plans; 比去年增加 only names the base. Here and
# below each alternative starts with a character, so that a scan skips to the next of these.
_PAST = (
    r"去年(?<![比较于同]去年)(?![^，。]{0,6}(?:基数|翘尾))|上年(?<![比较于同]上年)(?:完成|实现|达到|增长)|年来(?<=[一二两三四五近]年来)|过去[一二三四五六七八九十]?年"
    r"|已(?:经)?(?:建成|完成|实现|达到?|有|累计|竣工|开工|投入|投产|超过|突破)"
    r"|了(?<=增长了|提高了|提升了|下降了|增加了|减少了|降低了|扩大了|实现了|达到了|超过了|缩短了)"
    r"|历史(?:最好|新高|性)|超额完成|创(?:下)?(?:历史)?新高(?![地度端层])|刚刚过去|回顾|筛选出|征集到|梳理出|评选出了|票选出"
)
PAST = re.compile(_PAST)
# The same in a part of which no heading says what it looks at.
PAST_OPEN = late(_PAST + r"|以来|去年|先后|当时|曾经?(?!任)")
ACHIEVED = late(
    r"累计|位居全|居全[国省市区县]第|排名?全[国省市区县]?第|圆满完成|胜利完成|荣获|获评|获批|成功|荣膺|入选|跻身|了(?!解)"
)
# What takes the edge off a word of achievement: the sentence promises.
PROMISED = late(r"目标|力争|确保|争取|到20\d\d年|今后|将|预期|努力|下半年|明年|必须|坚决")
# Where no heading says what a part looks at, a sentence plans when it promises, announces or opens with an order.
ANNOUNCES = late(
    r"要(?<![重主需纪摘]要)(?![求素么是])|计划|打算|拟|争创|规划|今年|年内|年底|明年|下一步|未来|19\d\d年|20\d\d年"
    r"|到[一二][零〇○九][零〇○一二三四五六七八九]{2}年"
)
# Somebody or something acts or is there: no order, although a clause of it may start with a verb.
STATES = late(
    r"我们|我又|全国|我国|中方|有关|部委|各委|部门|同志|先后|之后|目前|现在|现有|拥有|有着|还有|共有|都有|是(?:一个|由|党)|为(?:一个|由|党)|一揽子"
)
# A paragraph with one of these reports, where no heading says what its part looks at.
PAST_PARAGRAPH = ("同比", "今年以来", "一年来", "五年来")
# What opens a paragraph that looks back.
PAST_OPENING = late(
    r"(?:各位代表[，,！!]|同志们[，,！!])?(?:今年以来|一年来|五年来|过去(?:的)?(?:一|五|几)?年|去年|上半年|近年来|(?:19|20)\d\d年以来|这一年|这五年|20\d\d年[，,](?:我们|全[市县省区]|面对))"
)


class Passage(NamedTuple):
    """A heading or a paragraph text with what its part of the report looks at."""

    section: Section | None
    paragraph: Paragraph | None
    text: str
    span: Span
    orientation: Orientation
    horizon: Horizon


def heading_orientation(heading: str) -> Orientation | None:
    """What a heading says: ``2022年工作回顾`` looks back, ``2023年工作安排`` plans; ``None`` when it says nothing."""
    for orientation, pattern in _HEADINGS:
        if pattern.search(heading):
            return orientation
    return None


def passages(report: Report) -> list[Passage]:
    """The headings and paragraphs that can hold targets, in reading order; parts that look back are left out."""
    reader = _Reader(report)
    for paragraph in report.preamble:
        reader.loose(paragraph)
    for section in report.sections:
        reader.division(section)
        reader.inside(section)
    for paragraph in report.closing:
        reader.loose(paragraph)
    found = [Passage(*reader.found[index]) for index in promising([row[2] for row in reader.found])]
    return [passage for passage in found if passage.orientation == "plan" or reader.plans(passage)]


class _Reader:
    """Walks through a report and remembers what the part it is in looks at."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.plan_document = report.meta.document_type == "plan"
        self.base = _base_horizon(report)
        self.orientation: Orientation = "plan" if self.plan_document else "open"
        self.horizon = self.base
        self.turns = _turning_point(report)
        # What has been read, as rows of passages: only a part of them can draft anything.
        self.found: list[tuple[Section | None, Paragraph | None, str, Span, Orientation, Horizon]] = []
        if not self.plan_document and self.turns is not None:
            self.orientation = "review"

    def division(self, section: Section) -> None:
        """Enter a section of the first level."""
        if section is self.turns:
            self.turns = None
        self._enter(_heading_of(section))

    def _enter(self, heading: str) -> None:
        orientation = heading_orientation(heading)
        if not self.plan_document and (year := _last_year(heading)) and self.base.target is not None:
            orientation = "review" if year < self.base.target else orientation or "plan"
        if orientation is not None:
            self.orientation = orientation
        elif self.report.meta.document_type == "other" or (self.orientation == "review" and self.turns is None):
            self.orientation = "open"
        self.horizon = self.base
        if orientation == "plan" and (coming := _COMING.search(heading)) and self.base.target is not None:
            years = int(chinese_decimal(coming[1]))
            self.horizon = Horizon(self.base.target, (self.base.target, self.base.target + years - 1), whole=True)
        elif orientation == "plan" and (period := FIVE_YEARS.search(heading)) and not _last_year(heading):
            span = five_years(period["nth"])
            self.horizon = Horizon(span[1], span, whole=True)

    def loose(self, paragraph: Paragraph) -> None:
        """A paragraph outside the sections; a short line without a stop acts as the heading of what follows."""
        text = paragraph.text
        if len(text) <= _HEADING_LENGTH and text[-1:] not in "。！？；：":
            if heading_orientation(text) is not None or _NUMBERED.match(text):
                self._enter(text)
        elif self.orientation != "review" and paragraph.role is None:
            self.found.append((None, paragraph, text, paragraph.span, self.orientation, self.horizon))

    def inside(self, division: Section) -> None:
        """The headings and paragraphs of a section of the first level and of all below it."""
        orientation, horizon = self.orientation, self.horizon
        # What is still to be read, the next one last: a section to enter, or paragraphs of one that was entered.
        stack: list[Section | tuple[Section, list[Paragraph]]] = [division] if orientation != "review" else []
        while stack:
            node = stack.pop()
            if isinstance(node, tuple):
                section, paragraphs = node
            else:
                section, paragraphs = node, node.body
                heading = section.heading
                own = heading if orientation == "open" and section is not division and not section.run_in else None
                if own and heading_orientation(own) == "review":
                    continue
                if heading and section.heading_span is not None:
                    self.found.append((section, None, heading, section.heading_span, orientation, horizon))
                if section.tail:
                    stack.append((section, section.tail))
                if section.interludes:
                    stack += _middle(section)
                else:
                    stack += section.subsections[::-1]
            for paragraph in paragraphs:
                if paragraph.role is None:
                    self.found.append((section, paragraph, paragraph.text, paragraph.span, orientation, horizon))

    def plans(self, passage: Passage) -> bool:
        """Whether a passage speaks of the time to come although no heading says so."""
        text = passage.text
        if passage.paragraph is None:
            return True
        if PAST_OPENING.match(text) or any(map(text.__contains__, PAST_PARAGRAPH)):
            return False
        return self.report.meta.document_type != "other" or PROMISED.search(text) is not None


def _middle(section: Section) -> list[Section | tuple[Section, list[Paragraph]]]:
    """The subsections and the paragraphs between them, the last one first."""
    middle: list[Paragraph | Section] = [*section.interludes, *section.subsections]
    middle.sort(key=lambda node: node.span, reverse=True)
    return [(section, [node]) if isinstance(node, Paragraph) else node for node in middle]


def _turning_point(report: Report) -> Section | None:
    """The division that starts to plan (``2024年工作安排``): what stands before it looks back."""
    for section in report.sections[1:]:
        heading = _heading_of(section)
        if _PLAN_DIVISION.search(heading) and heading_orientation(heading) == "plan":
            return section
    return None


def _last_year(heading: str) -> int | None:
    """The last year that a heading names, in figures or in Chinese numerals (一九五七年经济战线上的胜利)."""
    years = [int(year) for year in YEAR.findall(heading.translate(_WIDE_FIGURES))]
    years += [int(chinese_decimal(year)) for year in _CHINESE_YEAR.findall(heading)]
    return max(years, default=None)


def _heading_of(section: Section) -> str:
    if section.heading:
        return section.heading
    return section.body[0].text[:_HEADING_LENGTH] if section.body else ""


# How many years a plan covers that names only the last of them.
_PLAN_YEARS = ((re.compile(r"行动计划|行动方案|攻坚方案|实施方案"), 3), (re.compile(r"规划|五年计划|纲要"), 5))


def _base_horizon(report: Report) -> Horizon:
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
        heading = _heading_of(section)
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
