"""The published JSON Schema as types that msgspec checks while it reads: they decide fast whether a report is ours.

What they accept, the schema accepts, with two exceptions for who asks to look at: a key that is not known or stands
twice, and a section with half a heading. They accept somewhat less: no integer that is written ``1.0``, and no
character that XML cannot carry. What they refuse goes the long way.
"""

from __future__ import annotations

import re
from dataclasses import field, fields, is_dataclass, make_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from converter.formats.fields import FIELDS, TUPLES
from converter.formats.scalars import SCALARS
from converter.model import Report

#: How a character may be written that XML cannot carry; U+FFFE and U+FFFF stand in JSON as they are, too.
_ESCAPED = re.compile(rb"\\[ubf]")


def read_published(data: bytes) -> Report | None:
    """The report in ``data``, JSON in UTF-8, if it is of these types."""
    if _ESCAPED.search(data):
        return None
    try:
        text = data.decode()
        return None if "\ufffe" in text or "\uffff" in text else _decoder().decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None


@cache
def _decoder() -> msgspec.json.Decoder[Report]:
    return msgspec.json.Decoder(_checked(Report))


@cache
def _checked(owner: type) -> Any:
    """An object of the model with every field required and within its bounds: a class below that of the model."""
    hints = get_type_hints(owner)
    types = [(each.name, _field(owner.__name__, each.name, hints[each.name]), field()) for each in fields(owner)]
    checked = make_dataclass(owner.__name__, types, bases=(owner,), slots=True, eq=False)
    checked.__module__ = __name__
    globals()[owner.__name__] = checked  # sections hold sections: msgspec looks the name up here
    return checked


def _field(owner: str, name: str, hint: Any) -> Any:
    if kind := FIELDS[owner][name].scalar:
        found = _scalar(kind)
    elif name in TUPLES:
        found = list[tuple[*map(_scalar, TUPLES[name])]]  # type: ignore[misc]
    elif name == "cells":
        row: Any = Annotated[list[_scalar("Span")], msgspec.Meta(min_length=1)]  # type: ignore[misc]
        found = Annotated[list[row], msgspec.Meta(min_length=1)]
    else:
        return _plain(owner, hint)
    return found | None if NoneType in get_args(hint) else found


def _plain(owner: str, hint: Any) -> Any:
    """A field without a scalar of its own: objects, lists of objects, words and truth values."""
    if is_dataclass(hint):
        name: str = hint.__name__  # type: ignore[union-attr]
        return name if name == owner else _checked(hint)  # type: ignore[arg-type]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is list:
        return list[_plain(owner, inner[0])]  # type: ignore[misc]
    if origin is UnionType or origin is Union:
        return Union[tuple(_plain(owner, each) for each in inner)]  # noqa: UP007
    if origin is Literal or hint in (bool, NoneType):
        return hint
    raise TypeError(f"no field of the model may be a {hint}: extend converter.formats.published_types")


def _scalar(name: str) -> Any:
    """The type of a kind of scalar, with what the schema asks of it."""
    schema = SCALARS[name]
    if name == "Text":  # the whole document was looked at for characters that it must not hold
        return Annotated[str, msgspec.Meta(min_length=1)]
    match schema:
        case {"type": "string", "enum": words}:
            return Literal[tuple(words)]
        case {"type": "string"}:
            # the $ of the published dialect is the end of the text, as that of Python's is not
            pattern = schema.get("pattern", "").removesuffix("$") + r"\Z" if "pattern" in schema else None
            return Annotated[str, msgspec.Meta(pattern=pattern, min_length=schema.get("minLength"))]
        case {"type": "integer", "minimum": least, "maximum": most}:
            return Annotated[int, msgspec.Meta(ge=least, le=most)]
        case {"type": "number", "minimum": least, "maximum": most}:
            bounds = msgspec.Meta(ge=least, le=most)
            return Annotated[int, bounds] | Annotated[float, bounds]
        case {"type": "array", "prefixItems": items}:
            return tuple[*(_scalar(item["$ref"].rpartition("/")[2]) for item in items)]  # type: ignore[misc]
    raise TypeError(f"no scalar may be as {name}: extend converter.formats.published_types")
