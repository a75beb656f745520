"""The published schemas as files: in a wheel beside the code, in a checkout in ``schemas/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

_FILES = {
    "json": "report-1.0.schema.json",
    "xsd": "report-1.0.xsd",
    "corrections": "corrections-1.0.schema.json",
}
_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def schema(kind: Literal["json", "xsd", "corrections"]) -> bytes:
    """The JSON Schema (2020-12) or the XSD of schema version 1.0, or the JSON Schema of corrections.

    Raises :class:`FileNotFoundError` when the file is missing.
    """
    name = _FILES[kind]
    for folder in (_PACKAGE / "schemas", _PACKAGE.parent / "schemas"):
        path = folder / name
        if path.is_file():
            return path.read_bytes()
    raise FileNotFoundError(f"{name} is neither in {_PACKAGE / 'schemas'} nor in {_PACKAGE.parent / 'schemas'}")
