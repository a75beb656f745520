"""Years that do not go together are noticed; the usual ones are not."""

from __future__ import annotations

import pytest

import converter

REPORT = """政府工作报告

（{given}年2月21日在青禾县第十七届人民代表大会第四次会议上）

各位代表：

现在，我代表县人民政府向大会报告工作，请予审议。

一、{review}年工作回顾

过去一年，全县上下团结奋斗，各项工作取得新成效。

二、{target}年工作安排

今年要抓好春耕备耕，推动产业升级。
"""


def _codes(given: int, review: int, target: int) -> set[str]:
    text = REPORT.format(given=given, review=review, target=target)
    return {diagnostic.code for diagnostic in converter.parse(text).diagnostics}


def test_a_front_of_another_year_is_noticed() -> None:
    assert "years_disagree" in _codes(2024, 2020, 2021)


@pytest.mark.parametrize(("given", "review", "target"), [(2024, 2023, 2024), (2023, 2023, 2024), (2024, 2022, 2023)])
def test_the_usual_years_are_not(given: int, review: int, target: int) -> None:
    assert "years_disagree" not in _codes(given, review, target)
