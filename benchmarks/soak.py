"""A soak of ``gongwen batch``: many texts, poison among them, kills at random and a disk that fills up, all at once.

usage: python -m benchmarks.soak [--documents N] [--kills N] [--seed N]

Ends with what was done and found, and with exit code 1 when a result is missing, doubled or wrong.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import click

from benchmarks import ours
from converter import parse, to_json
from tests.batch.texts import report

#: Every so many texts one is none.
_POISON_EVERY = 97
_POISON = (b"\x89PNG\r\n\x1a\n" + bytes(200), b"", b"PK\x03\x04 broken", b"%PDF-1.7 broken", bytes(4000))
#: What a result takes on the disk at most, for the size of the disk.
_BYTES_A_RESULT = 24 << 10


def fill(source: Path, documents: int) -> set[str]:
    """Write short reports, each different; the names of those that are none."""
    poison = set()
    for number in range(documents):
        key = f"{number // 500:04}/{number:07}.txt"
        path = source / key
        if number % 500 == 0:
            path.parent.mkdir(parents=True)
        if number % _POISON_EVERY == 50:
            poison.add(key)
            path.write_bytes(_POISON[number % len(_POISON)])
        else:
            path.write_text(f"第{number}号\n{report(number)}", "utf-8")
    return poison


def mounted(folder: Path, size: int) -> bool:
    """Make ``folder`` a small disk, where that is allowed."""
    folder.mkdir()
    with suppress(FileNotFoundError):
        options = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        return subprocess.run(["mount", *options], capture_output=True, check=False).returncode == 0
    return False


def workers_of(pid: int) -> list[int]:
    """The processes below ``pid``."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            parents[int(path.parent.name)] = int(fields[1])
    found = [child for child, parent in parents.items() if parent == pid]
    return found + [child for child, parent in parents.items() if parent in found]


def disturbed(source: Path, disk: Path, kills: int, chance: random.Random, small: bool) -> Counter[str]:
    """Go on with the run until ``kills`` processes were killed, the disk filled up now and then; then to its end."""
    done: Counter[str] = Counter()
    ballast = disk / "ballast"
    command = [ours.gongwen(), "batch", str(source), str(disk / "target"), "--workers", "2", "--resume", "-q"]
    while True:
        if small and done["killed"] < kills and chance.random() < 0.3:
            free = os.statvfs(disk)
            ballast.write_bytes(bytes(max(0, free.f_bavail * free.f_bsize - (2 << 20))))
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        done["runs"] += 1
        if done["killed"] < kills:
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.5, 6.0))
            if process.poll() is None:
                victims = workers_of(process.pid) if chance.random() < 0.5 else []
                with suppress(ProcessLookupError):
                    os.kill(chance.choice(victims or [process.pid]), signal.SIGKILL)
                done["killed"] += 1
                if victims:
                    time.sleep(chance.uniform(0.1, 1.0))
                    process.kill()
        _, said = process.communicate()
        if "Traceback" in said:
            done["tracebacks"] += 1
        if ballast.exists():
            done["runs on a full disk"] += 1
            ballast.unlink()
        if process.returncode == 1 and done["killed"] >= kills and "no space" not in said:
            return done


def wrong(source: Path, target: Path, poison: set[str], chance: random.Random) -> list[str]:
    """What is not as an undisturbed run would have left it."""
    found = []
    expected = {path.relative_to(source).as_posix() for path in source.rglob("*.txt")}
    results = {path.relative_to(target).with_suffix(".txt").as_posix() for path in target.rglob("*/*.json")}
    failed = [json.loads(line)["document"] for line in (target / "failures.jsonl").read_text("utf-8").splitlines()]
    if results != expected - poison:
        found.append(f"{len(results)} results where {len(expected - poison)} were expected")
    if sorted(failed) != sorted(poison):
        found.append(f"{len(failed)} failures where {len(poison)} were expected")
    for key in chance.sample(sorted(expected - poison), 200):
        data = (source / key).read_bytes()
        if (target / key).with_suffix(".json").read_bytes() != to_json(parse(data, name=key)):
            found.append(f"{key}: another result than parse gives")
    parts = [path for path in target.rglob("*") if path.suffix == ".part" or path.name == "temporary"]
    return found + [f"{path}: left behind" for path in parts]


@click.command()
@click.option("--documents", default=100_000)
@click.option("--kills", default=100)
@click.option("--seed", default=1)
def main(documents: int, kills: int, seed: int) -> None:
    """Disturb a run of DOCUMENTS texts by KILLS kills."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        source, disk = Path(folder, "source"), Path(folder, "disk")
        poison = fill(source, documents)
        small = mounted(disk, documents * _BYTES_A_RESULT + (64 << 20))
        start = time.monotonic()
        try:
            done = disturbed(source, disk, kills, chance, small)
            seconds = time.monotonic() - start
            found = wrong(source, disk / "target", poison, chance)
        finally:
            if small:
                subprocess.run(["umount", "--lazy", str(disk)], check=False)
    counts = ", ".join(f"{count:,} {what}" for what, count in sorted(done.items()))
    print(f"{documents:,} documents ({len(poison):,} of them none), {counts}, {seconds:,.0f} s")
    print("\n".join(found) if found else "every result stands once and is right; every text that is none is listed")
    sys.exit(bool(found) or bool(done["tracebacks"]))


if __name__ == "__main__":
    main()
