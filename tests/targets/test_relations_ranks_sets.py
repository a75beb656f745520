"""Relations, ranks, sets that exist and totals, each with what looks alike and is none; invented sentences."""

from __future__ import annotations

import pytest

from converter import Target
from converter.targets.indicators import indicator_before

from .conftest import Reader

Row = tuple[str | None, str, str, str | None, str | None]


def _fields(found: list[Target]) -> list[Row]:
    return [(t.indicator, t.measure, t.comparator, t.value_decimal, t.unit) for t in found]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("节能减排完成省控目标。", [("节能减排", "relation", "=", None, None)]),
        ("完成年度节能减排目标。", [("节能减排", "relation", "=", None, None)]),
        ("确保完成年度建设任务。", []),
        ("环保指标按照市定要求全面完成。", [("环保指标", "relation", "=", None, None)]),
        ("按照市里要求全面完成清淤。", []),
        ("进出口总额增速高于全市。", [("进出口总额", "relation", ">", None, None)]),
        ("确保设备投资完成率、开工率高于全市。", [("设备投资完成率、开工率", "relation", ">", None, None)]),
        ("站位高于全市各县。", []),
    ],
)
def test_relations(targets: Reader, sentence: str, wanted: list[Row]) -> None:
    assert _fields(targets(sentence)) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("青禾力争进入全国百强。", [("青禾", "rank", "<=", "100", None)]),
        ("城东力争挺进全省综合实力前十强。", [("城东", "rank", "<=", "10", None)]),
        ("城东力争跻身全省五十强。", [("城东", "rank", "<=", "50", None)]),
        ("争创全国百强县，青禾迈入千亿县。", []),
        ("推动强镇跻身全省百强、弱镇加快赶超。", []),
        ("力争2家企业进入全省百强。", [("企业", "increment", "=", "2", "家")]),
    ],
)
def test_the_best_hundred(targets: Reader, sentence: str, wanted: list[Row]) -> None:
    assert _fields(targets(sentence)) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("跨境电商交易额保持两位数增长。", [("跨境电商交易额", "growth", ">=", "10", "%")]),
        ("工业投资增速保持两位数以上。", [("工业投资", "growth", ">=", "10", "%")]),
        ("巩固两位数增长点。", []),
        ("旅游业增加值突破90亿元。", [("旅游业增加值", "level", ">", "90", "亿元")]),
        ("服务业增加值42亿元以上。", [("服务业增加值", "level", ">=", "42", "亿元")]),
        ("财政收入增加9亿元。", [("财政收入", "increment", "=", "9", "亿元")]),
        ("新招收博士突破100人。", [("博士", "increment", ">", "100", "人")]),
        ("收入过10万元的村占70%以上。", [("收入过10万元的村", "share", ">=", "70", "%")]),
        ("园区工业产值占90%。", [("园区工业产值", "share", "=", "90", "%")]),
        (
            "把居民消费价格涨幅控制在3%左右，已考虑去年涨价翘尾影响。",
            [("居民消费价格", "growth", "~", "3", "%")],
        ),
        ("去年居民消费价格涨幅控制在3%左右。", []),
        ("再解决6万农村人口的饮水安全问题。", [("农村人口", "increment", "=", "6", "万")]),
        ("解决9万人的吃饭问题始终是大事。", []),
        ("新增百项示范场景。", [("示范场景", "increment", "=", "100", "项")]),
        ("再新增一个市级专业镇。", [("市级专业镇", "increment", "=", "1", "个")]),
        ("建成一个市级专业镇。", []),
        ("实现2万人口集聚。", [("人口集聚", "increment", "=", "2", "万")]),
        ("加快建设城东光源等4个大装置。", [("大装置", "increment", "=", "4", "个")]),
        (
            "创建30个以上示范村、300个左右提档升级村。",
            [("示范村", "increment", ">=", "30", "个"), ("提档升级村", "increment", "~", "300", "个")],
        ),
    ],
)
def test_amounts(targets: Reader, sentence: str, wanted: list[Row]) -> None:
    assert _fields(targets(sentence)) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("高质量运营10个创新中心。", []),
        ("建成运营10个创新中心。", [("创新中心", "increment", "=", "10", "个")]),
        ("提质扩量6个产业集群。", []),
        ("做强产业链12条以上。", [("产业链", "increment", ">=", "12", "条")]),
        ("全力做好5个医疗中心服务保障。", []),
        ("强化19条排污口常态化监管。", []),
        ("加大对40户左右骨干企业的扶持力度。", []),
        ("加大城东茶业等8家科技企业培育力度。", [("科技企业", "increment", "=", "8", "家")]),
        ("发挥10亿元引导基金作用。", []),
        ("展现20.2平方公里先行区建设成效。", []),
    ],
)
def test_sets_that_exist(targets: Reader, sentence: str, wanted: list[Row]) -> None:
    assert _fields(targets(sentence)) == wanted


def test_a_report_that_starts_with_its_only_name() -> None:
    """A name at the first character of all has nothing before it to look through."""
    assert indicator_before("税5亿元，将引资把关", (0, 1)) == (0, 1)
