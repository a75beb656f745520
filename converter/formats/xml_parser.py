"""Bytes of XML to elements, without entities, document type declarations, network or deep nesting."""

from __future__ import annotations

import codecs
import re
from typing import Any

from lxml import etree

from converter.limits import MAX_REPORT_BYTES
from converter.model.errors import FormatError

#: How every parser of this project is set: nothing is fetched, no entity is expanded (promise 7 of the design). Without
#: entities the input bounds all that is built, so that the length of a text needs no bound of its own.
HARMLESS: dict[str, Any] = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": True,
    "remove_comments": True,
    "remove_pis": True,
}

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BLANKS = b" \t\r\n"
_DECLARED = re.compile(rb"""<\?xml[ \t\r\n][^>]*?encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z0-9._\-]{1,40})["']""")
#: What may be declared of a document in an encoding; programs that turn UTF-8 into UTF-16 leave the declaration.
_UTF_8 = (b"UTF-8", b"UTF8", b"US-ASCII", b"ASCII")
_SAME = {"UTF-8": _UTF_8, "UTF-16": (b"UTF-16", b"UTF16", b"UTF-16LE", b"UTF-16BE", *_UTF_8)}


def parse_xml(data: str | bytes) -> etree._Element:
    """The root element of ``data`` (text, or bytes in UTF-8 or UTF-16), without comments and processing instructions.

    Raises :class:`FormatError`, with the line where there is one, when ``data`` is no well-formed XML, is nested deeper
    than libxml2 allows, or has a document type declaration: no report needs one, and entities live there.
    """
    document = _utf8(data)
    if len(document) > MAX_REPORT_BYTES:
        raise FormatError(f"the document has {len(document)} bytes, and {MAX_REPORT_BYTES} are the most that is read")
    if not document.strip():
        raise FormatError("the document is empty")
    declaration = declaration_at(document)
    if declaration is not None:
        line = document.count(b"\n", 0, declaration) + 1
        raise FormatError(f"line {line}: a document type declaration, which a report must not have")
    try:
        root = etree.fromstring(document, etree.XMLParser(**HARMLESS))
    except etree.XMLSyntaxError as error:
        fault = " ".join(str(error.msg).partition(", line ")[0].partition(", use XML_PARSE_HUGE")[0].split())
        raise FormatError(f"line {error.lineno or 1}: not well-formed XML: {fault}") from None
    return root


def _utf8(data: str | bytes) -> bytes:
    """``data`` in UTF-8; raises :class:`FormatError` for bytes that are in another encoding than they declare."""
    try:
        if isinstance(data, str):
            return data.removeprefix("\ufeff").encode()
        marked = data.startswith(_MARKS)
        document = data.decode("utf-16").encode() if marked else data.removeprefix(codecs.BOM_UTF8)
    except UnicodeError as error:
        raise FormatError(f"the document is no text: {error}") from None
    if lie := false_declaration(document, "UTF-16" if marked else "UTF-8"):
        raise FormatError(f"the declaration says {lie}, and the document is in {'UTF-16' if marked else 'UTF-8'}")
    return document


def false_declaration(document: bytes, encoding: str) -> str | None:
    """What the declaration of ``document``, here in UTF-8, says of its encoding, if not that it was ``encoding``."""
    found = _DECLARED.match(document)
    if found is None or found[1].upper() in _SAME[encoding]:
        return None
    return found[1].decode()


def declaration_at(document: bytes) -> int | None:
    """Where a declaration ``<!…`` begins before the root element, where ``<!DOCTYPE`` may stand (XML 1.0 §2.8)."""
    position, end = 0, len(document)
    while position < end:
        if document[position] in _BLANKS:
            position += 1
        elif document.startswith(b"<?", position):
            position = _after(document, b"?>", position)
        elif document.startswith(b"<!--", position):
            position = _after(document, b"-->", position)
        else:
            return position if document.startswith(b"<!", position) else None
    return None


def _after(document: bytes, mark: bytes, position: int) -> int:
    found = document.find(mark, position + 2)
    return len(document) if found < 0 else found + len(mark)
