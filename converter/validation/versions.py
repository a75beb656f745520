"""Which versions are read: 1.0 and, because changes within 1.x only add, every 1.x (DESIGN, "The published model")."""

from __future__ import annotations

import re

from converter.validation.finding import Position, Row
from converter.validation.intake import Refusal

OTHER_VERSION = Row(
    "GW017",
    "error",
    "other-version",
    "schema_version is {found}; this release reads 1.0 and, because 1.x only adds, every 1.x",
    "schema_version 为 {found}；本版本可读 1.0 及所有 1.x",
    '{"schema_version": "1.0"}; {"schema_version": "1.7"}',
    '{"schema_version": "2.0"}',
)
ROWS = (OTHER_VERSION,)

_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})\.(?:0|[1-9][0-9]{0,8})")


def is_other_major(found: object) -> bool:
    """Whether ``found`` is a version, but none of 1.x; what is no version at all is the schema's matter."""
    match = _VERSION.fullmatch(found) if isinstance(found, str) else None
    return match is not None and match[1] != "1"


def other_version(found: object, position: Position | None, path: str) -> Refusal:
    """The refusal of a document of another major version: nothing else in it can be judged."""
    return Refusal(OTHER_VERSION, {"found": found}, position, path)
