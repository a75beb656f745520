"""Targets of a year beside the results that the next report of the place states."""

from __future__ import annotations

import pytest

from converter import Report, parse
from converter.targets.comparison import compare


def _report(year: int, review: str, plan: str) -> Report:
    return parse(
        f"青禾县人民政府工作报告\n——{year}年1月16日在青禾县第十七届人民代表大会第四次会议上\n\n各位代表：\n\n"
        f"一、{year - 1}年工作回顾\n\n{review}\n\n二、{year}年工作安排\n\n{plan}\n".encode(),
        name=f"{year}.txt",
    )


@pytest.mark.parametrize(
    ("planned", "reached", "wanted"),
    [
        ("地区生产总值增长6%左右。", "地区生产总值达到200亿元、增长6.5%。", [(6, 6.5, True)]),
        ("地区生产总值增长6%以上。", "地区生产总值增长5.2%。", [(6, 5.2, False)]),
        ("一般公共预算收入12亿元。", "一般公共预算收入完成11.5亿元，增长3%。", [(12, 11.5, False)]),
        ("一般公共预算收入1.2亿元。", "一般公共预算收入完成12500万元。", [(1.2, 1.25, True)]),
        ("城镇调查失业率控制在5.5%以内。", "城镇调查失业率5.1%。", [(5.5, 5.1, True)]),
        ("单位地区生产总值能耗下降3%。", "单位地区生产总值能耗下降3.2%。", [(3, 3.2, True)]),
        ("固定资产投资增长8%。", "固定资产投资下降2%。", [(8, -2, False)]),
        ("粮食产量20万吨。", "各项工作取得新成效。", [(20, None, None)]),
        ("实施技改项目20个。", "实施文旅项目30个。", [(20, None, None)]),
        ("云岭高新区规上工业增加值增长9%。", "规上工业增加值增长9.5%。", [(9, None, None)]),
    ],
)
def test_met_or_not(planned: str, reached: str, wanted: list[tuple[float, float | None, bool | None]]) -> None:
    earlier = _report(2023, "一年来，各项工作取得新成效。", planned)
    later = _report(2024, reached, "推动各项工作再上新台阶。")
    found = list(compare([later, earlier]))
    assert [(one.target.value, one.reached, one.met) for one in found] == wanted
    assert [one.year for one in found] == [2023]


def test_other_places_and_years_do_not_meet() -> None:
    earlier = _report(2022, "一年来，各项工作取得新成效。", "地区生产总值增长6%。")
    later = _report(2024, "地区生产总值增长7%。", "推动各项工作再上新台阶。")
    assert [one.result for one in compare([earlier, later])] == [None]
