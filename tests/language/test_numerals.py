"""Numerals, units and the words that bind a number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.language.numerals import chinese_decimal, decimal, decimal_string, ordinal, plain
from converter.targets.named.indicator_codes import INDICATORS, code_of
from converter.targets.what.quantities import find_quantities
from converter.targets.what.units import KINDS, read_unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一百二十", "120"),
        ("两", "2"),
        ("十五", "15"),
        ("三千零五", "3005"),
        ("二〇二五", "2025"),
        ("五十五点六", "55.6"),
    ],
)
def test_chinese_numerals(text: str, value: str) -> None:
    assert chinese_decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit", "comparator"),
    [
        ("1,200个", "1200", None, "个", "="),
        ("3万多户", "3", None, "万户", ">="),
        ("20余个", "20", None, "个", ">="),
        ("23000余册", "23000", None, "册", ">="),
        ("10亿多元", "10", None, "亿元", ">="),
        ("1.3万亿斤", "1.3", None, "万亿斤", "="),
        ("约四成", "40", None, "%", "~"),
        ("三分之二以上", "66.67", None, "%", ">="),
        ("百分之五点六", "5.6", None, "%", "="),
        ("3—5家", "3", "5", "家", "range"),
        ("4.5%—5%", "4.5", "5", "%", "range"),
        ("4.5-5%", "4.5", "5", "%", "range"),
        ("6%至7%", "6", "7", "%", "range"),
        ("不低于6800个", "6800", None, "个", ">="),
        ("突破43亿方", "43", None, "亿方", ">"),
        ("突破43亿方以上", "43", None, "亿方", ">="),
        ("控制在3%左右", "3", None, "%", "~"),
        ("控制在5%内", "5", None, "%", "<="),
        ("29微克/立方米以下", "29", None, "微克/立方米", "<="),
        ("670元/人", "670", None, "元/人", "="),
        ("260元/吨左右", "260", None, "元/吨", "~"),
        ("2000套（间）", "2000", None, "套（间）", "="),
        ("410万头(只)", "410", None, "万头(只)", "="),
        ("16.4亿", "16.4", None, "亿", "="),
        ("两个示范点", "2", None, "个", "="),
    ],
)
def test_quantity(text: str, value: str, upper: str | None, unit: str, comparator: str) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.unit, found.comparator) == (Decimal(value), unit, comparator)
    assert found.value_max == (Decimal(upper) if upper else None)


@pytest.mark.parametrize(
    "text",
    [
        "PM2.5",
        "第3届",
        "2×66万千瓦",
        "5G基站",
        "C919客机",
        "一批项目",
        "2025年",
        "8方面工作",
        "百亿级园区",
        "110千伏",
        "统一",
    ],
)
def test_no_quantity(text: str) -> None:
    assert [found.unit for found in find_quantities(text)] in ([], ["万千瓦"])


def test_a_range_that_falls_is_none() -> None:
    (found,) = find_quantities("12-10个")
    assert found.value_max is None


def test_multipliers() -> None:
    unit = read_unit("万人次以上", 0)
    assert unit is not None
    assert (unit.text, unit.base, unit.factor, unit.kind) == ("万人次", "人次", Decimal(10_000), "persontime")


def test_units_are_sorted_by_kind() -> None:
    assert KINDS["公里"] == "length"
    assert KINDS["兆瓦"] == "power"


@given(st.decimals(min_value=0, max_value=10**12, places=4, allow_nan=False))
def test_decimal_strings_keep_every_digit(value: Decimal) -> None:
    text = decimal_string(value)
    assert text is not None
    assert Decimal(text) == value
    assert "E" not in text
    assert decimal(text) == value
    assert plain(value) == float(value)


@pytest.mark.parametrize(
    ("indicator", "code"),
    [
        ("GDP", "gdp"),
        ("地区生产总值", "gdp"),
        ("全市生产总值", "gdp"),
        ("人均地区生产总值", "gdp_per_capita"),
        ("区本级固定资产投资", "fixed_investment"),
        ("单位国内生产总值能耗", "energy_intensity"),
        ("智慧大棚", None),
        (None, None),
    ],
)
def test_codes(indicator: str | None, code: str | None) -> None:
    assert code_of(indicator) == code


def test_enough_indicators_with_both_labels() -> None:
    assert len(INDICATORS) >= 80
    assert all(row.label_zh and row.label_en for row in INDICATORS.values())


def test_no_name_stands_for_two_indicators() -> None:
    names = [name for row in INDICATORS.values() for name in row.aliases]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十二", 12),
        ("二十", 20),
        ("一百二十", 120),
        ("一百零五", 105),
        ("两", 2),
        ("02", 2),
        ("１２", 12),
        ("廿一", 21),
    ],
)
def test_ordinals_of_either_kind_and_any_width(written: str, value: int) -> None:
    assert ordinal(written) == value


@pytest.mark.parametrize("written", ["首先", "甲", "1.5", "-1"])
def test_what_is_no_ordinal(written: str) -> None:
    assert ordinal(written) is None
