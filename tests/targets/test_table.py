"""The table of targets in each of its formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from wcwidth import wcswidth

from converter import FormatError, Report, from_json, parse, to_json
from converter.formats.table import NAMES, rows
from converter.formats.table_terminal import fit
from converter.formats.tables import open_table, table_format, write_table

TEXT = """青禾县政府工作报告

一、2024年工作安排

主要预期目标是：地区生产总值增长8.5%左右，接待游客突破600万人次。

（一）扩大有效投资。谋划3-5个投资10亿元以上的大项目。工业投资突破X亿元。
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return parse(TEXT.encode(), name="qinghe.txt")


def _written(report: Report, name: str) -> bytes:
    out = io.BytesIO()
    write_table([report], name, out)
    return out.getvalue()


def test_rows_say_where_a_target_stands(report: Report) -> None:
    first, second, third, fourth = rows(report)
    assert tuple(first) == NAMES
    assert (first["report"], first["place"], first["year"]) == ("qinghe.txt", "青禾县", 2024)
    assert first["section_path"] == "一、2024年工作安排"
    assert third["section_path"] == "一、2024年工作安排 / （一）扩大有效投资"
    assert first["sentence"] == second["sentence"]
    assert third["sentence"] == "谋划3-5个投资10亿元以上的大项目。"
    assert (third["value"], third["value_max"]) == (3, 5)
    assert (fourth["redacted"], fourth["value"]) == (True, None)
    assert TEXT[int(str(third["start"])) : int(str(third["end"]))] == third["text"]


def test_rows_of_a_report_read_back(report: Report) -> None:
    assert list(rows(from_json(to_json(report)))) == list(rows(report))


def test_csv_opens_in_a_spreadsheet(report: Report) -> None:
    data = _written(report, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(table[0]) == NAMES
    assert [row["value"] for row in table] == ["8.5", "600", "3", ""]
    assert [row["redacted"] for row in table] == ["no", "no", "no", "yes"]


def test_csv_runs_no_formula(report: Report) -> None:
    changed = from_json(to_json(report))
    changed.meta.title = "=HYPERLINK(1)"
    (row, *_) = csv.DictReader(io.StringIO(_written(changed, "csv").decode("utf-8-sig"), newline=""))
    assert row["title"] == "'=HYPERLINK(1)"
    assert row["comparator"] == "~"


def test_json_lines(report: Report) -> None:
    lines = [json.loads(line) for line in _written(report, "jsonl").splitlines()]
    assert [tuple(line) for line in lines] == [NAMES] * 4
    assert lines[0]["value"] == 8.5
    assert lines[3]["value"] is None


def test_parquet(report: Report) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = parquet.read_table(io.BytesIO(_written(report, "parquet")))
    assert tuple(table.column_names) == NAMES
    assert table.to_pylist() == list(rows(report))


def test_parquet_without_a_target() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    out = io.BytesIO()
    write_table([], "parquet", out)
    assert parquet.read_table(io.BytesIO(out.getvalue())).num_rows == 0


def test_terminal_lines_are_aligned(report: Report) -> None:
    lines = _written(report, "terminal").decode().splitlines()
    assert len(lines) == 6
    column = lines[0].index("period")
    for line in lines[2:]:
        before = line[: line.index("2024")]
        assert wcswidth(before) == column
    assert "> 600万人次" in lines[3]
    assert "3–5个" in lines[4]
    assert "> X亿元" in lines[5]


@pytest.mark.parametrize("text", ["", "青禾县", "a" * 30, "城镇常住居民人均可支配收入", "青禾\t县\x1b[0m"])
def test_cells_have_their_width(text: str) -> None:
    assert wcswidth(fit(text, 12)) == 12


@pytest.mark.parametrize("name", ["csv", "jsonl", "terminal"])
def test_rows_are_written_as_reports_come(report: Report, name: str) -> None:
    out = io.BytesIO()
    writer = open_table(name, out)
    sizes = []
    for _ in range(3):
        writer.add(report)
        sizes.append(len(out.getvalue()))
    writer.close()
    assert sizes[0] < sizes[1] < sizes[2] == len(out.getvalue())


def test_reports_are_taken_one_at_a_time(report: Report) -> None:
    taken: list[int] = []

    def reports() -> Iterator[Report]:
        for number in range(3):
            taken.append(number)
            yield report

    out = io.BytesIO()
    write_table(reports(), "jsonl", out)
    assert taken == [0, 1, 2]
    assert out.getvalue().count(b"\n") == 12


@pytest.mark.parametrize(("name", "wanted"), [("a.csv", "csv"), ("out/b.JSONL", "jsonl"), ("c.parquet", "parquet")])
def test_suffix_says_the_format(name: str, wanted: str) -> None:
    assert table_format(name) == wanted


@pytest.mark.parametrize("name", ["a.xls", "a", "a.terminal"])
def test_other_suffixes_are_refused(name: str) -> None:
    with pytest.raises(FormatError, match=r"\.csv, \.jsonl, \.parquet or \.xlsx"):
        table_format(name)
