"""The codes of the schema layer: what a JSON Schema or an XSD can find wrong, in one sentence for both syntaxes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from converter.validation.finding import Row

MISSING = Row(
    "GW101",
    "error",
    "missing",
    "{name} is missing",
    "缺少 {name}",
    '{"id": "s1", "level": 1, …}',
    '{"id": "s1", …} without "level"; in XML a section without its attribute level',
)
WRONG_TYPE = Row(
    "GW102",
    "error",
    "wrong-type",
    "{name} is {found}; {expected} was expected",
    "{name} 为 {found_zh}，应为 {expected_zh}",
    '{"level": 1}',
    '{"level": "1"}',
)
NOT_A_CHOICE = Row(
    "GW103",
    "error",
    "not-a-choice",
    "{name} is {found}; it must be one of {expected}",
    "{name} 为 {found}，应为其中之一：{expected}",
    '{"access": "free"}',
    '{"access": "gratis"}',
)
WRONG_FORM = Row(
    "GW104",
    "error",
    "wrong-form",
    "{name} is {found}, which does not have the form {expected}",
    "{name} 为 {found}，不符合格式 {expected}",
    '{"period": "2023Q1"}',
    '{"period": "2023年一季度"}',
)
OUT_OF_BOUNDS = Row(
    "GW105",
    "error",
    "out-of-bounds",
    "{name} is {found}; it must be {expected}",
    "{name} 为 {found}，应{expected_zh}",
    '{"level": 1}',
    '{"level": 0}',
)
WRONG_LENGTH = Row(
    "GW106",
    "error",
    "wrong-length",
    "{name} has the wrong length ({found}); it must have {expected}",
    "{name} 长度有误（{found}），应{expected_zh}",
    '{"span": [12, 16]}',
    '{"span": [12]}; {"heading": ""}',
)
NOT_EXPECTED = Row(
    "GW107",
    "error",
    "not-expected",
    "{name} is not expected here; expected is {expected}",
    "此处不应出现 {name}，应为 {expected}",
    "<body/><subsections/><tail/>",
    "<subsections/><body/><tail/>",
)
HALF_A_HEADING = Row(
    "GW108",
    "error",
    "half-a-heading",
    "heading and heading_span have a value together or are both null",
    "heading 与 heading_span 须同时有值或同时为 null",
    '{"heading": "工作回顾", "heading_span": [12, 16]}',
    '{"heading": "工作回顾", "heading_span": null}',
)
OTHER = Row(
    "GW109",
    "error",
    "schema",
    "{name} does not conform to the schema: {reason}",
    "{name} 不符合模式：{reason}",
    "what schemas/report-1.0.schema.json and schemas/report-1.0.xsd accept",
    "text between the elements of <sections>",
)
ROWS = (
    MISSING,
    WRONG_TYPE,
    NOT_A_CHOICE,
    WRONG_FORM,
    OUT_OF_BOUNDS,
    WRONG_LENGTH,
    NOT_EXPECTED,
    HALF_A_HEADING,
    OTHER,
)


class SchemaFault(NamedTuple):
    """A breach of the JSON Schema: the row, the path of the faulty value, and the values to name."""

    row: Row
    path: tuple[str | int, ...]
    values: Mapping[str, object]
