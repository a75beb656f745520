"""A tree of JSON or XML files, one a document, at the document's own path. The workers write them."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from converter.batch.documents import Document, DocumentError, Failure, Outcome, Stopped, Work, reason
from converter.batch.journal import Entry, Journal
from converter.batch.locks import hold_together
from converter.batch.sources.source import TEXT_SUFFIXES
from converter.batch.state import State

#: Seconds of work that a kill may cost.
_COMMIT_AFTER = 1.0
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

    def working(self, kernel: Work) -> Work:
        """Convert, and write the result in the process that converted it."""
        return partial(_convert_to_file, kernel, self._root, self._suffix, self._state)

    def place_of(self, key: str) -> str:
        """The path of the result below the root."""
        return output_path(key, self._suffix)

    def holds(self, entry: Entry) -> bool:
        """Whether the file is there and has the size it was written with."""
        try:
            return entry.output is not None and (self._root / entry.output).stat().st_size == entry.size
        except OSError:
            return False

    def ordered(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """Any order will do."""
        return outcomes

    def accept(self, outcome: Outcome) -> None:
        """Enter the outcome; a document that fails has no result, nor one from an earlier run."""
        if outcome.kept:
            self._journal.keep(outcome)
        elif outcome.failure is None:
            self._journal.enter(outcome, output=output_path(outcome.key, self._suffix))
        else:
            if outcome.failure.code not in ("twice", "unsafe_name"):
                self._remove(output_path(outcome.key, self._suffix))
            self._journal.enter(outcome)
        if time.monotonic() - self._committed > _COMMIT_AFTER:
            self._journal.commit()
            self._committed = time.monotonic()

    def finish(self) -> int:
        """Remove the results of documents that the source no longer has."""
        removed = 0
        for output in self._journal.vanished():
            removed += 1
            if output is not None:
                self._remove(output)
        self._journal.forget_vanished()
        return removed

    def _remove(self, output: str) -> None:
        path = self._root / output
        path.unlink(missing_ok=True)
        with suppress(OSError):  # until a folder is not empty
            for folder in path.parents:
                if folder == self._root:
                    break
                folder.rmdir()


def output_path(key: str, suffix: str) -> str:
    """Where the result of the document ``key`` stands below the target: never outside of it.

    Raises :class:`DocumentError` for a name that leads elsewhere or that no file can have.
    """
    stem = next((key[: -len(end)] for end in TEXT_SUFFIXES if key.lower().endswith(end)), key)
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
    target = root / output_path(document.key, suffix)
    temporary = state.temporary / str(os.getpid())
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(outcome.result)
        temporary.replace(target)
    except OSError as error:
        if error.errno in _NAME_ERRORS:
            failure = Failure("unsafe_name", f"{document.key}: {target} cannot be written ({reason(error)})")
            return replace(outcome, result=None, size=0, failure=failure)
        raise Stopped(f"{target}: {reason(error)}") from error
    return replace(outcome, result=None)


#: The worker's part in the lock of its run, for as long as it lives.
_HELD: dict[Path, object] = {}


def _join_the_workers(state: State) -> None:
    """Let a later run see that this process may still write."""
    if state.workers_lock not in _HELD:
        _HELD[state.workers_lock] = hold_together(state.workers_lock)
