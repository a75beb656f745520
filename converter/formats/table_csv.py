"""The table of targets as CSV that spreadsheets open right (RFC 4180, UTF-8 with a byte order mark)."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from converter.formats.table import COLUMNS, NAMES, Cell, Headers, header, rows
from converter.model import Report

# A cell of free text that starts like this would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FREE_TEXT = frozenset(column.name for column in COLUMNS if column.free_text)


class CsvTable:
    """Writes rows as CSV. Absent cells are empty, truth values ``yes`` or ``no``."""

    def __init__(self, out: BinaryIO, headers: Headers = "en") -> None:
        self._out = out
        self._buffer = io.StringIO(newline="")
        self._writer = csv.writer(self._buffer)
        self._out.write(b"\xef\xbb\xbf")
        self._writer.writerow(header(headers))

    def add(self, report: Report) -> None:
        """Write the rows of ``report``."""
        for row in rows(report):
            self._writer.writerow([_cell(name, row[name]) for name in NAMES])
        self._flush()

    def close(self) -> None:
        """Write what is left."""
        self._flush()

    def _flush(self) -> None:
        self._out.write(self._buffer.getvalue().encode("utf-8", "replace"))
        self._buffer.seek(0)
        self._buffer.truncate()


def _cell(name: str, value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return guarded(text) if name in _FREE_TEXT else text


def guarded(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
