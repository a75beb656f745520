"""``gongwen targets``: inputs and outputs of the table; its columns are tested with the formats."""

import csv
import json
from pathlib import Path

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
    assert ".csv, .jsonl or .parquet" in result.stderr


def test_what_cannot_be_read_is_said_and_left_out(gongwen: Gongwen, text: Path) -> None:
    Path("broken.json").write_text("{")
    result = gongwen("targets", "gone.txt", "broken.json", "a.txt", "-o", "table.jsonl")
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["gone.txt", "broken.json"]
    assert len(Path("table.jsonl").read_text().splitlines()) == 2


def test_directory_of_texts_and_reports(gongwen: Gongwen, text: Path) -> None:
    Path("in/deep").mkdir(parents=True)
    gongwen("convert", "a.txt", "-o", "in/deep/a.json")
    text.rename("in/b.txt")
    gongwen("targets", "in", "-o", "table.jsonl")
    assert [json.loads(line)["report"] for line in Path("table.jsonl").read_text().splitlines()] == (
        ["b.txt"] * 2 + ["a.txt"] * 2
    )


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
