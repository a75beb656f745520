"""What the service allows, and where it listens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: Addresses that only this machine reaches.
LOCAL = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """``token`` is asked of every request where it is set; ``folder`` is where results are kept, nowhere without it.

    ``workers`` requests are worked on at once, ``waiting`` more wait, each of at most ``max_bytes`` bytes, ``seconds``
    of the clock and ``memory`` bytes. ``kept_bytes`` of sources are remembered for the pages in the browser.
    """

    host: str = "127.0.0.1"
    port: int = 8710
    token: str | None = None
    workers: int = 2
    waiting: int = 32
    max_bytes: int = 50 << 20
    seconds: float = 60.0
    memory: int = 2 << 30
    kept_bytes: int = 256 << 20
    folder: Path | None = None
