"""Web pages: the article of a page, its title, its lines, and what markup states about them."""

from __future__ import annotations

import pytest

from converter import SourceError, parse
from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.html import read
from converter.readers.mhtml import read as read_mhtml

_BODY = (
    "<p>各位代表：</p><p>现在，我代表县人民政府，向大会报告工作，请予审议。</p><p><strong>一、2023年工作回顾</strong></p>"
    "<p>过去一年，全县经济平稳运行，粮食产量再创新高。</p><p><b>二、2024年工作安排</b></p><p>今年，要抓好春耕备耕，稳定就业。</p>"
)
_MENU = "<ul>" + "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(9)) + "</ul>"


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def _lines(data: bytes) -> list[str]:
    return read(data).text.split("\n")


def _article(projected: Projected) -> list[str]:
    return [line for line in projected.text.split("\n") if line]


@pytest.mark.parametrize(
    "around",
    [
        '<div class="TRS_Editor">{}</div>',
        '<div id="UCAP-CONTENT">{}</div>',
        '<div class="view"><div id="zoom" class="bt_content">{}</div></div>',
        '<table><tr><td width="200">左栏</td><td>{}</td></tr></table>',
        "<div><div><section>{}</section></div></div>",
    ],
)
def test_the_article_is_found_with_the_title_above_it(around: str) -> None:
    page = _page(
        f"{_MENU}<div class='main'><h1>青禾县政府工作报告</h1><div class='info'>来源：青禾日报</div>"
        f"{around.format(_BODY)}</div><div class='foot'>主办：青禾县人民政府办公室</div>{_MENU}",
        "<title>青禾县政府工作报告_青禾县人民政府</title>",
    )
    lines = _lines(page)
    assert lines[:3] == ["青禾县政府工作报告", "来源：青禾日报", "各位代表："]
    assert lines[-1] == "今年，要抓好春耕备耕，稳定就业。"
    report = parse(page)
    assert [section.heading for section in report.sections] == ["2023年工作回顾", "2024年工作安排"]
    assert report.meta.title == "青禾县政府工作报告"
    assert report.source.media_type == "text/html"


def test_a_title_that_is_no_heading_is_found_by_what_the_page_says() -> None:
    head = '<meta name="ArticleTitle" content="青禾县政府工作报告"><title>信息公开</title>'
    page = _page(f"{_MENU}<div class='bt'>青禾县政府工作报告</div><div id='zoom'>{_BODY}</div>", head)
    assert _lines(page)[0] == "青禾县政府工作报告"


def test_a_title_inside_the_article_comes_once() -> None:
    page = _page(
        f"<h1>青禾县政府工作报告</h1><div id='zoom'><p>青禾县政府工作报告</p>{_BODY}</div>",
        "<title>青禾县政府工作报告</title>",
    )
    assert _lines(page).count("青禾县政府工作报告") == 1


def test_line_breaks_part_lines_that_may_go_on() -> None:
    projected = read(_page("<div id='zoom'>　　一、工作回顾<br/>　　过去一年，<br>全县经济平稳运行。</div>"))
    assert _article(projected) == ["　　一、工作回顾", "　　过去一年，", "全县经济平稳运行。"]
    assert [facts.kind for facts in projected.facts] == ["paragraph", "line", "line"]


def test_blanks_of_the_markup_are_one_blank_or_none() -> None:
    page = _page(
        "<div id='zoom'><p>过去一年，全县\n    经济平稳运行，\n\t增长5%\n左右。A  B</p>"
        "<p>&nbsp;&emsp;今年，抓好春耕。</p></div>"
    )
    assert _lines(page) == ["过去一年，全县经济平稳运行，增长5% 左右。A B", "\xa0\u2003今年，抓好春耕。"]


def test_what_the_markup_states() -> None:
    page = _page(
        "<div id='zoom'><h2>工作回顾</h2>"
        "<p style='text-align:center;font-size:22px;font-family:黑体,serif'>一年，来了</p>"
        "<p style='text-indent:2em'><b>稳产保供。</b>粮食产量再创新高，农民增收。</p></div>"
    )
    first, second, third = read(page).facts
    assert (first.style, first.outline_level, first.bold) == ("h2", 2, True)
    assert (second.alignment, second.size, second.font) == ("center", 16.5, "黑体")
    assert (third.indent, third.bold, third.bold_run) == (2.0, False, 5)


def test_tables_are_rows_of_cells_and_layout_tables_are_not() -> None:
    cells = "<table><tr><th>指标</th><th colspan=2>目标</th></tr><tr><td rowspan=2>产值</td><td>5%</td><td>6%</td></tr>"
    page = _page(f"<div id='zoom'><p>目标如下，要完成。</p>{cells}<tr><td>7%</td><td>8%</td></tr></table></div>")
    assert _lines(page) == ["目标如下，要完成。", "指标\t目标\t", "产值\t5%\t6%", "\t7%\t8%"]


def test_numbered_lists_have_the_numbers_that_a_browser_draws() -> None:
    projected = read(
        _page("<div id='zoom'><p>办好两件事，如下。</p><ol start='2'><li>修路，通车。</li><li>架桥。</li></ol></div>")
    )
    assert _article(projected)[1:] == ["2. 修路，通车。", "3. 架桥。"]
    assert len(projected.generated) == 2


def test_scripts_styles_and_hidden_text_are_no_text() -> None:
    page = _page(
        "<div id='zoom'><script>var a = '，。';</script><style>p {}</style><p style='display:none'>底稿，勿用。</p>"
        f"{_BODY}</div>"
    )
    report = parse(page)
    assert "底稿" not in "".join(paragraph.text for paragraph in report.preamble)
    assert "hidden_text" in {omitted.kind for omitted in report.source.omitted}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("stated", ["gb2312", "utf-8", ""])
def test_characters_are_found_whatever_the_page_says(encoding: str, stated: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={stated}">' if stated else ""
    data = f"<html><head>{head}</head><body><div id='zoom'>{_BODY}</div></body></html>".encode(encoding)
    assert _lines(data)[0] == "各位代表："


def test_a_page_in_traditional_characters() -> None:
    data = '<html><head><meta charset="big5"></head><body><p>各位代表：現在，請審議。</p></body></html>'.encode("big5")
    assert _lines(data) == ["各位代表：現在，請審議。"]


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (_page(_MENU), "the page holds no article, only 9 links; open the report itself and save that page"),
        (_page("<script>load()</script><div id='app'></div>"), "it may load its text by a script"),
        (_page("<iframe src='a.html'></iframe>"), "the page shows its text in a frame"),
    ],
)
def test_a_page_without_an_article_is_said(page: bytes, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        parse(page, name="首页.html")


def test_the_page_of_a_message_is_read() -> None:
    page = "<html><body>" + _BODY + "</body></html>"
    message = (
        (
            b"From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
            b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        )
        + page.encode("gb18030")
        + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )
    assert read_mhtml(message).text.startswith("各位代表：\n")
    assert parse(message, name="报告.mht").source.media_type == "multipart/related"


def test_a_message_without_a_page_is_said() -> None:
    with pytest.raises(ReaderError, match="the message holds no web page"):
        read_mhtml(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n")


def test_deep_pages_take_no_more_time_than_long_ones() -> None:
    deep = "<div>" * 1_500 + "春耕，备耕。" + "</div>" * 1_500
    try:
        assert "春耕" in read(_page(deep)).text
    except ReaderError as error:
        assert "nested too deeply" in str(error)
