"""A bar with rate and time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import io

import pytest

from converter.batch.progress import Progress, bar, clock, state
from converter.batch.running import Summary


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0.0, "[" + "─" * 24 + "]"), (0.5, "[" + "█" * 12 + "─" * 12 + "]"), (1.0, "[" + "█" * 24 + "]")],
)
def test_the_bar_fills(share: float, drawn: str) -> None:
    assert bar(share) == drawn


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (59.6, "1:00"), (130, "2:10"), (3723, "1:02:03")])
def test_the_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


def test_the_state_says_rate_and_time_left() -> None:
    summary = Summary(converted=1200, kept=31, failed=3, share=0.25, seconds=10.0)
    assert state(summary) == "25%, 1,234 documents, 123/s, 0:30 left, 3 failed"
    assert state(Summary(converted=1, share=0.001, seconds=1.0)) == "0%, 1 document, 1/s"


def test_a_terminal_shows_a_bar_that_is_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([0.0, 0.05, 0.2])
    monkeypatch.setattr("converter.batch.progress.time.monotonic", lambda: next(now))
    terminal = Terminal()
    progress = Progress(terminal)
    progress(Summary(converted=1))
    assert terminal.getvalue() == ""
    progress(Summary(converted=2, share=0.5))
    assert terminal.getvalue().startswith("\r[████████████")
    assert "\n" not in terminal.getvalue()
    progress.end()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_log_gets_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([0.0, 5.0, 10.0, 12.0])
    monkeypatch.setattr("converter.batch.progress.time.monotonic", lambda: next(now))
    log = io.StringIO()
    progress = Progress(log)
    for count in (1, 2, 3):
        progress(Summary(converted=count, share=0.5, seconds=10.0))
    progress.end()
    assert log.getvalue() == "50%, 2 documents, 0/s, 0:10 left\n"
