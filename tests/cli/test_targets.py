"""``gongwen targets``: inputs and outputs of the table; its columns are tested with the formats."""

import csv
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import TEXT, Gongwen


def test_table_is_drawn_on_the_terminal(gongwen: Gongwen, text: Path) -> None:
    result = gongwen("targets", "a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "地区生产总值" in result.stdout
    assert "城镇新增就业" in result.stdout


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.xml"])
def test_texts_and_reports_give_the_same_table(gongwen: Gongwen, text: Path, name: str) -> None:
    gongwen("convert", "a.txt", "-o", "a.json")
    gongwen("convert", "a.txt", "-o", "a.xml")
    assert gongwen("targets", name, "-o", "table.csv").exit_code == 0
    with Path("table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["indicator"], row["value"], row["unit"]) for row in rows] == [
        ("地区生产总值", "6.5", "%"),
        ("城镇新增就业", "2600", "人"),
    ]


def test_suffix_or_option_says_the_format(gongwen: Gongwen, text: Path) -> None:
    gongwen("targets", "a.txt", "-o", "table.jsonl")
    written = Path("table.jsonl").read_bytes()
    assert [json.loads(line)["value"] for line in written.splitlines()] == [6.5, 2600]
    assert gongwen("targets", "a.txt", "--to", "jsonl").stdout_bytes == written
    assert gongwen("targets", "-", "--to", "jsonl", input=TEXT).stdout.count("\n") == 2


def test_unknown_suffix_is_a_wrong_command_line(gongwen: Gongwen, text: Path) -> None:
    result = gongwen("targets", "a.txt", "-o", "table.xls")
    assert result.exit_code == 2
    assert ".csv, .jsonl, .parquet or .xlsx" in result.stderr


def test_what_cannot_be_read_is_said_and_left_out(gongwen: Gongwen, text: Path) -> None:
    Path("broken.json").write_text("{")
    result = gongwen("targets", "gone.txt", "broken.json", "a.txt", "-o", "table.jsonl")
    assert result.exit_code == 1
    said = [line.split(":")[0] for line in result.stderr.splitlines()]
    assert said == ["gone.txt", "broken.json", "1 report gave 2 rows"]
    assert len(Path("table.jsonl").read_text().splitlines()) == 2


def test_directory_of_texts_and_reports(gongwen: Gongwen, text: Path) -> None:
    Path("in/deep").mkdir(parents=True)
    gongwen("convert", "a.txt", "-o", "in/deep/a.json")
    text.rename("in/b.txt")
    Path("in/c.txt").write_text("一、工作\n要依法行政。\n")
    said = gongwen("targets", "in", "-o", "table.jsonl").stderr.splitlines()
    assert [json.loads(line)["report"] for line in Path("table.jsonl").read_text().splitlines()] == ["b.txt"] * 2
    assert said == [
        "2 reports gave 2 rows",
        "without a target: c.txt",
        "1 report of a source that was there before, counted once",
    ]


def test_files_of_many_reports(gongwen: Gongwen, text: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    gongwen("convert", "a.txt", "-o", "a.json")
    line = b"".join(Path("a.json").read_bytes().splitlines()) + b"\n"
    Path("many.jsonl").write_bytes(line + b"\n" + line)
    with Path("many.jsonl.zst").open("wb") as file, pyarrow.CompressedOutputStream(file, "zstd") as out:
        out.write(line)
    parquet.write_table(pyarrow.table({"key": ["a", "b"], "report": [line.decode(), None]}), "many.parquet")
    for name in ("many.jsonl", "many.jsonl.zst", "many.parquet"):
        assert gongwen("targets", name, "--to", "jsonl").stdout.count("\n") == 2, name
    Path("broken.jsonl").write_bytes(line + b"{}\n")
    result = gongwen("targets", "broken.jsonl", "--to", "jsonl")
    assert (result.exit_code, result.stdout.count("\n")) == (1, 2)
    assert result.stderr.startswith("broken.jsonl:2: ")


def test_headers_in_chinese(gongwen: Gongwen, text: Path) -> None:
    row = json.loads(gongwen("targets", "a.txt", "--to", "jsonl", "--headers", "zh").stdout.splitlines()[0])
    assert (row["指标"], row["数值"], row["单位"], row["指标代码"]) == ("地区生产总值", 6.5, "%", "gdp")
    assert gongwen("targets", "a.txt", "--headers", "zh").stdout.startswith("文件")


def test_a_spreadsheet(gongwen: Gongwen, text: Path) -> None:
    assert gongwen("targets", "a.txt", "-o", "a.xlsx").exit_code == 0
    with ZipFile("a.xlsx") as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row>") == 3
    assert "<v>6.5</v>" in sheet and "地区生产总值" in sheet
    again = gongwen("targets", "a.txt", "--to", "xlsx").stdout_bytes
    assert again == Path("a.xlsx").read_bytes()


def test_no_input_is_overwritten(gongwen: Gongwen, text: Path) -> None:
    result = gongwen("targets", "a.txt", "-o", "./a.txt", "--to", "csv")
    assert result.exit_code == 2
    assert "a.txt is one of the inputs, which are never overwritten" in " ".join(result.stderr.split())
    assert text.read_text() == TEXT


def test_table_that_is_there_stays_when_no_input_can_be_read(gongwen: Gongwen) -> None:
    Path("table.csv").write_text("old")
    result = gongwen("targets", "gone.txt", "-o", "table.csv")
    assert (result.exit_code, result.stderr.splitlines()) == (
        1,
        ["gone.txt: there is no such file", "table.csv: not written, because no input could be read"],
    )
    assert Path("table.csv").read_text() == "old"
