"""Seconds that something takes: the best of several runs, for anything else on the machine only ever adds to it."""

from __future__ import annotations

import gc
import resource
import subprocess
import time
from collections.abc import Callable, Sequence

Clock = Callable[[], float]


def processor_seconds() -> float:
    """Processor time of this process and of its children that have ended; other work of the machine counts little."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def best(call: Callable[[], object], seconds: float = 1.0, least: int = 3, clock: Clock = time.perf_counter) -> float:
    """Seconds of the fastest call among those that fit into ``seconds``, at least ``least``, after one to warm up."""
    call()
    gc.collect()
    fastest = float("inf")
    end = time.perf_counter() + seconds
    runs = 0
    while runs < least or time.perf_counter() < end:
        start = clock()
        call()
        fastest = min(fastest, clock() - start)
        runs += 1
    return fastest


def best_command(
    command: Sequence[str],
    seconds: float = 0.0,
    accepted: tuple[int, ...] = (0,),
    clock: Clock = time.perf_counter,
) -> float:
    """Seconds of the fastest run of a command among those that begin within ``seconds``, at least one.

    Raises ``RuntimeError`` when it ends with an exit code that is not ``accepted``.
    """
    fastest = float("inf")
    end = time.perf_counter() + seconds
    while fastest == float("inf") or time.perf_counter() < end:
        start = clock()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        fastest = min(fastest, clock() - start)
        if done.returncode not in accepted:
            raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()[-300:]}")
    return fastest
