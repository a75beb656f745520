"""Which reader takes a file is told by its content; what no reader takes is plain text."""

from __future__ import annotations

import pytest

from converter import SourceError, parse
from converter.readers import reader_of
from tests.readers.packing import docx, packed, paragraphs

REPORT = ("一、工作回顾", "过去一年，全县经济平稳运行。", "二、工作安排", "今年，抓好春耕备耕。")


def test_content_decides_not_the_name() -> None:
    report = parse(docx(paragraphs(*REPORT)), name="报告.txt")
    assert [section.heading for section in report.sections] == ["工作回顾", "工作安排"]


@pytest.mark.parametrize(
    "text", ["一、工作回顾\n", "PK赛：全县招商引资\n", "<p>一、工作回顾</p>\n", "MIME-Version 说明\n"]
)
def test_plain_text_has_no_reader(text: str) -> None:
    assert reader_of(text.encode()) is None


def test_text_handed_in_as_text_is_never_taken_for_a_file() -> None:
    assert parse("<html>一、工作回顾</html>").source.size == len("<html>一、工作回顾</html>".encode())


def test_stated_paragraphs_are_never_joined() -> None:
    report = parse(docx(paragraphs("一、工作回顾", "全县经济平稳", "运行。")))
    assert [paragraph.text for paragraph in report.sections[0].body] == ["全县经济平稳", "运行。"]


def test_a_package_of_something_else_is_refused_in_one_sentence() -> None:
    with pytest.raises(SourceError, match=r"^照片\.zip: this is a ZIP archive"):
        parse(packed({"a.jpg": b"\xff\xd8\xff"}), name="照片.zip")


def test_a_broken_package_is_refused_in_one_sentence() -> None:
    with pytest.raises(SourceError, match="the package is broken"):
        parse(docx("<w:p>"), name="坏.docx")
