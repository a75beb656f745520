"""Word documents: what of them is text, what is drawn, what is stated, what is left out."""

from __future__ import annotations

import pytest

from converter import SourceError, parse
from converter.model.errors import ReaderError
from converter.model.projection import LineFacts, Projected
from converter.readers.docx import read
from tests.readers.packing import WORD, docx, packed, paragraphs, part, table


def _lines(projected: Projected) -> list[str]:
    return projected.text.split("\n")


def _only(body: str, **parts: str) -> LineFacts:
    return read(docx(body, **parts)).facts[0]


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def _numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr>{_run(text)}</w:p>"


def _level(level: int, number_format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


_NOTHING = '<w:suff w:val="nothing"/>'
_CHAPTERS = (
    '<w:abstractNum w:abstractNumId="0">'
    + _level(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>')
    + _level(1, "chineseCountingThousand", "（%2）", _NOTHING)
    + _level(2, "decimal", "%3.", "")
    + _level(3, "decimalEnclosedCircle", "%4", _NOTHING)
    + "</w:abstractNum>"
)
_LIST = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def test_numbers_that_word_draws_are_written_out() -> None:
    body = "".join(
        _numbered(text, level)
        for text, level in (("总体要求", 0), ("主要目标", 1), ("稳产", 2), ("保供", 2), ("抓收购", 3))
    )
    projected = read(docx(body + _numbered("重点任务", 0) + _numbered("抓项目", 1), numbering=part(_CHAPTERS + _LIST)))
    assert _lines(projected) == [
        "第一章 总体要求", "（一）主要目标", "1. 稳产", "2. 保供", "①抓收购", "第二章 重点任务", "（一）抓项目",
    ]  # fmt: skip
    assert [projected.text[a:b] for a, b, kind in projected.generated if kind == "numbering"] == [
        "第一章", "（一）", "1.", "2.", "①", "第二章", "（一）",
    ]  # fmt: skip


def test_lists_of_one_definition_go_on_and_one_that_overrides_its_start_begins_anew() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(_numbered("条", 0, list_id) for list_id in (1, 1, 3, 2, 2))
    assert [line[:3] for line in _lines(read(docx(body, numbering=part(_CHAPTERS + _LIST + again))))] == [
        "第一章", "第二章", "第三章", "第一章", "第二章",
    ]  # fmt: skip


def test_numbering_that_sits_in_a_style_is_found_over_the_styles_it_is_based_on() -> None:
    styles = part(
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/><w:basedOn w:val="a"/></w:style>'
    )
    linked = _CHAPTERS.replace('<w:lvlText w:val="（%2）"/>', '<w:pStyle w:val="b"/><w:lvlText w:val="（%2）"/>')
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(text)}</w:p>'
        for style, text in (("a", "目标"), ("b", "产值"))
    )
    projected = read(docx(body, styles=styles, numbering=part(linked + _LIST)))
    assert _lines(projected) == ["第一章 目标", "（一）产值"]
    assert [(facts.style, facts.outline_level) for facts in projected.facts] == [("heading 1", 1), ("heading 2", 1)]


def test_styles_and_lists_that_refer_to_themselves_end() -> None:
    styles = part(
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    numbering = part('<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="b"/></w:abstractNum>' + _LIST)
    body = f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>{_run("春耕")}</w:p>'
    assert _lines(read(docx(body, styles=styles, numbering=numbering))) == ["春耕"]


def test_what_a_paragraph_looks_like_is_stated() -> None:
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    properties = f'<w:pPr><w:outlineLvl w:val="1"/><w:jc w:val="center"/>{indent}</w:pPr>'
    run = _run("抓好春耕", '<w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="32"/>')
    facts = _only(f"<w:p>{properties}{run}{_run('。')}</w:p>")
    assert (facts.outline_level, facts.alignment, facts.indent) == (2, "center", 2.0)
    assert (facts.font, facts.size, facts.bold, facts.bold_run) == ("黑体", 16.0, False, 4)


def test_fonts_of_the_theme_and_defaults_of_the_document() -> None:
    default = '<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr>'
    styles = part(f"<w:docDefaults><w:rPrDefault>{default}</w:rPrDefault></w:docDefaults>")
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:ea typeface=""/>'
        '<a:font script="Hans" typeface="宋体"/></a:minorFont></a:theme>'
    )
    facts = _only(paragraphs("春耕"), styles=styles, theme=theme)
    assert (facts.font, facts.size) == ("宋体", 10.5)


def test_unnumbered_headings_nest_by_their_outline_levels() -> None:
    def heading(text: str, level: int) -> str:
        return f'<w:p><w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>{_run(text)}</w:p>'

    text = paragraphs("今年，全县要抓好各项工作，稳定就业，增加收入。")
    body = (
        heading("重点任务", 0)
        + heading("稳产保供", 1)
        + text
        + heading("抓项目", 1)
        + text
        + heading("组织保障", 0)
        + text
    )
    report = parse(docx(paragraphs("各位代表：", "现在，我向大会报告工作，请予审议。") + body))
    assert [(section.heading, [below.heading for below in section.subsections]) for section in report.sections] == [
        ("重点任务", ["稳产保供", "抓项目"]), ("组织保障", []),
    ]  # fmt: skip


def test_deleted_text_is_counted_and_inserted_text_is_kept() -> None:
    deleted = "<w:del><w:r><w:delText>五</w:delText></w:r></w:del>"
    projected = read(docx(f"<w:p>{_run('增长')}{deleted}<w:ins>{_run('六')}</w:ins>{_run('成')}</w:p>"))
    assert projected.text == "增长六成"
    assert [(omitted.kind, omitted.count) for omitted in projected.omitted] == [("deleted_revisions", 1)]
    assert [diagnostic.code for diagnostic in projected.diagnostics] == ["content_omitted"]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{_run('抓好')}</w:p>"
    assert read(docx(first + paragraphs("春耕"))).text == "抓好春耕"


def test_hidden_text_comments_headers_and_pictures_are_left_out_and_counted() -> None:
    picture = '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>'
    data = docx(
        f"<w:p>{_run('春耕')}{_run('底稿', '<w:vanish/>')}{picture}</w:p>",
        comments=part("<w:comment/><w:comment/>"),
        header=part(paragraphs("内部资料")),
        footer=part(paragraphs(" ")),
    )
    report = parse(data)
    assert {omitted.kind: omitted.count for omitted in report.source.omitted} == {
        "comments": 2, "headers_footers": 1, "hidden_text": 1, "pictures": 1,
    }  # fmt: skip
    assert sorted(diagnostic.code for diagnostic in report.diagnostics) == ["content_omitted"] * 3 + [
        "pictures_omitted"
    ]


def test_notes_stand_behind_the_text_with_their_marks() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part('<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>' + _run("见县志。") + "</w:p></w:footnote>")
    body = paragraphs("一、工作回顾") + f"<w:p>{_run('全县建成“一城三园”')}{reference}{_run('。')}</w:p>"
    report = parse(docx(body, footnotes=notes))
    assert report.sections[0].body[0].text == "全县建成“一城三园”[1]。"
    assert [(paragraph.role, paragraph.text) for paragraph in report.back] == [("note", "[1] 见县志。")]


def test_a_note_that_refers_to_itself_ends() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part(f'<w:footnote w:id="2"><w:p>{_run("同上")}{reference}</w:p></w:footnote>')
    assert _lines(read(docx(f"<w:p>{_run('春耕')}{reference}</w:p>", footnotes=notes))) == ["春耕[1]", "[1] 同上[2]"]


def test_a_text_box_follows_the_paragraph_it_is_anchored_in() -> None:
    drawing = f"<w:r><w:drawing><w:txbxContent>{paragraphs('青禾县人民政府文件')}</w:txbxContent></w:drawing></w:r>"
    assert _lines(read(docx(f"<w:p>{drawing}{_run('政府工作报告')}</w:p>"))) == ["政府工作报告", "青禾县人民政府文件"]


def test_of_alternatives_one_is_read() -> None:
    box = f"<w:txbxContent>{paragraphs('签发人')}</w:txbxContent>"
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f'<w:r><mc:AlternateContent xmlns:mc="{compatibility}"><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert _lines(read(docx(f"<w:p>{_run('报告')}{both}</w:p>"))) == ["报告", "签发人"]


def test_line_breaks_tabs_hyphens_and_symbols() -> None:
    body = (
        "<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二</w:t><w:softHyphen/><w:t>行</w:t><w:tab/><w:noBreakHyphen/>"
        '<w:sym w:font="Wingdings" w:char="F06C"/></w:r></w:p>'
    )
    projected = read(docx(body))
    assert _lines(projected) == ["第一行", "第二行\t-●"]
    assert [facts.kind for facts in projected.facts] == ["paragraph", "line"]


def test_pages_are_those_of_the_last_time_the_file_was_saved() -> None:
    body = (
        paragraphs("第一页") + "<w:p><w:r><w:t>还是第一页</w:t><w:lastRenderedPageBreak/><w:t>第二页</w:t></w:r></w:p>"
    )
    source = parse(docx(body)).source
    assert (source.pages, source.pages_basis) == ([(0, 1), (9, 2)], "last_saved")
    assert parse(docx(paragraphs("没有页"))).source.pages_basis is None


def test_instructions_of_fields_are_no_text_and_results_are() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024年2月</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(docx(f"<w:p>{field}</w:p>")).text == "2024年2月"


def test_a_table_of_contents_has_its_role_and_no_nodes() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    contents = f"<w:p>{begin}{separate}{_run('一、工作回顾')}</w:p><w:p>{_run('二、工作安排')}{end}</w:p>"
    body = paragraphs("青禾县政府工作报告", "目录") + contents
    report = parse(docx(body + paragraphs("一、工作回顾", "平稳运行。", "二、工作安排", "抓好春耕。")))
    assert [(paragraph.text, paragraph.role) for paragraph in report.front][1:] == [
        ("目录", "contents"), ("一、工作回顾", "contents"), ("二、工作安排", "contents"),
    ]  # fmt: skip
    assert [section.heading for section in report.sections] == ["工作回顾", "工作安排"]


def test_a_page_in_a_frame_of_a_table_is_running_text() -> None:
    body = table(("", "x")).replace(
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>", paragraphs(*["过去一年，全县" + "经济平稳运行，" * 12] * 12)
    )
    assert {facts.kind for facts in read(docx(body)).facts} == {"paragraph"}


def test_strict_documents_are_read_as_others() -> None:
    strict = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{paragraphs("春耕")}</w:body></w:document>'
    assert read(packed({"word/document.xml": strict})).text == "春耕"


def test_parts_are_found_by_their_relations() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/>'
        '<Relationship Type="http://x/officeDocument" Target="http://x/a.xml" TargetMode="External"/></Relationships>'
    )
    document = f'<w:document xmlns:w="{WORD}"><w:body>{paragraphs("春耕")}</w:body></w:document>'
    assert parse(packed({"_rels/.rels": relations, "word/document2.xml": document})).source.characters == 2


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (docx(""), "the file holds no text; a report is needed"),
        (docx("<w:p><w:r><w:drawing>" + '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
              "</w:drawing></w:r></w:p>"), "the file holds no text, only pictures"),
        (docx("<w:p>"), "the package is broken"),
        (packed({"word/other.xml": "<a/>", "word/document.xml": ""}), "the package is broken"),
        (docx(paragraphs("春耕"))[:-30], "the package is broken"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises((ReaderError, SourceError), match=sentence):
        read(data)
