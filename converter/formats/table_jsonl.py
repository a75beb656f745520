"""The table of targets as JSON Lines: an object a row, all columns in every row, absent is ``null``."""

from __future__ import annotations

import json
from typing import BinaryIO

from converter.formats.table import Headers, header, rows
from converter.model import Report


class JsonLinesTable:
    """Writes rows as JSON Lines in UTF-8."""

    def __init__(self, out: BinaryIO, headers: Headers = "en") -> None:
        self._out = out
        self._names = header(headers)

    def add(self, report: Report) -> None:
        """Write the rows of ``report``."""
        for row in rows(report):
            named = dict(zip(self._names, row.values(), strict=True))
            self._out.write(json.dumps(named, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")

    def close(self) -> None:
        """Nothing is left to write."""
