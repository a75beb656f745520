"""Bytes of XML to elements, or the one reason why not: nothing is fetched, no entity is expanded, nothing goes deep."""

from __future__ import annotations

import codecs

from lxml import etree

from converter.formats.xml_names import NAMESPACE
from converter.formats.xml_parser import HARMLESS, declaration_at, false_declaration
from converter.limits import MAX_PARTS, most_parts
from converter.validation.finding import Position, Row
from converter.validation.intake import Refusal, too_many_parts
from converter.validation.json_places import position_at
from converter.validation.json_reading import TOO_DEEP
from converter.validation.xml_places import Part, XmlPlaces

#: libxml2 goes no deeper, even for large documents.
MAX_DEPTH = 2048

NOT_WELL_FORMED = Row(
    "GW013",
    "error",
    "xml-not-well-formed",
    "this is not well-formed XML: {reason}",
    "不是格式良好的 XML：{reason}",
    "<front><paragraph …>…</paragraph></front>",
    "<front><paragraph …>…</front>",
)
DOCTYPE = Row(
    "GW014",
    "error",
    "xml-doctype",
    "a document type declaration; a report must not have one, and entities are not read",
    "含有文档类型声明；报告不得含有，实体一律不读取",
    '<?xml version="1.0"?><report …>',
    '<?xml version="1.0"?><!DOCTYPE report SYSTEM "…"><report …>',
)
XML_ENCODING = Row(
    "GW015",
    "error",
    "xml-encoding",
    "XML must be UTF-8, or UTF-16 with a byte order mark: {found}",
    "XML 须为 UTF-8，或带字节顺序标记的 UTF-16：{found_zh}",
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<?xml version="1.0" encoding="GB18030"?>',
)
WRONG_ROOT = Row(
    "GW016",
    "error",
    "xml-root",
    "the root element is {found}; {expected} was expected",
    "根元素为 {found}，应为 {expected}",
    f'<report xmlns="{NAMESPACE}" …>',
    "<report …> without a namespace, or in another one",
)
ROWS = (NOT_WELL_FORMED, DOCTYPE, XML_ENCODING, WRONG_ROOT)

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def utf8(data: bytes) -> bytes:
    """The document in UTF-8 without a mark; raises :class:`Refusal` for other encodings than UTF-8 and UTF-16."""
    if data.startswith(_MARKS):
        try:
            document = data.decode("utf-16").encode()
            _refuse_false_declaration(document, "UTF-16")
            return document
        except UnicodeError:
            found = "a file in UTF-16 that is cut or damaged"
            raise Refusal(XML_ENCODING, {"found": found, "found_zh": "UTF-16 文件残缺"}) from None
    data = data.removeprefix(codecs.BOM_UTF8)
    _refuse_false_declaration(data, "UTF-8")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        found = f"byte {data[error.start]:02X} at offset {error.start} is not UTF-8"
        found_zh = f"偏移 {error.start} 处的字节 {data[error.start]:02X} 不是 UTF-8"
        raise Refusal(XML_ENCODING, {"found": found, "found_zh": found_zh}, position_at(before, len(before))) from None
    return data


def _refuse_false_declaration(document: bytes, encoding: str) -> None:
    name = false_declaration(document, encoding)
    if name is not None:
        found, found_zh = f"the declaration of a file in {encoding} says {name}", f"{encoding} 文件的声明为 {name}"
        raise Refusal(XML_ENCODING, {"found": found, "found_zh": found_zh}, Position(1, 1))


def refuse_before_parsing(document: bytes) -> None:
    """Raise :class:`Refusal` for a document in UTF-8 that no parser should see: too many parts, or a DTD."""
    if len(document) > MAX_PARTS:
        parts = document.count(b"<") + document.count(b"=") // 2
        most = most_parts(len(document))
        if parts > most:
            raise too_many_parts(parts, most)
    declaration = declaration_at(document)
    if declaration is not None and document.startswith(b"<!DOCTYPE", declaration):
        before = document[:declaration].decode()
        raise Refusal(DOCTYPE, {}, position_at(before, len(before)))


def read_xml(document: bytes) -> etree._Element:
    """The root element of a document in UTF-8 without a mark; raises :class:`Refusal`.

    Comments and processing instructions are left out. :func:`refuse_before_parsing` comes first.
    """
    try:
        root = etree.fromstring(document, etree.XMLParser(**HARMLESS))
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(error) from None
    if root.tag != f"{{{NAMESPACE}}}report":
        expected = f"report in the namespace {NAMESPACE}"
        part = Part(root)
        position = XmlPlaces(root, document.decode()).positions([part]).get(part)
        raise Refusal(WRONG_ROOT, {"found": _called(root), "expected": expected}, position)
    return root


def _called(root: etree._Element) -> str:
    name = etree.QName(root)
    return (
        f"{name.localname} in the namespace {name.namespace}" if name.namespace else f"{name.localname} in no namespace"
    )


def _not_well_formed(error: etree.XMLSyntaxError) -> Refusal:
    line, column = error.lineno or 1, error.offset or 1
    position = Position(line, column) if isinstance(line, int) and isinstance(column, int) else None
    reason = (error.msg or "the document is empty").rsplit(", line ", 1)[0]
    if "depth" in reason.lower():
        return Refusal(TOO_DEEP, {"limit": MAX_DEPTH}, position)
    return Refusal(NOT_WELL_FORMED, {"reason": reason}, position)
