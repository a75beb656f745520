"""How far a run is: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from typing import TextIO

from converter.batch.running import Summary

#: Seconds between two drawings of the bar, and between two plain lines.
_BAR_EVERY, _LINE_EVERY = 0.1, 10.0
_WIDTH = 24
#: Before this share is done, the time left is anyone's guess.
_KNOWN_FROM = 0.005


class Progress:
    """Watches a run and writes to ``stream``; on a terminal the last line is always the bar."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._shown = time.monotonic()

    def __call__(self, summary: Summary) -> None:
        """Show how far the run is, unless it was shown just before."""
        now = time.monotonic()
        if now - self._shown < (_BAR_EVERY if self._terminal else _LINE_EVERY):
            return
        self._shown = now
        if self._terminal:
            self._stream.write(f"\r{bar(summary.share)} {state(summary)}\x1b[K")
            self._stream.flush()
        else:
            self._stream.write(f"{state(summary)}\n")

    def end(self) -> None:
        """Wipe the bar away."""
        if self._terminal:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def bar(share: float) -> str:
    """``[██████──────]`` for a half."""
    full = round(share * _WIDTH)
    return f"[{'█' * full}{'─' * (_WIDTH - full)}]"


def state(summary: Summary) -> str:
    """``45 %, 1,234 documents, 321/s, 2:10 left, 3 failed``."""
    noun = "document" if summary.documents == 1 else "documents"
    said = [f"{summary.share:.0%}", f"{summary.documents:,} {noun}", f"{rate(summary):,.0f}/s"]
    if summary.share >= _KNOWN_FROM:
        said.append(f"{clock(summary.seconds * (1 - summary.share) / summary.share)} left")
    if summary.failed:
        said.append(f"{summary.failed:,} failed")
    return ", ".join(said)


def rate(summary: Summary) -> float:
    """Documents a second."""
    return summary.documents / max(summary.seconds, 1e-9)


def clock(seconds: float) -> str:
    """``1:02:03`` or ``2:10``."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"
