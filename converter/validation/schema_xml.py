"""The schema layer for XML: libxml2 decides by the published XSD; its words are put into ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, cast

from lxml import etree

from converter.formats import schema
from converter.formats.xml_names import NAMESPACE
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


class XsdFault(NamedTuple):
    """A breach of the XSD: the row, the element by its positions (``/*/*[4]``), the attribute, the values to name."""

    row: Row
    steps: str
    attribute: str | None
    values: dict[str, object]


_SUBJECT = re.compile(r"Element '(?P<element>[^']*+)'(?:, attribute '(?P<attribute>[^']*+)')?: ?")

_EXPECTED = r" Expected is (?:one of )?\( (?P<{}>[^)]*+) \)"
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


def conforms(root: etree._Element) -> bool:
    """Whether the published XSD accepts the document."""
    return bool(_xsd().validate(root))


def xsd_faults(root: etree._Element) -> Iterator[XsdFault]:
    """What the published XSD does not accept in the document, one fault for a value."""
    xsd = etree.XMLSchema(_tree())  # one of its own: the log of a schema belongs to its last document
    xsd.validate(root)
    told: set[tuple[str | None, str | None]] = set()
    for entry in cast("Iterable[etree._LogEntry]", xsd.error_log):
        message = entry.message.replace(f"{{{NAMESPACE}}}", "")
        subject = _SUBJECT.match(message)
        element, attribute = (subject["element"], subject["attribute"]) if subject else ("the document", None)
        place = entry.path, attribute or message[:200]
        if entry.type_name in _DATATYPES and (entry.path, attribute) in told:
            continue
        told.update((place, (entry.path, attribute)))
        reason = message[subject.end() if subject else 0 :]
        row, values = _row(entry.type_name, reason, attribute or element)
        yield XsdFault(row, entry.path or "/*", attribute, values)


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
def _tree() -> etree._Element:
    return etree.fromstring(schema("xsd"))


@cache
def _xsd() -> etree.XMLSchema:
    return etree.XMLSchema(_tree())
