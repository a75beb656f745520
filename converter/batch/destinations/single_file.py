"""A single file of all results, joined from blocks.

A block is a few hundred results in the order of the source. Each is written to a part file, whole, and entered in the
journal; at the end the parts are joined, and the joined file takes its name. A later run takes every result that is
still good out of the parts, or out of the target itself; a block that is good as a whole is not touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from converter.batch.destinations.forms import Form, Piece, Record
from converter.batch.documents import Document, Outcome, Work
from converter.batch.journal import Block, Entry, Journal
from converter.batch.state import State

#: A block is closed when its results have so many bytes.
BLOCK_BYTES = 64 << 20


class SingleFile:
    """The file ``target`` in a certain form, and its blocks."""

    def __init__(self, target: Path, form: Form, state: State, journal: Journal, block_documents: int) -> None:
        self._target, self._form, self._state, self._journal = target, form, state, journal
        self._block_documents = block_documents
        self.window = 2 * block_documents
        self._pending: list[Outcome] = []
        self._bytes = 0
        self._sequence: list[int] = []
        state.parts.mkdir(exist_ok=True)
        self._recover()
        self._next = max((block.number for block in journal.blocks()), default=0) + 1
        self._opened: tuple[int, list[bytes]] = (0, [])

    def working(self, kernel: Work) -> Work:
        """Convert; the result comes back to be written here."""
        return kernel

    def place_of(self, key: str) -> str:
        """Each document has its own place."""
        return key

    def other_place_of(self, key: str) -> str:
        """There is no other."""
        return key

    def holds(self, entry: Entry, document: Document) -> bool:
        """Whether the journal knows where the result is: parts that are lost or changed were found out at the start."""
        return entry.block is not None

    def ordered(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """The order of the source."""
        waiting: dict[int, Outcome] = {}
        following = 0
        for outcome in outcomes:
            waiting[outcome.index] = outcome
            while following in waiting:
                yield waiting.pop(following)
                following += 1

    def accept(self, outcome: Outcome) -> None:
        """Take an outcome; those of a block are entered together."""
        entry = self._journal.known(outcome.key) if outcome.is_unread else None
        if entry is not None and entry.block is not None:
            outcome = _kept(outcome, entry)
        self._pending.append(outcome)
        if outcome.has_result:
            self._bytes += outcome.size
        if len(self._pending) >= self._block_documents or self._bytes >= BLOCK_BYTES:
            self._close_block()

    def finish_partly(self) -> None:
        """Join the blocks, and behind them the earlier results of documents that were not met."""
        self._close_block()
        for key, place, entry in self._journal.unmet():
            self.accept(_kept(Outcome(place, key), entry))
        self.finish()

    def finish(self) -> int:
        """Join the blocks to the target, unless it consists of just these already."""
        self._close_block()
        removed = sum(1 for _ in self._journal.vanished())
        self._journal.forget_vanished()
        blocks = [self._journal.block(number) for number in self._sequence]
        if not self._stands_already(blocks):
            self._join(blocks)
        superfluous = {block.number for block in self._journal.blocks()}.difference(self._sequence)
        self._journal.lose_blocks(sorted(superfluous))
        self._journal.commit()
        for part in self._state.parts.iterdir():
            part.unlink()
        self._state.parts.rmdir()
        return removed

    def _close_block(self) -> None:
        """Write the pending results as a block, or keep the earlier block that has just these."""
        results = [outcome for outcome in self._pending if outcome.has_result]
        number = self._earlier_block(results)
        if number is None and results:
            number = self._next
            self._next += 1
            records = [Record(outcome.key, outcome.sha256 or "", self._result(outcome)) for outcome in results]
            self._write_part(number, records)
        line = 0
        for outcome in self._pending:
            if not outcome.has_result:
                self._journal.enter(outcome)
                continue
            self._journal.enter(outcome, block=number, line=line)
            line += 1
        self._journal.commit()
        if number is not None:
            self._sequence.append(number)
        self._pending, self._bytes = [], 0

    def _earlier_block(self, results: list[Outcome]) -> int | None:
        """The block of an earlier run that holds exactly ``results``."""
        if not results or not all(outcome.kept for outcome in results):
            return None
        entries = [self._journal.known(outcome.key) for outcome in results]
        number = entries[0].block if entries[0] else None
        same = all(entry and (entry.block, entry.line) == (number, line) for line, entry in enumerate(entries))
        return number if number and same and self._journal.block(number).records == len(results) else None

    def _result(self, outcome: Outcome) -> bytes:
        """The bytes of a result: those that came, or those of the earlier run."""
        if outcome.result is not None:
            return outcome.result
        entry = self._journal.known(outcome.key)
        assert entry is not None and entry.block is not None and entry.line is not None
        if self._opened[0] != entry.block:
            self._opened = entry.block, self._form.read(self._piece(self._journal.block(entry.block)))
        return self._opened[1][entry.line]

    def _write_part(self, number: int, records: list[Record]) -> None:
        temporary = self._state.temporary / "part"
        self._form.write(records, temporary)
        temporary.replace(self._part(number))
        part = self._part(number)
        self._journal.enter_block(Block(number, len(records), False, *self._form.whole(part), _digest(part)))

    def _part(self, number: int) -> Path:
        return self._state.parts / f"{number:06}"

    def _piece(self, block: Block) -> Piece:
        return Piece(self._target if block.joined else self._part(block.number), block.start, block.length)

    def _stands_already(self, blocks: list[Block]) -> bool:
        """Whether the target consists of ``blocks``, in this order, and of nothing else."""
        if self._journal.fact("target") is None or not all(block.joined for block in blocks):
            return False
        starts = [block.start for block in blocks]
        return starts == sorted(starts) and len(blocks) == sum(block.joined for block in self._journal.blocks())

    def _join(self, blocks: list[Block]) -> None:
        """Write the target anew. The journal is ahead of the file by one step, which :meth:`_recover` can take."""
        pieces = self._form.join([self._piece(block) for block in blocks], self._state.joined)
        for block, (start, length) in zip(blocks, pieces, strict=True):
            self._journal.enter_block(block._replace(joined=True, start=start, length=length))
        self._journal.lose_blocks(
            [block.number for block in self._journal.blocks() if block.number not in set(self._sequence)]
        )
        self._journal.set_fact("target", _digest(self._state.joined))
        self._journal.commit()
        self._state.joined.replace(self._target)

    def _recover(self) -> None:
        """Find out which blocks of earlier runs are still there."""
        stamp = self._journal.fact("target")
        if self._state.joined.exists():
            if _is_intact(self._state.joined, stamp):
                self._state.joined.replace(self._target)
            else:
                self._state.joined.unlink()
        intact = _is_intact(self._target, stamp)
        lost = [
            block.number
            for block in self._journal.blocks()
            if not (intact if block.joined else _is_intact(self._part(block.number), block.sha256))
        ]
        self._journal.lose_blocks(lost)
        known = {self._part(block.number).name for block in self._journal.blocks() if not block.joined}
        for part in list(self._state.parts.iterdir()):
            if part.name not in known:
                part.unlink()


def _kept(outcome: Outcome, entry: Entry) -> Outcome:
    """``outcome`` with the earlier result of its document."""
    return replace(outcome, sha256=entry.sha256, size=entry.size, result_sha256=entry.result_sha256, kept=True)


def _digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_intact(path: Path, digest: str | None) -> bool:
    """Whether the file is there and has the bytes that were written."""
    return digest is not None and path.is_file() and _digest(path) == digest
