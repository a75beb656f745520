"""The place governed and its level, wherever the document says it."""

from __future__ import annotations

import pytest

from converter.meta.divisions import divisions, find
from converter.model import Place
from tests.meta.documents import meta_of


def place_of(*lines: str) -> Place | None:
    """Name and level of the place; what the lexicon adds is left out."""
    place = meta_of(*lines).place
    return place and Place(place.name, place.level)


CITY_OVER_COUNTIES = "各县区要抓好落实，支持县（市、区）加快发展，完善市县联动机制。"
CITY_OVER_TOWNS = "各乡镇、街道要抓好落实，支持乡镇加快发展。"


@pytest.mark.parametrize(
    "front, expected",
    [
        (
            ["政府工作报告", "——2012年1月14日在青禾县第五届人民代表大会第二次会议上", "县长 李明阳"],
            Place("青禾县", "county"),
        ),
        (["政府工作报告", "海拉尔区人民政府区长 李明阳"], Place("海拉尔区", "county")),
        (["内蒙古自治区呼伦贝尔市海拉尔区人民政府工作报告"], Place("海拉尔区", "county")),
        (["2004年鄂尔多斯市政府工作报告"], Place("鄂尔多斯市", "prefecture")),
        (["关于青禾县2022年预算执行情况的报告"], Place("青禾县", "county")),
        (["鄂尔多斯市2004年政府工作报告"], Place("鄂尔多斯市", "prefecture")),
        (["政府工作报告", "上海市市长　李明阳"], Place("上海市", "province")),
        (["云南省国民经济和社会发展第十个五年计划纲要"], Place("云南省", "province")),
        (["政府工作报告", "国务院总理 李明阳"], Place("中国", "national")),
        (["政府工作报告", "——在第十四届全国人民代表大会第二次会议上"], Place("中国", "national")),
        (["继往开来", "——在中国共产党第二十次全国代表大会上的报告"], Place("中国", "national")),
        (["继往开来", "——在中国共产党青禾县第十三次代表大会上的报告"], Place("青禾县", "county")),
        (["XX县县长在县委十六届五次全会上的讲话"], Place("XX县", "county")),
        (["县长在2023年县委经济工作会议上的讲话"], Place(None, "county")),
        (["政府工作报告", "青禾县白石镇人民政府镇长 李明阳"], Place("白石镇", "township")),
        (["政府工作报告", "青禾自治州州长 李明阳"], Place("青禾自治州", "prefecture")),
        (["杭州市市长在全市大会上的讲话"], Place("杭州市", "prefecture")),
        (["政府工作报告", "沙市区人民政府区长 李明阳"], Place("沙市区", "county")),
    ],
)
def test_the_front_names_the_place(front: list[str], expected: Place) -> None:
    assert place_of(*front, "各位代表：", "现在，我报告工作。") == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("现在，我代表连云港市人民政府向大会报告工作。", Place("连云港市", "prefecture")),
        ("现在，我代表海拉尔区人民政府向大会作工作报告。", Place("海拉尔区", "county")),
        ("现在，我代表国务院，向大会报告政府工作。", Place("中国", "national")),
        ("我代表市人民政府报告工作。美丽岳阳更加宜居，岳阳楼区入选试点，岳阳蝉联百强。", Place("岳阳市", "prefecture")),
        ("我代表市人民政府报告工作。潜江龙虾领跑全国，潜江高新区提质，潜江篇章更加精彩。", Place("潜江市", "county")),
        ("我代表行署作工作报告。全盟上下团结，锡林郭勒草原更绿，锡林郭勒机场扩建，锡林郭勒更美。",
         Place("锡林郭勒盟", "prefecture")),
        ("全州上下感恩奋进。现代化新阿坝加快建设，阿坝州生态更优，全州经济向好，全州民生改善，阿坝更好。",
         Place("阿坝州", "prefecture")),
        ("现在，我代表县人民政府报告工作。全县上下齐心协力。", Place(None, "county")),
        ("现在，我代表市人民政府报告工作。" + CITY_OVER_COUNTIES, Place(None, "prefecture")),
        ("现在，我代表市人民政府报告工作。" + CITY_OVER_TOWNS, Place(None, "county")),
        ("我国发展进入新阶段，我国经济长期向好。", Place("中国", "national")),
        ("为推进全省制造业发展，制定本计划。山东品牌享誉全国，山东制造提质，全省企业、全省园区发力，山东走在前。",
         Place("山东省", "province")),
    ],
)  # fmt: skip
def test_the_text_declares_or_names_the_place(text: str, expected: Place) -> None:
    assert place_of("各位代表：", text) == expected


def test_ordinary_words_are_no_names_of_counties() -> None:
    text = "我代表县人民政府报告工作。资源共享，合作共赢，资源保障有力，合作深化，加强资源合作，富民兴县，富民强村。"
    assert place_of("各位代表：", text) == Place(None, "county")


def test_a_prefecture_named_in_a_county_s_report_is_not_its_place() -> None:
    text = "X县历史悠久。全县上下立足岳阳，服务岳阳，融入岳阳。我县加快发展，全县面貌一新。"
    assert place_of("各位代表：", text) == Place("X县", "county")


def test_an_unknown_city_is_ranked_by_what_it_speaks_of() -> None:
    front = ["政府工作报告", "——在云岭市第五届人民代表大会第二次会议上", "各位代表："]
    assert place_of(*front, CITY_OVER_COUNTIES) == Place("云岭市", "prefecture")
    assert place_of(*front, CITY_OVER_TOWNS) == Place("云岭市", "county")


def test_the_region_of_a_city_is_not_taken_for_a_district() -> None:
    text = "全区首位、全区前列、全区第一、全区领先。在自治区党委领导下，全市上下奋进，我市发展，全市向好。"
    text += "柳州造车，柳州螺蛳粉，柳州工业。"
    assert place_of("过去一年，" + text) == Place("柳州市", "prefecture")


def test_the_lexicon_is_complete_and_clean() -> None:
    known = divisions()
    counts = {
        level: sum(division.level == level for division in known) for level in ("province", "prefecture", "county")
    }
    assert counts["province"] == 34
    assert counts["prefecture"] >= 333
    assert counts["county"] >= 2800
    assert all(division.name and division.short and division.noun for division in known)
    for name, full, level in (
        ("吉林省", "吉林省", "province"),
        ("吉林市", "吉林市", "prefecture"),
        ("仙桃市", "仙桃市", "county"),
        ("恩施州", "恩施土家族苗族自治州", "prefecture"),
    ):
        found = find(name)
        assert found is not None and (found.name, found.level) == (full, level)
    assert find("青禾县") is None


@pytest.mark.parametrize(
    ("front", "code", "official_name", "province"),
    [
        (["沁水县人民政府工作报告"], "140521", "沁水县", "山西省"),
        (["2026年安徽省政府工作报告"], "340000", "安徽省", "安徽省"),
        (["阿坝州人民政府工作报告"], "513200", "阿坝藏族羌族自治州", "四川省"),
        (["江苏省南京市鼓楼区人民政府工作报告"], "320106", "鼓楼区", "江苏省"),
        (["鼓楼区人民政府工作报告"], None, None, None),  # four cities have one
        (["青禾县人民政府工作报告"], None, None, None),
    ],
)
def test_the_lexicon_gives_code_official_name_and_province(
    front: list[str], code: str | None, official_name: str | None, province: str | None
) -> None:
    place = meta_of(*front, "各位代表：", "现在，我报告工作。").place
    assert place is not None
    assert (place.code, place.official_name, place.province) == (code, official_name, province)


@pytest.mark.parametrize(
    "title",
    [
        "省委 省人民政府关于加快推进县域经济发展的意见",
        "关于实施乡村建设行动的意见",
        "加快城市更新实施方案",
        "关于促进区域协调发展的若干意见",
    ],
)
def test_common_words_of_a_title_are_no_place(title: str) -> None:
    place = place_of(title, "（2018年2月6日）", "县域经济是重要支撑。现提出如下意见。")
    assert place is None or place.name is None


def test_a_county_level_city_in_the_text_of_a_city_is_not_the_place() -> None:
    text = "全市各县区协同发力，全市县区竞相发展，全市向好。" + "昆山市、昆山、昆山、昆山领跑，苏州、苏州、苏州向前。"
    assert place_of("各位代表：", text) == Place("苏州市", "prefecture")
