"""The table of targets on a terminal: aligned columns of fixed width, so that rows can be shown as they come."""

from __future__ import annotations

from typing import BinaryIO

from wcwidth import wcwidth

from converter.formats.table import Cell, rows
from converter.model import Report

# Heading and width, in terminal cells, of what is shown.
_SHOWN = (
    ("report", 18),
    ("indicator", 34),
    ("measure", 9),
    ("target", 26),
    ("period", 9),
    ("strength", 8),
    ("section", 10),
)


class TerminalTable:
    """Writes rows as lines of text in UTF-8, wide characters counted as two cells."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._line([heading for heading, _ in _SHOWN])
        self._line(["─" * width for _, width in _SHOWN])

    def add(self, report: Report) -> None:
        """Write the rows of ``report``."""
        for row in rows(report):
            self._line([_shown(name, row) for name, _ in _SHOWN])

    def close(self) -> None:
        """Nothing is left to write."""

    def _line(self, cells: list[str]) -> None:
        fitted = [fit(cell, width) for cell, (_, width) in zip(cells, _SHOWN, strict=True)]
        self._out.write(("  ".join(fitted).rstrip() + "\n").encode("utf-8", "replace"))


def _shown(name: str, row: dict[str, Cell]) -> str:
    if name == "report":
        return str(row["place"] or row["report"] or "")
    if name == "target":
        return amount(row)
    return str(row[name] or "")


def amount(row: dict[str, Cell]) -> str:
    """What is to be reached, in one expression: ``>= 600万人次``, ``3–5个``, ``> X亿元``."""
    unit = row["unit"] or ""
    number = row["value_decimal"] or ("X" if row["redacted"] else "")
    if row["comparator"] == "range":
        return f"{number}–{row['value_max_decimal']}{unit}"
    return f"{row['comparator']} {number}{unit}".rstrip()


def fit(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells: padded, or cut with an ellipsis."""
    cells, kept = 0, ""
    for character in text:
        if not character.isprintable():
            character = " "
        own = max(wcwidth(character), 0)
        if cells + own > width:
            while kept and cells + 1 > width:
                cells -= max(wcwidth(kept[-1]), 0)
                kept = kept[:-1]
            return kept + "…" + " " * (width - cells - 1)
        kept, cells = kept + character, cells + own
    return kept + " " * (width - cells)
