"""Markdown, HTML and docx: what a person reads, and that nothing of it is lost or taken for markup."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given
from lxml import etree, html

from converter import parse
from converter.exports import export
from converter.model import Report
from converter.model.walk import leaves
from tests.cli.conftest import TEXT
from tests.strategies import report_texts, reports

ITEMS = """政府工作报告

各位代表：

一、重点工作

我们要办好两件事：一是修路。环湖路全线通车。二是架桥。青石桥建成使用，*不收费*。
"""


def _text(report: Report) -> str:
    return "".join("".join(leaf.text.split()) for leaf in leaves(report))


def test_markdown_has_headings_by_level_and_anchors_by_id() -> None:
    lines = export(parse(TEXT), "markdown").decode().splitlines()
    assert lines[:3] == ['<a id="front.p1"></a>', "", "# 政府工作报告"]
    at = lines.index("### （一）稳增长")
    assert lines[at - 2 : at + 3 : 2] == [
        '<a id="s2.1"></a>',
        "### （一）稳增长",
        '<a id="s2.1.p1"></a>全年地区生产总值增长6.5%左右。',
    ]


def test_markdown_sets_items_bold_in_their_paragraph_and_escapes_what_looks_like_markup() -> None:
    text = export(parse(ITEMS), "markdown").decode()
    assert "**一是修路**。" in text
    assert "**二是架桥**。" in text
    assert "\\*不收费\\*。" in text


def test_html_is_one_page_that_asks_for_nothing() -> None:
    page = export(parse(ITEMS), "html").decode()
    document = html.document_fromstring(page)
    assert document.get("lang") == "zh"
    assert not document.xpath("//script | //link | //img")
    assert "default-src 'none'" in document.xpath("//meta[@http-equiv]/@content")[0]
    assert document.get_element_by_id("s1.1").xpath("./h3/text()") == ["一是修路。"]


def test_html_lists_the_targets_and_leads_to_them() -> None:
    document = html.document_fromstring(export(parse(TEXT), "html"))
    rows = [[cell.text_content() for cell in row] for row in document.xpath("//aside//tbody/tr")]
    assert rows == [
        ["地区生产总值", "约 6.5%", "2024", "（一）稳增长"],
        ["城镇新增就业", "≥ 2600人", "2024", "（二）惠民生"],
    ]
    assert document.xpath("//aside//tbody/tr[1]//a/@href") == ["#s2.1"]


def test_docx_is_set_as_the_standard_asks() -> None:
    document = docx.Document(io.BytesIO(export(parse(TEXT), "docx")))
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles["政府工作报告"] == "Title"
    assert styles["一、2023年工作回顾"] == "Heading 1"
    fonts = {name: document.styles[name].font.name for name in ("Title", "Heading 1", "Heading 2", "Normal")}
    assert fonts == {
        "Title": "方正小标宋简体",
        "Heading 1": "黑体",
        "Heading 2": "楷体_GB2312",
        "Normal": "仿宋_GB2312",
    }
    assert [round(float(side.mm)) for side in (document.sections[0].top_margin, document.sections[0].left_margin)] == [
        37,
        28,
    ]


def test_docx_writes_numbers_as_text() -> None:
    package = zipfile.ZipFile(io.BytesIO(export(parse(TEXT), "docx")))
    body = etree.fromstring(package.read("word/document.xml"))
    assert not [element for element in body.iter() if etree.QName(element).localname == "numPr"]
    assert "（一）修好路。" in "".join(map(str, body.itertext()))


TABLE = """政府工作报告

各位代表：

一、2024年主要目标

今年的主要预期目标如下，请予审议，并请各位委员提出意见。

| 指标 | 单位 | 2024年目标 |
| --- | --- | --- |
| 地区生产总值 | % | 6.5 |
| 城镇新增就业 | 人 | 2600 |

二、主要措施

抓好落实，把各项任务落到实处。
"""


def test_table_is_a_table() -> None:
    report = parse(TABLE)
    assert "| 地区生产总值 | % | 6.5 |\n" in export(report, "markdown").decode()
    rows = [
        [cell.text for cell in row.cells] for row in docx.Document(io.BytesIO(export(report, "docx"))).tables[0].rows
    ]
    assert rows == [["指标", "单位", "2024年目标"], ["地区生产总值", "%", "6.5"], ["城镇新增就业", "人", "2600"]]
    page = html.document_fromstring(export(report, "html")).find(".//main")
    assert [cell.text for cell in page.findall(".//td")] == [cell for row in rows for cell in row]
    for name, cell in (("tei", "cell"), ("akn", "td")):
        found = etree.fromstring(export(report, name)).iter(f"{{*}}{cell}")
        assert ["".join(element.itertext()).strip() for element in found] == [cell for row in rows for cell in row]


@pytest.mark.parametrize("name", ["markdown", "html", "docx", "akn", "tei", "da46"])
def test_equal_reports_give_equal_bytes(name: str) -> None:
    assert export(parse(TEXT), name) == export(parse(TEXT), name)


@given(report_texts().filter(str.strip))
def test_no_character_is_lost(text: str) -> None:
    report = parse(text)
    document = docx.Document(io.BytesIO(export(report, "docx")))
    written = "".join("".join(paragraph.text.split()) for paragraph in document.paragraphs)
    page = html.document_fromstring(export(report, "html")).find(".//main")
    read = "".join("".join(page.text_content().split()))
    for leaf in leaves(report):
        words = "".join(leaf.text.split())
        assert words in written
        assert words in read


@given(reports())
def test_any_report_can_be_written(report: Report) -> None:
    for name in ("markdown", "html", "docx", "da46"):
        assert isinstance(export(report, name), bytes)
