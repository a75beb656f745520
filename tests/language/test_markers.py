"""The table of marker families: what each row catches, and the prose that looks like it (docs/conventions.md §2)."""

from __future__ import annotations

import re

import pytest

from converter.language.marker_forms import DOUBTFUL, FORMS, Form
from converter.language.markers import doubtful_marker_at, inline_markers, inline_places, marker_at, number, starts_node

#: A line, the marker it starts with, its family, its ordinal.
MARKED = [
    ("第一部分 过去五年的工作", "第一部分", "division", 1),
    ("第 二 部分：今后五年的任务", "第 二 部分：", "division", 2),
    ("第二篇　重点任务", "第二篇", "division", 2),
    ("第一编 总则", "第一编", "division", 1),
    ("第十二章　保障措施", "第十二章", "division", 12),
    ("第3章 空间布局", "第3章", "division", 3),
    ("第二节 做优农业", "第二节", "division", 2),
    ("一、2023年工作回顾", "一、", "cjk", 1),
    ("一 、突出抓好集镇建设", "一 、", "cjk", 1),
    ("十二、切实改进作风", "十二、", "cjk", 12),
    ("二．总体要求", "二．", "cjk", 2),
    ("一.2017年工作回顾", "一.", "cjk", 1),
    ("（一）全力以赴抓项目", "（一）", "cjk_paren", 1),
    ("(十一)守牢底线", "(十一)", "cjk_paren", 11),
    ("（ 三 ）改善民生", "（ 三 ）", "cjk_paren", 3),
    ("〔二〕优化环境", "〔二〕", "cjk_paren", 2),
    ("㈢改善民生", "㈢", "cjk_paren", 3),
    ("1.建设高标准农田", "1.", "arabic", 1),
    ("2．修复河道", "2．", "arabic", 2),
    ("３、发展旅游", "３、", "arabic", 3),
    ("12.完善规划", "12.", "arabic", 12),
    ("1.2023年目标完成情况", "1.", "arabic", 1),
    ("⒉修复河道", "⒉", "arabic", 2),
    ("（1）完善规划", "（1）", "arabic_paren", 1),
    ("(２)狠抓落实", "(２)", "arabic_paren", 2),
    ("3）严格考核", "3）", "arabic_paren", 3),
    ("⑷强化监督", "⑷", "arabic_paren", 4),
    ("①新建农村公路", "①", "circled", 1),
    ("⑳收尾工作", "⑳", "circled", 20),
    ("❸改造危桥", "❸", "circled", 3),
    ("一是强化项目支撑", "一是", "word", 1),
    ("二要深化改革", "二要", "word", 2),
    ("第一，坚持稳字当头", "第一，", "word", 1),
    ("第二、坚持问题导向", "第二、", "word", 2),
    ("其三，产业基础薄弱", "其三，", "word", 3),
    ("其一是认识不到位", "其一", "word", 1),
    ("首先，要提高认识", "首先，", "word", 1),
    ("其次要压实责任", "其次", "word", 2),
    ("最后，要狠抓落实", "最后，", "word", 9),
    ("——综合实力明显增强", "——", "dash", None),
    ("—民生持续改善", "—", "dash", None),
    ("- 县级领导包片", "-", "dash", None),
    ("●夯实农业基础", "●", "bullet", None),
    ("■ 强化保障", "■", "bullet", None),
    ("★重点项目", "★", "bullet", None),
    ("▲难点工作", "▲", "bullet", None),
    ("## 2023年工作回顾", "##", "markdown", None),
    # the same in other clothes
    ("一﹒总体要求", "一﹒", "cjk", 1),
    ("二·重点任务", "二·", "cjk", 2),
    ("【一】做强产业", "【一】", "cjk_paren", 1),
    ("（二）、做优生态", "（二）、", "cjk_paren", 2),
    ("1﹒发展竹木加工", "1﹒", "arabic", 1),
    ("2·发展旅游", "2·", "arabic", 2),
    ("(1).完善规划", "(1).", "arabic_paren", 1),
    ("②、改造危桥", "②、", "circled", 2),
    ("一 是强化项目支撑", "一 是", "word", 1),
    ("二是：改善民生", "二是：", "word", 2),
    ("三是，狠抓落实", "三是，", "word", 3),
    ("首先、要提高认识", "首先、", "word", 1),
    ("· 夯实农业基础", "·", "bullet", None),
    ("* 夯实农业基础", "*", "bullet", None),
    ("2.1 发展目标", "2.1", "arabic", 1),
    ("2.1.4 人才引进", "2.1.4", "arabic", 4),
    ("第一条　为规范管理，制定本办法。", "第一条", "division", 1),
]

#: Lines that begin like a marker and are none.
UNMARKED = [
    "第一部分人先富起来的经验值得总结",
    "第三部分之外的内容另行安排",
    "第一编制单位为县发改局",
    "第二章程修订稿已经公布",
    "第一节约用水，第二节约用电",
    "第一要务是发展",
    "第一时间赶到现场",
    "第一产业增加值增长4%",
    "第一、二产业协调发展",
    "一、二、三产业融合发展",
    "一、二季度连续增长",
    "一方面要抓生产",
    "一年来，我们砥砺奋进",
    "万一是暴雨，也要保通",
    "统一是根本",
    "重要的是抓落实",
    "其他工作有序推进",
    "其中一是基础，二是关键",
    "首先完成的是环湖公路",
    "最后一公里全面打通",
    "再次感谢大家",
    "2022年是极不平凡的一年",
    "1.5亿元专项债券全部下达",
    "8．5％的增速来之不易",
    "3个百分点的差距",
    "120公里的环湖公路",
    "-3.2%的降幅逐月收窄",
    "（2023年1月）",
    "（含青禾镇）",
    "《青禾县志》",
    "“一是要快”的要求",
    "一·二九运动纪念馆建成开放",
    "三·一五晚会",
    "·艾力同志",
    "*某同志",
    "2.5）和可吸入颗粒物",
    "7 · 7％的增速",
    "2.1亿元专项债券",
    "3.5个百分点的差距",
    "1.2 万亩高标准农田",
    "第一条件是",
]


@pytest.mark.parametrize(("line", "marker", "family", "ordinal"), MARKED, ids=[line for line, *_ in MARKED])
def test_marker_is_found(line: str, marker: str, family: str, ordinal: int | None) -> None:
    match = marker_at(line)
    assert match is not None
    assert (line[match.start : match.end], match.form.family, match.ordinal) == (marker, family, ordinal)


@pytest.mark.parametrize("line", UNMARKED)
def test_prose_is_no_marker(line: str) -> None:
    assert marker_at(line) is None


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_every_row_finds_its_own_example(form: Form) -> None:
    match = marker_at(form.example)
    assert match is not None and match.form is form


@pytest.mark.parametrize("form", DOUBTFUL, ids=lambda form: form.example)
def test_every_doubtful_row_finds_its_own_example(form: Form) -> None:
    match = doubtful_marker_at(form.example)
    assert match is not None and match.form is form and form.doubtful


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_every_row_names_the_characters_that_its_pattern_begins_with(form: Form) -> None:
    pattern, first = re.compile(form.pattern), re.compile(f"[{form.first}]")
    assert first.match(form.example)
    beginnings = {line[0] for line, *_ in MARKED} | set("".join(row.first + row.example for row in FORMS))
    for rest in {row.example for row in FORMS} | {row.example[1:] for row in FORMS}:
        for beginning in beginnings:
            assert first.match(beginning) or not pattern.match(beginning + rest)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十五", 35),
        ("一百零三", 103),
        ("一〇", 10),
        ("３", 3),
        ("12", 12),
        ("④", 4),
        ("㈩", 10),
        ("㉑", 21),
        ("⒛", 20),
        ("⑴", 1),
        ("❿", 10),
        ("再次", 3),
    ],
)
def test_number(written: str, value: int) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一是抓项目。二是抓招商；三是抓服务。", ["一是", "二是", "三是"]),
        ("要做到：（1）快；（2）准；（3）实。", ["（1）", "（2）", "（3）"]),
        ("①改造64个；②整治29条。", ["①", "②"]),
        ("完成35个.一是抓快.二是抓实.", ["一是", "二是"]),
        ("首先，抓快。其次，抓实。最后，抓好。", ["首先，", "其次，", "最后，"]),
        ("全面完成。 二是抓实。", ["二是"]),
        ("讲“学习”。” 二要抓实。", []),
        ("把“一是一、二是二”的作风", []),
        ("发展是第一要务，人才是第一资源", []),
        ("以防万一是必要的", []),
        ("（一）抓项目。（二）抓招商。", []),
        ("——抓项目。——抓招商。", []),
    ],
)
def test_markers_inside_a_paragraph_follow_a_stop(text: str, found: list[str]) -> None:
    assert [text[match.start : match.end] for match in inline_markers(text, 0, inline_places([text])[0])] == found


def test_places_of_inline_markers_are_told_for_each_text() -> None:
    assert inline_places([]) == []
    assert inline_places(["抓好。一是快", "", "；二是", "一是快。", "一是好"]) == [[(2, 3)], [], [(0, 1)], [], []]


@pytest.mark.parametrize("line", ["**一是坚持政治引领**。", "**（一）抓项目**", "一、总体要求", "# 报告"])
def test_a_line_may_start_a_node_behind_emphasis(line: str) -> None:
    assert starts_node(line)


@pytest.mark.parametrize("line", ["**同志指出", "规上工业增", "加值增长9.5%", ""])
def test_a_line_of_running_text_starts_no_node(line: str) -> None:
    assert not starts_node(line)
