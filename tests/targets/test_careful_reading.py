"""What a careful reader makes of budgets, older prints, shared numbers and speeches; invented sentences throughout."""

from __future__ import annotations

import pytest

from converter import Target, parse

from .conftest import Reader


def _fields(found: list[Target]) -> list[tuple[str | None, str, str, str | None, str | None]]:
    return [(t.indicator, t.measure, t.comparator, t.value_decimal, t.unit) for t in found]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "今年赤字率拟按2.5%安排，比去年预算低0.3个百分点；财政赤字3亿元，其中县级赤字1亿元。",
            [
                ("赤字率", "share", "=", "2.5", "%"),
                ("赤字率", "decline", "=", "0.3", "个百分点"),
                ("财政赤字", "level", "=", "3", "亿元"),
                ("县级赤字", "level", "=", "1", "亿元"),
            ],
        ),
        (
            "安排专项债券12亿元，比去年增加2亿元。",
            [("专项债券", "level", "=", "12", "亿元"), ("专项债券", "increment", "=", "2", "亿元")],
        ),
        ("项目审批时间再压减一半。", [("项目审批时间", "decline", "=", "50", "%")]),
        ("完成一半以上的工作。", []),
        ("水利投资一百四十五亿七千七百万元。", [("水利投资", "level", "=", "1457700", "万元")]),
        ("原煤产量一亿一千万吨。", [("原煤产量", "level", "=", "11000", "万吨")]),
        ("钢材产量七十六万二千吨。", [("钢材产量", "level", "=", "762000", "吨")]),
        ("化肥产量九百万至九百二十万吨。", [("化肥产量", "level", "range", "900", "万吨")]),
        ("工业总产值6，050亿元，增长27·7％。", [
            ("工业总产值", "level", "=", "6050", "亿元"),
            ("工业总产值", "growth", "=", "27.7", "％"),
        ]),
        ("每年可节约几百亿元，惠及几十万人。", []),
        ("生活垃圾无害化处理率在99%以上。", [("生活垃圾无害化处理率", "share", ">=", "99", "%")]),
        ("轮作试点面积增加到300万亩。", [("轮作试点面积", "level", "=", "300", "万亩")]),
        (
            "新增高标准农田8万亩以上、高效节水灌溉面积2万亩。",
            [
                ("高标准农田", "increment", ">=", "8", "万亩"),
                ("高效节水灌溉面积", "increment", "=", "2", "万亩"),
            ],
        ),
        ("实现高新技术企业300家以上。", [("高新技术企业", "level", ">=", "300", "家")]),
        ("实现新增高新技术企业30家以上。", [("高新技术企业", "increment", ">=", "30", "家")]),
    ],
)  # fmt: skip
def test_amounts(
    targets: Reader, sentence: str, wanted: list[tuple[str | None, str, str, str | None, str | None]]
) -> None:
    assert _fields(targets(sentence)) == wanted


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("今年要再压减钢铁产能30万吨。", "钢铁产能"),
        ("中央财政还将安排科技支出1134万元。", "科技支出"),
        ("能源消耗强度要降低3%以上。", "能源消耗强度"),
        ("赤字规模比上年预算减少1亿元。", "赤字规模"),
        ("用两年时间将筹资标准由每人每年50元提高到100元。", "筹资标准"),
        ("为企业和个人减税8亿元。", "减税"),
        ("居民医保补助标准提高到人均320元。", "居民医保补助标准"),
        ("新造和修复提升林地9000亩。", "林地"),
        ("人均公园绿地面积达到15平方米。", "人均公园绿地面积"),
        ("要素市场交易额达到5亿元。", "要素市场交易额"),
        ("再生水利用率达到30%。", "再生水利用率"),
        ("加快200公里农村公路升级联通和乡村振兴示范带建设。", "农村公路"),
        ("启动30户企业推行清洁生产工作。", "企业"),
        ("完成200个自然村广播电视建设任务。", "自然村"),
        ("完成13个农贸市场改造和各乡集贸市场规划建设。", "农贸市场"),
        ("完成7处边坡生态植被修复治理工程。", "边坡生态植被修复治理工程"),
        ("实施省级重点项目建设120个。", "省级重点项目建设"),
        ("为2000名以上残疾儿童提供康复救助。", "残疾儿童"),
        ("加大农村劳动力培训转移力度，确保年内培训2万人。", "农村劳动力"),
        ("开展培训6000人。", "培训"),
    ],
)
def test_indicator_is_the_noun_counted(targets: Reader, sentence: str, indicator: str) -> None:
    assert targets(sentence)[0].indicator == indicator


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "“小巨人”企业、单项冠军企业、瞪羚企业分别新增10家、12家、15家以上。",
            [("“小巨人”企业", ">=", 10), ("单项冠军企业", ">=", 12), ("瞪羚企业", ">=", 15)],
        ),
        (
            "城镇、农村居民人均可支配收入分别增长5%以上、6%左右。",
            [("城镇居民人均可支配收入", ">=", 5), ("农村居民人均可支配收入", "~", 6)],
        ),
        (
            "粮食种植面积和产量稳定在55万亩、26万吨以上。",
            [("粮食种植面积", ">=", 55), ("产量", ">=", 26)],
        ),
        ("确保环评率和验收率达100%。", [("环评率和验收率", "=", 100)]),
        ("确保环评率和验收率均达100%。", [("环评率", "=", 100), ("验收率", "=", 100)]),
        ("棉花和油料产量达到30万吨。", [("棉花和油料产量", "=", 30)]),
    ],
)
def test_shared_numbers(targets: Reader, sentence: str, wanted: list[tuple[str, str, float]]) -> None:
    assert [(t.indicator, t.comparator, t.value) for t in targets(sentence)] == wanted


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("城镇新增就业完成省定任务。", "城镇新增就业"),
        ("完成省下达的节能减排约束性指标。", "节能减排约束性指标"),
        ("能耗强度达到省定目标。", "能耗强度"),
    ],
)
def test_tasks_that_others_set(targets: Reader, sentence: str, indicator: str) -> None:
    (target,) = targets(sentence)
    assert (target.indicator, target.measure, target.comparator) == (indicator, "relation", "=")


@pytest.mark.parametrize(
    "sentence",
    [
        "加快云岭抽水蓄能、南坪能源350MW、青石电力300MW储能等项目建设。",
        "打造一批营业收入过500亿、100亿和50亿企业集团。",
        "6.5%左右的增速可以实现比较充分的就业。",
        "支持东江、西江两个特别行政区发展经济。",
        "1980年到1990年，工业总产值由1，000亿元增加到8，500亿元，增长了7倍。",
        "上述2万元全部转给乡镇。",
    ],
)
def test_no_target(targets: Reader, sentence: str) -> None:
    assert targets(sentence) == []


def test_listed_projects_count_themselves(targets: Reader) -> None:
    found = targets("推动青石镁业900万片板材、南坪装备5000台机床等15个项目开工建设。")
    assert [(t.indicator, t.value) for t in found] == [("项目", 15)]


def test_a_word_of_time_may_follow_its_number(targets: Reader) -> None:
    found = targets("确保40个项目上半年全部开工、30个项目年内投产。")
    assert [(t.value, t.period) for t in found] == [(40, "2024H1"), (30, "2024")]


def _speech(sentence: str) -> list[Target]:
    text = f"在青禾县委全会上的讲话\n\n（2024年1月5日）\n\n同志们：\n\n{sentence}\n"
    return parse(text.encode(), name="speech.txt").targets


@pytest.mark.parametrize(
    "sentence",
    [
        "全国有139个县无确诊病例。",
        "我们举全国之力，组织29个省市和军队调派330多支医疗队驰援。",
        "之后，我又先后主持召开3次会议专题研究。",
        "剩余贫困人口中，老年人的比例达到45.7%。",
        "粮食产量达到39109万吨，棉花产量达到340万吨。",
        "去年以来，引进企业30家。",
    ],
)
def test_a_speech_that_tells(sentence: str) -> None:
    assert _speech(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("扎实推进项目建设，新签约项目60个。", 60),
        ("坚守耕地红线，新建高标准农田2.34万亩。", 2.34),
        ("今年煤炭产量稳定在160万吨以上。", 160),
        ("粮食产量要达到30万吨。", 30),
    ],
)
def test_a_speech_that_orders(sentence: str, value: float) -> None:
    assert [t.value for t in _speech(sentence)] == [value]
