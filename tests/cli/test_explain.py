"""``gongwen explain``: why a place is a heading, a lead, a node, or none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Gongwen
from tests.readers.packing import docx

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


def _paragraph(text: str, look: str = "", place: str = "both") -> str:
    run = f"<w:rPr>{look}</w:rPr><w:t>{text}</w:t>"
    return f'<w:p><w:pPr><w:jc w:val="{place}"/></w:pPr><w:r>{run}</w:r></w:p>'


@pytest.fixture
def word_report(tmp_path: Path) -> Path:
    text = '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/>'
    heading = '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/>'
    title = '<w:rFonts w:eastAsia="方正小标宋"/><w:sz w:val="44"/>'
    body = _paragraph("青禾县政府工作报告", title, "center") + _paragraph("各位代表：", text)
    for line in ("工作回顾", "工作安排", "组织保障"):
        body += _paragraph(f"{line}和重点任务", heading)
        body += _paragraph("过去一年，全县经济平稳运行，粮食产量再创新高，农民收入稳步增长。", text)
    for number in "一二三":
        body += _paragraph(f"{number}、抓好各项工作", heading)
        body += _paragraph("全县上下要抓好春耕备耕，稳定就业，增加收入，守牢安全底线。", text)
    body += _paragraph("以下是名单", text) + _paragraph("各乡镇、各部门要按照分工认真抓好落实。", text)
    path = tmp_path / "a.docx"
    path.write_bytes(docx(body))
    return path


def test_a_heading_shows_what_its_format_states(gongwen: Gongwen, word_report: Path) -> None:
    said = gongwen("explain", str(word_report), "--at", "3").stdout
    assert "heading: section (a line of its own, by its words and by what its format states)" in said
    assert "+3.5 points" in said and "+1.5  words" in said and "+2.0  heading_font" in said


def test_a_line_set_like_the_text_shows_what_spoke_against_it(gongwen: Gongwen, word_report: Path) -> None:
    said = gongwen("explain", str(word_report), "--at", "15").stdout
    assert "heading: no heading" in said and "-2.5  like_text" in said


def test_a_title_shows_that_it_is_set_like_one(gongwen: Gongwen, word_report: Path) -> None:
    said = gongwen("explain", str(word_report), "--at", "1").stdout
    assert "front: title (lines of the front, and in its format set like a title)" in said
