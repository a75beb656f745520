"""What a heading says about the time its part of the report speaks of."""

from __future__ import annotations

import re
from typing import Literal

from converter.language.lookalikes import folded
from converter.language.numerals import chinese_decimal
from converter.model import Section
from converter.targets.words.tables import entries

Orientation = Literal["review", "plan", "mixed", "open"]

_ORIENTATIONS: dict[str, Orientation] = {"review": "review", "plan": "plan", "mixed": "mixed"}
_HEADINGS = [(_ORIENTATIONS[row[0]], re.compile(row[1])) for row in entries("time_orientation")]

YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_CHINESE_YEAR = re.compile(r"[一二][零〇一二三四五六七八九]{3}(?=年)")
_WIDE_FIGURES = {0xFF10 + digit: 0x30 + digit for digit in range(10)}
_REVIEW_CHAPTER = re.compile(
    r"回顾|^.{0,3}(?:19|20)\d\d年(?:政府)?(?:主要)?工作(?:总结|情况)|^.{0,3}过去[一二三四五]年(?:的)?工作"
)
_PLAN_DIVISION = re.compile(r"20\d\d年|今年|今后|未来|下一步|新的一年|明年|下半年")

#: A paragraph of its own that is no longer than this can be a heading although no tree says so.
HEADING_LENGTH = 40


def heading_orientation(heading: str) -> Orientation | None:
    """What a heading says: ``2022年工作回顾`` looks back, ``2023年工作安排`` plans; ``None`` when it says nothing."""
    heading = folded(heading)
    for orientation, pattern in _HEADINGS:
        if pattern.search(heading):
            return orientation
    return None


def heading_of(section: Section) -> str:
    """The heading of a section, or the start of its first paragraph."""
    if section.heading:
        return section.heading
    return section.body[0].text[:HEADING_LENGTH] if section.body else ""


def divisions(sections: list[Section]) -> list[Section]:
    """The chapters among which a report looks back and plans: sections of the first level.

    One that says nothing itself and holds a chapter that looks back (all of a page that was saved under its headline)
    is entered.
    """
    found: list[Section] = []
    stack = sections[::-1]
    while stack:
        section = stack.pop()
        inner = [child.heading or "" for child in section.subsections if child.kind == "section"]
        if any(map(_REVIEW_CHAPTER.search, inner)) and heading_orientation(section.heading or "") is None:
            stack += section.subsections[::-1]
        else:
            found.append(section)
    return found


def turning_point(chapters: list[Section]) -> Section | None:
    """The chapter that starts to plan (``2024年工作安排``): what stands before it looks back."""
    for section in chapters[1:]:
        heading = heading_of(section)
        if _PLAN_DIVISION.search(heading) and heading_orientation(heading) == "plan":
            return section
    return None


def last_year(heading: str) -> int | None:
    """The last year that a heading names, in figures or in Chinese numerals (一九五七年经济战线上的胜利)."""
    years = [int(year) for year in YEAR.findall(heading.translate(_WIDE_FIGURES))]
    years += [int(chinese_decimal(year)) for year in _CHINESE_YEAR.findall(heading)]
    return max(years, default=None)
