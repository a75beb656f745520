"""Files that hold reports: one in JSON or XML, one made of a source, or many, as ``gongwen batch`` writes them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from io import BufferedReader
from itertools import count
from pathlib import Path
from typing import Any

from converter.cli.corrections import corrections_of
from converter.cli.failures import Failure, failing
from converter.cli.inputs import Input
from converter.model import Report
from converter.opening import open_report, read_report

#: What files of many reports are called: a JSON object a line, plain or packed, and tables with a column ``report``.
MANY_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.zst", ".ndjson.zst", ".parquet")


def reports_in(found: Input, encoding: str | None, corrections: str | None) -> Iterator[Report]:
    """The reports that a file holds, one at a time. Raises :class:`Failure` for what cannot be read."""
    name = (found.name or "").lower()
    if found.path is None or not name.endswith(MANY_SUFFIXES):
        with failing(found.label):
            report = open_report(found.read(), found.name, encoding, corrections_of(found, corrections))
        yield report
    elif name.endswith(".parquet"):
        yield from _of_parquet(found.path, found.label)
    else:
        yield from _of_lines(found.path, found.label, packed=name.endswith(".zst"))


def _of_lines(path: Path, label: str, *, packed: bool) -> Iterator[Report]:
    with failing(label):
        file: Any = path.open("rb")
        if packed:
            file = BufferedReader(_pyarrow("pyarrow", label).input_stream(file, compression="zstd"))
    with file:
        for number in count(1):
            with failing(f"{label}:{number}"):
                line = file.readline()
                report = read_report(line) if line.strip() else None
            if report is not None:
                yield report
            elif not line:
                return


def _of_parquet(path: Path, label: str) -> Iterator[Report]:
    parquet = _pyarrow("pyarrow.parquet", label)
    with failing(label):
        table = parquet.ParquetFile(path)
        if "report" not in table.schema_arrow.names:
            raise Failure(f"{label}: this table has no column report, as gongwen batch writes it")
    for group in range(table.num_row_groups):
        with failing(label):
            texts = table.read_row_group(group, columns=["report"]).column("report").to_pylist()
        for text in texts:
            if text is None:
                continue
            with failing(label):
                report = read_report(text.encode())
            yield report


def _pyarrow(name: str, label: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise Failure(
            f"{label}: to read it needs pyarrow, which is not installed: pip install 'gongwen[parquet]'"
        ) from None
