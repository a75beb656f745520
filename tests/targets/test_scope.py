"""Periods, strength, and which part of a report looks where."""

from __future__ import annotations

import pytest

from converter import parse
from converter.targets.where.headings import heading_orientation

from .conftest import Reader


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("地区生产总值增长6%。", ["2024"]),
        ("新建项目一季度开工40%以上。", ["2024Q1"]),
        ("上半年签约项目20个，下半年签约项目30个。", ["2024H1", "2024H2"]),
        ("力争两年内集体经济收入30万元以上村达到85%。", ["2024-2025"]),
        ("当年造林4200亩，三年完成造林1万亩。", ["2024", "2024-2026"]),
        ("到2027年，高新技术企业达到60家。", ["2027"]),
        ("地区生产总值年均增长8%，到2027年突破70亿元。", ["2024-2027", "2027"]),
        ("“十五五”末粮食产能达到30万吨。", ["2030"]),
        ("2026—2030年新建公路500公里。", ["2026-2030"]),
        ("明年新建学校2所。", ["2025"]),
        ("到2024年底前改造危房30户。", ["2024"]),
    ],
)
def test_period(targets: Reader, sentence: str, periods: list[str]) -> None:
    assert [target.period for target in targets(sentence)] == periods


@pytest.mark.parametrize(
    ("sentence", "strengths"),
    [
        ("粮食产量20万吨。", ["planned"]),
        ("确保粮食产量20万吨，生猪出栏30万头。", ["binding", "binding"]),
        ("力争粮食产量20万吨；生猪出栏30万头。", ["stretch", "planned"]),
        ("坚决守住耕地红线，完成3万亩高标准农田改造。", ["planned"]),
        ("在确保安全的前提下，原煤产量稳定在400万吨。", ["planned"]),
        ("力争全年，招引企业20家。", ["stretch"]),
        ("确保招引企业20家，力争招引企业30家。", ["binding", "stretch"]),
        ("地区生产总值增长8%，争取更好成绩；财政收入增长5%。", ["planned", "planned"]),
        ("约束性指标达到上级要求。", ["binding"]),
    ],
)
def test_strength(targets: Reader, sentence: str, strengths: list[str]) -> None:
    assert [target.strength for target in targets(sentence)] == strengths


@pytest.mark.parametrize(
    ("heading", "orientation"),
    [
        ("2022年工作回顾", "review"),
        ("过去五年工作", "review"),
        ("2023年工作安排", "plan"),
        ("今后五年工作的总体要求和主要目标", "plan"),
        ("2022年工作回顾和2023年工作安排", "mixed"),
        ("全面贯彻落实上级决策部署", None),
        ("坚持人民至上", None),
    ],
)
def test_headings(heading: str, orientation: str | None) -> None:
    assert heading_orientation(heading) == orientation


def test_years_of_a_part_that_plans_five() -> None:
    text = (
        "云岭市政府工作报告\n\n一、今后五年的主要目标\n\n公园数量达到千座以上。\n\n"
        "二、2023年主要任务\n\n新建公园120座。\n"
    )
    assert [target.period for target in parse(text.encode()).targets] == ["2023-2027", "2023"]


def test_a_year_in_a_heading_says_where_its_part_looks() -> None:
    text = (
        "云岭市政府工作报告\n\n一、奋力完成2023年的各项任务\n\n新建厂房20万平方米。\n\n"
        "二、全力实现2024年的奋斗目标\n\n新建厂房30万平方米。\n"
    )
    assert [target.value for target in parse(text.encode()).targets] == [30]


def test_part_about_a_five_year_plan() -> None:
    text = (
        "云岭市政府工作报告\n\n一、2015年工作回顾\n\n新建厂房20万平方米。\n\n"
        "二、“十三五”的主要目标\n\n城镇化率达到60%。\n\n三、2016年工作安排\n\n新建厂房30万平方米。\n"
    )
    assert [target.period for target in parse(text.encode()).targets] == ["2016-2020", "2016"]


def test_speech_without_headings() -> None:
    text = (
        "在青禾县委全会上的讲话\n\n同志们：\n\n今年以来，全县完成投资37亿元，新签约项目125个。\n\n"
        "下一步，要新签约项目60个，力争到位资金12亿元。\n"
    )
    assert [target.value for target in parse(text.encode()).targets] == [60, 12]


def test_what_stands_before_the_plan_looks_back() -> None:
    text = (
        "青禾县政府工作报告\n\n（一）产业发展提速\n\n新建厂房20万平方米。\n\n（二）民生持续改善\n\n新建学校3所。\n\n"
        "二、2024年工作安排\n\n新建学校5所。\n"
    )
    assert [target.value for target in parse(text.encode()).targets] == [5]


@pytest.mark.parametrize(
    ("heading", "orientation"),
    [
        ("“十四五”时期主要目标和任务", "plan"),
        ("“十四五”时期主要预期目标", "plan"),
        ("“十三五”时期的主要成就", "review"),
        ("“十三五”时期工作回顾", "review"),
    ],
)
def test_headings_of_five_year_periods(heading: str, orientation: str) -> None:
    assert heading_orientation(heading) == orientation
