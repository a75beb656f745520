"""Numbers that commit to nothing: results, descriptions, names, dates."""

from __future__ import annotations

import pytest

from .conftest import Reader


@pytest.mark.parametrize(
    "sentence",
    [
        "全面完成三大类重点任务。",
        "实施“四个一批”工程，深化“一件事”改革。",
        "落实好支持民营经济30条措施。",
        "做强4条产业链，壮大8个精深加工集群。",
        "围绕11条标志性产业链开展招商。",
        "紧盯18个重点行业领域排查隐患。",
        "开工建设云岭年产30万吨新材料项目。",
        "推进北山150兆瓦光伏发电项目。",
        "确保2.5万名脱贫人口持续稳定增收。",
        "完善15分钟社区生活圈。",
        "推进110千伏变电站建设。",
        "加快总投资15亿元的青石水库建设。",
        "成功创建4A级景区、5A级景区。",
        "力争考核进入全市第一梯队。",
        "庆祝建县75周年。",
        "办好十件实事，打造一批精品。",
        "同时要看到，去年全县完成投资20亿元。",
        "全县已建成标准化厂房12万平方米。",
        "第3届运动会、第一书记选派工作有序推进。",
        "实现办件清零、服务全覆盖。",
        "推进G207国道、5G网络、PM2.5监测站建设。",
        "到2030年基本实现现代化。",
        "完善“1+3+X”体系，用好12345热线。",
        "实现4%的目标仍然不容易。",
    ],
)
def test_no_target_in_the_plan(targets: Reader, sentence: str) -> None:
    assert targets(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "五年来年均增长5%左右。",
        "地区生产总值完成45亿元，增长3.4%。",
        "新建高标准农田13万亩，城镇新增就业5.6万人。",
        "城镇调查失业率控制在5%以内，居民收入增长与经济增长同步。",
    ],
)
def test_no_target_in_the_review(reviewed: Reader, sentence: str) -> None:
    assert reviewed(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("完成117个问题整改。", [117]),
        ("实施重点项目164个，总投资759亿元，当年投资118.3亿元。", [164, 118.3]),
        ("加快总投资615亿元的85个民间投资项目建设。", [85]),
        ("完成覆盖10个村的5个污水处理站建设。", [5]),
        ("新上一条年产500万支牙膏生产线。", [1]),
        ("引进50亿元以上项目1个、10亿元以上项目3个。", [1, 3]),
        ("完成54亿元的投资计划。", [54]),
        ("新增装机容量720兆瓦。", [720]),
        ("完成3万亩高标准农田改造。", [3]),
        ("打造三条精品廊带。", [3]),
        ("新建城北、城南两个标准化足球场。", [2]),
        ("在90%的行政村建立垃圾收运体系。", [90]),
        ("建设“低碳、零碳”试点园区3个。", [3]),
        ("产业营业收入达到千亿级。", [1000]),
        ("实现引进外资过亿美元。", [1]),
        ("新增25家大企业开放创新中心。", [25]),
        ("统筹推进青石、南坪等13个和美乡村试点村建设。", [13]),
    ],
)
def test_works_and_amounts_that_are_promised(targets: Reader, sentence: str, values: list[float]) -> None:
    assert [target.value for target in targets(sentence)] == values
