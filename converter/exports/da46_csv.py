"""The metadata of DA/T 46 as a table: a row an element, for a spreadsheet in which the archivist fills the rest."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from converter.exports.da46 import values
from converter.formats.table_csv import guarded
from converter.model import Report

_HEAD = ("编号", "元素", "所属", "值", "著录状态")


def csv_pieces(report: Report) -> Iterable[bytes]:
    """The table in UTF-8 with a byte order mark (RFC 4180)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(_HEAD)
    for element, value, state in values(report):
        row = (element.code, element.name, element.group, guarded(value), state)
        writer.writerow(row)
    return [buffer.getvalue().encode("utf-8-sig", "replace")]
