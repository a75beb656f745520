"""The example report of ``schemas/``, which shows every object once."""

from __future__ import annotations

from pathlib import Path

from converter import from_json
from converter.model import Report

SCHEMAS = Path(__file__).resolve().parent.parent.parent / "schemas"


def example() -> Report:
    """A fresh copy, free to be changed."""
    return from_json((SCHEMAS / "example.json").read_bytes())
