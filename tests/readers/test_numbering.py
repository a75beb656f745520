"""Automatic numbering: how numbers are written, and how levels count."""

from __future__ import annotations

import pytest

from converter.readers.number_formats import written
from converter.readers.numbering import Counters, Level


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("decimal", {1: "1", 11: "11"}),
        ("decimalZero", {1: "01", 11: "11"}),
        ("decimalFullWidth", {1: "１", 12: "１２"}),
        ("chineseCounting", {1: "一", 10: "十", 12: "十二", 20: "二十", 21: "二十一", 105: "一〇五"}),
        (
            "chineseCountingThousand",
            {10: "十", 99: "九十九", 100: "一百", 105: "一百零五", 110: "一百一十", 1020: "一千零二十"},
        ),
        ("japaneseCounting", {10: "十", 21: "二十一", 105: "一百五"}),
        ("ideographDigital", {1: "一", 10: "一〇", 23: "二三"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 25: "贰拾伍"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
        ("ideographEnclosedCircle", {1: "㈠", 10: "㈩", 11: "11"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("lowerRoman", {4: "iv", 1999: "mcmxcix", 4000: "4000"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
        ("none", {7: ""}),
        ("of another world", {7: "7"}),
    ],
)
def test_numbers_are_written_in_their_format(name: str, numbers: dict[int, str]) -> None:
    assert {number: written(number, name) for number in numbers} == numbers


LEVELS = {
    0: Level(number_format="chineseCounting", text="第%1章"),
    1: Level(number_format="chineseCounting", text="（%2）"),
    2: Level(text="%1.%2.%3", legal=True),
}


def _drawn(depths: list[int], levels: dict[int, Level] = LEVELS) -> list[str]:
    counters = Counters()
    return [counters.next(depth, levels) for depth in depths]


def test_deeper_levels_begin_anew() -> None:
    assert _drawn([0, 1, 1, 0, 1]) == ["第一章", "（一）", "（二）", "第二章", "（一）"]


def test_a_legal_level_writes_all_numbers_in_figures() -> None:
    assert _drawn([0, 1, 2, 2]) == ["第一章", "（一）", "1.1.1", "1.1.2"]


def test_a_level_above_that_has_not_come_yet_counts_as_begun() -> None:
    assert _drawn([2]) == ["1.1.1"]


def test_a_level_that_never_restarts_goes_on() -> None:
    levels = LEVELS | {1: Level(text="%2.", restart=0)}
    assert _drawn([0, 1, 1, 0, 1], levels)[-1] == "3."


def test_a_level_that_restarts_after_the_outermost_only() -> None:
    levels = LEVELS | {2: Level(text="%3)", restart=1)}
    assert _drawn([0, 1, 2, 1, 2, 0, 2], levels) == ["第一章", "（一）", "1)", "（二）", "2)", "第二章", "1)"]


def test_a_start_and_a_restart() -> None:
    counters = Counters()
    levels = {0: Level(start=3, text="%1、")}
    assert [counters.next(0, levels), counters.next(0, levels)] == ["3、", "4、"]
    counters.restart(0, 1)
    assert counters.next(0, levels) == "1、"


def test_bullets_of_symbol_fonts_are_signs_one_can_read() -> None:
    levels = {0: Level(number_format="bullet", text="\uf06c"), 1: Level(number_format="bullet", text=" ")}
    assert _drawn([0, 1], levels) == ["●", ""]
