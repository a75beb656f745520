"""A tree of JSON or XML files, one a document, at the document's own path. The workers write them."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from converter.batch.documents import Document, DocumentError, Failure, Outcome, Stopped, Work, sha256
from converter.batch.journal import Entry, Journal
from converter.batch.locks import hold_together
from converter.batch.state import State
from converter.folders import input_suffixes
from converter.system_errors import reason

#: Seconds of work that a kill may cost.
_COMMIT_AFTER = 1.0
#: How often a result is put into a folder that is removed meanwhile.
_TRIES = 20
#: The most bytes of a file's name on the usual file systems.
_LONGEST_NAME = 255
#: These are wrong with one document's name; anything else is wrong with the target.
_NAME_ERRORS = (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EILSEQ)


class Tree:
    """Files under ``root``: ``2023/云岭市.txt`` becomes ``2023/云岭市.json``."""

    window = None

    def __init__(self, root: Path, syntax: str, state: State, journal: Journal) -> None:
        self._root, self._suffix, self._state, self._journal = root, f".{syntax}", state, journal
        self._committed = time.monotonic()
        self._folders: set[Path] = set()

    def working(self, kernel: Work) -> Work:
        """Convert, and write the result in the process that converted it."""
        return partial(_convert_to_file, kernel, self._root, self._suffix, self._state)

    def place_of(self, key: str) -> str:
        """The path of the result below the root."""
        return output_path(key, self._suffix)

    def other_place_of(self, key: str) -> str:
        """``报告.pdf.json``, where ``报告.docx`` has ``报告.json``."""
        return output_path(key, self._suffix, keep_suffix=True)

    def holds(self, entry: Entry, document: Document) -> bool:
        """Whether the file is there and holds the bytes that were written."""
        if entry.output is None or entry.output != document.place:
            return False
        path = self._root / entry.output
        try:
            return path.stat().st_size == entry.size and sha256(path.read_bytes()) == entry.result_sha256
        except OSError:
            return False

    def ordered(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """Any order will do."""
        return outcomes

    def accept(self, outcome: Outcome) -> None:
        """Enter the outcome; a document that fails has no result, nor one from an earlier run."""
        earlier = None if outcome.kept else self._journal.known(outcome.key)
        if outcome.kept:
            self._journal.keep(outcome)
        elif outcome.is_unread and earlier is not None:
            kept = replace(outcome, sha256=earlier.sha256, size=earlier.size, result_sha256=earlier.result_sha256)
            self._journal.enter(kept, output=earlier.output)
        else:
            place = outcome.place if outcome.failure is None else None
            for output in {earlier.output if earlier else None, outcome.place} - {place, None}:
                self._remove_unclaimed(str(output), outcome)
            self._journal.enter(outcome, output=place)
            if place is not None:
                self._folders.add((self._root / place).parent)
        if time.monotonic() - self._committed > _COMMIT_AFTER:
            self._commit()

    def finish_partly(self) -> None:
        """Let all results stand."""
        self._commit()

    def finish(self) -> int:
        """Remove the results of documents that the source no longer has."""
        removed = 0
        for output in self._journal.vanished():
            removed += 1
            if output is not None:
                self._remove(output)
        self._journal.forget_vanished()
        self._commit()
        return removed

    def _commit(self) -> None:
        """Enter results for good once their files, which the workers forced to the disk, have their names there."""
        for folder in self._folders:
            _force_names(folder)
        self._folders.clear()
        self._journal.commit()
        self._committed = time.monotonic()

    def _remove_unclaimed(self, output: str, outcome: Outcome) -> None:
        """Remove an earlier result of a document, unless another document has taken its place."""
        if output == outcome.place or not self._journal.is_claimed(output):
            self._remove(output)

    def _remove(self, output: str) -> None:
        path = self._root / output
        try:
            path.unlink()
        except FileNotFoundError:
            return
        with suppress(OSError):  # until a folder is not empty
            for folder in path.parents:
                if folder == self._root:
                    break
                folder.rmdir()


def output_path(key: str, suffix: str, *, keep_suffix: bool = False) -> str:
    """Where the result of the document ``key`` stands below the target: never outside of it.

    The suffix of a text is replaced, or kept where two texts differ in it alone.

    Raises :class:`DocumentError` for a name that leads elsewhere or that no file can have.
    """
    stem = key if keep_suffix else next((key[: -len(end)] for end in _suffixes() if key.lower().endswith(end)), key)
    parts = [part for part in stem.split("/") if part not in ("", ".")]
    unsafe = key.startswith("/") or ".." in parts or not parts or any(ord(mark) < 32 or mark in "\\:" for mark in stem)
    if unsafe or len((parts[-1] + suffix).encode()) > _LONGEST_NAME or parts[0] == State.TREE_FOLDER:
        raise DocumentError("unsafe_name", f"{key}: no file of the target can have this name")
    return "/".join(parts) + suffix


def _convert_to_file(kernel: Work, root: Path, suffix: str, state: State, document: Document) -> Outcome:
    """Convert a document and put its result into the tree in one step; raises :class:`Stopped` when none can be."""
    _join_the_workers(state)
    outcome = kernel(document)
    if outcome.result is None:
        return outcome
    target = root / (document.place or output_path(document.key, suffix))
    temporary = state.temporary / str(os.getpid())
    try:
        with temporary.open("wb") as file:
            file.write(outcome.result)
            file.flush()
            os.fsync(file.fileno())
        _put(temporary, target)
    except OSError as error:
        if error.errno in _NAME_ERRORS:
            failure = Failure("unsafe_name", f"{document.key}: {target} cannot be written ({reason(error)})")
            return replace(outcome, result=None, size=0, failure=failure)
        raise Stopped(f"{target}: {reason(error)}") from error
    return replace(outcome, result=None)


def _put(file: Path, target: Path) -> None:
    """Give ``file`` its name; the parent removes folders that have become empty, perhaps this one, just now."""
    for _ in range(_TRIES):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)
            return
        except FileNotFoundError:
            if not file.exists():
                raise
    file.replace(target)


def _force_names(folder: Path) -> None:
    """Have the names in ``folder`` on the disk, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@cache
def _suffixes() -> tuple[str, ...]:
    return input_suffixes()


#: The worker's part in the lock of its run, for as long as it lives.
_HELD: dict[Path, object] = {}


def _join_the_workers(state: State) -> None:
    """Let a later run see that this process may still write."""
    if state.workers_lock not in _HELD:
        _HELD[state.workers_lock] = hold_together(state.workers_lock)
