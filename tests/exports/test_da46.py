"""DA/T 46: what the report says is filled in, and the rest says who must."""

from __future__ import annotations

import csv
import io

from lxml import etree

from converter import parse
from converter.exports import export_for
from converter.exports.da46 import ELEMENTS
from tests.cli.conftest import TEXT


def _written(file: str) -> bytes:
    return b"".join(export_for("da46", file).write(parse(TEXT, name="a.txt")))


def test_table_says_what_the_archivist_must_fill() -> None:
    rows = {row["元素"]: row for row in csv.DictReader(io.StringIO(_written("a.csv").decode("utf-8-sig")))}
    assert len(rows) == len(ELEMENTS)
    assert rows["题名"]["值"] == "政府工作报告"
    assert rows["责任者"]["值"] == "青禾县人民政府县长　林远舟"
    assert rows["日期"]["值"] == "2024-01-16"
    assert (rows["密级"]["值"], rows["密级"]["著录状态"]) == ("", "须由档案人员著录")
    assert (rows["页数"]["值"], rows["页数"]["著录状态"]) == ("", "文中未载")


def test_xml_has_the_names_of_the_standard() -> None:
    record = etree.fromstring(_written("a.xml"))
    assert record.findtext("内容描述/题名") == "政府工作报告"
    assert record.find("电子属性/计算机文件名").get("编号") == "M48"
    assert record.find("档号/保管期限").get("著录状态") == "须由档案人员著录"


def test_no_cell_is_run_as_a_formula() -> None:
    table = b"".join(export_for("da46", None).write(parse("=1+1\n\n各位代表：\n\n正文。")))
    assert ",=1+1," not in table.decode("utf-8-sig")


def test_codes_are_in_the_order_of_the_standard() -> None:
    numbers = [int(element.code[1:]) for element in ELEMENTS]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] <= 88
