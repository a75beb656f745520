"""The report as JSON, written and read by pydantic-core over the plain dataclasses of the model."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from pydantic_core import PydanticSerializationError, SchemaSerializer, ValidationError

from converter.formats.lengths import LONG
from converter.formats.model_types import reader, text_writer, writer
from converter.formats.versions import check_version
from converter.model import Report
from converter.model.errors import FormatError

#: A short list on lines of their own, as indented output has them: a span, an offset with its text, or a span with a
#: word. A raw line feed stands in no JSON string, so the pattern cannot match inside one.
_SHORT_LIST = re.compile(rb'\[\n +([0-9]+),\n +([0-9]+|"(?:[^"\\]|\\.)*")(?:,\n +("[a-z]*"))?\n +\]')

#: How the parser says what is no JSON, its place last.
_JSON_FAULT = re.compile(r"^Invalid JSON: (.*) at line (\d+) column (\d+)$")


def to_json(report: Report, *, indent: int | None = None) -> bytes:
    """The report as JSON in UTF-8, the same bytes for equal reports.

    ``indent`` is the number of blanks a level; without it all stands on one line. Every field is written, an absent one
    as ``null``. Raises :class:`FormatError` when a text holds a lone surrogate, which UTF-8 cannot carry.
    """
    return _json(writer(), report, indent)


def json_pieces(report: Report, *, indent: int | None = None) -> Iterable[bytes]:
    """The bytes of :func:`to_json` in order; those of a long report in pieces, so that they need not fill the memory.

    Raises what :func:`to_json` raises, for a long report while it is written.
    """
    if report.source.size < LONG:
        return [to_json(report, indent=indent)]
    return _pieces(report, indent)


def _pieces(report: Report, indent: int | None) -> Iterator[bytes]:
    """The report member by member, and the elements of its lists one by one."""
    blank = b"" if indent is None else b" "
    outer, inner, innermost = (b"" if indent is None else b"\n" + b" " * indent * level for level in range(3))
    yield b"{"
    for number, member in enumerate(fields(report)):
        yield (b"," if number else b"") + inner + f'"{member.name}":'.encode() + blank
        value = getattr(report, member.name)
        if not isinstance(value, list):
            yield _piece(value, indent, inner)
        elif not value:
            yield b"[]"
        else:
            for place, element in enumerate(value):
                yield (b"," if place else b"[") + innermost + _piece(element, indent, innermost)
            yield inner + b"]"
    yield outer + b"}"


def _piece(value: Any, indent: int | None, line: bytes) -> bytes:
    """A member or an element as it stands in the document, where lines begin with ``line``."""
    if isinstance(value, str):
        return _json(text_writer(), value, None)
    of: type = type(value)
    written = _json(writer(of), value, indent)
    return written if indent is None else written.replace(b"\n", line)


def from_json(data: str | bytes) -> Report:
    """The report that ``data`` (JSON; bytes in UTF-8) holds; fields that this release does not know are ignored.

    Raises :class:`FormatError` when ``data`` is no JSON, of another major version, or not of the model's types.
    The published schema asks for more than this: see :func:`converter.validate`.
    """
    try:
        report: Report = reader().validate_json(_without_mark(data), strict=True)
    except ValidationError as error:
        _check_version_first(data)
        raise FormatError(_sentence(error)) from None
    check_version(report.schema_version)
    _check_numbers(report)
    return report


def _json(serializer: SchemaSerializer, value: object, indent: int | None) -> bytes:
    try:
        written = serializer.to_json(value, indent=indent)
    except PydanticSerializationError as error:
        raise FormatError(f"the report cannot be written as JSON: {error}") from None
    if indent is None:
        return written
    return _SHORT_LIST.sub(_on_one_line, written)


def _on_one_line(found: re.Match[bytes]) -> bytes:
    return b"[" + b", ".join(filter(None, found.groups())) + b"]"


def _without_mark(data: str | bytes) -> str | bytes:
    """``data`` less a byte order mark, which RFC 8259 §8.1 lets a reader ignore."""
    return data.removeprefix("\ufeff") if isinstance(data, str) else data.removeprefix(b"\xef\xbb\xbf")


def _check_version_first(data: str | bytes) -> None:
    """Of a document that cannot be read, say first when it is of another version: all else follows from that."""
    try:
        found = json.loads(_without_mark(data))
    except (ValueError, RecursionError):
        return
    if isinstance(found, dict):
        check_version(found.get("schema_version"))


def _check_numbers(report: Report) -> None:
    """NaN and Infinity are no JSON (RFC 8259 §6), though the parser lets them pass."""
    if not math.isfinite(report.source.confidence):
        raise FormatError(f"/source/confidence: {report.source.confidence} is no JSON number")
    for index, target in enumerate(report.targets):
        _check_finite(f"/targets/{index}", target, ("value", "value_max", "value_base", "value_max_base"))
    for index, result in enumerate(report.results):
        _check_finite(f"/results/{index}", result, ("value", "value_max", "rate"))


def _check_finite(place: str, owner: object, names: tuple[str, ...]) -> None:
    for name in names:
        value = getattr(owner, name)
        if isinstance(value, float) and not math.isfinite(value):
            raise FormatError(f"{place}/{name}: {value} is no JSON number")


def _sentence(error: ValidationError) -> str:
    """The first fault that pydantic found, with its JSON Pointer (RFC 6901)."""
    fault = error.errors(include_url=False, include_context=False)[0]
    if fault["type"] == "json_invalid":
        return _JSON_FAULT.sub(r"line \2, column \3: not JSON: \1", fault["msg"])
    pointer = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in fault["loc"])
    found: Any = fault.get("input")
    shown = "" if fault["type"] == "missing" or isinstance(found, dict | list) else f", found {str(found)[:40]!r}"
    return f"{pointer or 'the document'}: {fault['msg']}{shown}"
