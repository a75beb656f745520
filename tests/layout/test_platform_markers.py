"""Platform markers, characters without a shape, and the paid spans between them."""

from __future__ import annotations

import pytest

from converter.layout import read
from converter.layout.furniture.platform_markers import read_platform_markers


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("##paidbegin##", "##paidend##"),
        ("##PaidBegin##", "##PAIDEND##"),
        ("$$paidbegin$$", "$$paidend$$"),
        ("<paid>", "</paid>"),
        ("<PAID>", "##paidend##"),
    ],
)
def test_a_paid_span_runs_from_a_begin_to_the_first_end_in_any_spelling(begin: str, end: str) -> None:
    text = f"一、工作回顾\n{begin}二要抓招商。\n三要抓项目。{end}\n"
    layout = read(text)
    (span,) = layout.paid_spans
    assert text[span.span[0] : span.span[1]] == "二要抓招商。\n三要抓项目。"
    assert (span.opened_by, span.closed_by) == (begin, end)
    assert [block.text for block in layout.blocks] == ["一、工作回顾", "二要抓招商。", "三要抓项目。"]
    assert layout.diagnostics == []


@pytest.mark.parametrize(
    ("text", "code", "spans"),
    [
        ("甲。##paidbegin##乙。<paid>丙。##paidend##丁。", "paid_begin_nested", ["乙。<paid>丙。"]),
        ("甲。##paidend##乙。", "paid_end_stray", []),
        ("甲。##paidbegin##乙。##paidend##丙。##paidend##", "paid_end_stray", ["乙。"]),
        ("甲。##paidbegin##乙。", "paid_begin_unclosed", []),
        ("甲。##paidbegin##请替换付费标签内内容##paidend##", "paid_placeholder_left", ["请替换付费标签内内容"]),
    ],
)
def test_markers_that_bound_nothing_are_reported(text: str, code: str, spans: list[str]) -> None:
    layout = read(text)
    assert [diagnostic.code for diagnostic in layout.diagnostics] == [code]
    assert [text[paid.span[0] : paid.span[1]] for paid in layout.paid_spans] == spans


def test_the_placeholder_stays_text() -> None:
    assert [block.text for block in read("##paidbegin##\n请替换付费标签内内容\n##paidend##").blocks] == [
        "请替换付费标签内内容"
    ]


def test_a_marker_inside_a_word_leaves_the_paragraph_whole() -> None:
    text = "坚持稳中##pagebreak##求进工作总基调。"
    (block,) = read(text).blocks
    assert block.text == "坚持稳中求进工作总基调。"
    assert block.segments(0, len(block.text)) == [(0, 4), (17, len(text))]


def test_signs_that_only_look_like_markers_stay() -> None:
    text = "投资## 10亿元，占比<3%，$$为单位，paidend不是标记。"
    assert [block.text for block in read(text).blocks] == [text]


def test_characters_without_a_shape_are_layout_and_reported_once() -> None:
    text = "一\u200b、总体\x00要求\ufeff\n二、目标\u200b任务"
    layout = read(text)
    assert [block.text for block in layout.blocks] == ["一、总体要求", "二、目标任务"]
    assert [diagnostic.code for diagnostic in layout.diagnostics] == ["control_character_removed"]
    assert "4 times" in layout.diagnostics[0].message


def test_bytes_that_do_not_decode_stay_in_the_text() -> None:
    assert [block.text for block in read("增长\ufffd8.5%。").blocks] == ["增长\ufffd8.5%。"]


def test_a_text_without_markers_is_passed_on_as_it_is() -> None:
    text = "各位代表：\n现在报告工作。"
    assert read_platform_markers(text).mapped.text is text
