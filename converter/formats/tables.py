"""The formats of the table of targets, by the suffix of the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from converter.formats.table import Headers, OpenTable, TableWriter
from converter.formats.table_csv import CsvTable
from converter.formats.table_jsonl import JsonLinesTable
from converter.formats.table_parquet import ParquetTable
from converter.formats.table_terminal import TerminalTable
from converter.formats.table_xlsx import XlsxTable
from converter.model import Report
from converter.model.errors import FormatError

FORMATS: dict[str, OpenTable] = {
    "csv": CsvTable,
    "jsonl": JsonLinesTable,
    "parquet": ParquetTable,
    "xlsx": XlsxTable,
    "terminal": TerminalTable,
}


def table_format(name: str) -> str:
    """The format that the suffix of a file name asks for. Raises :class:`FormatError` when it is none of them."""
    suffix = name.rpartition(".")[2].lower()
    if suffix not in FORMATS or suffix == "terminal":
        raise FormatError(f"{name}: a table of targets is written as .csv, .jsonl, .parquet or .xlsx")
    return suffix


def open_table(name: str, out: BinaryIO, headers: Headers = "en") -> TableWriter:
    """A writer of the format ``name`` of :data:`FORMATS` on ``out``; add reports one by one, then close it."""
    return FORMATS[name](out, headers)


def write_table(reports: Iterable[Report], name: str, out: BinaryIO) -> None:
    """Write the targets of ``reports``, which are taken one at a time, to ``out`` in the format ``name``."""
    writer = open_table(name, out)
    for report in reports:
        writer.add(report)
    writer.close()
