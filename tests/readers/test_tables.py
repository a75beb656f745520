"""Tables of a file: one paragraph with cells, part of the section they stand in and never a node."""

from __future__ import annotations

from converter import Paragraph, Report, from_json, from_xml, parse, to_json, to_xml
from converter.model.source_text import source_text
from tests.readers.packing import docx, paragraphs, table

ROWS = (("指标", "2023年完成", "2024年目标"), ("地区生产总值（亿元）", "", "120"), ("（一）粮食产量", "8万吨", "9万吨"))


def _report() -> Report:
    body = paragraphs("一、2024年主要目标", "主要目标如下：", "表1 主要预期目标") + table(*ROWS)
    return parse(docx(body + paragraphs("以上目标要如期完成。", "二、重点工作", "今年，抓好春耕备耕。")))


def _table(report: Report) -> Paragraph:
    return next(paragraph for paragraph in report.sections[0].body if paragraph.role == "table")


def test_a_table_is_one_paragraph_with_the_spans_of_its_cells() -> None:
    report = _report()
    found = _table(report)
    assert found.cells is not None
    text = source_text(report)
    assert [tuple(text[a:b] for a, b in row) for row in found.cells] == list(ROWS)
    assert all(found.span[0] <= a <= b <= found.span[1] for row in found.cells for a, b in row)


def test_rows_and_captions_are_no_nodes() -> None:
    report = _report()
    assert [section.heading for section in report.sections] == ["2024年主要目标", "重点工作"]
    assert not report.sections[0].subsections
    assert [paragraph.role for paragraph in report.sections[0].body] == [None, None, "table", None]


def test_cells_are_parted_by_tabs_that_the_file_does_not_hold() -> None:
    report = _report()
    text = source_text(report)
    separators = [text[a:b] for a, b, kind in report.source.generated if kind == "separator"]
    assert separators == ["\t"] * 6


def test_an_empty_cell_at_the_edge_lies_within_the_table() -> None:
    body = paragraphs("一、目标") + table(("", "目标"), ("产值", "")) + paragraphs("如期完成。")
    found = _table(parse(docx(body)))
    assert found.cells is not None
    (first, _), (_, last) = found.cells
    assert first == (found.span[0], found.span[0])
    assert last == (found.span[1], found.span[1])


def test_both_syntaxes_keep_a_table() -> None:
    report = _report()
    assert from_json(to_json(report)) == report == from_xml(to_xml(report))


def test_a_table_of_one_column_frames_paragraphs() -> None:
    body = table(("一、工作回顾",), ("过去一年，全县经济平稳运行。",), ("二、工作安排",), ("今年，抓好春耕备耕。",))
    assert [section.heading for section in parse(docx(body)).sections] == ["工作回顾", "工作安排"]


def test_merged_cells_keep_their_columns() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>不印</w:t></w:r></w:p></w:tc>"
    plain = "<w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc>"
    body = f"<w:tbl><w:tr>{wide}{plain}</w:tr><w:tr>{below}{plain}{plain}</w:tr></w:tbl>"
    report = parse(docx(body))
    assert source_text(report) == "合计\t\t5\n\t5\t5"
