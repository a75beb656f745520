"""The published JSON Schema cut into parts: objects without what stands in their lists, so that each is judged alone.

A document with a million faults is then looked at entry by entry, as far as findings are asked for.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jsonschema_rs

from converter.formats import schema

Tree = dict[str, Any]

_REFERENCE = "#/$defs/"


@dataclass(frozen=True)
class SchemaPart:
    """The schema of one kind of object or entry; ``objects`` and ``lists`` name the parts of what it leaves open."""

    schema: Tree
    decider: jsonschema_rs.Draft202012Validator
    objects: dict[str, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)


@cache
def parts() -> dict[str, SchemaPart]:
    """The parts by name: that of a definition, ``Source/layout`` for the entries of a list, ``""`` for the report."""
    whole: Tree = json.loads(schema("json"))
    definitions: Tree = whole["$defs"]
    root = {key: value for key, value in whole.items() if key not in ("$defs", "$id")}
    objects = {"": root} | {name: held for name, held in definitions.items() if "properties" in held}
    cut: dict[str, SchemaPart] = {}
    for name, held in objects.items():
        properties, below, lists = {}, {}, {}
        for key, value in held["properties"].items():
            properties[key] = value
            reference = _referred(value)
            if reference is not None and reference in objects:
                properties[key] = {}
                below[key] = reference
            elif value.get("type") == "array" and "prefixItems" not in value and "items" in value:
                properties[key] = {word: rule for word, rule in value.items() if word != "items"}
                entry = _referred(value["items"])
                if entry is not None and entry in objects:
                    lists[key] = entry
                else:
                    lists[key] = f"{name}/{key}"
                    cut[lists[key]] = _part(value["items"], definitions)
        cut[name] = _part(held | {"properties": properties}, definitions, below, lists)
    return cut


def _referred(held: Tree) -> str | None:
    """The definition that ``held`` refers to, if it does."""
    reference = held.get("$ref")
    return str(reference).removeprefix(_REFERENCE) if reference else None


def _part(
    held: Tree, definitions: Tree, objects: dict[str, str] | None = None, lists: dict[str, str] | None = None
) -> SchemaPart:
    whole = held | {"$defs": definitions}
    # Values stay out of the messages: they may be long, and the explanation shows what is needed of them.
    decider = jsonschema_rs.Draft202012Validator(whole, offline=True, mask="the value")
    return SchemaPart(whole, decider, objects or {}, lists or {})
