"""Relations, ranks, sets that exist and totals, each with what looks alike and is none; invented sentences."""

from __future__ import annotations

import pytest

from converter import Target
from converter.targets.named.indicators import indicator_before

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
        (
            "单位产值能耗、主要污染物排放量控制在县定目标以内。",
            [("单位产值能耗、主要污染物排放量", "relation", "<=", None, None)],
        ),
        (
            "环境质量、安全生产等约束性指标控制在县定目标以内。",
            [("约束性指标", "relation", "<=", None, None)],
        ),
        (
            "城镇新增就业2万人、登记失业率控制在县定目标以内。",
            [("城镇新增就业", "increment", "=", "2", "万人"), ("登记失业率", "relation", "<=", None, None)],
        ),
        (
            "PM2.5平均浓度、优良天数比例控制在县定目标以内。",
            [("PM2.5平均浓度、优良天数比例", "relation", "<=", None, None)],
        ),
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
        ("国家高新技术企业超90家。", [("国家高新技术企业", "level", ">", "90", "家")]),
        ("培育高新技术企业超90家。", [("高新技术企业", "increment", ">", "90", "家")]),
        (
            "综合改革试点扩大到90个县，覆盖农村5万人口。",
            [("综合改革试点", "level", "=", "90", "个"), ("人口", "level", "=", "5", "万")],
        ),
        ("农村改厕扩大到90个村委会。", [("村委会", "level", "=", "90", "个")]),
        (
            "力争形成6万吨硅料、10吉瓦切片和7吉瓦电池片产能。",
            [
                ("硅料", "level", "=", "6", "万吨"),
                ("切片", "level", "=", "10", "吉瓦"),
                ("电池片产能", "level", "=", "7", "吉瓦"),
            ],
        ),
        ("加快青禾10吉瓦切片、7吉瓦电池片等项目建设。", []),
        ("2座年产9万吨煤矿竣工转产。", [("年产9万吨煤矿", "increment", "=", "2", "座")]),
        ("力争集体收入3万元、5万元、9万元以上的村达到90%。", [("9万元以上的村", "share", "=", "90", "%")]),
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
        ("推动11条全产业链发展。", []),
        ("力争30个重点项目完成投资8亿元。", [("投资", "level", "=", "8", "亿元")]),
        (
            "实施30个重点项目，完成投资8亿元。",
            [("重点项目", "increment", "=", "30", "个"), ("投资", "level", "=", "8", "亿元")],
        ),
        ("梯度培育县域千亿、百亿、十亿级产业集群。", []),
    ],
)
def test_sets_that_exist(targets: Reader, sentence: str, wanted: list[Row]) -> None:
    assert _fields(targets(sentence)) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("新开工保障性住房50套，竣工36套。", [("保障性住房", "50"), ("保障性住房", "36")]),
        ("开工亿元以上项目50个，竣工36个。", [("亿元以上项目", "50"), ("亿元以上项目", "36")]),
        ("重大项目新开工20个，竣工9个。", [("重大项目", "20"), ("重大项目", "9")]),
        ("至少完成签约项目10个、开工6个。", [("签约项目", "10"), ("开工项目", "6")]),
        ("县城住房基本建成47套，新开工63套。", [("县城住房基本建成", "47"), ("县城住房", "63")]),
        ("水电站建设规模90万千瓦，投产30万千瓦。", [("水电站建设规模", "90"), ("投产", "30")]),
        (
            "引进2个5亿元以上、3个1亿元以上优质项目。",
            [("优质项目", "2"), ("1亿元以上优质项目", "3")],
        ),
    ],
)
def test_what_is_counted_stands_elsewhere(targets: Reader, sentence: str, wanted: list[tuple[str, str]]) -> None:
    assert [(target.indicator, target.value_decimal) for target in targets(sentence)] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("三次产业结构比重为7∶43∶50。", ["7", "43", "50"]),
        ("三次产业比例调整为7.5：43：49.5，各业兴旺。", ["7.5", "43", "49.5"]),
        ("三次产业结构优化为7:43:50。", ["7", "43", "50"]),
        ("会议改为8：30：15开始。", []),
        ("比例尺为1:500。", []),
    ],
)
def test_ratios(targets: Reader, sentence: str, wanted: list[str]) -> None:
    found = targets(sentence)
    assert [target.value_decimal for target in found] == wanted
    assert all((target.measure, target.comparator, target.unit) == ("share", "=", None) for target in found)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "到2028年，总值年均增长8%、达到85亿元，收入突破13亿元，累计完成投资300亿元，零售总额达到41亿元。",
            ["2024-2028", "2028", "2028", "2024-2028", "2028"],
        ),
        ("到2028年，总值年均增长8%，投资增长9%。", ["2024-2028", "2024-2028"]),
        ("今年总值增长8%，收入突破13亿元。", ["2024", "2024"]),
    ],
)
def test_totals_are_due_at_the_end(targets: Reader, sentence: str, wanted: list[str]) -> None:
    assert [target.period for target in targets(sentence)] == wanted


def test_a_report_that_starts_with_its_only_name() -> None:
    """A name at the first character of all has nothing before it to look through."""
    assert indicator_before("税5亿元，将引资把关", (0, 1)) == (0, 1)


@pytest.mark.parametrize("rank", ["前0名", "前00名", "前02个", "前十二个"])
def test_no_rank_below_the_first_and_none_cut_short(targets: Reader, rank: str) -> None:
    assert not targets(f"力争进入全省{rank}。")


@pytest.mark.parametrize(("rank", "value"), [("前02名", 2), ("前十二名", 12), ("前一百二十名", 120)])
def test_ranks_are_read_whole(targets: Reader, rank: str, value: int) -> None:
    assert [(target.measure, target.value) for target in targets(f"力争进入全省{rank}。")] == [("rank", value)]


def test_words_with_a_joint_in_them_name_what_is_measured(targets: Reader) -> None:
    found = targets("和谐社区创建率、污水处理率均达到90%，和美乡村建成率达到60%。")
    assert [target.indicator for target in found] == ["和谐社区创建率", "污水处理率", "和美乡村建成率"]
