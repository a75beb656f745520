"""The table of targets on a terminal: aligned columns of fixed width, so that rows can be shown as they come."""

from __future__ import annotations

import os
from typing import BinaryIO

from wcwidth import wcwidth

from converter.formats.table import NAMES, Cell, Headers, header, rows
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
# Between two columns, and how narrow a column may become on a narrow terminal.
_GAP = 2
_NARROWEST = 8


class TerminalTable:
    """Writes rows as lines of text in UTF-8, wide characters counted as two cells."""

    def __init__(self, out: BinaryIO, headers: Headers = "en") -> None:
        self._out = out
        self._shown = _fitted(columns_of(out))
        self._line([_heading(heading, headers) for heading, _ in self._shown])
        self._line(["─" * width for _, width in self._shown])

    def add(self, report: Report) -> None:
        """Write the rows of ``report``."""
        for row in rows(report):
            self._line([_shown(name, row) for name, _ in self._shown])

    def close(self) -> None:
        """Nothing is left to write."""

    def _line(self, cells: list[str]) -> None:
        fitted = [fit(cell, width) for cell, (_, width) in zip(cells, self._shown, strict=True)]
        self._out.write(("  ".join(fitted).rstrip() + "\n").encode("utf-8", "replace"))


def columns_of(out: BinaryIO) -> int | None:
    """How wide the terminal behind ``out`` is; ``None`` when there is none."""
    try:
        return os.get_terminal_size(out.fileno()).columns if out.isatty() else None
    except (OSError, ValueError):
        return None


def _fitted(columns: int | None) -> list[tuple[str, int]]:
    """The columns with their widths, the wide ones narrowed until all stand on a line of the terminal."""
    widths = dict(_SHOWN)
    while columns is not None and sum(widths.values()) + _GAP * (len(widths) - 1) > columns:
        widest = max(widths, key=lambda name: widths[name])
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    return list(widths.items())


def _heading(name: str, headers: Headers) -> str:
    return (
        name if headers == "en" else dict(zip(NAMES, header("zh"), strict=True))[name] if name != "target" else "目标"
    )


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
