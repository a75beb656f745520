"""The report as JSON, written and read by msgspec over the plain dataclasses of the model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any, NoReturn

import msgspec

from converter.formats.lengths import LONG
from converter.formats.versions import check_version
from converter.model import Report
from converter.model.bounds import MAX_INTEGER
from converter.model.errors import FormatError

#: A short list on lines of its own, as indented output has them: a span, an offset with its text, or a span with a
#: word. A raw line feed stands in no JSON string, so the pattern cannot match inside one.
_SHORT_LIST = re.compile(rb'\[\n +([0-9]+),\n +([0-9]+|"(?:[^"\\]|\\.)*")(?:,\n +("[a-z]*"))?\n +\]')

#: How msgspec names the place of what it refuses, at the end of its sentence.
_PLACE = re.compile(r" - at `\$(.*)`$")
_STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")

_encode = msgspec.json.Encoder().encode


def to_json(report: Report, *, indent: int | None = None) -> bytes:
    """The report as JSON in UTF-8, the same bytes for equal reports.

    ``indent`` is the number of blanks a level; without it all stands on one line. Every field is written, an absent one
    as ``null``. Raises :class:`FormatError` when a text holds a lone surrogate, which UTF-8 cannot carry.
    """
    return _json(report, indent)


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
    written = _json(value, indent)
    return written if indent is None else written.replace(b"\n", line)


def _json(value: Any, indent: int | None) -> bytes:
    try:
        written = _encode(value)
    except (UnicodeEncodeError, OverflowError, TypeError) as error:
        raise FormatError(f"the report cannot be written as JSON: {error}") from None
    if indent is None:
        return written
    return _SHORT_LIST.sub(_on_one_line, msgspec.json.format(written, indent=indent))


def _on_one_line(found: re.Match[bytes]) -> bytes:
    return b"[" + b", ".join(filter(None, found.groups())) + b"]"


def from_json(data: str | bytes) -> Report:
    """The report that ``data`` (JSON; bytes in UTF-8) holds; fields that this release does not know are ignored.

    Raises :class:`FormatError` when ``data`` is no JSON, of another major version, or not of the model's types.
    The published schema asks for more than this: see :func:`converter.validate`.
    """
    data = data.removeprefix("\ufeff") if isinstance(data, str) else data.removeprefix(b"\xef\xbb\xbf")
    try:
        report = report_decoder().decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        report = report_of(_tree(data))
    check_version(report.schema_version)
    return report


@cache
def report_decoder() -> msgspec.json.Decoder[Report]:
    """What reads a report, as its types are; it takes no integer that is written ``1.0``."""
    return msgspec.json.Decoder(Report)


def report_of(tree: Any) -> Report:
    """The report that values of JSON make up; raises :class:`FormatError` for what is not of the model's types."""
    if isinstance(tree, dict):  # of another version, all else follows from that
        check_version(tree.get("schema_version"))
    try:
        try:
            return msgspec.convert(tree, Report)
        except msgspec.ValidationError:
            _make_whole(tree)
            return msgspec.convert(tree, Report)
    except (msgspec.ValidationError, RecursionError) as error:
        message = str(error) or "nested too deeply"
        place = _PLACE.search(message)
        raise FormatError(f"{_pointer(place[1]) if place else 'the document'}: {_PLACE.sub('', message)}") from None


def _pointer(steps: str) -> str:
    """The JSON Pointer (RFC 6901) of the steps that msgspec writes, such as ``.sections[0].level``."""
    return "".join(f"/{match[1] or match[2]}" for match in _STEP.finditer(steps)) or "the document"


def _make_whole(tree: Any) -> None:
    """Make integers of the whole numbers in ``tree``: to JSON Schema ``1.0`` is one. Without recursion."""
    work = [tree]
    while work:
        values = work.pop()
        places = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
        for key, value in places:
            if isinstance(value, dict | list):
                work.append(value)
            elif isinstance(value, float) and value.is_integer() and abs(value) <= MAX_INTEGER:
                values[key] = int(value)


def _tree(data: str | bytes) -> Any:
    """The values of a JSON document that is read with care; raises :class:`FormatError`, with the place."""
    try:
        text = data if isinstance(data, str) else data.decode()
        tree = json.loads(text, parse_constant=_no_constant)
        json.dumps(tree, ensure_ascii=False).encode()  # a lone surrogate may be written as an escape
    except json.JSONDecodeError as error:
        raise FormatError(f"line {error.lineno}, column {error.colno}: not JSON: {error.msg}") from None
    except UnicodeError as error:
        raise FormatError(f"not JSON, which is in UTF-8: {error.reason} at {error.start}") from None  # type: ignore[attr-defined]
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, FormatError) else "a number is too long, or it is nested too deeply"
        raise FormatError(f"not JSON: {reason}") from None
    return tree


def _no_constant(written: str) -> NoReturn:
    raise FormatError(f"{written} is no JSON number")
