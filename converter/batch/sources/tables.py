"""Tables with a column of texts: JSON Lines (plain, .gz or .zst) and Parquet."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from converter.batch.documents import Document, DocumentError, Unusable, check_size
from converter.batch.extras import parquet, pyarrow
from converter.batch.sources.source import SourceFault, damaged
from converter.folders import LeftOut
from converter.limits import MAX_BYTES

#: Rows of a Parquet file that are read at a time.
_ROWS = 64


class Columns(NamedTuple):
    """Which column holds the texts, and which one, if any, their names; without it they are named by their number."""

    text: str = "text"
    key: str | None = None


class JsonLines:
    """A JSON object a line; blank lines count for nothing."""

    def __init__(self, path: Path, columns: Columns) -> None:
        self.place, self._columns = path, columns
        self.left_out = LeftOut()

    def documents(self) -> Iterator[Document | Unusable]:
        """The texts in the order of the lines; what stands before a damage is given before it."""
        size = max(1, self.place.stat().st_size)
        index = 0
        try:
            with self.place.open("rb") as raw, _unpacked(raw, self.place) as lines:
                for number, line in enumerate(_lines(lines), 1):
                    if line.isspace():
                        continue
                    share = min(1.0, raw.tell() / size)
                    yield _row(index, f"line {number}", _object(line), self._columns, share)
                    index += 1
        except (OSError, EOFError, zlib.error) as error:
            yield damaged(index, self.place, f"the file is damaged behind its text {index} ({_line(error)})")


class Parquet:
    """A Parquet file; its column of texts holds strings, or the bytes of files."""

    def __init__(self, path: Path, columns: Columns) -> None:
        self.place, self._columns = path, columns
        self.left_out = LeftOut()

    def documents(self) -> Iterator[Document | Unusable]:
        """The texts in the order of the rows; what stands before a damage is given before it."""
        reader = parquet(f"{self.place}: reading Parquet")
        faults = (OSError, ValueError, NotImplementedError, pyarrow("reading Parquet").ArrowException)
        try:
            file = reader.ParquetFile(self.place, page_checksum_verification=True)
        except faults as error:
            raise SourceFault(f"{self.place}: no Parquet file ({_line(error)})") from error
        wanted = [name for name in self._columns if name is not None]
        names = file.schema_arrow.names
        for name in wanted:
            if name not in names:
                raise SourceFault(f"{self.place}: there is no column {name!r}; there are {', '.join(names)}")
        index, total = 0, max(1, file.metadata.num_rows)
        try:
            with file:
                for batch in file.iter_batches(_ROWS, columns=wanted):
                    for number in range(batch.num_rows):
                        share = (index + 1) / total
                        yield _row(index, f"row {index + 1}", _values(batch, number), self._columns, share)
                        index += 1
        except faults as error:
            yield damaged(index, self.place, f"the file is damaged behind its row {index} ({_line(error)})")


def _values(batch: Any, number: int) -> dict[str, Any]:
    """The values of one row; a value that is no text and no number this language has is ``None``."""
    values: dict[str, Any] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            values[name] = column[number].as_py()
        except (ValueError, OverflowError, ImportError):
            values[name] = None
    return values


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]


@contextmanager
def _unpacked(raw: IO[bytes], path: Path) -> Iterator[IO[bytes]]:
    if path.suffix == ".gz":
        with gzip.open(raw) as lines:
            yield cast("IO[bytes]", lines)
    elif path.suffix == ".zst":
        arrow = pyarrow(f"{path}: reading .zst")
        with arrow.CompressedInputStream(raw, "zstd") as packed:
            yield cast("IO[bytes]", io.BufferedReader(packed))
    else:
        yield raw


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines; of one that is longer than a document may be, only the beginning."""
    longest = 2 * MAX_BYTES
    while True:
        line = file.readline(longest)
        rest = line
        while len(rest) == longest and not rest.endswith(b"\n"):
            rest = file.readline(longest)
        if not line:
            return
        yield line


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _row(index: int, place: str, row: dict[str, Any] | None, columns: Columns, share: float) -> Document | Unusable:
    """A row of a table; named by its key column, else by its number, so that names sort as the rows do."""
    key = f"{index + 1:09}"
    try:
        if row is None:
            raise DocumentError("unreadable", f"{key}: {place} is no JSON object")
        if columns.key is not None:
            key = _key(row.get(columns.key), key, place, columns.key)
        return Document(index, key, share=share, **_text(row, key, place, columns.text))
    except DocumentError as error:
        return Unusable(index, key, error.failure, share)


def _key(value: object, number: str, place: str, column: str) -> str:
    if isinstance(value, int) or (isinstance(value, str) and value):
        return str(value).encode("utf-8", "backslashreplace").decode()
    raise DocumentError("unreadable", f"{number}: {place} has no name in its column {column!r}")


def _text(row: dict[str, Any], key: str, place: str, column: str) -> dict[str, Any]:
    text = row.get(column)
    if isinstance(text, str):
        data = text.encode("utf-8", "surrogatepass")
    elif isinstance(text, bytes):
        data = text
    else:
        raise DocumentError("unreadable", f"{key}: {place} has no text in {column!r}; it has {', '.join(row)[:80]}")
    check_size(key, len(data))
    return {"data": data, "encoding": "utf-8" if isinstance(text, str) else None}
