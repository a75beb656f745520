"""The table of ``gongwen compare``: a row a target, its result beside it, both places in the text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import BinaryIO

from converter.formats.table import Cell
from converter.formats.table_csv import guarded
from converter.formats.table_terminal import fit
from converter.targets.comparison import Compared
from converter.targets.named.indicator_codes import INDICATORS

COLUMNS = (
    "place", "year", "indicator", "indicator_code", "label_en", "scope", "measure", "comparator", "target", "unit",
    "result", "result_unit", "reached", "met", "target_text", "result_text",
    "target_report", "target_start", "target_end", "result_report", "result_start", "result_end",
)  # fmt: skip
_SHOWN = (("place", 12), ("year", 4), ("indicator", 26), ("scope", 10), ("planned", 16), ("reached", 12), ("met", 4))
FORMATS = ("terminal", "csv", "jsonl")


def rows(compared: Iterable[Compared]) -> Iterable[dict[str, Cell]]:
    """A row a target; what is not known is ``None``."""
    for one in compared:
        target, result = one.target, one.result
        coded = INDICATORS.get(target.indicator_code or "")
        yield {
            "place": one.place,
            "year": one.year,
            "indicator": target.indicator,
            "indicator_code": target.indicator_code,
            "label_en": coded.label_en if coded else None,
            "scope": target.scope,
            "measure": target.measure,
            "comparator": target.comparator,
            "target": target.value,
            "unit": target.unit,
            "result": result.value if result else None,
            "result_unit": result.unit if result else None,
            "reached": one.reached,
            "met": one.met,
            "target_text": target.text,
            "result_text": result.text if result else None,
            "target_report": one.planned.source.name,
            "target_start": target.span[0],
            "target_end": target.span[1],
            "result_report": one.reported.source.name if one.reported else None,
            "result_start": result.span[0] if result else None,
            "result_end": result.span[1] if result else None,
        }


def write_comparison(compared: Iterable[Compared], form: str, out: BinaryIO) -> None:
    """Write the rows to ``out`` as one of :data:`FORMATS`."""
    if form == "jsonl":
        for row in rows(compared):
            out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    elif form == "csv":
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer)
        writer.writerow(COLUMNS)
        for row in rows(compared):
            writer.writerow([_cell(row[name]) for name in COLUMNS])
        out.write(b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8", "replace"))
    else:
        _line(out, [name for name, _ in _SHOWN])
        _line(out, ["─" * width for _, width in _SHOWN])
        for row in rows(compared):
            planned = f"{row['comparator']} {_shown(row['target'])}{row['unit'] or ''}"
            cells = {**row, "planned": planned, "reached": _shown(row["reached"])}
            _line(out, [_shown(cells[name]) for name, _ in _SHOWN])


def _line(out: BinaryIO, cells: list[str]) -> None:
    fitted = [fit(cell, width) for cell, (_, width) in zip(cells, _SHOWN, strict=True)]
    out.write(("  ".join(fitted).rstrip() + "\n").encode("utf-8", "replace"))


def _shown(value: Cell) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _cell(value: Cell) -> str:
    return guarded(value) if isinstance(value, str) else _shown(value)
