"""Sentences as reports have them, and what they commit to (CONVENTIONS §3)."""

from __future__ import annotations

import pytest

from converter import Target, parse

from .conftest import Reader


def _fields(target: Target) -> tuple[str | None, str, str, str | None, str | None]:
    return target.indicator, target.measure, target.comparator, target.value_decimal, target.unit


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("地区生产总值增长8.5%左右", [("地区生产总值", "growth", "~", "8.5", "%")]),
        (
            "全年接待游客突破600万人次，旅游总收入达到25亿元以上",
            [("接待游客", "level", ">", "600", "万人次"), ("旅游总收入", "level", ">=", "25", "亿元")],
        ),
        (
            "地区生产总值年均增速达到8．5％以上，到2025年突破70亿元大关",
            [("地区生产总值", "growth", ">=", "8.5", "％"), ("地区生产总值", "level", ">", "70", "亿元")],
        ),
        ("居民消费价格涨幅控制在3%以内", [("居民消费价格", "growth", "<=", "3", "%")]),
        (
            "城镇新增就业1100万人以上，城镇调查失业率5.5%左右",
            [("城镇新增就业", "increment", ">=", "1100", "万人"), ("城镇调查失业率", "share", "~", "5.5", "%")],
        ),
        ("单位国内生产总值能耗下降3%左右", [("单位国内生产总值能耗", "decline", "~", "3", "%")]),
        (
            "至少完成签约项目10个、开工项目6个、投产项目6个",
            [
                ("签约项目", "increment", ">=", "10", "个"),
                ("开工项目", "increment", ">=", "6", "个"),
                ("投产项目", "increment", ">=", "6", "个"),
            ],
        ),
        (
            "签约项目10个、开工6个、投产6个",
            [
                ("签约项目", "increment", "=", "10", "个"),
                ("开工项目", "increment", "=", "6", "个"),
                ("投产项目", "increment", "=", "6", "个"),
            ],
        ),
        ("力争两年内集体经济收入30万元以上村达到85%", [("集体经济收入30万元以上村", "share", "=", "85", "%")]),
        ("谋划3-5个投资10亿元以上的大项目", [("投资10亿元以上的大项目", "increment", "range", "3", "个")]),
        ("粮食产量保持在1.3万亿斤以上", [("粮食产量", "level", ">=", "1.3", "万亿斤")]),
        ("村级集体收入超10万元的村约四成", [("村级集体收入超10万元的村", "share", "~", "40", "%")]),
        ("推动三分之二以上的行政村达标", [("行政村", "share", ">=", "66.67", "%")]),
        (
            "一二三产增加值分别增长3.5%左右、6%左右、5%左右",
            [
                ("一产增加值", "growth", "~", "3.5", "%"),
                ("二产增加值", "growth", "~", "6", "%"),
                ("三产增加值", "growth", "~", "5", "%"),
            ],
        ),
        ("地区生产总值增长4.5-5%", [("地区生产总值", "growth", "range", "4.5", "%")]),
        ("地区生产总值增长6%至7%", [("地区生产总值", "growth", "range", "6", "%")]),
        ("PM2.5浓度降至29微克/立方米以下", [("PM2.5浓度", "level", "<=", "29", "微克/立方米")]),
        ("居民收入增长和经济增长同步", [("居民收入", "relation", "=", None, None)]),
        ("规上工业增加值增长9.5%，争取更好成绩", [("规上工业增加值", "growth", "=", "9.5", "%")]),
        ("新增减税1.5万亿元", [("减税", "increment", "=", "1.5", "万亿元")]),
        ("城乡居民收入比2020年翻一番", [("城乡居民收入", "growth", "=", "1", "倍")]),
        ("外贸出口实现正增长", [("外贸出口", "growth", ">", "0", "%")]),
        ("新增违法建设“零增长”", [("违法建设", "growth", "=", "0", "%")]),
        (
            "规上工业增加值增长9.5%；固定资产投资增长10%",
            [("规上工业增加值", "growth", "=", "9.5", "%"), ("固定资产投资", "growth", "=", "10", "%")],
        ),
        (
            "城镇常住居民人均可支配收入、农村常住居民人均可支配收入均增长8%",
            [
                ("城镇常住居民人均可支配收入", "growth", "=", "8", "%"),
                ("农村常住居民人均可支配收入", "growth", "=", "8", "%"),
            ],
        ),
        (
            "规上工业增加值增速高于全省平均水平1个百分点",
            [("规上工业增加值", "relation", ">", "1", "个百分点")],
        ),
        ("工业用电量由30亿千瓦时提高到45亿千瓦时", [("工业用电量", "level", "=", "45", "亿千瓦时")]),
        ("办理时限压缩至3个工作日以内", [("办理时限", "level", "<=", "3", "个工作日")]),
        ("居民医保人均财政补助标准提高30元", [("居民医保人均财政补助标准", "increment", "=", "30", "元")]),
        ("淘汰落后产能450项", [("落后产能", "decline", "=", "450", "项")]),
        ("压减低效用地20平方公里以上", [("低效用地", "decline", ">=", "20", "平方公里")]),
    ],
)
def test_sentences_of_the_plan(
    targets: Reader, sentence: str, wanted: list[tuple[str | None, str, str, str | None, str | None]]
) -> None:
    assert [_fields(target) for target in targets(sentence + "。")] == wanted


def test_upper_end_of_a_range(targets: Reader) -> None:
    (target,) = targets("谋划3-5个投资10亿元以上的大项目。")
    assert (target.value, target.value_max, target.value_max_decimal) == (3, 5, "5")


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("新建智慧大棚70栋。", "智慧大棚"),
        ("实施云岭水库除险加固等工程15项。", "工程"),
        ("打造青石河等13处省级幸福河湖。", "省级幸福河湖"),
        ("推动36个先行示范村、9个整体推进村规划编制。", "先行示范村"),
        ("对575家旅游酒店和农家乐设施进行提升。", "旅游酒店和农家乐设施"),
        ("全社会研发经费支出相当于全市生产总值的比例达到4.5%以上。", "全社会研发经费支出相当于全市生产总值的比例"),
        ("推广新技术、新产品、新工艺80项。", "新技术、新产品、新工艺"),
        ("年内完成北环路、兴农路两条道路改造。", "道路"),
        ("培育亿元以上企业5户。", "亿元以上企业"),
        ("开展县城周边造林增绿行动，当年完成4200亩。", "县城周边造林增绿行动"),
    ],
)
def test_indicator(targets: Reader, sentence: str, indicator: str) -> None:
    assert targets(sentence)[0].indicator == indicator


def test_a_number_alone_takes_the_indicator_before_it(targets: Reader) -> None:
    found = targets("地区生产总值增长7.5%，达到309亿元；公共财政预算收入增长5%，达到15.8亿元。")
    assert [target.indicator for target in found] == ["地区生产总值"] * 2 + ["公共财政预算收入"] * 2


def test_masked_numbers(targets: Reader) -> None:
    found = targets("工业投资突破X亿元，固定资产投资增长XX％，新增企业**家。")
    assert [(target.redacted, target.value, target.unit) for target in found] == [
        (True, None, "亿元"),
        (True, None, "％"),
        (True, None, "家"),
    ]


def test_rank(targets: Reader) -> None:
    found = targets("确保空气质量稳居全市第一、全省前十。")
    assert [(target.measure, target.comparator, target.value, target.unit) for target in found] == [
        ("rank", "=", 1, None),
        ("rank", "<=", 10, None),
    ]
    assert {target.indicator for target in found} == {"空气质量"}


@pytest.mark.parametrize(
    ("sentence", "comparator"),
    [
        ("城镇居民人均可支配收入与经济增长基本同步。", "~"),
        ("农村居民人均可支配收入高于经济增长水平。", ">"),
        ("约束性指标控制在市定目标以内。", "<="),
        ("节能减排完成省下达任务。", "="),
        ("主要约束性指标达到上级要求。", "="),
    ],
)
def test_relations(targets: Reader, sentence: str, comparator: str) -> None:
    (target,) = targets(sentence)
    assert (target.measure, target.comparator, target.value) == ("relation", comparator, None)


def test_base_units_and_codes(targets: Reader) -> None:
    visitors, income = targets("接待游客突破600万人次，旅游总收入达到25亿元。")
    assert (visitors.value_base, visitors.unit_base, visitors.indicator_code) == (6_000_000, "人次", "visitors")
    assert (income.value_base, income.unit_base, income.indicator_code) == (2_500_000_000, "元", "tourism_revenue")


def test_exact_decimals(targets: Reader) -> None:
    (target,) = targets("到位资金16.4亿元。")
    assert (target.value, target.value_decimal, target.unit, target.value_base) == (16.4, "16.4", "亿元", 1_640_000_000)


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("地区生产总值增长6%。", "up"),
        ("单位能耗下降3%。", "down"),
        ("居民消费价格涨幅控制在3%以内。", "hold"),
        ("粮食产量稳定在20万吨。", "hold"),
        ("PM2.5浓度降至29微克/立方米以下。", "down"),
    ],
)
def test_direction(targets: Reader, sentence: str, direction: str) -> None:
    assert targets(sentence)[0].direction == direction


def test_place_in_the_source() -> None:
    text = "青禾县政府工作报告\n\n一、2024年工作安排\n\n    主要预期目标是：地区生产总值增长 6%左右，粮食产量20万吨。\n"
    first, second = parse(text.encode()).targets
    assert text[first.span[0] : first.span[1]] == "地区生产总值增长 6%左右"
    assert text[second.span[0] : second.span[1]] == "粮食产量20万吨"


def test_paid_part() -> None:
    text = (
        "青禾县政府工作报告\n\n一、2024年工作安排\n\n"
        "地区生产总值增长6%。##paidbegin##新建幼儿园8所。##paidend##改造公路20公里。\n"
    )
    assert [target.access for target in parse(text.encode()).targets] == ["free", "paid", "free"]


def test_a_quotation_left_open_ends_with_its_paragraph(targets: Reader) -> None:
    found = targets("推进“数字青禾建设。\n\n新建5G基站65座。\n\n实施“强基”工程，新增停车位2000个。")
    assert [target.indicator for target in found] == ["5G基站", "停车位"]


def test_blanks_inside_a_paragraph_are_counted_in_its_place() -> None:
    text = "青禾县政府工作报告\n\n一、2024年工作安排\n\n全年 规上工业增加值 增长 9.5% 以上，新建 冷库 3 座。\n"
    report = parse(text)
    assert [text[slice(*target.span)] for target in report.targets] == ["规上工业增加值 增长 9.5% 以上", "冷库 3 座"]


def test_half_width_stops_end_sentences() -> None:
    text = "一.2024年工作安排\n今年新增企业12家.粮食产值达到65.5亿元.森林覆盖率达到75%.\n"
    found = [(target.indicator, target.value, target.unit) for target in parse(text).targets]
    assert found == [("企业", 12, "家"), ("粮食产值", 65.5, "亿元"), ("森林覆盖率", 75, "%")]
