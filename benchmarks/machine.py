"""On what was measured: the machine, and the versions."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import sysconfig
import time
from importlib.metadata import version
from pathlib import Path

from benchmarks.timing import best, best_command

_PACKAGES = ("chardet", "click", "jsonschema-rs", "lxml", "msgspec", "pyarrow", "pydantic")


def described() -> dict[str, str]:
    """Names and values, such as ``CPython`` → ``3.11.7``."""
    facts = {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "load before the start": f"{os.getloadavg()[0]:.1f}",
        "system": f"{platform.system()} {platform.machine()}",
        platform.python_implementation(): f"{platform.python_version()}{_build()}",
        "a million turns of a plain loop": f"{best(_loop) * 1000:.0f} ms",
        "gongwen": version("gongwen"),
    }
    return facts | {name: version(name) for name in _PACKAGES}


def capacity() -> float:
    """How many times the work of one busy process two at once do here: 2 on two free cores, 1 where they share one."""
    command = [sys.executable, "-c", "sum(range(10**8))"]
    alone = best_command(command, seconds=5.0)
    start = time.perf_counter()
    for process in [subprocess.Popen(command) for _ in range(2)]:
        process.wait()
    return 2 * alone / (time.perf_counter() - start)


def _build() -> str:
    """How CPython was built, for that is worth up to a third of its speed."""
    options = sysconfig.get_config_var("CONFIG_ARGS") or ""
    return "" if "--enable-optimizations" in options else " (built without profile-guided optimisation)"


def _loop() -> int:
    total = 0
    for number in range(1_000_000):
        total += number * number
    return total


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
