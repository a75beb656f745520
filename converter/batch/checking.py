"""Whether a result conforms to the published schema; both schemas are compiled once a process, on first use."""

from __future__ import annotations

from functools import cache

import jsonschema_rs
from lxml import etree
from pydantic_core import from_json

from converter.formats.schema import schema
from converter.formats.xml_parser import parse_xml


def json_conforms(result: bytes) -> bool:
    """Whether the published JSON Schema accepts ``result``."""
    return _json_schema().is_valid(from_json(result))


def xml_conforms(result: bytes) -> bool:
    """Whether the published XSD accepts ``result``."""
    return bool(_xsd().validate(parse_xml(result)))


@cache
def _json_schema() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema("json").decode(), offline=True)


@cache
def _xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(schema("xsd")))
