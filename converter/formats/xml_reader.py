"""The report out of XML: well-formed, then valid by the published XSD, then built."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from lxml import etree

from converter.formats import xml_names as names
from converter.formats.schema import schema
from converter.formats.versions import check_version
from converter.formats.xml_parser import parse_xml
from converter.model import (
    Author,
    Correction,
    Diagnostic,
    Edition,
    GeneratedKind,
    Generator,
    Mark,
    Marker,
    Meta,
    Omitted,
    PaidSpan,
    Paragraph,
    Place,
    Projection,
    Report,
    Result,
    Section,
    Source,
    Span,
    Target,
)
from converter.model.errors import FormatError

_Piece = tuple[int, str]

#: What stands before the local name in the tag of every element of the namespace.
_PREFIX = f"{{{names.NAMESPACE}}}"


def _tag(name: str) -> str:
    return f"{{{names.NAMESPACE}}}{name}"


@cache
def report_schema() -> etree.XMLSchema:
    """The published XSD, compiled."""
    return etree.XMLSchema(etree.fromstring(schema("xsd")))


def from_xml(data: str | bytes) -> Report:
    """The report that ``data`` (XML; bytes in UTF-8 or UTF-16) holds; what a later 1.x adds is ignored.

    The milestones of the paid spans say again what ``paid_spans`` says and are ignored, too. Raises
    :class:`FormatError`, with the line, when ``data`` is no XML, of another major version, or not valid.
    """
    root = parse_xml(data)
    if root.tag != _tag("report"):
        raise FormatError(f"the root element is {root.tag[:80]}: a report starts with report in {names.NAMESPACE}")
    check_version(root.get("schema_version"))
    xsd = report_schema()
    if not xsd.validate(root):
        faults: Any = xsd.error_log
        message = " ".join(faults[0].message[:1000].replace(f"{{{names.NAMESPACE}}}", "").split())
        raise FormatError(f"line {faults[0].line}: {message[:300]}")
    return read_element(root)


def read_element(root: etree._Element) -> Report:
    """The report of a root element that the published XSD accepts; raises :class:`FormatError` for an empty text."""
    parts = _parts(root)
    return Report(
        schema_version=root.get("schema_version", ""),
        meta=_meta(parts["meta"]),
        front=_paragraphs(parts["front"]),
        preamble=_paragraphs(parts["preamble"]),
        sections=_sections(parts["sections"]),
        closing=_paragraphs(parts["closing"]),
        back=_paragraphs(parts["back"]),
        targets=[Target(text=_text(e), **_scalars(e, names.TARGET)) for e in _children(parts["targets"], "target")],
        paid_spans=[PaidSpan(**_scalars(e, names.PAID_SPAN)) for e in _children(parts["paid_spans"], "paid_span")],
        diagnostics=[
            Diagnostic(**_scalars(e, names.DIAGNOSTIC)) for e in _children(parts["diagnostics"], "diagnostic")
        ],
        source=_source(parts["source"]),
        edition=Edition(**_scalars(parts["edition"], names.EDITION)),
        generator=Generator(**_scalars(parts["generator"], names.GENERATOR)),
        results=[Result(text=_text(e), **_scalars(e, names.RESULT)) for e in _children(parts["results"], "result")],
        corrections=[
            Correction(**_scalars(e, names.CORRECTION)) for e in _children(parts["corrections"], "correction")
        ],
    )


def _parts(element: etree._Element) -> dict[str, etree._Element]:
    """The children of an element by name; the schema has found them there. Of what a later version adds, nothing."""
    parts: dict[str, etree._Element] = {}
    for child in element:
        tag = child.tag
        if tag.startswith(_PREFIX):
            parts.setdefault(tag[len(_PREFIX) :], child)
    return parts


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    """The children of that name; nearly all lists of a report are empty."""
    if not len(element):
        return []
    tag = _tag(name)
    return [child for child in element if child.tag == tag]


def _meta(element: etree._Element) -> Meta:
    parts = _parts(element)
    return Meta(
        place=Place(**_scalars(parts["place"], names.PLACE)) if "place" in parts else None,
        author=Author(**_scalars(parts["author"], names.AUTHOR)) if "author" in parts else None,
        **_scalars(element, names.META),
    )


def _sections(forest: etree._Element) -> list[Section]:
    """The sections in an element, with all below them; a list of work instead of recursion."""
    top: list[Section] = []
    work = [(forest, top)]
    while work:
        holder, into = work.pop()
        for element in _children(holder, "section"):
            parts = _parts(element)
            section = _section(element, parts)
            into.append(section)
            if len(parts["subsections"]):
                work.append((parts["subsections"], section.subsections))
    return top


def _section(element: etree._Element, parts: dict[str, etree._Element]) -> Section:
    """A section without the sections in it."""
    marker, heading = parts.get("marker"), parts.get("heading")
    get: Any = element.get
    return Section(
        id=get("id"),
        kind=get("kind"),
        level=int(get("level")),
        marker=None if marker is None else _marker(marker),
        heading=None if heading is None else _text(heading),
        heading_span=None if heading is None else _pair(heading.get("span", "")),
        run_in=_boolean(get("run_in")),
        span=_pair(get("span")),
        access=get("access"),
        body=_paragraphs(parts["body"]),
        interludes=_paragraphs(parts["subsections"]),
        tail=_paragraphs(parts["tail"]),
    )


def _marker(element: etree._Element) -> Marker:
    get: Any = element.get
    ordinal = get("ordinal")
    return Marker(_text(element), get("family"), None if ordinal is None else int(ordinal), _pair(get("span")))


def _paragraphs(element: etree._Element) -> list[Paragraph]:
    return [_paragraph(child) for child in _children(element, "paragraph")]


def _paragraph(element: etree._Element) -> Paragraph:
    get: Any = element.get
    marks = [Mark(**_scalars(child, names.MARK)) for child in _children(element, "mark")] if len(element) else []
    paragraph = Paragraph(get("id"), get("role"), _text(element), _pair(get("span")), get("access"), marks)
    rows = _children(element, "row")
    if rows:
        paragraph.cells = [[_pair(cell.get("span", "")) for cell in _children(row, "cell")] for row in rows]
    return paragraph


def _source(element: etree._Element) -> Source:
    parts = _parts(element)
    return Source(
        layout=[_piece(child) for child in _children(parts["layout"], "piece")],
        undecodable=[_bytes(child) for child in _children(parts["undecodable"], "bytes")],
        variants=[_bytes(child) for child in _children(parts["variants"], "bytes")],
        projection=Projection(**_scalars(parts["projection"], names.PROJECTION)) if "projection" in parts else None,
        generated=[_stretch(child) for child in _children(parts["generated"], "stretch")],
        omitted=[Omitted(**_scalars(child, names.OMITTED)) for child in _children(parts["omitted"], "things")],
        original=_text(parts["original"]) if "original" in parts else None,
        pages=[(int(child.get("at", "")), int(child.get("n", ""))) for child in _children(parts["pages"], "page")],
        **_scalars(element, names.SOURCE),
    )


def _piece(element: etree._Element) -> _Piece:
    text, code = element.get("text"), element.get("hex")
    if (text is None) == (code is None):
        raise FormatError(f"line {element.sourceline}: a piece of layout has either text or hex")
    if text is None:
        try:
            text = bytes.fromhex(code or "").decode()
        except UnicodeDecodeError:
            raise FormatError(f"line {element.sourceline}: the hex of a piece of layout is no UTF-8: {code}") from None
    return int(element.get("at", "")), text


def _bytes(element: etree._Element) -> _Piece:
    return int(element.get("at", "")), element.get("hex", "")


def _stretch(element: etree._Element) -> tuple[int, int, GeneratedKind]:
    kind: Any = element.get("kind")
    return (*_pair(element.get("span", "")), kind)


def _text(element: etree._Element) -> str:
    """The text of a leaf, which the milestones in it do not interrupt."""
    text = "".join(map(str, element.itertext())) if len(element) else element.text
    if not text:
        raise FormatError(f"line {element.sourceline}: {etree.QName(element).localname} has no text")
    return text


def _scalars(element: etree._Element, wanted: names.Attributes) -> dict[str, Any]:
    """The attributes ``wanted`` as values of the model, absent ones as ``None``."""
    found: dict[str, Any] = dict.fromkeys(wanted)
    written: Any = element.items()
    for name, value in written:
        kind = wanted.get(name)
        if kind is not None:
            found[name] = value if kind == "text" else _READ[kind](value)
    return found


def _pair(text: str) -> Span:
    start, end = text.split()
    return int(start), int(end)


def _number(text: str) -> int | float:
    return int(text) if text.lstrip("-").isdigit() else float(text)


def _boolean(text: str) -> bool:
    return text == "true"


_READ: dict[names.Kind, Callable[[str], Any]] = {
    "text": str,
    "integer": int,
    "number": _number,
    "boolean": _boolean,
    "span": _pair,
}
