"""The schema layer for XML: libxml2 decides by the published XSD; its words are put into ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, cast

from lxml import etree

from converter.formats import schema
from converter.formats.xml_names import NAMESPACE
from converter.formats.xml_parser import HARMLESS
from converter.validation.finding import Row
from converter.validation.schema_rows import (
    MISSING,
    NOT_A_CHOICE,
    NOT_EXPECTED,
    OTHER,
    OUT_OF_BOUNDS,
    WRONG_FORM,
    WRONG_LENGTH,
    WRONG_TYPE,
)
from converter.validation.xml_places import TAG


class XsdFault(NamedTuple):
    """A breach of the XSD: the row, the number of the element in reading order, its attribute, the values to name."""

    row: Row
    element: int
    attribute: str | None
    values: dict[str, object]


_SUBJECT = re.compile(r"Element '(?P<element>[^']*+)'(?:, attribute '(?P<attribute>[^']*+)')?: ?")

_EXPECTED = r" Expected is (?:one of )?\( (?P<{}>[^)]*) \)"
_VALUE = r"\[facet '[^']*+'\] The value '(?P<found>.*)' "
_LENGTH = r"\[facet '[^']*+'\] The value '.*' has a length of '(?P<found>\d++)'.*"

#: libxml2's names of what may be wrong → row, and a pattern whose groups are the values; the first that fits counts.
_KINDS: dict[str, tuple[tuple[Row, str], ...]] = {
    "SCHEMAV_CVC_COMPLEX_TYPE_4": ((MISSING, r"The attribute '(?P<name>[^']*+)' is required but missing"),),
    "SCHEMAV_ELEMENT_CONTENT": (
        (MISSING, r"Missing child element\(s\)\." + _EXPECTED.format("name")),
        (NOT_EXPECTED, r"This element is not expected\." + _EXPECTED.format("expected")),
        (NOT_EXPECTED, r"This element is not expected\.(?P<expected>)"),
    ),
    "SCHEMAV_CVC_ENUMERATION_VALID": (
        (NOT_A_CHOICE, _VALUE + r"is not an element of the set \{(?P<expected>[^}]*+)\}"),
    ),
    "SCHEMAV_CVC_PATTERN_VALID": ((WRONG_FORM, _VALUE + r"is not accepted by the pattern '(?P<expected>.*)'"),),
    "SCHEMAV_CVC_MININCLUSIVE_VALID": ((OUT_OF_BOUNDS, _VALUE + r"is less than .*\('(?P<least>[^']*+)'\)"),),
    "SCHEMAV_CVC_MAXINCLUSIVE_VALID": ((OUT_OF_BOUNDS, _VALUE + r"is greater than .*\('(?P<most>[^']*+)'\)"),),
    "SCHEMAV_CVC_MINLENGTH_VALID": ((WRONG_LENGTH, _LENGTH + r"'(?P<least>\d++)'"),),
    "SCHEMAV_CVC_LENGTH_VALID": ((WRONG_LENGTH, _LENGTH + r"'(?P<exactly>\d++)'"),),
}
#: Of a value that breaks a facet libxml2 says, too, that it is not of its type.
_DATATYPES = tuple(f"SCHEMAV_CVC_DATATYPE_VALID_1_2_{n}" for n in (1, 2, 3))
_DATATYPE = r"'(?P<found>.*)' is not a valid value of the \w+ type '(?P<expected>[^']*+)'"
#: A message longer than this quotes a long value; only its kind is told.
_MESSAGE = 4000


#: A larger document is first fed to the parser in pieces of this size, until there is a fault: the log of all faults of
#: a large document would not fit in memory.
_PIECE = 1 << 18


def read_conforming(document: bytes) -> etree._Element | None:
    """The root element of a document in UTF-8 that the published XSD accepts, otherwise ``None``.

    The schema runs along with the parser, because so a fault costs nothing but its mention, however many there are.
    """
    if len(document) > _PIECE:
        parser = etree.XMLPullParser(events=(), **HARMLESS, schema=_xsd())
        for start in range(0, len(document), _PIECE):
            try:
                parser.feed(document[start : start + _PIECE])
            except etree.XMLSyntaxError:
                return None
            if len(parser.feed_error_log):
                return None
    try:
        return etree.fromstring(document, etree.XMLParser(**HARMLESS, schema=_xsd()))
    except etree.XMLSyntaxError:
        return None


def xsd_faults(text: str) -> Iterator[XsdFault]:
    """What the published XSD does not accept in a well-formed document, one fault for a value.

    The document is fed tag by tag, so that it is known which element a fault belongs to.
    """
    parser = etree.XMLPullParser(events=(), **HARMLESS, schema=_xsd())
    told: set[tuple[int, str]] = set()
    passed = known = 0
    for end, element, names in tags(text):
        parser.feed(text[passed:end].encode())
        passed = end
        log = parser.feed_error_log
        if len(log) == known:
            continue
        for entry in list(cast("Iterable[etree._LogEntry]", log))[known:]:
            fault = _fault(entry, element, names)
            value = fault.element, fault.attribute or str(fault.values)
            if not (entry.type_name in _DATATYPES and value in told):
                told.add(value)
                yield fault
        known = len(log)


def tags(text: str) -> Iterator[tuple[int, int, list[tuple[int, str]]]]:
    """The end of every tag of a well-formed document, the number of its element in reading order, and the elements that
    are open there, by number and name; the last of these is the tag's own."""
    number = -1
    opened: list[tuple[int, str]] = []
    for match in TAG.finditer(text):
        tag = match["open"]
        if tag is not None:
            number += 1
            opened.append((number, tag.split(None, 1)[0].rstrip("/").rpartition(":")[2]))
            yield match.end(), number, opened
            if tag.endswith("/"):
                opened.pop()
        elif match[0].startswith("</"):
            yield match.end(), opened[-1][0], opened
            opened.pop()


def _fault(entry: etree._LogEntry, element: int, opened: list[tuple[int, str]]) -> XsdFault:
    """The fault of an entry of the log; it names its element, which is the one just fed or one around it."""
    message = entry.message.replace(f"{{{NAMESPACE}}}", "")
    subject = _SUBJECT.match(message)
    name, attribute = (subject["element"], subject["attribute"]) if subject else ("the document", None)
    row, values = _row(entry.type_name, message[subject.end() if subject else 0 :], attribute or name)
    local = name.rpartition("}")[2]
    element = next((number for number, tag in reversed(opened) if tag == local), element)
    return XsdFault(row, element, attribute, values)


def _row(kind: str, reason: str, name: str) -> tuple[Row, dict[str, object]]:
    """The row of a complaint and its values, all by name."""
    if len(reason) <= _MESSAGE:
        for row, pattern in _KINDS.get(kind, ()):
            if match := re.match(pattern, reason, re.DOTALL):
                return row, {"name": name} | _values(row, match.groupdict())
        if kind in _DATATYPES and (match := re.match(_DATATYPE, reason, re.DOTALL)):
            expected = match["expected"].rpartition(":")[2]
            quoted = f"'{match['found'][:60]}'"
            values = {"found": quoted, "found_zh": quoted, "expected": expected, "expected_zh": expected}
            return WRONG_TYPE, {"name": name} | values
    return OTHER, {"name": name, "reason": reason[:200]}


def _values(row: Row, groups: dict[str, str]) -> dict[str, object]:
    for group, words, words_zh in (
        ("least", "at least", "不小于"),
        ("most", "at most", "不大于"),
        ("exactly", "exactly", "为"),
    ):
        if group in groups:
            limit = groups.pop(group)
            groups |= {"expected": f"{words} {limit}", "expected_zh": f"{words_zh} {limit}"}
    return dict(groups)


@cache
def _xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(schema("xsd")))
