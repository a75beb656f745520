"""What the part that looks back states as achieved."""

from __future__ import annotations

import pytest

from converter import Result, parse

_REPORT = """青禾县人民政府工作报告
——2024年1月16日在青禾县第十七届人民代表大会第四次会议上

各位代表：

一、2023年工作回顾

{review}

二、2024年工作安排

新建学校3所。
"""


def _results(review: str) -> list[Result]:
    return parse(_REPORT.format(review=review).encode()).results


Row = tuple[str | None, str, str, float | None, str | None, float | None]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("地区生产总值达到200亿元、增长6.5%。", [("地区生产总值", "level", "=", 200, "亿元", 6.5)]),
        ("一般公共预算收入完成12亿元，同比增长5%。", [("一般公共预算收入", "level", "=", 12, "亿元", 5)]),
        ("固定资产投资12亿元、下降3%。", [("固定资产投资", "level", "=", 12, "亿元", -3)]),
        ("规上工业增加值增长8.2%。", [("规上工业增加值", "growth", "=", 8.2, "%", None)]),
        (
            "新建了学校2所，城镇新增就业3100人。",
            [("学校", "increment", "=", 2, "所", None), ("城镇新增就业", "increment", "=", 3100, "人", None)],
        ),
        ("粮食产量突破20万吨。", [("粮食产量", "level", ">", 20, "万吨", None)]),
        ("森林覆盖率提高到60%。", [("森林覆盖率", "share", "=", 60, "%", None)]),
        ("农村居民人均可支配收入增长了7%。", [("农村居民人均可支配收入", "growth", "=", 7, "%", None)]),
        ("今年要新建学校5所。", []),
        ("各项工作取得新成效。", []),
    ],
)
def test_a_sentence_states_these_results(sentence: str, wanted: list[Row]) -> None:
    found = [(r.indicator, r.measure, r.comparator, r.value, r.unit, r.rate) for r in _results(sentence)]
    assert found == wanted


def test_a_result_has_its_place_code_scope_and_year() -> None:
    review = "全县城镇居民人均可支配收入达到3万元、增长5%。"
    (result,) = _results(review)
    assert (result.id, result.section, result.paragraph) == ("r1", "s1", "s1.p1")
    assert (result.indicator_code, result.scope, result.period) == ("urban_income", "城镇", "2023")
    assert (
        _REPORT.format(review=review)[slice(*result.span)] == result.text == "城镇居民人均可支配收入达到3万元、增长5%"
    )


def test_five_years_that_are_over() -> None:
    text = _REPORT.replace("一、2023年工作回顾", "一、过去五年工作回顾").format(review="新建学校20所。")
    assert [(r.indicator, r.period) for r in parse(text.encode()).results] == [("学校", "2019-2023")]


def test_results_are_no_targets_and_targets_no_results() -> None:
    report = parse(_REPORT.format(review="新建学校2所。").encode())
    assert [target.value for target in report.targets] == [3]
    assert [result.value for result in report.results] == [2]
