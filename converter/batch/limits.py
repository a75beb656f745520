"""What keeps a worker within bounds, as far as the operating system offers it."""

from __future__ import annotations

import os
import signal
import threading
from multiprocessing.connection import Connection

try:
    import resource
except ImportError:  # Windows has neither limits of this kind nor locks of the other
    resource = None  # type: ignore[assignment]


def bound_memory(size: int | None) -> None:
    """Let this process have at most ``size`` bytes of address space; an allocation beyond raises ``MemoryError``."""
    if resource is None or size is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = size if hard == resource.RLIM_INFINITY else min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


def leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; the parent alone decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def end_with_parent(lifeline: Connection) -> None:
    """End this process when the other end of ``lifeline``, which the parent alone holds, is closed: it is dead."""

    def watch() -> None:
        try:
            lifeline.recv_bytes()
        except (EOFError, OSError):
            os._exit(1)

    threading.Thread(target=watch, name="lifeline", daemon=True).start()
