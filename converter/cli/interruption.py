"""Ctrl-C and SIGTERM: a command ends in one sentence, and leaves nothing half written."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from gettext import gettext as _
from typing import NoReturn

import click

from converter.cli.saying import say

#: What a shell expects of a command that a signal has ended: 128 and the number of the signal.
_BASE = 128


class Terminated(KeyboardInterrupt):
    """SIGTERM, which is to be cleaned up after as Ctrl-C is."""


def listen() -> None:
    """Let SIGTERM be raised as :class:`Terminated`, unless whoever started the command decided otherwise."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _terminate)


def end(interrupt: KeyboardInterrupt, command: str | None) -> NoReturn:
    """Say that ``command`` was stopped, and leave with the code of the signal."""
    click.echo(err=True)
    if command == "batch":
        say(_("stopped. What is finished is kept: --resume goes on from there"))
    else:
        say(_("stopped; nothing is left half written"))
    number = signal.SIGTERM if isinstance(interrupt, Terminated) else signal.SIGINT
    _leave(_BASE + number)


def _leave(code: int) -> NoReturn:
    """End the process; at once where a pool of workers is at work.

    A worker that the signal ended may have held the lock of a queue, and who waits for that lock never leaves.
    """
    if "multiprocessing.pool" not in sys.modules:
        raise SystemExit(code)
    from multiprocessing import active_children

    for child in active_children():
        child.kill()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(code)


def _terminate(number: int, frame: object) -> NoReturn:
    raise Terminated
