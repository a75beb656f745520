"""JSON text to a tree of Python values, or the one reason why not, with its place.

A fast parser with a bound on nesting decides; only what it refuses is looked at again, to say what is wrong and where.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pydantic_core

from converter.limits import MAX_PARTS, most_parts
from converter.validation.finding import Row
from converter.validation.intake import Refusal, too_many_parts
from converter.validation.json_places import duplicate_key, position_at

#: The fast parser stops here; a report nests two levels of JSON for a level of the outline.
MAX_DEPTH = 200

NOT_UTF8 = Row(
    "GW005",
    "error",
    "json-encoding",
    "JSON must be UTF-8 (RFC 8259): {found}",
    "JSON 必须采用 UTF-8 编码（RFC 8259）：{found}",
    "a file in UTF-8",
    "a file in GB18030 or UTF-16; a file cut inside a character",
)
SYNTAX = Row(
    "GW006",
    "error",
    "json-syntax",
    "this is not JSON: {reason}",
    "不是合法的 JSON：{reason_zh}",
    '{"level": 1}',
    '{"level": 1,}',
)
TOO_DEEP = Row(
    "GW007",
    "error",
    "too-deep",
    "nested more than {limit} levels deep",
    "嵌套超过 {limit} 层",
    "a tree of sections eight levels deep",
    "[[[[[[… 100,000 times",
)
DUPLICATE_KEY = Row(
    "GW008",
    "error",
    "duplicate-key",
    'the key "{key}" stands twice in the same object; readers would disagree on its value',
    "同一对象中键“{key}”重复出现，不同读取程序的结果会不一致",
    '{"level": 1}',
    '{"level": 1, "level": 2}',
)
NOT_A_NUMBER = Row(
    "GW009",
    "error",
    "not-a-number",
    "JSON has no {found}; a number or null was expected",
    "JSON 中没有 {found}，应为数字或 null",
    '{"value": null}',
    '{"value": NaN}',
)
HUGE_NUMBER = Row(
    "GW010",
    "error",
    "huge-number",
    "a number of more than 4,300 digits is not read",
    "数字超过 4300 位，不予读取",
    '{"level": 1}',
    '{"level": 1000000… a million digits}',
)
LONE_SURROGATE = Row(
    "GW011",
    "error",
    "lone-surrogate",
    "half of a surrogate pair, {found}, is no character",
    "不成对的代理项 {found} 不是字符",
    '"\\ud83d\\ude00"',
    '"\\ud83d"',
)
BYTE_ORDER_MARK = Row(
    "GW012",
    "warning",
    "json-byte-order-mark",
    "the file begins with a byte order mark, which JSON does not have (RFC 8259 §8.1)",
    "文件以字节顺序标记开头，而 JSON 不应含有它（RFC 8259 §8.1）",
    '{"schema_version": …',
    'EF BB BF {"schema_version": …',
)
ROWS = (NOT_UTF8, SYNTAX, TOO_DEEP, DUPLICATE_KEY, NOT_A_NUMBER, HUGE_NUMBER, LONE_SURROGATE, BYTE_ORDER_MARK)

#: What the standard library's parser says, in our words and in Chinese.
_SYNTAX_REASONS: dict[str, tuple[str, str]] = {
    "Expecting value": ("a value was expected", "此处应为一个值"),
    "Expecting property name enclosed in double quotes": (
        "a key in double quotes was expected",
        "此处应为双引号括起的键",
    ),
    "Illegal trailing comma before end of object": (
        "a comma stands before the end of the object",
        "对象末尾多一个逗号",
    ),
    "Illegal trailing comma before end of array": ("a comma stands before the end of the list", "数组末尾多一个逗号"),
    "Expecting ':' delimiter": ("a colon was expected", "此处应为冒号"),
    "Expecting ',' delimiter": ("a comma or the end of the list or object was expected", "此处应为逗号或结束括号"),
    "Extra data": ("the document goes on after its end", "文档结束后还有内容"),
    "Unterminated string starting at": ("this string has no end", "字符串没有结束"),
    "Invalid control character at": ("a control character in a string must be escaped", "字符串中的控制字符须转义"),
    "Invalid \\escape": ("a backslash with no meaning in JSON", "JSON 中没有这种转义"),
    "Invalid \\uXXXX escape": ("four hexadecimal digits were expected after \\u", "\\u 后应为四位十六进制数字"),
}
_COMPLAINT_PLACE = re.compile(r" at line (\d+) column (\d+)$")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_KEY = re.compile(rb'"[ \t\r\n]*:')


def parts_of(data: bytes) -> int:
    """About how many objects, lists and members a JSON document has."""
    return data.count(b"{") + data.count(b"[") + data.count(b",") // 4


def read_json(data: bytes) -> Any:
    """The values of a JSON document in UTF-8 without a mark; raises :class:`Refusal`. Duplicate keys are not seen."""
    if len(data) > MAX_PARTS:
        parts, most = parts_of(data), most_parts(len(data))
        if parts > most:
            raise too_many_parts(parts, most)
    try:
        return pydantic_core.from_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise _reason(data, str(error)) from None


def refuse_duplicate_keys(data: bytes, keys: int) -> None:
    """Raise :class:`Refusal` when an object of ``data`` names a key twice; its tree has ``keys`` distinct ones.

    Each key is followed by a colon, so as many colons as keys prove that none was lost; texts may hold colons, too,
    so that only a closer look at what is left can decide.
    """
    if data.count(b":") == keys or len(_KEY.findall(data)) == keys:
        return
    text = data.decode()
    found = duplicate_key(text)
    if found is not None:
        offset, key, path = found
        raise Refusal(DUPLICATE_KEY, {"key": key}, position_at(text, offset), path)


def _reason(data: bytes, complaint: str) -> Refusal:
    """Why the fast parser refused ``data``: what it cannot say in words is asked of the standard library's parser."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)
    place = _COMPLAINT_PLACE.search(complaint)
    offset = _offset(data, int(place[1]), int(place[2])) if place else 0
    if "recursion limit" in complaint:
        return Refusal(TOO_DEEP, {"limit": MAX_DEPTH}, position_at(text, offset))
    if "out of range" in complaint:
        return Refusal(HUGE_NUMBER, {}, position_at(text, offset))
    surrogate = _SURROGATE.search(text, max(offset - 12, 0), offset + 12)
    if surrogate and ("surrogate" in complaint or "hex escape" in complaint):
        return Refusal(LONE_SURROGATE, {"found": surrogate[0]}, position_at(text, surrogate.start()))
    for name in ("NaN", "Infinity", "-Infinity"):
        if any(text.startswith(name, start) for start in (offset, offset - 1)):
            return Refusal(NOT_A_NUMBER, {"found": name}, position_at(text, offset))
    complaint = complaint[: place.start()] if place else complaint
    reason = (complaint, complaint)
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        offset = error.pos
        reason = _SYNTAX_REASONS.get(error.msg.rstrip(": "), (error.msg, error.msg))
    except (ValueError, RecursionError):
        pass
    return Refusal(SYNTAX, {"reason": reason[0], "reason_zh": reason[1]}, position_at(text, offset))


def _offset(data: bytes, line: int, column: int) -> int:
    """The offset in code points of the byte at ``line`` and ``column``, both counted from 1."""
    start = 0
    for _ in range(line - 1):
        start = data.index(b"\n", start) + 1
    return len(data[: start + max(column - 1, 0)].decode(errors="ignore"))


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Refusal:
    before = data[: error.start].decode()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        found = "the file begins with a UTF-16 byte order mark"
    elif len(data) - error.start < 4 and "unexpected end" in error.reason:
        found = "the file is cut inside a character"
    else:
        found = f"byte {data[error.start]:02X} at offset {error.start} is not UTF-8"
    return Refusal(NOT_UTF8, {"found": found}, position_at(before, len(before)))
