"""``NAME.corrections.json``: what a person knows better about a source, beside it. Read, written, and its schema.

``python -m converter.formats.corrections_file > schemas/corrections-1.0.schema.json`` writes the schema anew.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, get_args

from jsonschema_rs import validator_for

from converter.formats.scalars import SCALARS
from converter.meta.corrections import FIELDS as META_FIELDS
from converter.model import Correction, Role, SectionKind
from converter.model.corrections import DEEPEST, CorrectionSet
from converter.model.errors import FormatError
from converter.targets.corrections import FIELDS as TARGET_FIELDS

#: What the file is called: the name of its source with this in the place of the suffix.
SUFFIX = ".corrections.json"
NAMESPACE = "urn:gongwen:corrections:1.0"
VERSION = "1.0"

#: A span on four lines, as indented JSON has it; no string holds a raw line feed.
_PAIR = re.compile(r"\[\n +([0-9]+),\n +([0-9]+)\n +\]")
_TEXT = {"$ref": "#/$defs/Text"}
_VALUE = {"anyOf": [_TEXT, {"type": "null"}]}
_PLACE = {"$ref": "#/$defs/Span"}
#: Each operation: what it says, and its members beside ``op`` (those of the first list are required).
_OPERATIONS: dict[str, tuple[str, list[str], dict[str, Any]]] = {
    "break": ("A paragraph begins with the first character of the span.", ["span"], {"span": _PLACE}),
    "join": (
        "What begins with the first character of the span goes on from the paragraph before.",
        ["span"],
        {"span": _PLACE},
    ),
    "node": (
        "A node of the outline opens with the first character of the span: its marker or its heading. What is not said "
        "of it is read as usual.",
        ["span"],
        {
            "span": _PLACE,
            "kind": {"enum": list(get_args(SectionKind))},
            "level": {"type": "integer", "minimum": 1, "maximum": DEEPEST},
            "heading": _TEXT,
        },
    ),
    "no_node": ("No node opens with the first character of the span.", ["span"], {"span": _PLACE}),
    "role": (
        "The paragraph that begins with the first character of the span has this role; null: it is text.",
        ["span", "role"],
        {"span": _PLACE, "role": {"enum": [*get_args(Role), None]}},
    ),
    "meta": (
        "The field of the metadata has this value; null: the document does not say it.",
        ["field", "value"],
        {"field": {"enum": list(META_FIELDS)}, "value": _VALUE},
    ),
    "target": (
        "A target stands at the span; one of its fields, or several in `fields`, have these values. Numbers are "
        "written as text.",
        ["span"],
        {
            "span": _PLACE,
            "field": {"enum": list(TARGET_FIELDS)},
            "value": _VALUE,
            "fields": {
                "type": "object",
                "properties": dict.fromkeys(TARGET_FIELDS, _VALUE),
                "additionalProperties": False,
            },
        },
    ),
    "no_target": ("No target stands at the span.", ["span"], {"span": _PLACE}),
}


def corrections_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a file of corrections."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": NAMESPACE,
        "title": "gongwen corrections, version 1.0",
        "description": "What a person knows better about a source than the parser. Spans are code points of its text.",
        "type": "object",
        "required": ["schema_version", "source", "corrections"],
        "properties": {
            "schema_version": {"description": "Version of this schema.", "type": "string", "pattern": "^1\\.[0-9]+$"},
            "source": {
                "description": "The file that the corrections are about.",
                "type": "object",
                "required": ["sha256"],
                "properties": {"name": _VALUE, "sha256": {"anyOf": [{"$ref": "#/$defs/Sha256"}, {"type": "null"}]}},
            },
            "corrections": {
                "description": "In the order in which they were said.",
                "type": "array",
                "items": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in _OPERATIONS]},
            },
        },
        "$defs": {name: _operation(name) for name in _OPERATIONS}
        | {name: SCALARS[name] for name in ("Text", "Span", "Offset", "Sha256")},
    }


def _operation(name: str) -> dict[str, Any]:
    said, required, members = _OPERATIONS[name]
    properties = {"op": {"const": name}, **members, "comment": {"description": "For people.", **_TEXT}}
    written = {"description": said, "type": "object", "required": ["op", *required], "properties": properties}
    return {**written, "additionalProperties": False}


def read_corrections(data: bytes) -> CorrectionSet:
    """The corrections of a file. Raises :class:`FormatError` with the first fault and its place (RFC 6901)."""
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"this is no file of corrections: {error}") from None
    fault = next(iter(validator_for(corrections_schema()).iter_errors(tree)), None)
    if fault is not None:
        raise FormatError(_sentence(tree, fault))
    return CorrectionSet(tree["source"]["sha256"], [one for said in tree["corrections"] for one in _corrections(said)])


def _sentence(tree: Any, fault: Any) -> str:
    """Where the file is wrong, and what would be right; of a correction, what its operation asks."""
    path = list(fault.instance_path)
    pointer = "".join(f"/{step}" for step in path)
    if len(path) >= 2 and path[0] == "corrections":
        said = tree["corrections"][path[1]]
        name = said.get("op") if isinstance(said, dict) else None
        if name not in _OPERATIONS:
            return f"{pointer}: {name!r} is no operation; there are {', '.join(_OPERATIONS)}"
        inner = {**corrections_schema(), "oneOf": None, "$ref": f"#/$defs/{name}"}
        for key in ("oneOf", "type", "required", "properties"):
            inner.pop(key, None)
        fault = next(iter(validator_for(inner).iter_errors(said)), fault)
        pointer = f"/corrections/{path[1]}" + "".join(f"/{step}" for step in fault.instance_path)
    return f"{pointer or 'the document'}: {fault.message[:300]}"


def _corrections(said: dict[str, Any]) -> list[Correction]:
    """A correction as it is listed in reports; several fields of a target are listed one by one."""
    span = (said["span"][0], said["span"][1]) if "span" in said else None
    fields = said.get("fields")
    if said["op"] == "target" and fields:
        return [Correction("target", span, "applied", field=name, value=value) for name, value in fields.items()]
    members = {name: said[name] for name in ("kind", "level", "heading", "role", "field", "value") if name in said}
    return [Correction(said["op"], span, "applied", **members)]


def write_corrections(name: str | None, sha256: str, corrections: Sequence[Correction]) -> bytes:
    """The file of ``corrections`` of the source ``name`` with the hash ``sha256``."""
    tree = {
        "schema_version": VERSION,
        "source": {"name": name, "sha256": sha256},
        "corrections": [_written(correction) for correction in corrections],
    }
    return (_PAIR.sub(r"[\1, \2]", json.dumps(tree, ensure_ascii=False, indent=2)) + "\n").encode()


def _written(correction: Correction) -> dict[str, Any]:
    members = _OPERATIONS[correction.op][2]
    required = _OPERATIONS[correction.op][1]
    found = {
        name: value
        for name, value in asdict(correction).items()
        if name in members and (value is not None or name in required)
    }
    if correction.op == "target" and correction.field is not None:
        found["value"] = correction.value
    return {"op": correction.op, **found}


def schema_text() -> str:
    """The schema as it is published."""
    return json.dumps(corrections_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
