"""One small file of each kind that this room reads as packages or markup, each with all that its reader knows."""

from __future__ import annotations

from tests.readers.packing import docx, packed, paragraphs, part, table

LINES = (
    "青禾县政府工作报告",
    "各位代表：",
    "一、工作回顾",
    "过去一年，全县经济平稳运行。",
    "二、工作安排",
    "今年，抓好春耕备耕。",
)


def _docx() -> bytes:
    numbering = part(
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = part(
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    run = '<w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>目标</w:t></w:r>'
    numbered = f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>{run}</w:p>'
    note = '<w:p><w:r><w:t>见注</w:t><w:footnoteReference w:id="2"/><w:br/><w:lastRenderedPageBreak/></w:r></w:p>'
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraphs('框')}</w:txbxContent></w:pict></w:r><w:del/></w:p>"
    return docx(
        paragraphs(*LINES) + numbered + table(("指标", "目标"), ("产值", "5%")) + note + box,
        styles=styles,
        numbering=numbering,
        footnotes=part(f'<w:footnote w:id="2">{paragraphs("注")}</w:footnote>'),
        comments=part("<w:comment/>"),
        header=part(paragraphs("眉")),
    )


def _odt() -> bytes:
    names = {
        "office": "office:1.0",
        "text": "text:1.0",
        "table": "table:1.0",
        "style": "style:1.0",
        "draw": "drawing:1.0",
    }
    declared = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for prefix, name in names.items()
    )
    levels = '<text:list-level-style-number text:level="1" style:num-format="一, 二" style:num-suffix="、"/>'
    body = (
        "".join(f"<text:p>{line}</text:p>" for line in LINES)
        + '<text:list text:style-name="L"><text:list-item><text:h text:outline-level="1">目标</text:h></text:list-item>'
        + "</text:list><table:table><table:table-row><table:table-cell><text:p>指标</text:p></table:table-cell>"
        + "<table:table-cell><text:p>5%</text:p></table:table-cell></table:table-row></table:table>"
        + "<text:p>见注<text:note><text:note-body>"
        + '<text:p>注</text:p></text:note-body></text:note><text:line-break/><text:s text:c="3"/></text:p>'
    )
    content = (
        f'<office:document-content {declared}><office:automatic-styles><text:list-style style:name="L">{levels}'
        f"</text:list-style></office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


_LINES_OF_PAGE = "".join(f"<p style='text-indent:2em'>{line}</p>" for line in LINES[1:])
_PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>青禾县政府工作报告</title></head><body><ul><li>"
    f"<a href='#'>首页</a></li></ul><h1>青禾县政府工作报告</h1><div id='zoom'>{_LINES_OF_PAGE}<table><tr>"
    "<th colspan=2>指标</th></tr><tr><td>产值</td><td>5%</td></tr></table><ol><li>修路，通车。</li></ol></div></body>"
    "</html>"
)


def _mhtml() -> bytes:
    head = "From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    kind = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return (head + kind + _PAGE + "\r\n--b--\r\n").encode()


def _rtf() -> bytes:
    head = r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 \'ba\'da;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}"
    lines = r"\par ".join("".join(rf"\u{ord(sign)}?" for sign in line) for line in LINES)
    rest = r"\par{\listtext 1.\tab}\b a\b0\par\trowd\intbl x\cell y\cell\row\pard{\footnote n}\line z{\pict 00}\par}"
    return (head + lines + rest).encode("ascii")


def _epub() -> bytes:
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    item = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    book = f'<package><manifest>{item}</manifest><spine><itemref idref="a"/></spine></package>'
    return packed({"META-INF/container.xml": container, "a.opf": book, "a.xhtml": _PAGE})


SAMPLES = {
    "docx": _docx(), "odt": _odt(), "epub": _epub(), "html": _PAGE.encode(), "mhtml": _mhtml(), "rtf": _rtf(),
}  # fmt: skip
