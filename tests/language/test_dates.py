"""Dates in Arabic and Chinese digits, as exact as printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.language.dates import find_date, find_month_and_day, years_in

CHINESE = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("（2023年2月21日在青禾县第十七届人民代表大会第四次会议上）", "2023-02-21"),
        ("二〇二三年二月二十日印", "2023-02-20"),
        ("二○○八年十二月三十一日", "2008-12-31"),
        ("２００３年３月５日", "2003-03-05"),
        ("(2 0 0 1年2月1 6日通过)", "2001-02-16"),
        ("时间：2007-03-02", "2007-03-02"),
        ("2023.2.21", "2023-02-21"),
        ("（《青禾日报》1 9 7 5 0 1 2 1 第1 版）", "1975-01-21"),
        ("青禾日报 / 2 0 0 1年 / 0 2月 / 2 0日".replace("/", ""), "2001-02-20"),
        ("2023年2月", "2023-02"),
        ("2023年2月30日，2023年3月1日", "2023-03-01"),
        ("2023年", None),
        ("第13届第25次会议", None),
        ("联系电话：20230231", None),
        ("", None),
    ],
)
def test_the_first_date_that_exists(text: str, expected: str | None) -> None:
    assert find_date(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("１９８４年，是经济稳步发展的一年", [1984]),
        ("一九五七年的胜利和一九五八年的跃进", [1957, 1958]),
        ("到二０二０年力争比二０００年翻两番", [2020, 2000]),
        ("2022年工作回顾和2023年工作安排", [2022, 2023]),
        ("投资12023年息、三十年来、五年规划", []),
    ],
)
def test_years(text: str, expected: list[int]) -> None:
    assert years_in(text) == expected


def test_a_dateline_takes_its_year_from_the_document() -> None:
    assert find_month_and_day("新华社北京5月29日电", 2020) == "2020-05-29"
    assert find_month_and_day("新华社北京电", 2020) is None


@given(st.dates(date(1949, 10, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_spelling(day: date) -> None:
    def chinese(number: int) -> str:
        tens, ones = divmod(number, 10)
        return (CHINESE[tens] if tens > 1 else "") + ("十" if tens else "") + (CHINESE[ones] if ones else "")

    year = "".join(CHINESE[int(digit)] for digit in str(day.year))
    spellings = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02}月{day.day:02}日",
        f"{year}年{chinese(day.month)}月{chinese(day.day)}日",
        f"{day:%Y-%m-%d}",
    ]
    assert {find_date(spelling) for spelling in spellings} == {day.isoformat()}
