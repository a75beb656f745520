"""The published JSON Schema, made from the types of the model (through pydantic) and the table of their fields.

``python -m converter.formats.json_schema > schemas/report-1.0.schema.json`` writes it anew.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic import TypeAdapter

from converter.formats.fields import FIELDS, OBJECTS, TUPLES
from converter.formats.scalars import SCALARS
from converter.formats.xml_names import NAMESPACE
from converter.model import Report

_Schema = dict[str, Any]

_TITLE = "gongwen report, version 1.0"
_COMMENT = (
    "Every field is required, an absent one is null. Fields that are not listed are allowed and mean nothing to a "
    "reader of 1.0: later versions 1.x add fields."
)


def json_schema() -> _Schema:
    """The JSON Schema (2020-12) of a report as JSON; equal for equal types and tables."""
    generated = TypeAdapter(Report).json_schema(mode="serialization", ref_template="#/$defs/{model}")
    classes: dict[str, _Schema] = generated.pop("$defs")
    top = _documented("Report", generated)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": NAMESPACE,
        "title": _TITLE,
        "description": top.pop("description"),
        "$comment": _COMMENT,
        **top,
        "$defs": {name: _documented(name, classes[name]) for name in OBJECTS if name != "Report"} | SCALARS,
    }


def _documented(name: str, generated: _Schema) -> _Schema:
    """An object with its fields in the order of the model, each described, each required."""
    properties = {field: _field(name, field, found) for field, found in generated["properties"].items()}
    written = {
        "description": OBJECTS[name],
        "type": "object",
        "required": list(properties),
        "properties": properties,
    }
    return written | ({"oneOf": _HEADING} if name == "Section" else {})


def _field(owner: str, name: str, generated: _Schema) -> _Schema:
    field = FIELDS[owner][name]
    nullable = any(choice == {"type": "null"} for choice in generated.get("anyOf", ()))
    if field.scalar:
        found: _Schema = {"$ref": f"#/$defs/{field.scalar}"}
    elif name in TUPLES:
        found = {"type": "array", "items": _tuple(TUPLES[name])}
    elif name == "cells":
        found = {"type": "array", "minItems": 1, "items": _ROW}
    else:
        choices = [choice for choice in generated.get("anyOf", [generated]) if choice != {"type": "null"}]
        found = {key: value for key, value in choices[0].items() if key not in ("title", "default")}
    examples = {"examples": [json.loads(field.example)]} if field.example else {}
    if nullable:
        return {"description": field.meaning, **examples, "anyOf": [found, {"type": "null"}]}
    return {"description": field.meaning, **examples, **found}


def _tuple(kinds: tuple[str, ...]) -> _Schema:
    return {
        "type": "array",
        "prefixItems": [{"$ref": f"#/$defs/{kind}"} for kind in kinds],
        "items": False,
        "minItems": len(kinds),
    }


#: A row of a table: no table without rows, no row without cells, since the XML could not tell the one from no table.
_ROW: _Schema = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Span"}}


#: A heading and its place are both there or both absent: the XML has one element for the two.
_HEADING: list[_Schema] = [
    {"properties": {"heading": {"type": "null"}, "heading_span": {"type": "null"}}},
    {"properties": {"heading": {"type": "string"}, "heading_span": {"type": "array"}}},
]


def main() -> None:
    """Write the schema to standard output."""
    sys.stdout.buffer.write(json.dumps(json_schema(), ensure_ascii=False, indent=2).encode() + b"\n")


if __name__ == "__main__":
    main()
