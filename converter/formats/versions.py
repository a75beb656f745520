"""Which versions of the published model this release reads: 1.0 and, because changes within 1.x only add, every 1.x."""

from __future__ import annotations

import re

from converter.model.errors import FormatError

_READABLE = re.compile(r"1\.(?:0|[1-9][0-9]{0,8})")


def check_version(found: object) -> None:
    """Raise :class:`FormatError` unless ``found`` is a schema version that a reader of 1.0 can read."""
    if not isinstance(found, str):
        raise FormatError("schema_version is missing: a report says which version of the model it follows, such as 1.0")
    if not _READABLE.fullmatch(found):
        raise FormatError(f"schema_version is {found[:40]!r}: this release reads 1.0 and every later 1.x")
