"""Writer and reader of the model's types as JSON, built straight on pydantic-core.

The same as pydantic's ``TypeAdapter(Report)``, which a test compares; but importing pydantic and building the adapter
takes 0.15 s, this 0.04 s, and a command that converts one small file has 0.25 s in all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema, SchemaSerializer, SchemaValidator, core_schema

from converter.formats.fields import FIELDS, TUPLES
from converter.formats.scalars import SCALARS
from converter.model import Report, Span

#: An object of the model, one of its fields and the type of that → what the field may hold.
_FieldSchema = Callable[[Any, Field[Any], Any], CoreSchema]

_PLAIN: dict[Any, CoreSchema] = {
    str: core_schema.str_schema(),
    int: core_schema.int_schema(),
    float: core_schema.float_schema(),
    bool: core_schema.bool_schema(),
    NoneType: core_schema.none_schema(),
}


@cache
def writer(of: type = Report) -> SchemaSerializer:
    """What writes a report, or the objects of another class of the model."""
    return SchemaSerializer(_report(_typed, of))


@cache
def text_writer() -> SchemaSerializer:
    """What writes a text alone."""
    return SchemaSerializer(core_schema.str_schema())


@cache
def reader() -> SchemaValidator:
    """What reads a report."""
    return SchemaValidator(_report(_typed))


@cache
def checked_reader() -> SchemaValidator:
    """What reads a report that the published JSON Schema accepts, and checks it on the way.

    It accepts no more than the schema, but for a section with half a heading, and somewhat less: nothing that the model
    does not know, and no integer that is written ``1.0``.
    """
    return SchemaValidator(_report(_published), {"extra_fields_behavior": "forbid"})


def _report(field_schema: _FieldSchema, of: type = Report) -> CoreSchema:
    """The core schema of the report: each dataclass once, referred to by name, so that sections may hold sections."""
    found: dict[str, CoreSchema] = {}
    waiting: list[type] = [of]
    while waiting:
        owner = waiting.pop()
        if owner.__name__ not in found:
            hints = get_type_hints(owner)
            found[owner.__name__] = _dataclass(owner, hints, field_schema)
            waiting += [inner for hint in hints.values() for inner in _classes(hint)]
    return core_schema.definitions_schema(core_schema.definition_reference_schema(of.__name__), list(found.values()))


def _dataclass(owner: Any, hints: dict[str, Any], field_schema: _FieldSchema) -> CoreSchema:
    arguments = [
        core_schema.dataclass_field(field.name, field_schema(owner, field, hints[field.name]))
        for field in fields(owner)
    ]
    return core_schema.dataclass_schema(
        owner,
        core_schema.dataclass_args_schema(owner.__name__, arguments),
        [field.name for field in fields(owner)],
        ref=owner.__name__,
        slots=True,
    )


def _typed(owner: Any, field: Field[Any], hint: Any) -> CoreSchema:
    """A field as its type has it; one with a default may be left out."""
    schema = _core(hint)
    if field.default is not MISSING:
        return core_schema.with_default_schema(schema, default=field.default)
    if field.default_factory is not MISSING:
        return core_schema.with_default_schema(schema, default_factory=field.default_factory)
    return schema


def _published(owner: Any, field: Field[Any], hint: Any) -> CoreSchema:
    """A field as the published schema has it: always there, and its scalars within their bounds."""
    scalar = FIELDS[owner.__name__][field.name].scalar
    if scalar:
        schema = _scalar(scalar, hint)
    elif field.name in TUPLES:
        parts = [_scalar(kind, str) for kind in TUPLES[field.name]]
        schema = core_schema.list_schema(core_schema.tuple_schema(parts))
    elif field.name == "cells":
        row = core_schema.list_schema(_scalar("Span", Span), min_length=1)
        schema = core_schema.list_schema(row, min_length=1)
    else:
        return _core(hint)
    return core_schema.nullable_schema(schema) if NoneType in get_args(hint) else schema


def _scalar(name: str, hint: Any) -> CoreSchema:
    """The core schema of a kind of scalar that has the type ``hint``."""
    match SCALARS[name]:
        case {"type": "string", "enum": words}:
            return core_schema.literal_schema(words)
        case {"type": "string", **rest}:
            return core_schema.str_schema(pattern=rest.get("pattern"), min_length=rest.get("minLength"))
        case {"type": "integer"}:
            return _integer(name)
        case {"type": "number", "minimum": least, "maximum": most}:
            number = core_schema.float_schema(ge=least, le=most, allow_inf_nan=False)
            whole = core_schema.int_schema(ge=int(least), le=int(most))
            return number if hint is float else core_schema.union_schema([whole, number])
        case {"type": "array", "prefixItems": items}:  # of offsets
            return core_schema.tuple_schema([_integer(item["$ref"].rpartition("/")[2]) for item in items])
    raise TypeError(f"no scalar may be as {name}: extend converter.formats.model_types")


def _integer(name: str) -> CoreSchema:
    return core_schema.int_schema(ge=SCALARS[name]["minimum"], le=SCALARS[name]["maximum"])


def _core(hint: Any) -> CoreSchema:
    """The core schema of one type that a field of the model has."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint):
        return core_schema.definition_reference_schema(hint.__name__)  # type: ignore[union-attr]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return core_schema.literal_schema(list(inner))
    if origin is list:
        return core_schema.list_schema(_core(inner[0]))
    if origin is tuple:
        return core_schema.tuple_schema([_core(each) for each in inner])
    if origin is UnionType or NoneType in inner:
        choices = [_core(each) for each in inner if each is not NoneType]
        schema = choices[0] if len(choices) == 1 else core_schema.union_schema([*choices])
        return core_schema.nullable_schema(schema) if NoneType in inner else schema
    raise TypeError(f"no field of the model may be a {hint}: extend converter.formats.model_types")


def _classes(hint: Any) -> list[type]:
    """The dataclasses in a type."""
    if is_dataclass(hint):
        return [hint]  # type: ignore[list-item]
    return [inner for each in get_args(hint) for inner in _classes(each)]
