"""The report as XML, written straight to text: what is written does not depend on the version of an XML library.

Structure is elements in reading order, scalars are attributes, the text of a leaf is the content of its element. White
space is added between elements only, never inside a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from converter.formats import xml_names as names
from converter.formats.errors import FormatError
from converter.formats.milestones import Milestone, milestones
from converter.model import Marker, Meta, Paragraph, Report, Section, Source, Span

#: The characters that XML 1.0 §2.2 cannot carry.
UNCARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

#: The same but for surrogates in UTF-8, for a quick look at a whole document.
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_NONCHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")

#: What has to be escaped in an attribute.
_SPECIAL = re.compile('[&<>"\\t\\n\\r]')

#: One step of the indentation, which is added between elements only.
_STEP = "  "

_Placed = dict[Span, list[Milestone]]


def to_xml(report: Report) -> bytes:
    """The report as an XML document in UTF-8, the same bytes for equal reports.

    Raises :class:`FormatError` when a string outside ``source.layout`` holds a character that XML cannot carry; the
    published schema allows none there.
    """
    placed = milestones(report)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<report xmlns="{names.NAMESPACE}" schema_version="{_quoted(report.schema_version)}">',
        *_meta(report.meta),
        *_element("front", _paragraphs(report.front, placed)),
        *_element("preamble", _paragraphs(report.preamble, placed)),
        *_element("sections", _sections(report.sections, placed)),
        *_element("closing", _paragraphs(report.closing, placed)),
        *_element("back", _paragraphs(report.back, placed)),
        *_element(
            "targets",
            [f"<target{_attributes(t, names.TARGET)}>{_content(t.text)}</target>" for t in report.targets],
        ),
        *_element("paid_spans", [f"<paid_span{_attributes(p, names.PAID_SPAN)}/>" for p in report.paid_spans]),
        *_element("diagnostics", [f"<diagnostic{_attributes(d, names.DIAGNOSTIC)}/>" for d in report.diagnostics]),
        *_source(report.source),
        f"{_STEP}<edition{_attributes(report.edition, names.EDITION)}/>",
        f"{_STEP}<generator{_attributes(report.generator, names.GENERATOR)}/>",
        "</report>",
    ]
    return _encoded("\n".join(lines))


def _element(name: str, children: Sequence[str], attributes: str = "") -> list[str]:
    """An element around lines, one step in."""
    if not children:
        return [f"{_STEP}<{name}{attributes}/>"]
    return [f"{_STEP}<{name}{attributes}>", *[_STEP + _STEP + line for line in children], f"{_STEP}</{name}>"]


def _meta(meta: Meta) -> list[str]:
    children = []
    if meta.place is not None:
        children.append(f"<place{_attributes(meta.place, names.PLACE)}/>")
    if meta.author is not None:
        children.append(f"<author{_attributes(meta.author, names.AUTHOR)}/>")
    return _element("meta", children, _attributes(meta, names.META))


def _source(source: Source) -> list[str]:
    children = [
        *_element("layout", [f'<piece at="{at}"{_piece(text)}/>' for at, text in source.layout]),
        *_element("undecodable", [f'<bytes at="{at}" hex="{code}"/>' for at, code in source.undecodable]),
        *_element("variants", [f'<bytes at="{at}" hex="{code}"/>' for at, code in source.variants]),
    ]
    return _element("source", [line.removeprefix(_STEP) for line in children], _attributes(source, names.SOURCE))


def _piece(text: str) -> str:
    """A piece of layout as it is or, when XML cannot carry it, as the hexadecimal digits of its UTF-8."""
    if UNCARRIED.search(text):
        return f' hex="{text.encode().hex()}"'
    return f' text="{_quoted(text)}"'


def _sections(sections: Sequence[Section], placed: _Placed) -> list[str]:
    """The lines of a forest of sections; a stack instead of recursion, since trees may be deep."""
    lines: list[str] = []
    stack: list[tuple[str, Section | str]] = [("", section) for section in reversed(sections)]
    while stack:
        indent, node = stack.pop()
        if isinstance(node, str):
            lines.append(indent + node)
            continue
        inner = indent + _STEP
        lines.append(f"{indent}<section{_attributes(node, names.SECTION)}>")
        if node.marker is not None:
            lines.append(inner + _marker(node.marker, placed))
        if node.heading is not None or node.heading_span is not None:
            lines.append(inner + _heading(node, placed))
        lines += [indent + line for line in _element("body", _paragraphs(node.body, placed))]
        closing = [indent + line for line in _element("tail", _paragraphs(node.tail, placed))]
        closing.append(f"{indent}</section>")
        stack.extend(("", line) for line in reversed(closing))
        middle = _middle(node)
        if not middle:
            lines.append(f"{inner}<subsections/>")
            continue
        lines.append(f"{inner}<subsections>")
        stack.append((inner, "</subsections>"))
        children = [_paragraph(child, placed) if isinstance(child, Paragraph) else child for child in middle]
        stack.extend((inner + _STEP, child) for child in reversed(children))
    return lines


def _middle(section: Section) -> list[Section | Paragraph]:
    """The subsections and, where they stand among these, the interludes."""
    middle: list[Section | Paragraph] = []
    interludes = section.interludes[::-1]
    for subsection in section.subsections:
        while interludes and interludes[-1].span < subsection.span:
            middle.append(interludes.pop())
        middle.append(subsection)
    return middle + interludes[::-1]


def _marker(marker: Marker, placed: _Placed) -> str:
    return f"<marker{_attributes(marker, names.MARKER)}>{_text(marker.text, marker.span, placed)}</marker>"


def _heading(section: Section, placed: _Placed) -> str:
    """A heading and its place, of which a valid report has both or none."""
    span = section.heading_span
    place = "" if span is None else f' span="{_pair(span)}"'
    return f"<heading{place}>{_text(section.heading or '', span, placed)}</heading>"


def _paragraphs(paragraphs: Iterable[Paragraph], placed: _Placed) -> list[str]:
    return [_paragraph(paragraph, placed) for paragraph in paragraphs]


def _paragraph(paragraph: Paragraph, placed: _Placed) -> str:
    """A paragraph on one line: its text and, after it, the stretches that mean something of their own."""
    text = _text(paragraph.text, paragraph.span, placed)
    marks = "".join(f"<mark{_attributes(mark, names.MARK)}/>" for mark in paragraph.marks)
    return f"<paragraph{_attributes(paragraph, names.PARAGRAPH)}>{text}{marks}</paragraph>"


def _text(text: str, span: Span | None, placed: _Placed) -> str:
    """The content of a leaf, with the milestones of the paid spans that begin or end in it."""
    if span is None or span not in placed:
        return _content(text)
    pieces, position = [], 0
    for milestone in placed[span]:
        pieces.append(_content(text[position : milestone.position]))
        pieces.append(f'<{milestone.kind} n="{milestone.number}"/>')
        position = milestone.position
    pieces.append(_content(text[position:]))
    return "".join(pieces)


def _attributes(element: object, wanted: names.Attributes) -> str:
    written = ""
    for name, kind in wanted.items():
        value = getattr(element, name)
        if value is not None:
            written += f' {name}="{_WRITE[kind](value)}"'
    return written


def _pair(span: Span) -> str:
    return " ".join(map(str, span))


def _boolean(value: bool) -> str:
    return "true" if value else "false"


def _quoted(text: str) -> str:
    """``text`` for an attribute; white space as references, because a reader turns it into blanks (XML 1.0 §3.3.3)."""
    if not _SPECIAL.search(text):
        return text
    return _content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _content(text: str) -> str:
    """``text`` for an element; CR as a reference, because a reader turns it into LF (XML 1.0 §2.11)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


_WRITE: dict[names.Kind, Callable[[Any], str]] = {
    "text": _quoted,
    "integer": str,
    "number": repr,
    "boolean": _boolean,
    "span": _pair,
}


def _encoded(document: str) -> bytes:
    """``document`` as bytes, once it is sure that a reader of XML will take them."""
    try:
        data = document.encode()
    except UnicodeEncodeError:
        data = None
    if data is None or len(data.translate(None, _CONTROLS)) < len(data) or any(code in data for code in _NONCHARACTERS):
        found = UNCARRIED.findall(document)[0]
        raise FormatError(f"XML cannot carry the character U+{ord(found):04X}; only source.layout may hold it")
    return data
