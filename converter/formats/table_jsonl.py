"""The table of targets as JSON Lines: an object a row, all columns in every row, absent is ``null``."""

from __future__ import annotations

import json
from typing import BinaryIO

from converter.formats.table import rows
from converter.model import Report


class JsonLinesTable:
    """Writes rows as JSON Lines in UTF-8."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def add(self, report: Report) -> None:
        """Write the rows of ``report``."""
        for row in rows(report):
            self._out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")

    def close(self) -> None:
        """Nothing is left to write."""
