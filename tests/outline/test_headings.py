"""What the heading of a node is (docs/conventions.md §2), and which lines are unnumbered headings."""

from __future__ import annotations

import pytest

from tests.outline.drawing import built, outline

BELOW = "今年要抓好春耕备耕，落实种植面积，做好病虫害防治。"

#: A line with a marker and text below it; the heading of the node.
OWN_LINES = [
    ("一、2023年工作回顾", "2023年工作回顾"),
    ("一、2023年工作回顾。", "2023年工作回顾"),
    ("（一）聚焦产业兴县，全力以赴抓项目：", "聚焦产业兴县，全力以赴抓项目"),
    ("第一章　发展环境", "发展环境"),
    ("三、强化“放管服”改革。优化营商环境", "强化“放管服”改革"),
]

#: A paragraph with a marker; its heading and how its body begins.
RUN_IN = [
    ("（一）加快产业转型。聚焦主导产业，新增规上企业12户。", "加快产业转型", "聚焦主导产业"),
    ("一要深化山的引领。突出云岭品牌，打造景区2个。\n二要用好水的资源。", "深化山的引领", "突出云岭品牌"),
    ("——民生福祉持续增进！新增学位900个。", "民生福祉持续增进", "新增学位"),
    ("1.坚持“两山”理念；抓好造林。完成2000亩。", "坚持“两山”理念", "抓好造林"),
    ("（二）落实“一枚印章管审批。一次办成”改革。办件提速三成。", "落实“一枚印章管审批。一次办成”改革", "办件提速"),
    ("2.建设项目（含续建。新建）3个。总投资6亿元。", "建设项目（含续建。新建）3个", "总投资"),
]

#: Paragraphs with a marker and without a heading.
BARE = [
    "一是实施县城品质提升工程，重点改造青石巷片区。\n二是实施管网改造工程，重点改造城北片区。",
    "（一）"
    + "坚持把发展作为第一要务抓在手上、扛在肩上、落实在行动上，推动各项工作不断取得新的更大的成效"
    + "。开工5个。",
    "1.新建水厂1座，日供水能力新增2万吨；",
    "（一）产业结构单一（农业大县、工业小县。",
]


@pytest.mark.parametrize(("line", "heading"), OWN_LINES)
def test_a_line_of_its_own_is_the_heading(line: str, heading: str) -> None:
    (section,) = built(f"{line}\n{BELOW}").sections
    assert section.heading == heading
    assert section.body[-1].text.endswith("病虫害防治。")


@pytest.mark.parametrize(("line", "heading", "body"), RUN_IN)
def test_a_short_first_sentence_is_a_run_in_heading(line: str, heading: str, body: str) -> None:
    section = built(line).sections[0]
    assert (section.heading, section.run_in) == (heading, True)
    assert section.body[0].text.startswith(body)


@pytest.mark.parametrize("line", BARE)
def test_a_sentence_that_titles_nothing_is_body(line: str) -> None:
    section = built(f"{line}\n{line}").sections[0]
    assert section.heading is None
    assert not section.run_in
    assert section.body


def test_forty_characters_are_a_heading_and_forty_one_are_none() -> None:
    for length, found in ((40, "抓" * 40), (41, None)):
        (section,) = built(f"（一）{'抓' * length}。开工建设5个。").sections
        assert section.heading == found


def test_the_first_sibling_of_a_row_of_items_has_no_heading() -> None:
    assert outline("①改造小区，完成投资2亿元。②整治小巷，完成投资1亿元。") == ["S ①|", "I ②|"]


def test_a_stop_after_the_heading_is_layout() -> None:
    text = f"一、总体要求。\n{BELOW}"
    assert "".join(piece.strip() for _, piece in built(text).layout) == "。"


#: Lines of their own that are unnumbered headings, between paragraphs.
HEADING_LINES = ["2023年工作回顾", "工作保障措施", "2024年工作安排", "关于政府自身建设"]
#: Lines of their own that are none.
OTHER_LINES = [
    "今年的主要目标是：",
    "今年要抓好春耕备耕。",
    "指标　　　2023年　　2024年",
    "12　34　56",
    "一年来，",
    "抓好项目建设；",
]


@pytest.mark.parametrize("line", HEADING_LINES)
def test_an_unnumbered_heading_opens_a_chapter(line: str) -> None:
    text = f"{BELOW}\n{line}\n{BELOW * 2}\n其他工作\n{BELOW}{BELOW}"
    assert outline(text) == [f"S |{line}", "S |其他工作"]


@pytest.mark.parametrize("line", OTHER_LINES)
def test_other_lines_open_nothing(line: str) -> None:
    assert outline(f"{BELOW}\n{line}\n{BELOW}") == []


def test_the_last_line_titles_nothing() -> None:
    assert outline(f"{BELOW}\n工作保障措施") == []
