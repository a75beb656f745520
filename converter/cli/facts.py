"""What a format states about the lines of its text, as JSON Lines: one line a line of the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from converter.model.projection import LineFacts, Projected


def facts_path(target: Path) -> Path:
    """Where the facts stand beside a result: ``report.facts.jsonl`` for ``report.json``."""
    return target.with_suffix(".facts.jsonl")


def facts_lines(projected: Projected) -> Iterator[bytes]:
    """The facts of each line with its span in the text; what is not stated is left out."""
    offset = 0
    for text, facts in zip(projected.text.split("\n"), projected.facts, strict=True):
        row: dict[str, object] = {"span": [offset, offset + len(text)]}
        row |= {name: value for name in _NAMES if (value := getattr(facts, name)) is not None}
        yield json.dumps(row, ensure_ascii=False).encode() + b"\n"
        offset += len(text) + 1


_NAMES = [field.name for field in fields(LineFacts)]
