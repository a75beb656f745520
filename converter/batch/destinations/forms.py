"""The forms of a single file: JSON Lines, the same packed by Zstandard, and Parquet."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple, Protocol

from converter.batch.extras import parquet, pyarrow


class Record(NamedTuple):
    """One result with the document's key and the SHA-256 of its bytes."""

    key: str
    sha256: str
    result: bytes


class Piece(NamedTuple):
    """A block in a file: in lines from which byte and how many bytes, in Parquet which row group."""

    path: Path
    start: int
    length: int


class Form(Protocol):
    """How blocks of records are written, read and joined."""

    def write(self, records: list[Record], path: Path) -> None:
        """Write a file of one block."""

    def whole(self, path: Path) -> tuple[int, int]:
        """Start and length of the only block of a file."""

    def read(self, piece: Piece) -> list[bytes]:
        """The results of a block."""

    def join(self, pieces: list[Piece], path: Path) -> list[tuple[int, int]]:
        """Write a file of these blocks, and force it to the disk; start and length of each in it."""


class JsonLines:
    """A report a line."""

    def write(self, records: list[Record], path: Path) -> None:
        """Write the lines."""
        with path.open("wb") as file:
            for record in records:
                file.write(record.result)
                file.write(b"\n")

    def whole(self, path: Path) -> tuple[int, int]:
        """All bytes."""
        return 0, path.stat().st_size

    def read(self, piece: Piece) -> list[bytes]:
        """The lines."""
        return _stretch(piece).split(b"\n")[:-1]

    def join(self, pieces: list[Piece], path: Path) -> list[tuple[int, int]]:
        """One after the other."""
        with _durable(path) as file:
            return _copy(pieces, file)


class PackedJsonLines:
    """A report a line, each block a Zstandard frame of its own: frames in a row are one file (RFC 8878 §3)."""

    def __init__(self) -> None:
        self._arrow = pyarrow("writing .zst")

    def write(self, records: list[Record], path: Path) -> None:
        """Write the lines as a frame."""
        lines = b"".join(part for record in records for part in (record.result, b"\n"))
        path.write_bytes(self._packed(lines))

    def whole(self, path: Path) -> tuple[int, int]:
        """All bytes."""
        return 0, path.stat().st_size

    def read(self, piece: Piece) -> list[bytes]:
        """The lines of the frame."""
        with self._arrow.CompressedInputStream(self._arrow.BufferReader(_stretch(piece)), "zstd") as file:
            lines: bytes = file.read()
        return lines.split(b"\n")[:-1]

    def join(self, pieces: list[Piece], path: Path) -> list[tuple[int, int]]:
        """One after the other; without any, an empty frame, for an empty file is no Zstandard."""
        with _durable(path) as file:
            if not pieces:
                file.write(self._packed(b""))
            return _copy(pieces, file)

    def _packed(self, lines: bytes) -> bytes:
        packed: bytes = self._arrow.compress(lines, codec="zstd", asbytes=True)
        return packed


class Parquet:
    """A table with the columns ``key``, ``sha256`` and ``report`` (JSON), each block a row group."""

    def __init__(self) -> None:
        self._arrow, self._parquet = pyarrow("writing Parquet"), parquet("writing Parquet")
        text = self._arrow.large_string()
        self._schema = self._arrow.schema([(name, text) for name in ("key", "sha256", "report")])

    def write(self, records: list[Record], path: Path) -> None:
        """Write the rows as a row group."""
        columns = zip(*records, strict=True)
        arrays = [
            self._arrow.array(column, self._arrow.large_binary()).cast(self._arrow.large_string()) for column in columns
        ]
        with self._writer(path) as writer:
            writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema), len(records))

    def whole(self, path: Path) -> tuple[int, int]:
        """The only row group."""
        return 0, 1

    def read(self, piece: Piece) -> list[bytes]:
        """The reports of the row group."""
        with self._parquet.ParquetFile(piece.path) as file:
            table = file.read_row_group(piece.start, columns=["report"])
        return [text.encode() for text in table.column("report").to_pylist()]

    def join(self, pieces: list[Piece], path: Path) -> list[tuple[int, int]]:
        """Row group after row group."""
        with self._writer(path) as writer:
            for piece in pieces:
                with self._parquet.ParquetFile(piece.path) as file:
                    table = file.read_row_group(piece.start)
                writer.write_table(table, max(1, table.num_rows))
        with path.open("rb") as file:
            os.fsync(file.fileno())
        return [(number, 1) for number in range(len(pieces))]

    def _writer(self, path: Path) -> Any:
        return self._parquet.ParquetWriter(path, self._schema, compression="zstd", use_dictionary=False)


def _stretch(piece: Piece) -> bytes:
    with piece.path.open("rb") as file:
        file.seek(piece.start)
        return file.read(piece.length)


def _copy(pieces: list[Piece], file: IO[bytes]) -> list[tuple[int, int]]:
    places = []
    for piece in pieces:
        places.append((file.tell(), piece.length))
        with piece.path.open("rb") as part:
            part.seek(piece.start)
            remaining = piece.length
            while remaining and (data := part.read(min(remaining, 1 << 20))):
                file.write(data)
                remaining -= len(data)
    return places


@contextmanager
def _durable(path: Path) -> Iterator[IO[bytes]]:
    """A new file, forced to the disk at the end."""
    with path.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
