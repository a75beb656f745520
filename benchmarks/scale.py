"""``gongwen batch`` on many documents: speed by workers, memory by number of documents, disk.

usage: python -m benchmarks.scale [--documents N] [--workers N] [--form FORM] [--write]

``--write`` puts the figures, and what they mean for 10⁶ and 10⁸ documents, into docs/scale.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks import machine, ours
from benchmarks.texts import ROOT, reports
from converter import parse, to_json

#: Everything below this line of the page is written by this.
RESULTS = "<!-- Everything below is written by: python -m benchmarks.scale --write -->\n"


class Run(NamedTuple):
    """One run: documents, workers, seconds of the clock, core-seconds, peak bytes of memory, bytes read and written."""

    documents: int
    workers: int
    seconds: float
    core_seconds: float
    parent_peak: int
    peak: int
    read: int
    written: int


def run(documents: int, workers: int, form: str = "jsonl.zst") -> Run:
    """Convert ``documents`` reports of 40 KB, each of them different, with ``workers`` processes."""
    with tempfile.TemporaryDirectory() as folder:
        read = _fill(Path(folder, "source"), documents)
        target = Path(folder, "target" if form == "json" else f"target.{form}")
        command = [ours.gongwen(), "batch", str(Path(folder, "source")), str(target), "-q", "--workers", str(workers)]
        start = time.perf_counter()
        process = subprocess.Popen(command)
        peaks = _Peaks(process.pid)
        if process.wait():
            raise RuntimeError(f"gongwen batch ended with {process.returncode}")
        seconds = time.perf_counter() - start
        parent, total, core = peaks.stop()
        written = sum(path.stat().st_size for path in Path(folder).rglob("target*") if path.is_file())
        if target.is_dir():
            written = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
        return Run(documents, workers, seconds, core, parent, total, read, written)


def _fill(folder: Path, documents: int) -> int:
    """Write the reports, in folders of a thousand; their bytes."""
    texts = list(reports().values())
    size = 0
    for number in range(documents):
        path = folder / f"{number // 1000:05}" / f"{number:08}.txt"
        if number % 1000 == 0:
            path.parent.mkdir(parents=True)
        data = f"第{number}号\n{texts[number % len(texts)]}".encode()
        path.write_bytes(data)
        size += len(data)
    return size


class _Peaks:
    """Watches the memory of a process and of all below it, in the proportional sizes that Linux gives."""

    def __init__(self, pid: int) -> None:
        self._pid, self._parent, self._total = pid, 0, 0
        self._core: dict[int, float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> tuple[int, int, float]:
        """Peak bytes of the process, and of the whole family; the seconds of a core that the family took."""
        self._ended.set()
        self._thread.join()
        return self._parent, self._total, sum(self._core.values())

    def _watch(self) -> None:
        while not self._ended.wait(0.2):
            family = _family(self._pid)
            self._core |= {pid: seconds for pid in family if (seconds := _core_seconds(pid)) is not None}
            sizes = {pid: _memory(pid) for pid in family}
            self._parent = max(self._parent, sizes.get(self._pid, 0))
            self._total = max(self._total, sum(sizes.values()))


def _family(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        for path in Path(f"/proc/{found[-1]}/task").glob("*/children"):
            try:
                waiting += map(int, path.read_text().split())
            except OSError:
                continue
    return found


def _core_seconds(pid: int) -> float | None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def shown(result: Run) -> str:
    """A row of the table."""
    return (
        f"| {result.documents:,} | {result.workers} | {result.seconds:.1f} | {result.documents / result.seconds:,.0f}"
        f" | {result.core_seconds / result.documents * 1000:.2f} | {result.parent_peak / 2**20:,.0f}"
        f" | {result.peak / 2**20:,.0f} | {result.read / 1e6:,.0f} | {result.written / 1e6:,.0f} |"
    )


HEAD = (
    "| documents | workers | s | documents/s | core-ms a document | parent, MiB | all, MiB | MB read | MB written |\n"
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


@click.command()
@click.option("--documents", default=50_000)
@click.option("--workers", default=2)
@click.option("--form", default="jsonl.zst")
@click.option("--write", is_flag=True)
def main(documents: int, workers: int, form: str, write: bool) -> None:
    """Run with a few documents and with all of them, and print what that took and what more would take."""
    few, many = run(max(1, documents // 50), workers, form), run(documents, workers, form)
    facts = ", ".join(f"{name} {value}" for name, value in machine.described().items())
    text = f"{facts}.\n\n{HEAD}\n{shown(few)}\n{shown(many)}\n\n{extrapolated(many)}"
    click.echo(text)
    if write:
        page = ROOT / "docs" / "scale.md"
        page.write_text(page.read_text("utf-8").partition(RESULTS)[0] + RESULTS + "\n" + text, "utf-8")


def extrapolated(result: Run) -> str:
    """What 10⁶ and 10⁸ documents would take, by the figures of ``result``."""
    lines = [
        f"Extrapolated from {result.documents:,} conversions:",
        "",
        "| documents | core-hours | texts, GB | results as written, GB | results as plain JSON, GB |",
        "| ---: | ---: | ---: | ---: | ---: |",
    ]
    sizes = [len(to_json(parse(text))) for text in reports().values()]
    plain = result.documents * sum(sizes) / len(sizes)
    for power, name in ((6, "10⁶"), (8, "10⁸")):
        times = 10**power / result.documents
        hours = result.core_seconds / 3600 * times
        read, written, unpacked = (size / 1e9 * times for size in (result.read, result.written, plain))
        lines.append(f"| {name} | {hours:,.1f} | {read:,.0f} | {written:,.1f} | {unpacked:,.0f} |")
    lines += ["", "The texts are much alike, so real ones are packed less well: plan with a third of plain JSON."]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main())
