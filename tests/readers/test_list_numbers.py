"""Automatic numbering as Word draws it."""

from __future__ import annotations

import pytest

from converter.readers.list_numbers import Level, ListNumbers
from converter.readers.numbering_formats import formatted


@pytest.mark.parametrize(
    ("name", "number", "drawn"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("chineseCounting", 3, "三"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 2010, "二千零一十"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 2, "b"),
        ("numberInDash", 2, "- 2 -"),
    ],
)
def test_each_format(name: str, number: int, drawn: str) -> None:
    assert formatted(name, number) == drawn


@pytest.mark.parametrize(
    ("name", "number"),
    [("hebrew1", 3), (None, 3), ("ideographTraditional", 11), ("upperRoman", 0), ("upperRoman", 10**6)],
)
def test_what_has_no_such_sign_is_written_in_digits(name: str | None, number: int) -> None:
    assert formatted(name, number) == str(number)


CHAPTERS = [
    Level(format="chineseCounting", text=["第", 0, "章"]),
    Level(format="chineseCounting", text=["（", 1, "）"]),
    Level(text=[2, "."]),
]


def test_a_deeper_level_begins_anew_under_each_parent() -> None:
    numbers = ListNumbers()
    drawn = [numbers.label("a", CHAPTERS, level) for level in (0, 1, 1, 2, 0, 1, 2, 2)]
    assert drawn == ["第一章", "（一）", "（二）", "1.", "第二章", "（一）", "1.", "2."]


def test_a_level_that_never_restarts_goes_on() -> None:
    levels = [Level(text=[0, "、"]), Level(text=[1, "."], restart=0)]
    numbers = ListNumbers()
    assert [numbers.label("a", levels, level) for level in (0, 1, 1, 0, 1)] == ["1、", "1.", "2.", "2、", "3."]


def test_numbers_of_several_levels_and_legal_numbers() -> None:
    levels = [Level(format="chineseCounting", text=[0, "、"]), Level(text=[0, ".", 1], legal=True)]
    numbers = ListNumbers()
    assert [numbers.label("a", levels, level) for level in (0, 1, 1)] == ["一、", "1.1", "1.2"]


def test_a_level_without_a_paragraph_above_it_shows_where_that_would_begin() -> None:
    levels = [Level(start=3, text=[0, "."]), Level(text=[0, ".", 1])]
    assert ListNumbers().label("a", levels, 1) == "3.1"


def test_two_lists_count_apart_and_one_can_be_started_over() -> None:
    numbers = ListNumbers()
    assert [numbers.label(name, CHAPTERS, 0) for name in ("a", "a", "b")] == ["第一章", "第二章", "第一章"]
    numbers.start_over("a", 0, 1)
    assert numbers.label("a", CHAPTERS, 0) == "第一章"


def test_bullets_are_drawn_and_levels_without_number_are_not() -> None:
    levels = [Level(format="bullet", text=["●"]), Level(format="none", text=[1])]
    numbers = ListNumbers()
    assert [numbers.label("a", levels, level) for level in (0, 1)] == ["●", ""]
