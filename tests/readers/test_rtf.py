"""RTF: characters of code pages and Unicode, numbers that were drawn, tables, notes, what is left out."""

from __future__ import annotations

import pytest

from converter import SourceError, parse
from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.rtf import read

_FONTS = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fnil\fcharset134 \'ba\'da\'cc\'e5;}{\f2\fcharset2 Wingdings;}}"
_STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}"


def _rtf(body: str, head: str = _FONTS + _STYLES) -> Projected:
    return read(rf"{{\rtf1\ansi\ansicpg936\deff0{head}{body}}}".encode("ascii"))


def _escaped(text: str) -> str:
    return "".join(rf"\u{ord(sign)}?" for sign in text)


def test_unicode_and_what_stands_for_it() -> None:
    assert _rtf(r"\uc2\u26149\'b4\'ba\u-32767\'b8\'fb\uc1\par\u55357?\u56832?").text == "春老\n😀"


def test_bytes_of_the_code_page_of_the_document_and_of_fonts() -> None:
    assert _rtf(r"\f0 \'b4\'ba{\f1 \'b8\'fb}\par{\f2 \'6c}\'b1\'b8").text == "春耕\n●备"


def test_what_a_paragraph_looks_like_is_stated() -> None:
    facts = _rtf(rf"\pard\s1\qc\fi640\f1\fs32\b {_escaped('稳产')}\b0 {_escaped('保供')}\par").facts[0]
    assert (facts.style, facts.outline_level, facts.alignment, facts.indent) == ("heading 1", 1, "center", 2.0)
    assert (facts.font, facts.size, facts.bold, facts.bold_run) == ("黑体", 16.0, False, 2)


def test_numbers_that_were_drawn_are_marked_as_such() -> None:
    projected = _rtf(rf"{{\listtext\pard {_escaped('一、')}\tab}}{_escaped('工作回顾')}\par")
    assert projected.text == "一、 工作回顾"
    assert projected.generated == [(0, 2, "numbering"), (2, 3, "separator")]


def test_rows_of_tables_and_frames() -> None:
    row = rf"\trowd\pard\intbl {_escaped('指标')}\cell {_escaped('目标')}\par {_escaped('值')}\cell\row"
    frame = rf"\trowd\pard\intbl {_escaped('备注')}\cell\row\pard "
    projected = _rtf(row + frame + _escaped("完"))
    assert projected.text == "指标\t目标 值\n备注\n完"
    assert [facts.kind for facts in projected.facts] == ["table_row", "paragraph", "paragraph"]


def test_notes_boxes_and_soft_breaks() -> None:
    note = rf"{{\super\chftn{{\footnote {{\super\chftn }}{_escaped('见县志')}}}}}"
    box = rf"{{\shp{{\*\shpinst{{\sp{{\sn a}}{{\sv b}}}}{{\shptxt {_escaped('框')}\par}}}}}}"
    projected = _rtf(rf"{_escaped('甲')}{note}{box}\line {_escaped('乙')}\par")
    assert projected.text == "甲[1]\n框\n乙\n[1] 见县志"
    assert [facts.kind for facts in projected.facts] == ["paragraph", "paragraph", "line", "note"]


def test_what_is_left_out_is_counted() -> None:
    projected = _rtf(
        rf"{{\header {_escaped('眉')}}}{{\footer\par}}{{\pict 00ff}}{{\*\annotation {_escaped('批')}}}{{\*\unknown x}}"
        rf"{{\deleted {_escaped('删')}}}{{\v {_escaped('隐')}}}{_escaped('春耕')}\par"
    )
    assert projected.text == "春耕"
    assert {omitted.kind: omitted.count for omitted in projected.omitted} == {
        "comments": 1, "deleted_revisions": 1, "headers_footers": 1, "hidden_text": 1, "pictures": 1,
    }  # fmt: skip


def test_fields_show_their_results_and_a_table_of_contents_is_one() -> None:
    field = rf"{{\field{{\*\fldinst TOC \\o}}{{\fldrslt {_escaped('一、回顾')}\par}}}}"
    projected = _rtf(field + _escaped("正文") + r"\par")
    assert [(line, facts.kind) for line, facts in zip(projected.text.split("\n"), projected.facts, strict=True)] == [
        ("一、回顾", "contents"), ("正文", "paragraph"),
    ]  # fmt: skip


def test_a_report_in_rtf() -> None:
    body = r"\par ".join(map(_escaped, ("一、工作回顾", "平稳运行。", "二、工作安排", "抓好春耕。")))
    report = parse(rf"{{\rtf1\ansi {body}}}".encode())
    assert [section.heading for section in report.sections] == ["工作回顾", "工作安排"]
    assert report.source.media_type == "application/rtf"


@pytest.mark.parametrize("data", [b"{\\rtf1", b"{\\rtf1}}}}", b"{\\rtf1\\bin99999999999 x", b"{\\rtf1 \\u"])
def test_damage_is_said_in_one_sentence(data: bytes) -> None:
    with pytest.raises((ReaderError, SourceError), match="the file holds no text"):
        read(data)


def test_groups_without_end_are_bounded() -> None:
    with pytest.raises(ReaderError, match="nested too deeply"):
        read(b"{\\rtf1" + b"{" * 20_000)
