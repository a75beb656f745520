"""OpenDocument texts: styles, lists, tables, notes, what is left out; books, whose pages are read as web pages."""

from __future__ import annotations

import pytest

from converter import SourceError, parse
from converter.model.errors import ReaderError
from converter.model.projection import Projected
from converter.readers.epub import read as read_epub
from converter.readers.odt import read
from converter.readers.odt.names import _NAMESPACES
from tests.readers.packing import packed

_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if prefix != "xml")
_LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"><style:list-level-properties>'
    '<style:list-level-label-alignment text:label-followed-by="nothing"/>'
    '</style:list-level-properties></text:list-level-style-number><text:list-level-style-number text:level="2" '
    'style:num-format="1" text:display-levels="1" style:num-prefix="（" style:num-suffix="）"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="●"/></text:list-style>'
)


def _odt(body: str, styles: str = "", mimetype: str = "application/vnd.oasis.opendocument.text") -> bytes:
    content = (
        f"<office:document-content {_DECLARED}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": mimetype, "content.xml": content})


def _item(text: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"


def _lines(projected: Projected) -> list[str]:
    return projected.text.split("\n")


def test_numbers_of_lists_are_written_out_and_go_on() -> None:
    inner = f"<text:list>{_item('产值')}{_item('就业')}</text:list>"
    body = (
        f'<text:list text:style-name="L">{_item("目标", inner)}</text:list><text:p>正文。</text:p>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{_item("任务")}</text:list>'
        '<text:list text:style-name="L"><text:list-header><text:p>无号</text:p></text:list-header>'
        f"{_item('又一')}</text:list>"
    )
    assert _lines(read(_odt(body, _LIST))) == [
        "一、目标", "（1） 产值", "（2） 就业", "正文。", "二、任务", "无号", "一、又一",
    ]  # fmt: skip


def test_what_a_paragraph_looks_like_is_stated() -> None:
    styles = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="B"><style:paragraph-properties '
        'fo:text-align="center" fo:text-indent="32pt"/></style:style>'
        '<style:style style:name="B" style:family="paragraph" style:parent-style-name="P1"><style:text-properties '
        'style:font-family-asian="黑体" style:font-size-asian="16pt"/></style:style>'
        '<style:style style:name="T1" style:family="text"><style:text-properties style:font-weight-asian="bold"/>'
        "</style:style>"
    )
    span = '<text:span text:style-name="T1">稳产</text:span>'
    body = f'<text:h text:style-name="P1" text:outline-level="2">{span}保供</text:h>'
    facts = read(_odt(body, styles)).facts[0]
    assert (facts.outline_level, facts.alignment, facts.indent) == (2, "center", 2.0)
    assert (facts.font, facts.size, facts.bold, facts.bold_run) == ("黑体", 16.0, False, 2)


def test_blanks_breaks_notes_boxes_and_pages() -> None:
    body = "<text:note-body><text:p>见县志。</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    box = "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>"
    body = (
        f'<text:p>甲<text:s text:c="2"/>乙{note}{box}<text:line-break/>丙<text:tab/><text:soft-page-break/>丁</text:p>'
    )
    projected = read(_odt(body))
    assert _lines(projected) == ["甲  乙[1]", "丙\t丁", "框", "[1] 见县志。"]
    assert [facts.kind for facts in projected.facts] == ["paragraph", "line", "paragraph", "note"]
    assert (projected.pages, projected.pages_basis) == ([(0, 1), (10, 2)], "last_saved")


def test_tables_are_rows_of_cells() -> None:
    def row(*texts: str) -> str:
        cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)
        return f"<table:table-row>{cells}</table:table-row>"

    cell = "<table:table-cell><text:p>合计</text:p></table:table-cell>"
    covered = f"<table:table-row>{cell}<table:covered-table-cell/></table:table-row>"
    body = (
        f"<table:table><table:table-header-rows>{row('指标', '目标')}</table:table-header-rows>{covered}</table:table>"
    )
    assert _lines(read(_odt(body))) == ["指标\t目标", "合计\t"]


def test_what_is_left_out_is_counted() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>春耕<office:annotation><text:p>批</text:p></office:annotation>"
        "<draw:frame><draw:image/></draw:frame></text:p>"
        '<text:section text:display="none"><text:p>隐</text:p></text:section>'
    )
    projected = read(_odt(body))
    assert projected.text == "春耕"
    assert {omitted.kind: omitted.count for omitted in projected.omitted} == {
        "comments": 1, "deleted_revisions": 1, "hidden_text": 1, "pictures": 1,
    }  # fmt: skip


def test_contents_are_contents() -> None:
    entry = (
        "<text:table-of-content><text:index-body><text:p>一、回顾</text:p></text:index-body></text:table-of-content>"
    )
    assert [facts.kind for facts in read(_odt(entry + "<text:p>正文</text:p>")).facts] == ["contents", "paragraph"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (_odt("", mimetype="application/vnd.oasis.opendocument.spreadsheet"), "this is no text document but"),
        (
            packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "holds no text document",
        ),
        (_odt("<text:p/>"), "the file holds no text"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        parse(data)


def _book(spine: str, **pages: str) -> bytes:
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in pages)
    book = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    container = '<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>'
    texts = {f"OEBPS/{name}.xhtml": f"<html><body>{page}</body></html>" for name, page in pages.items()}
    return packed(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OEBPS/a.opf": book, **texts}
    )


def test_the_pages_of_a_book_come_in_the_order_of_its_spine() -> None:
    data = _book(
        '<itemref idref="b"/><itemref idref="a"/><itemref idref="none"/>', a="<p>二、安排</p>", b="<p>一、回顾</p>"
    )
    assert _lines(read_epub(data)) == ["一、回顾", "二、安排"]
    assert parse(data).source.media_type == "application/epub+zip"


def test_a_book_without_pages_is_said() -> None:
    with pytest.raises(ReaderError, match="the file holds no text"):
        read_epub(_book(""))
