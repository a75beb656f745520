"""The report as a Word document set as GB/T 9704—2012 asks: 小标宋 title, 黑体 一、, 楷体 （一）, 仿宋 body, A4.

Numbers are written as text, as they stand in the source; nothing is numbered by Word.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as DocxParagraph

from converter.exports.reading_order import Closed, Opened, Reader, Written, events, marker_of, title_of
from converter.model import Report, Role, Section

#: The hundredth of a character that Word measures first-line indents in: two characters.
_TWO_CHARACTERS = "200"
#: A page of 22 lines (GB/T 9704 §5.2.2): 29 points a line.
_LINE = Pt(29)
#: The day that every part of the package bears, so that equal reports give equal bytes.
_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Style:
    """A style of the document: typeface (GB/T 9704 names its cut), size in points, whether centred and indented."""

    name: str
    font: str
    size: float
    centred: bool = False
    indented: bool = True
    outline_level: int | None = None
    bold: bool = False


#: 二号 is 22 points, 三号 16, 四号 14. The first level is 黑体, the second 楷体, the others 仿宋 (§7.3.3).
_TITLE = _Style("Title", "方正小标宋简体", 22, centred=True, indented=False)
_SUBTITLE = _Style("Subtitle", "楷体_GB2312", 16, centred=True, indented=False)
_BODY = _Style("Normal", "仿宋_GB2312", 16)
_PLAIN = _Style("Salutation", "仿宋_GB2312", 16, indented=False)
_HEADINGS: tuple[_Style, ...] = (
    _Style("Heading 1", "黑体", 16, outline_level=0),
    _Style("Heading 2", "楷体_GB2312", 16, outline_level=1),
    _Style("Heading 3", "仿宋_GB2312", 16, outline_level=2, bold=True),
    *(_Style(f"Heading {level}", "仿宋_GB2312", 16, outline_level=level - 1) for level in range(4, 10)),
)
#: How the lines of the front and the back are set; a line of another role is body.
_BY_ROLE: dict[Role, _Style] = {
    "title": _TITLE,
    "subtitle": _SUBTITLE,
    "author": _SUBTITLE,
    "date": _SUBTITLE,
    "salutation": _PLAIN,
}
#: What a run-in heading is set in, by level, inside a paragraph of the body.
_RUN_IN = ("黑体", "楷体_GB2312")


def docx_pieces(report: Report) -> Iterable[bytes]:
    """The report as .docx."""
    document = docx.Document()
    _set_page(document)
    for style in (_BODY, _TITLE, _SUBTITLE, _PLAIN, *_HEADINGS):
        _define(document, style)
    _describe(document, report)
    _write(document, report)
    buffer = io.BytesIO()
    document.save(buffer)
    return [_dated(buffer.getvalue())]


def _write(document: Document, report: Report) -> None:
    reader = Reader(report)
    open_paragraph: DocxParagraph | None = None  # holds a run-in heading, and goes on with the text
    for event in events(report):
        if isinstance(event, Opened):
            section = event.section
            if section.run_in or section.heading is None:
                open_paragraph = document.add_paragraph(style=_BODY.name)
                _run_in(open_paragraph, section, reader)
            else:
                style = _HEADINGS[min(section.level, len(_HEADINGS)) - 1]
                document.add_paragraph(marker_of(section) + section.heading, style=style.name)
                open_paragraph = None
        elif isinstance(event, Written):
            _paragraph(document, event, reader, open_paragraph)
            open_paragraph = None
        elif isinstance(event, Closed):
            open_paragraph = None


def _paragraph(document: Document, event: Written, reader: Reader, into: DocxParagraph | None) -> None:
    paragraph = event.paragraph
    rows = reader.rows(paragraph)
    if rows:
        _table(document, rows)
    elif into is not None:
        into.add_run(paragraph.text)
    else:
        style = _BY_ROLE.get(paragraph.role, _BODY) if paragraph.role and event.part == "front" else _BODY
        document.add_paragraph(paragraph.text, style=style.name)


def _run_in(paragraph: DocxParagraph, section: Section, reader: Reader) -> None:
    """The marker and heading that open a paragraph of text."""
    words = marker_of(section) + (section.heading or "")
    if section.heading is not None:
        words += reader.stop_after(section)
    run = paragraph.add_run(words)
    if section.heading is None:
        return
    if section.kind == "section" and section.level <= len(_RUN_IN):
        _set_font(run._element.get_or_add_rPr(), _RUN_IN[section.level - 1])
    else:
        run.bold = True


def _table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(rows), max(len(row) for row in rows), style="Table Grid")
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=False):
            cell.paragraphs[0].text = text
            cell.paragraphs[0].style = _PLAIN.name


def _set_page(document: Document) -> None:
    """A4 with a type area of 156 mm by 225 mm (GB/T 9704 §5.2.1)."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.left_margin = Mm(37), Mm(28)
    section.bottom_margin, section.right_margin = Mm(35), Mm(26)
    section.footer_distance = Mm(25)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.paragraph_format.first_line_indent = 0
    footer.add_run("— ")
    for kind, text in (("begin", None), (None, " PAGE "), ("end", None)):
        run = footer.add_run()
        element = OxmlElement("w:fldChar" if text is None else "w:instrText")
        if text is None:
            element.set(qn("w:fldCharType"), str(kind))
        else:
            element.set(qn("xml:space"), "preserve")
            element.text = text
        run._element.append(element)
    footer.add_run(" —")


def _define(document: Document, style: _Style) -> None:
    """Write ``style`` over the one of its name, or add it."""
    styles = document.styles
    known: Any = styles[style.name] if style.name in styles else styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    properties = known.element.get_or_add_rPr()
    _set_font(properties, style.font)
    known.font.size, known.font.bold, known.font.italic = Pt(style.size), style.bold, False
    known.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
    form = known.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER if style.centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, _LINE
    form.space_before = form.space_after = Pt(0)
    form.keep_with_next = style.outline_level is not None
    indent = form.element.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), _TWO_CHARACTERS if style.indented else "0")
    indent.set(qn("w:firstLine"), str(int(style.size * 40)) if style.indented else "0")
    for border in form.element.get_or_add_pPr().findall(qn("w:pBdr")):
        border.getparent().remove(border)


def _set_font(properties: Any, font: str) -> None:
    """The typeface of Chinese and of Western characters alike."""
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), font)


def _describe(document: Document, report: Report) -> None:
    """The properties of the file; no clock, so that equal reports give equal bytes."""
    properties = document.core_properties
    meta = report.meta
    properties.title = title_of(report)[:255]
    properties.author = ((meta.author.name if meta.author else None) or "")[:255]
    properties.subject = (meta.meeting or "")[:255]
    properties.comments = f"sha256 {report.source.sha256}"
    properties.language = "zh-CN"
    properties.created = properties.modified = datetime(*_DAY)
    properties.last_modified_by = "gongwen"


def _dated(package: bytes) -> bytes:
    """The package with one day on all its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = zipfile.ZipInfo(name, _DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(part, before.read(name))
    return target.getvalue()
