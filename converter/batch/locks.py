"""Locks on files, which the operating system lets go when their holder dies, however it dies."""

from __future__ import annotations

import time
from pathlib import Path
from typing import IO

from converter.batch.documents import Stopped

try:
    import fcntl
except ImportError:  # Windows: nobody is kept from starting two runs at once
    fcntl = None  # type: ignore[assignment]

#: How long the workers of a killed run may take to notice, in seconds.
PATIENCE = 30.0


def hold_alone(path: Path, target: Path) -> IO[bytes]:
    """Take the lock of a run; raises :class:`Stopped` when another run holds it. Closing the file lets it go."""
    file = path.open("wb")
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise Stopped(f"{target}: another run is at work on this target; wait for its end") from None
    return file


def hold_together(path: Path) -> IO[bytes]:
    """Take a worker's part in a lock; the file must stay open as long as the worker lives."""
    file = path.open("wb")
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_SH)
    return file


def wait_until_free(path: Path, target: Path) -> None:
    """Wait until no worker of an earlier run, whose parent was killed, is left; raises :class:`Stopped` in the end."""
    if fcntl is None:
        return
    deadline = time.monotonic() + PATIENCE
    with path.open("wb") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except OSError:
                if time.monotonic() > deadline:
                    raise Stopped(f"{target}: workers of an earlier run are still at work; end them first") from None
                time.sleep(0.05)
