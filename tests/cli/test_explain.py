"""``gongwen explain``: why a place is a heading, a lead, a node, or none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Gongwen

REPORT = """政府工作报告
各位代表：
一、2024年工作回顾
（一）发展活力持续释放。创新能力取得新提升。组建竹木加工技术联盟，引进专家工作站，登记技术合同，企业效益持续改善。
重点改革迈出新步伐。精简审批环节，整合县属国有企业，农村宅基地改革在五个乡镇铺开，群众满意度不断提升。
对外合作打开新局面。组织外出招商，签约一批项目，与邻省两县建立协作关系，茶叶首次销往海外，出口稳步增长。
困难不容低估。受多重因素影响，部分指标增速放缓，我们要坚定信心，把各项任务一件一件落到实处。
二、2025年工作安排
新建幼儿园3所。
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_lead_shows_what_spoke_for_it(gongwen: Gongwen, report: Path) -> None:
    said = gongwen("explain", str(report), "--at", "5").stdout
    assert "重点改革迈出新步伐\n  lead: lead (leads that open paragraphs)" in said
    assert "short" in said and "the row it stands in" in said


def test_a_sentence_that_is_no_lead_shows_why(gongwen: Gongwen, report: Path) -> None:
    said = gongwen("explain", str(report), "--at", "7:2").stdout
    assert "lead: no lead" in said


def test_a_marker_names_its_rule(gongwen: Gongwen, report: Path) -> None:
    said = gongwen("explain", str(report), "--at", "4:1").stdout
    assert "marker of the family cjk_paren" in said and "run-in heading" in said and "s1.1" in said


def test_a_target_is_told(gongwen: Gongwen, report: Path) -> None:
    assert "target 幼儿园" in gongwen("explain", str(report), "--at", "9").stdout


def test_json_holds_the_same(gongwen: Gongwen, report: Path) -> None:
    found = json.loads(gongwen("explain", str(report), "--at", "5", "--to", "json").stdout)
    assert found["part"] == "heading" and found["stands_in"][-1] == "s1.1.2"
    lead = next(decision for decision in found["decisions"] if decision["kind"] == "lead")
    assert lead["verdict"] == "lead"
    assert sum(row["points"] for row in lead["evidence"]) == pytest.approx(lead["points"], abs=0.05)


def test_without_a_place_only_narrow_decisions_are_shown(gongwen: Gongwen, report: Path) -> None:
    found = json.loads(gongwen("explain", str(report), "--to", "json").stdout)
    assert found["span"] is None
    assert all(abs(decision["points"] - decision["needed"]) < 1 for decision in found["decisions"])


@pytest.mark.parametrize(("place", "sentence"), [("99", "no line 99"), ("3:99", "no column 99")])
def test_a_place_that_is_not_there(gongwen: Gongwen, report: Path, place: str, sentence: str) -> None:
    result = gongwen("explain", str(report), "--at", place)
    assert result.exit_code == 1 and sentence in result.stderr and not result.stdout


def test_what_is_no_place(gongwen: Gongwen, report: Path) -> None:
    result = gongwen("explain", str(report), "--at", "there")
    assert result.exit_code == 2 and "no place" in result.stderr
