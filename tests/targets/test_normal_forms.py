"""Normal forms: the code of an indicator, whose number it is, the days of a period, what a relation relates to."""

from __future__ import annotations

import pytest

from converter.targets.named.indicator_codes import INDICATORS, named
from converter.targets.publishing import days_of

from .conftest import Reader


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("经济增长5%左右。", "gdp"),
        ("ＧＤＰ增长5%。", "gdp"),
        ("全县地区生产总值增长5%。", "gdp"),
        ("人均地区生产总值达到8万元。", "gdp_per_capita"),
        ("数字经济规模达到80亿元。", None),
        ("云岭高新区规上工业增加值增长9%。", "industry_value_added"),
        ("研发投入占GDP比重达到2.5%。", "rd_intensity"),
        ("全社会研发投入增长12%。", "rd_expenditure"),
        ("粮食播种面积稳定在50万亩。", "grain_area"),
        ("粮食产量达到20万吨。", "grain_output"),
        ("护理型床位占比达到60%。", "nursing_beds_share"),
        ("新增养老床位300张。", "elderly_beds"),
        ("民间投资占固定资产投资比重达到60%。", "private_investment_share"),
        ("人均财政收入达到5000元。", None),
        ("新建“四好农村路”20公里。", "rural_roads"),
        ("城镇新增就业3000人。", "urban_jobs"),
        ("建设高标准农田2万亩。", "high_standard_farmland"),
        ("改造老旧小区20个。", "old_communities"),
        ("实施10亿元以上项目8个。", "negotiated_projects"),
    ],
)
def test_code(targets: Reader, sentence: str, code: str | None) -> None:
    assert [target.indicator_code for target in targets(sentence)] == [code]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("地区生产总值增长5%。", None),
        ("云岭高新区规上工业增加值增长9%。", "云岭高新区"),
        ("园区工业总产值达到50亿元。", "园区"),
        ("规上工业增加值增长8%。", "规上"),
        ("低收入农户人均可支配收入增长10%。", "低收入农户"),
        ("电网建设完成投资10亿元。", "电网建设"),
        ("竹木产业实现产值30亿元。", "竹木产业"),
        ("完成投资10亿元。", None),
        ("改造老旧小区20个。", None),
    ],
)
def test_whose_number_it_is(targets: Reader, sentence: str, scope: str | None) -> None:
    assert [target.scope for target in targets(sentence)] == [scope]


def test_shared_numbers_have_each_their_scope(targets: Reader) -> None:
    found = targets("城镇、农村居民人均可支配收入分别增长5%、6%。")
    assert [(t.indicator_code, t.scope) for t in found] == [("urban_income", "城镇"), ("rural_income", "农村")]


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("城镇调查失业率5.5%左右。", "down"),
        ("居民消费价格涨幅3%左右。", "hold"),
        ("森林覆盖率达到60%。", "up"),
        ("单位地区生产总值能耗下降3%。", "down"),
    ],
)
def test_direction_by_the_indicator(targets: Reader, sentence: str, direction: str) -> None:
    assert [target.direction for target in targets(sentence)] == [direction]


@pytest.mark.parametrize(
    ("sentence", "base_year", "reference"),
    [
        ("到2027年，电商交易额比2022年翻一番。", 2022, None),
        ("单位能耗较2020年下降13.5%，森林覆盖率达到60%。", 2020, None),
        ("居民收入与经济增长同步。", None, "经济增长"),
        ("固定资产投资增速高于全省平均水平。", None, "全省平均水平"),
        ("固定资产投资增速高于全省平均水平2个百分点。", None, "全省平均水平"),
        ("节能减排完成省下达任务。", None, "省下达任务"),
        ("城镇登记失业率控制在省定目标以内。", None, "省定目标"),
    ],
)
def test_against_what(targets: Reader, sentence: str, base_year: int | None, reference: str | None) -> None:
    first = targets(sentence)[0]
    assert (first.base_year, first.reference) == (base_year, reference)


@pytest.mark.parametrize(
    ("period", "days"),
    [
        (None, (None, None)),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024Q1", ("2024-01-01", "2024-03-31")),
        ("2024Q4", ("2024-10-01", "2024-12-31")),
        ("2024H1", ("2024-01-01", "2024-06-30")),
        ("2024H2", ("2024-07-01", "2024-12-31")),
        ("2021-2025", ("2021-01-01", "2025-12-31")),
    ],
)
def test_days_of_a_period(period: str | None, days: tuple[str | None, str | None]) -> None:
    assert days_of(period) == days


def test_each_name_finds_its_own_code() -> None:
    for coded in INDICATORS.values():
        for name in coded.aliases:
            found = named(name, "relation", None).coded
            assert found is coded, name
