"""The schema layer for JSON: jsonschema-rs decides and says where, jsonschema explains what failed there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sized
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import jsonschema_rs

from converter.formats import schema
from converter.validation.schema_parts import SchemaPart, Tree, parts
from converter.validation.schema_rows import (
    HALF_A_HEADING,
    MISSING,
    NOT_A_CHOICE,
    OTHER,
    OUT_OF_BOUNDS,
    WRONG_FORM,
    WRONG_LENGTH,
    WRONG_TYPE,
    SchemaFault,
)

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

Path = tuple[str | int, ...]

#: Python types as JSON Schema names them; bool before int, of which it is one.
_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "number"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
)
_TYPE_NAMES = {
    "string": ("a string", "字符串"),
    "integer": ("an integer", "整数"),
    "number": ("a number", "数字"),
    "boolean": ("true or false", "布尔值"),
    "array": ("a list", "数组"),
    "object": ("an object", "对象"),
    "null": ("null", "null"),
}


def conforms(tree: Any) -> bool:
    """Whether the published JSON Schema accepts ``tree``."""
    return _decider().is_valid(tree)


def schema_faults(tree: Any) -> Iterator[SchemaFault]:
    """What the published JSON Schema does not accept in ``tree``, part by part; no more is sought than is taken."""
    work: list[tuple[Any, str, Path]] = [(tree, "", ())]
    found = False
    while work:
        value, name, path = work.pop()
        part = parts()[name]
        for fault in _faults_of(part, value, path):
            found = True
            yield fault
        if isinstance(value, dict):
            below = [(value[key], part.objects[key], (*path, key)) for key in part.objects if key in value]
            for key, entry in part.lists.items():
                entries = value.get(key)
                if isinstance(entries, list):
                    below += [(item, entry, (*path, key, n)) for n, item in enumerate(entries)]
            work.extend(reversed(below))
    if not found:
        yield SchemaFault(OTHER, (), {"name": _name(()), "reason": "the schema refuses it and does not say why"})


@cache
def _decider() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema("json").decode(), offline=True)


@cache
def _explainer() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema("json")))


def _faults_of(part: SchemaPart, value: Any, path: Path) -> Iterator[SchemaFault]:
    """The faults of one part; what stands in its lists is looked at on its own."""
    if part.decider.is_valid(value):
        return
    seen: set[tuple[Path, Path]] = set()
    for error in part.decider.iter_errors(value):
        way, keyword_path = tuple(error.instance_path), tuple(error.schema_path)
        if error.kind.name == "falseSchema":  # an entry too many: it is the list that has the wrong length
            way = way[:-1]
        if (way, keyword_path) in seen:  # one error for each missing key, all of which are explained at once
            continue
        seen.add((way, keyword_path))
        for explained in filter(_tells, _explained(part.schema, value, way, keyword_path)):
            below = (*path, *way, *explained.absolute_path)
            row, values = _row(explained)
            yield SchemaFault(row, below, {"name": _name(below), **values})


def _tells(error: ValidationError) -> bool:
    """Whether an error says what no other does: of a heading that is missing or no text the other errors tell."""
    if error.validator != "oneOf" or not isinstance(error.instance, dict) or "heading" not in error.instance:
        return error.validator != "oneOf"
    return (error.instance["heading"] is None) != (error.instance.get("heading_span", "") is None)


def _explained(part: Tree, value: Any, way: Path, keyword_path: Path) -> Iterator[ValidationError]:
    """The errors for the keyword at ``keyword_path`` on the value at ``way``; of alternatives, the nearest."""
    for step in way:
        value = value[step]
    held: Any = part
    for name in keyword_path:
        held = held[name]
    for error in _explainer().evolve(schema={str(keyword_path[-1]): held}).iter_errors(value):
        yield from _nearest(error)


def _nearest(error: ValidationError) -> list[ValidationError]:
    """``error`` itself or, for a choice of schemas, the errors of the alternative of the right type."""
    if error.validator != "anyOf":
        return [error]
    alternatives: dict[Any, list[ValidationError]] = {}
    for inner in error.context:
        alternatives.setdefault(inner.schema_path[0], []).append(inner)
    for inner_errors in alternatives.values():
        if not any(inner.validator == "type" and not inner.path for inner in inner_errors):
            return [nearest for inner in inner_errors for nearest in _nearest(inner)]
    return [error]


def _row(error: ValidationError) -> tuple[Any, dict[str, object]]:
    """The row for an error and the values that it names."""
    keyword = str(error.validator)
    if keyword == "required":
        return MISSING, {"name": error.message.partition(" is a required")[0].strip("'")}
    if keyword == "oneOf":
        return HALF_A_HEADING, {}
    return _BY_KEYWORD.get(keyword, _other)(error)


def _wrong_type(error: ValidationError) -> tuple[Any, dict[str, object]]:
    found, found_zh = _TYPE_NAMES[_type(error.instance)]
    expected = [_TYPE_NAMES[name] for name in _expected_types(error)]
    return WRONG_TYPE, {
        "found": found,
        "found_zh": found_zh,
        "expected": " or ".join(name for name, _ in expected),
        "expected_zh": "或".join(name for _, name in expected),
    }


def _not_a_choice(error: ValidationError) -> tuple[Any, dict[str, object]]:
    choices = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    return NOT_A_CHOICE, {"found": _written(error.instance), "expected": ", ".join(map(str, choices))}


def _wrong_form(error: ValidationError) -> tuple[Any, dict[str, object]]:
    expected = error.validator_value
    return WRONG_FORM, {
        "found": _written(error.instance),
        "expected": expected if isinstance(expected, str) else "of one line",
    }


def _out_of_bounds(error: ValidationError) -> tuple[Any, dict[str, object]]:
    words, words_zh = ("at least", "不小于") if "inimum" in str(error.validator) else ("at most", "不大于")
    limit = error.validator_value
    return OUT_OF_BOUNDS, {
        "found": error.instance,
        "expected": f"{words} {limit}",
        "expected_zh": f"{words_zh} {limit}",
    }


def _wrong_length(error: ValidationError) -> tuple[Any, dict[str, object]]:
    minimum = str(error.validator).startswith("min")
    limit = error.validator_value if isinstance(error.validator_value, int) and error.validator_value else 2
    words, words_zh = ("at least", "至少") if minimum else ("at most", "至多")
    return WRONG_LENGTH, {
        "found": len(cast("Sized", error.instance)),
        "expected": f"{words} {limit}",
        "expected_zh": f"{words_zh} {limit}",
    }


def _other(error: ValidationError) -> tuple[Any, dict[str, object]]:
    return OTHER, {"reason": error.message}


_BY_KEYWORD: dict[str, Callable[[ValidationError], tuple[Any, dict[str, object]]]] = {
    "type": _wrong_type,
    "anyOf": _wrong_type,
    "enum": _not_a_choice,
    "const": _not_a_choice,
    "pattern": _wrong_form,
    "not": _wrong_form,
    "minimum": _out_of_bounds,
    "maximum": _out_of_bounds,
    "minLength": _wrong_length,
    "minItems": _wrong_length,
    "maxLength": _wrong_length,
    "maxItems": _wrong_length,
    "items": _wrong_length,
}


def _type(value: object) -> str:
    return next((name for kind, name in _TYPES if isinstance(value, kind)), "null")


def _expected_types(error: ValidationError) -> list[str]:
    """The types that were expected, alternatives included."""
    names: dict[str, None] = {}
    for inner in (error, *(error.context or ())):
        if inner.validator == "type":
            wanted = inner.validator_value
            names.update(dict.fromkeys([wanted] if isinstance(wanted, str) else wanted))
    return list(names)


def _written(value: object) -> str:
    if isinstance(value, list | dict):
        return _TYPE_NAMES[_type(value)][0]
    return json.dumps(value[:80] if isinstance(value, str) else value, ensure_ascii=False)


def _name(path: Path) -> str:
    """What the value at ``path`` is called: its key, with the number of a list's entry."""
    if not path:
        return "the document"
    last = path[-1]
    if isinstance(last, int):
        holder = next((step for step in reversed(path) if isinstance(step, str)), "the list")
        return f"entry {last} of {holder}"
    return last
