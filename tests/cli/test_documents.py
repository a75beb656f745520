"""Files that are no plain text, on the command line: converted, checked, embedded, restored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Gongwen
from tests.readers.packing import docx, paragraphs, table

LINES = (
    "青禾县政府工作报告",
    "各位代表：",
    "一、工作回顾",
    "过去一年，全县经济平稳运行。",
    "二、工作安排",
    "今年，全县地区生产总值增长6%以上。",
)


@pytest.fixture
def document(gongwen: Gongwen) -> Path:
    path = Path("报告.docx")
    path.write_bytes(docx(paragraphs(*LINES) + table(("指标", "目标"), ("产值", "5亿元"))))
    return path


def test_a_document_is_converted_and_accepted_beside_its_file(gongwen: Gongwen, document: Path) -> None:
    result = gongwen("convert", str(document), "-o", "a.json")
    assert result.exit_code == 0
    assert gongwen("validate", "a.json", "--source", str(document)).exit_code == 0
    source = json.loads(Path("a.json").read_text(encoding="utf-8"))["source"]
    assert source["projection"]["reader"] == "docx"
    assert source["original"] is None


def test_another_file_is_refused_as_its_source(gongwen: Gongwen, document: Path) -> None:
    gongwen("convert", str(document), "-o", "a.json")
    Path("b.docx").write_bytes(docx(paragraphs("另一份")))
    assert gongwen("validate", "a.json", "--source", "b.docx").exit_code == 1
    result = gongwen("restore", "a.json", "--original", "b.docx")
    assert result.exit_code == 1
    assert result.stderr.startswith("b.docx: this is not the file that the report was made from")


@pytest.mark.parametrize("form", ["json", "xml"])
def test_an_embedded_file_needs_nothing_else(gongwen: Gongwen, document: Path, form: str) -> None:
    gongwen("convert", str(document), "--embed", "-o", f"a.{form}")
    assert gongwen("validate", f"a.{form}").exit_code == 0
    assert gongwen("restore", f"a.{form}", "-o", "b.docx").exit_code == 0
    assert Path("b.docx").read_bytes() == document.read_bytes()


def test_without_its_file_the_bytes_cannot_be_restored_and_its_text_can(gongwen: Gongwen, document: Path) -> None:
    gongwen("convert", str(document), "-o", "a.json")
    result = gongwen("restore", "a.json")
    assert result.exit_code == 1
    assert "give the file with --original FILE, or --text for its text" in result.stderr
    assert gongwen("restore", "a.json", "--text").stdout.startswith("\n".join(LINES))
    gongwen("restore", "a.json", "--original", str(document), "-o", "c.docx")
    assert Path("c.docx").read_bytes() == document.read_bytes()
    assert gongwen("restore", "a.json", "--original", "x", "--text").exit_code == 2


def test_facts_are_written_beside_the_result(gongwen: Gongwen, document: Path) -> None:
    gongwen("convert", str(document), "--facts", "-o", "a.json")
    rows = [json.loads(line) for line in Path("a.facts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["kind"] for row in rows] == ["paragraph"] * 6 + ["table_row"] * 2
    assert rows[0]["span"] == [0, 9]
    assert gongwen("convert", str(document), "--facts").exit_code == 2


@pytest.mark.parametrize(("command", "shown"), [("outline", "二、工作安排"), ("targets", "地区生产总值")])
def test_other_commands_take_documents(gongwen: Gongwen, document: Path, command: str, shown: str) -> None:
    result = gongwen(command, str(document))
    assert result.exit_code == 0
    assert shown in result.stdout


def test_a_broken_document_is_one_sentence(gongwen: Gongwen, document: Path) -> None:
    Path("b.docx").write_bytes(document.read_bytes()[:200])
    result = gongwen("convert", "b.docx")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_a_refused_file_is_named_once_with_its_folder(gongwen: Gongwen) -> None:
    Path("往来").mkdir()
    Path("往来/报告.txt").write_bytes(bytes(range(256)) * 20)
    result = gongwen("convert", "往来/报告.txt")
    assert result.exit_code == 1
    assert result.stderr.count("报告.txt") == 1
    assert result.stderr.startswith("往来/报告.txt: this is no plain text")
