"""Tables in plain text are tables, with cells; lists, fronts and prose are none."""

from __future__ import annotations

import pytest

from converter import parse
from converter.layout import read

BEFORE, AFTER = "主要预期目标见下表。", "（一）做强产业。新建竹木加工园区1个。"


def cells(text: str) -> list[list[list[str]]]:
    """Of each table of ``text`` the cells, row by row."""
    return [[[text[a:b] for a, b in row] for row in block.rows] for block in read(text).blocks if block.role == "table"]


@pytest.mark.parametrize(
    "table",
    [
        "| 指标 | 2024年 | 2025年 |\n| --- | :--: | ---: |\n| 生产总值 | 5.8% | 6% |\n| 新增就业 | 2000人 | 2100人 |",
        "指标 | 2024年 | 2025年\n--- | --- | ---\n生产总值 | 5.8% | 6%\n新增就业 | 2000人 | 2100人",
        "指标\t2024年\t2025年\n生产总值\t5.8%\t6%\n新增就业\t2000人\t2100人",
        "指标　　　2024年　　2025年\n生产总值　　5.8%　　　6%\n新增就业　　2000人　　2100人",
        "<table><tr><th>指标</th><th>2024年</th><th>2025年</th></tr>\n<tr><td><p>生产总值</p></td><td>5.8%</td><td>6%</td></tr>"
        "<tr><td>新增就业</td><td> 2000人 </td><td>2100人</td></tr></table>",
    ],
)
def test_rows_and_cells(table: str) -> None:
    rows = [["指标", "2024年", "2025年"], ["生产总值", "5.8%", "6%"], ["新增就业", "2000人", "2100人"]]
    text = f"{BEFORE}\n\n{table}\n\n{AFTER}\n"
    assert cells(text) == [rows]
    assert [block.text for block in read(text).blocks if block.role is None] == [BEFORE, AFTER]


def test_empty_cells_keep_their_place() -> None:
    text = "| 指标 |  | 2025年 |\n| --- | --- | --- |\n| 生产总值 | 亿元 | 100 |\n"
    assert cells(text) == [[["指标", "", "2025年"], ["生产总值", "亿元", "100"]]]
    html = "<table><tr><td></td><td>目标</td></tr><tr><td>生产总值</td><td>6%</td></tr></table>"
    assert cells(html) == [[["", "目标"], ["生产总值", "6%"]]]


@pytest.mark.parametrize("end", ["", " |"])
def test_cells_that_were_left_one_a_line_are_no_nodes(end: str) -> None:
    table = ["收入", "执行数", "96170", "一、本级收入", "26050", "二、转移性收入", "60530", "三、上年结余", "9590"]
    text = "\n".join(["一、预算执行情况", BEFORE, *(cell + end for cell in table), "预算收支平衡，执行情况良好。"])
    report = parse(text)
    assert [section.heading for section in report.sections] == ["预算执行情况"]
    assert report.sections[0].subsections == []
    assert [paragraph.role for paragraph in report.sections[0].body].count("table") == 1


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 政务公开 | 互动\n全县经济平稳运行。",
        "一、\t2024年工作回顾\n二、\t2025年工作安排\n",
        "县长　　林远舟\n书记　　方亭\n",
        "第一章\t总则\t1\n第二章\t任务\t3\n",
        "做强产业\n改善民生\n优化环境\n守住底线\n加强党建\n改进作风\n提升能力\n",
        "新建农村公路42公里\n改造危桥5座\n新增学位900个\n建成高标准农田3万亩\n培训技能人才1万人次\n改造老旧小区6个\n",
        "<table><tr><td>" + "这是一个用表格排版的网页，正文放在表格里。" * 30 + "</td><td>x</td></tr></table>",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert cells(text) == []


def test_a_table_in_a_report_is_valid() -> None:
    from converter import restore, to_json, validate

    table = "<table><tr><td>指标</td><td>目标</td></tr><tr><td>一、产值</td><td>6%</td></tr></table>"
    text = f"政府工作报告\n一、目标\n{BEFORE}\n{table}\n"
    report = parse(text)
    assert [section.heading for section in report.sections] == ["目标"]
    assert restore(report) == text.encode() and validate(to_json(report)) == []
