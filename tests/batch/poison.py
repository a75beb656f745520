"""Kernels that go wrong on purpose, where the text says so; they are sent to real worker processes."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from converter.batch.conversion import convert
from converter.batch.documents import Document, Outcome, Recipe, Stopped


def poisoned(document: Document) -> Outcome:
    """Convert, unless the first line is a poison."""
    data = document.read()
    poison, _, rest = data.partition(b"\n")
    if poison == b"kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if poison == b"exit":
        os._exit(7)
    if poison == b"sleep":
        time.sleep(600)
    if poison == b"spin":
        # Holds the interpreter's lock in C for longer than any test takes: no Python code can end this.
        sum(range(10**13))
    if poison == b"memory":
        bytearray(64 << 30)
    if poison == b"stop":
        raise Stopped("the disk is full")
    if poison == b"once":
        # A worker that somebody else ended: the next attempt goes well.
        marker = Path(rest.split(b"\n", 1)[0].decode())
        if not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return convert(Recipe(), document)


def slow(document: Document) -> Outcome:
    """Convert in a time that leaves room for kills, and let the process be found."""
    folder = os.environ.get("GONGWEN_TEST_PIDS")
    if folder:
        Path(folder, str(os.getpid())).touch()
    time.sleep(0.015)
    return convert(Recipe(), document)
