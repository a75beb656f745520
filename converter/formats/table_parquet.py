"""The table of targets as Parquet, for which pyarrow is needed (the extra ``parquet``)."""

from __future__ import annotations

from importlib import import_module
from typing import Any, BinaryIO

from converter.formats.table import COLUMNS, Cell, ColumnType, Headers, header, rows
from converter.model import Report
from converter.model.errors import FormatError

# So many rows are held before they are written as a row group.
_GROUP = 5000


class ParquetTable:
    """Writes rows as Parquet, in groups. Raises :class:`FormatError` when pyarrow is not installed."""

    def __init__(self, out: BinaryIO, headers: Headers = "en") -> None:
        try:
            pyarrow: Any = import_module("pyarrow")
            parquet: Any = import_module("pyarrow.parquet")
        except ImportError as error:
            raise FormatError("Parquet needs the package pyarrow: install gongwen[parquet]") from error
        self._arrow = pyarrow
        self._names = header(headers)
        types: dict[ColumnType, Any] = {
            "text": pyarrow.string(),
            "integer": pyarrow.int64(),
            "number": pyarrow.float64(),
            "truth": pyarrow.bool_(),
        }
        self._schema = pyarrow.schema(
            [(name, types[column.type]) for name, column in zip(header(headers), COLUMNS, strict=True)]
        )
        self._writer: Any = parquet.ParquetWriter(out, self._schema, compression="zstd")
        self._held: list[dict[str, Cell]] = []

    def add(self, report: Report) -> None:
        """Write the rows of ``report``."""
        self._held.extend(dict(zip(self._names, row.values(), strict=True)) for row in rows(report))
        if len(self._held) >= _GROUP:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the footer."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._held:
            self._writer.write_table(self._arrow.Table.from_pylist(self._held, schema=self._schema))
            self._held = []
