"""Where a report plans: whole fictional reports, and the targets that are read from each."""

from __future__ import annotations

import pytest

from converter import Target, parse

_FRONT = "青禾县人民政府工作报告\n——2024年1月16日在青禾县第十七届人民代表大会第四次会议上\n\n各位代表：\n\n"


def _targets(body: str) -> list[Target]:
    return parse((_FRONT + body).encode()).targets


def _stated(body: str) -> list[tuple[str | None, float | None, str | None]]:
    return [(target.indicator, target.value, target.period) for target in _targets(body)]


def test_goals_count_under_a_slogan_between_review_and_plan() -> None:
    assert _stated(
        "一、2023年工作回顾\n地区生产总值增长5.2%，新建学校2所。\n"
        "二、在绿色发展中奋力走在前\n今年经济社会发展的主要预期目标是：地区生产总值增长6%，粮食产量20万吨。\n"
        "三、2024年重点工作\n新建学校3所。\n"
    ) == [("地区生产总值", 6, "2024"), ("粮食产量", 20, "2024"), ("学校", 3, "2024")]


def test_a_chapter_without_its_plan_heading_turns_at_its_goals() -> None:
    assert _stated(
        "一、2023年工作回顾\n地区生产总值增长5.2%，建成学校2所。\n"
        "综合考虑，今年全县主要预期目标是：地区生产总值增长6%左右。\n"
        "大力发展教育，新建学校3所。去年新建的学校2所投入使用。\n"
        "三、加强政府自身建设\n一般性支出压减5%。\n"
    ) == [("地区生产总值", 6, "2024"), ("学校", 3, "2024"), ("一般性支出", 5, "2024")]


def test_a_chapter_that_looks_both_ways_turns_where_it_says_so() -> None:
    assert _stated(
        "一、2023年工作回顾和2024年工作安排\n全县地区生产总值增长5.2%。新建学校2所。\n"
        "今年是关键之年，要抓好以下工作。\n新建学校3所。\n二、加强政府自身建设\n要依法行政。\n"
    ) == [("学校", 3, "2024")]


def test_a_chapter_that_looks_both_ways_and_never_turns_is_read_sentence_by_sentence() -> None:
    assert _stated(
        "一、2023年工作回顾和2024年工作安排\n去年地区生产总值增长5.2%。力争新建学校3所。\n二、加强政府自身建设\n要依法行政。\n"
    ) == [("学校", 3, "2024")]


def test_goals_of_the_year_reviewed_are_none() -> None:
    assert not _stated(
        "一、2023年工作回顾\n去年确定的主要预期目标是：地区生产总值增长5%。圆满完成年初目标。\n二、加强政府自身建设\n要依法行政。\n"
    )


def test_totals_of_a_five_year_part_are_due_in_its_years() -> None:
    assert _stated(
        "一、2023年工作回顾\n粮食产量18万吨。\n二、“十五五”时期主要目标\n新建公路500公里。\n三、2024年工作安排\n新建学校3所。\n"
    ) == [("公路", 500, "2026-2030"), ("学校", 3, "2024")]


def test_a_sentence_of_the_year_before_reports_also_in_the_plan() -> None:
    assert _stated(
        "一、2023年工作回顾\n粮食产量18万吨。\n二、2024年工作安排\n2023年，全县新建学校2所。2024年新建学校3所。\n"
    ) == [("学校", 3, "2024")]


@pytest.mark.parametrize("heading", ["五、提高生态环境治理成效", "五、巩固脱贫攻坚成果"])
def test_an_order_to_improve_results_is_no_review(heading: str) -> None:
    assert _stated(
        f"一、2023年工作回顾\n粮食产量18万吨。\n二、2024年工作安排\n新建学校3所。\n{heading}\n造林2000亩。\n"
    ) == [
        ("学校", 3, "2024"),
        ("造林", 2000, "2024"),
    ]


_REVIEW = "一、2023年工作回顾\n粮食产量18万吨。\n"


@pytest.mark.parametrize(
    ("plan", "codes"),
    [
        ("新建学校3所，地区生产总值增长6%。", set()),
        ("经济增长6%左右。", set()),
        ("新建学校3所。", {"headline_target_missing"}),
        ("推动各项工作再上新台阶。", {"no_targets"}),
    ],
)
def test_silence_is_said(plan: str, codes: set[str]) -> None:
    report = parse((_FRONT + _REVIEW + f"二、2024年工作安排\n{plan}\n").encode())
    assert {d.code for d in report.diagnostics} & {"no_targets", "headline_target_missing"} == codes
