"""``gongwen compare``: inputs and outputs; what compares is tested with the targets."""

import json
from pathlib import Path

from tests.cli.conftest import Gongwen

_TEXT = """青禾县人民政府工作报告
——{year}年1月16日在青禾县第十七届人民代表大会第四次会议上

各位代表：

一、{before}年工作回顾

{review}

二、{year}年工作安排

{plan}
"""


def _write(year: int, review: str, plan: str) -> None:
    Path(f"{year}.txt").write_text(_TEXT.format(year=year, before=year - 1, review=review, plan=plan))


def test_two_reports(gongwen: Gongwen) -> None:
    _write(2023, "各项工作取得新成效。", "地区生产总值增长6%。")
    _write(2024, "地区生产总值达到200亿元、增长6.5%。", "推动各项工作再上新台阶。")
    shown = gongwen("compare", "2024.txt", "2023.txt")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.splitlines()[2].split() == ["青禾县", "2023", "地区生产总值", "=", "6%", "6.5", "yes"]
    (line,) = gongwen("compare", ".", "--to", "jsonl").stdout.splitlines()
    row = json.loads(line)
    text = Path("2024.txt").read_text()
    assert (row["reached"], row["met"], row["result_report"]) == (6.5, True, "2024.txt")
    assert text[row["result_start"] : row["result_end"]] == row["result_text"] == "地区生产总值达到200亿元、增长6.5%"
    assert gongwen("compare", ".", "--to", "csv", "-o", "table.csv").exit_code == 0
    assert Path("table.csv").read_text(encoding="utf-8-sig").count("\n") == 2


def test_what_cannot_be_read_is_said(gongwen: Gongwen) -> None:
    _write(2023, "各项工作取得新成效。", "地区生产总值增长6%。")
    result = gongwen("compare", "2023.txt", "gone.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("gone.txt: ")
    assert "地区生产总值" in result.stdout
