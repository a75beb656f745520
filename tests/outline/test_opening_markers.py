"""Markers in other clothes, and those that are markers only where their run goes on (docs/conventions.md §2)."""

from __future__ import annotations

import pytest

from converter.outline.opening_markers import opening_markers
from tests.outline.drawing import outline

TALK = "全县上下齐心协力，把各项任务一件一件落到实处。"


def markers(*texts: str) -> list[str | None]:
    found = opening_markers(texts)
    return [match and text[match.start : match.end] for text, match in zip(texts, found, strict=True)]


def test_a_dash_is_one_where_the_run_goes_on_with_two() -> None:
    assert markers("-、工作回顾", TALK, "（-）稳产业。", "（二）惠民生。", "二、工作安排") == [
        "-、",
        None,
        "（-）",
        "（二）",
        "二、",
    ]
    assert opening_markers(["—、工作回顾", "二、工作安排"])[0].form.series == "cjk"  # type: ignore[union-attr]


def test_a_dash_without_two_stays_what_it_is() -> None:
    assert markers("—、工作回顾", TALK) == ["—", None]
    assert markers("（-）号表示下降", TALK) == [None, None]


def test_a_numeral_with_one_bracket_needs_its_run() -> None:
    assert markers("一）稳产业。", "二）惠民生。") == ["一）", "二）"]
    assert markers("三）的有关规定执行。", TALK) == [None, None]


def test_two_numerals_for_one_long_dash() -> None:
    assert markers("一一综合实力明显增强。", "一一民生持续改善。") == ["一一", "一一"]
    assert markers("一一对应、逐项落实，不留死角。", TALK) == [None, None]


@pytest.mark.parametrize(
    "texts",
    [
        ("2.1 个百分点的差距来之不易。", "2.2 个百分点"),
        ("1.5 是安全系数", TALK),
        ("3 所学校建成", "4 所医院改造"),
        ("1 地区生产总值", "2 财政收入"),
    ],
)
def test_figures_that_start_a_line_are_no_decimals_of_an_outline(texts: tuple[str, ...]) -> None:
    assert markers(*texts) == [None] * len(texts)


def test_list_dashes_stand_before_the_marker_that_opens() -> None:
    assert markers("- 1.办好教育", "* （二）办好医疗", "- 办好养老") == ["1.", "（二）", "-"]


def test_bullets_with_a_blank_need_a_second() -> None:
    assert markers("· 夯实农业基础", "· 做强工业") == ["·", "·"]
    assert markers("· 夯实农业基础", TALK) == [None, None]


def test_a_single_article_that_is_cited_opens_nothing() -> None:
    assert markers("第三条规定，各乡镇要落实责任。", TALK) == [None, None]


@pytest.mark.parametrize("stop", ["、", ".", "．", "﹒", "·"])
def test_another_stop_is_the_same_marker(stop: str) -> None:
    assert outline(f"1{stop}做强产业\n{TALK}\n2{stop}改善民生\n{TALK}\n") == [
        f"S 1{stop}|做强产业",
        f"S 2{stop}|改善民生",
    ]
