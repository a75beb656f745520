"""Tables: the column of the target year states targets, each row read as a sentence."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Span
from converter.model.source_map import SourceMap
from converter.targets.where.headings import Orientation
from converter.targets.where.horizons import Horizon
from converter.targets.where.tables import Table, rows_of


def _table(rows: list[list[str]], orientation: Orientation | None = "plan") -> Table:
    text, cells, place = "", [], 0
    for row in rows:
        spans: list[Span] = []
        for cell in row:
            spans.append((place, place + len(cell)))
            text += cell
            place += len(cell)
        cells.append(spans)
    return Table(None, Paragraph("s1.p1", "table", text, (0, place), cells=cells), orientation, Horizon(2025))


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (
            [
                ["指标", "单位", "2024年完成", "2025年目标"],
                ["地区生产总值增速", "%", "5.8", "6左右"],
                ["粮食产量", "万吨", "19", "20"],
            ],
            [("地区生产总值增速6%左右", "6左右"), ("粮食产量20万吨", "20")],
        ),
        ([["指标名称", "预期目标"], ["一、城镇新增就业", "2000人以上"]], [("城镇新增就业2000人以上", "2000人以上")]),
        ([["指标", "2025年"], ["森林覆盖率（%）", "60"]], [("森林覆盖率60%", "60")]),
        ([["指标", "2024年完成"], ["粮食产量", "19万吨"]], []),
        ([["指标", "2023年目标"], ["粮食产量", "19万吨"]], []),
        ([["序号", "项目", "计划数"], ["1", "新建学校", "3所"]], [("新建学校3所", "3所")]),
        ([["指标", "2025年目标"], ["营商环境", "持续优化"]], []),
    ],
)
def test_rows(rows: list[list[str]], wanted: list[tuple[str, str]]) -> None:
    assert [(row.sentence, row.text) for row in rows_of(_table(rows), SourceMap([]))] == wanted


def test_a_goal_of_no_year_in_the_review_is_none() -> None:
    rows = [["指标", "目标"], ["粮食产量", "19万吨"]]
    assert not list(rows_of(_table(rows, None), SourceMap([])))
