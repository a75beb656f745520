"""The journal of a run: which documents are finished, by the hash of their bytes, and where their results are.

It is a SQLite file in the folder of state beside or in the target. A document is entered when its result stands, never
before, so a run that is killed between the two only does that document again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from converter.batch.documents import Code, Failure, Outcome

_TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
    key TEXT PRIMARY KEY,
    run INTEGER NOT NULL,   -- the last run that met it
    place INTEGER NOT NULL, -- its number in the source, then
    sha256 TEXT,            -- of its bytes; NULL: to be converted again
    size INTEGER NOT NULL,  -- of its result, in bytes
    result_sha256 TEXT,     -- of its result
    output TEXT,            -- where its result is: a path in the tree
    block INTEGER,          -- or a block of a single file
    line INTEGER,           -- and the record's number there
    code TEXT,
    message TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS failed ON documents (place) WHERE code IS NOT NULL;
CREATE TABLE IF NOT EXISTS blocks (
    number INTEGER PRIMARY KEY,
    records INTEGER NOT NULL,
    joined INTEGER NOT NULL, -- 0: a part file of its own, 1: a stretch of the target
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    sha256 TEXT NOT NULL     -- of the part file; the target is known by a fact
);
CREATE TEMP TABLE claims (place TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
"""


#: A failure to read may keep an earlier result.
_HAS_RESULT = "(output IS NOT NULL OR block IS NOT NULL)"


class Entry(NamedTuple):
    """What the journal knows of a document that has a result."""

    sha256: str | None
    size: int
    result_sha256: str | None
    output: str | None
    block: int | None
    line: int | None


class Block(NamedTuple):
    """A run of records that were written together, and where they are."""

    number: int
    records: int
    joined: bool
    start: int
    length: int
    sha256: str


class Journal:
    """The open journal. Nothing is kept before :meth:`commit`. All methods raise ``sqlite3.Error``."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path)
        self._database.execute("PRAGMA temp_store = FILE")
        self._database.executescript(_TABLES)
        self.run = int(self.fact("run") or 0) + 1

    def close(self) -> None:
        """Forget what is not committed, and close the file."""
        self._database.close()

    def commit(self) -> None:
        """Keep all that was entered."""
        self._database.commit()

    def is_empty(self) -> bool:
        """Whether no document was ever entered."""
        return self._database.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is None

    def fact(self, name: str) -> str | None:
        """A fact about the run as a whole."""
        row = self._database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set_fact(self, name: str, value: str) -> None:
        """Enter a fact about the run as a whole."""
        self._database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def forget_hashes(self) -> None:
        """Have all documents converted again, but remember where their results are."""
        self._database.execute("UPDATE documents SET sha256 = NULL")

    def claim(self, place: str, key: str) -> str | None:
        """Take ``place`` in the target for ``key`` in this run; the key that took it before, if one did."""
        row = self._database.execute("SELECT key FROM claims WHERE place = ?", (place,)).fetchone()
        if row is not None:
            return str(row[0])
        self._database.execute("INSERT INTO claims VALUES (?, ?)", (place, key))
        return None

    def known(self, key: str) -> Entry | None:
        """The document ``key``, if it has a result."""
        row = self._database.execute(
            f"SELECT sha256, size, result_sha256, output, block, line FROM documents WHERE key = ? AND {_HAS_RESULT}",
            (key,),
        ).fetchone()
        return None if row is None else Entry(*row)

    def enter(
        self, outcome: Outcome, output: str | None = None, block: int | None = None, line: int | None = None
    ) -> None:
        """Enter what became of a document in this run, and where its result is."""
        code, message = (outcome.failure.code, outcome.failure.message) if outcome.failure else (None, None)
        values = (
            *(outcome.key, self.run, outcome.index, outcome.sha256, outcome.size, outcome.result_sha256),
            *(output, block, line, code, message),
        )
        self._database.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def keep(self, outcome: Outcome) -> None:
        """Enter that the earlier result of a document stays as it is."""
        self._database.execute(
            "UPDATE documents SET run = ?, place = ?, code = NULL, message = NULL WHERE key = ?",
            (self.run, outcome.index, outcome.key),
        )

    def is_claimed(self, place: str) -> bool:
        """Whether a document of this run has taken ``place``."""
        return self._database.execute("SELECT 1 FROM claims WHERE place = ?", (place,)).fetchone() is not None

    def unmet(self) -> Iterator[tuple[str, int, Entry]]:
        """Key, number in the source and entry of each document with a result that this run did not meet."""
        rows = self._database.execute(
            "SELECT key, place, sha256, size, result_sha256, output, block, line FROM documents"
            f" WHERE run < ? AND {_HAS_RESULT} ORDER BY place, key",
            (self.run,),
        ).fetchall()
        for key, place, *entry in rows:
            yield key, place, Entry(*entry)

    def failures(self) -> Iterator[tuple[str, str | None, Failure]]:
        """Key, hash and failure of each document that failed in this run, in the order of the source."""
        for key, digest, code, message in self._database.execute(
            "SELECT key, sha256, code, message FROM documents WHERE code IS NOT NULL AND run = ? ORDER BY place, key",
            (self.run,),
        ):
            yield key, digest, Failure(_code(code), message)

    def vanished(self) -> Iterator[str | None]:
        """Outputs of documents that this run did not meet, less those that another document has taken over."""
        for (output,) in self._database.execute(
            f"SELECT output FROM documents WHERE run < ? AND {_HAS_RESULT}"
            " AND (output IS NULL OR output NOT IN (SELECT place FROM claims))",
            (self.run,),
        ):
            yield output

    def forget_vanished(self) -> None:
        """Remove the documents that this run did not meet."""
        self._database.execute("DELETE FROM documents WHERE run < ?", (self.run,))

    def block(self, number: int) -> Block:
        """The block ``number``."""
        row = self._database.execute("SELECT * FROM blocks WHERE number = ?", (number,)).fetchone()
        return _block(row)

    def blocks(self) -> Iterator[Block]:
        """All blocks by number."""
        for row in self._database.execute("SELECT * FROM blocks ORDER BY number"):
            yield _block(row)

    def enter_block(self, block: Block) -> None:
        """Enter a block, or where it is now."""
        self._database.execute("INSERT OR REPLACE INTO blocks VALUES (?, ?, ?, ?, ?, ?)", block)

    def lose_blocks(self, numbers: list[int]) -> None:
        """Forget blocks; documents in them are to be converted again."""
        for number in numbers:
            self._database.execute("UPDATE documents SET sha256 = NULL WHERE block = ?", (number,))
            self._database.execute("DELETE FROM blocks WHERE number = ?", (number,))


def _block(row: tuple[int, int, int, int, int, str]) -> Block:
    return Block(row[0], row[1], bool(row[2]), *row[3:])


def _code(code: str) -> Code:
    return code  # type: ignore[return-value]
