"""The table of targets as a spreadsheet (.xlsx, ECMA-376), written by hand: one sheet, no formulas, no styles."""

from __future__ import annotations

import re
from typing import IO, BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from converter.formats.table import Cell, Headers, header, rows
from converter.model import Report

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="targets" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
# A spreadsheet has no more rows, and no longer cells.
_MOST_ROWS = 1_048_576
_LONGEST = 32_767
# What XML cannot carry.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class XlsxTable:
    """Writes rows as a spreadsheet; the first row holds the names of the columns and stays in view."""

    def __init__(self, out: BinaryIO, headers: Headers = "en") -> None:
        self._file = ZipFile(out, "w", ZIP_DEFLATED)
        for name, part in _PARTS.items():
            self._file.writestr(_entry(name), _HEAD + part)
        self._sheet: IO[bytes] = self._file.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True)
        view = (
            '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView>'
        )
        self._write(f'{_HEAD}<worksheet xmlns="{_MAIN}">{view}</sheetViews><sheetData>')
        self._rows = 0
        self._row(list(header(headers)))

    def add(self, report: Report) -> None:
        """Write the rows of ``report``. Raises ``ValueError`` when the sheet is full."""
        for row in rows(report):
            self._row(list(row.values()))

    def close(self) -> None:
        """End the sheet and the file."""
        self._write("</sheetData></worksheet>")
        self._sheet.close()
        self._file.close()

    def _row(self, cells: list[Cell]) -> None:
        if self._rows == _MOST_ROWS:
            raise ValueError(f"a spreadsheet holds {_MOST_ROWS} rows and no more; write .csv or .parquet")
        self._rows += 1
        self._write(f"<row>{''.join(map(_cell, cells))}</row>")

    def _write(self, text: str) -> None:
        self._sheet.write(text.encode("utf-8", "replace"))


def _entry(name: str) -> ZipInfo:
    """A file of the package, always of the same day: the same rows give the same bytes."""
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    return entry


def _cell(value: Cell) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(_UNWRITABLE.sub(" ", value[:_LONGEST]))}</t></is></c>'
