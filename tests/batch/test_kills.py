"""kill -9 of workers and of the whole run, at random moments: what goes on from there ends as if nothing had been."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from converter.batch import Job, run
from tests.batch.poison import slow
from tests.batch.texts import files, fill, texts

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = 180
#: Kills of a worker and of the parent for each form; the other forms of a tree and of a file have fewer.
KILLS = {"json": 6, "jsonl": 6, "xml": 2, "jsonl.zst": 2, "parquet": 2}

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds the workers to kill in /proc")


def worker_pids(pids: Path) -> list[int]:
    """Living workers, by the files that they leave."""
    found = []
    for path in pids.iterdir():
        with suppress(OSError):
            if b"forkserver" in Path(f"/proc/{path.name}/cmdline").read_bytes():
                found.append(int(path.name))
    return found


def start(source: Path, target: Path, form: str, pids: Path) -> subprocess.Popen[bytes]:
    for path in pids.iterdir():
        path.unlink()
    command = [sys.executable, "-m", "tests.batch.killed_run", str(source), str(target), form]
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | {"GONGWEN_TEST_PIDS": str(pids)})


def wait_for_work(process: subprocess.Popen[bytes], pids: Path, seconds: float) -> None:
    """Until workers are at work, and ``seconds`` more; or until the run is over."""
    deadline = time.monotonic() + 60
    while not any(pids.iterdir()) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(seconds)


@pytest.mark.parametrize("form", KILLS)
def test_a_run_that_is_killed_again_and_again_ends_as_if_undisturbed(form: str, tmp_path: Path) -> None:
    chance = random.Random(form)
    source = fill(tmp_path / "source", texts(DOCUMENTS))
    pids = tmp_path / "pids"
    pids.mkdir()
    folder = tmp_path / "disturbed"
    target = folder / ("target" if form in ("json", "xml") else f"target.{form}")
    kills = KILLS[form]
    workers_killed = parents_killed = 0
    while workers_killed < kills or parents_killed < kills:
        process = start(source, target, form, pids)
        wait_for_work(process, pids, chance.uniform(0.0, 0.25))
        if workers_killed < kills and (living := worker_pids(pids)):
            os.kill(chance.choice(living), signal.SIGKILL)
            workers_killed += 1
            time.sleep(chance.uniform(0.0, 0.1))
        if parents_killed < kills:
            # The later kills come while the end is near, or in the start of the run.
            parents_killed += process.poll() is None
            process.kill()
        process.wait()
        if process.returncode == 0:
            # It was over before all kills were done; there must be something left to kill.
            for name in list(files(folder))[:60]:
                (folder / name).unlink()
    last = start(source, target, form, pids)
    assert last.wait() == 0
    run(Job(str(source), tmp_path / "undisturbed" / target.name, form, block_documents=12), kernel=slow)  # type: ignore[arg-type]
    assert files(folder) == files(tmp_path / "undisturbed")
    (state,) = folder.rglob("*.gongwen-batch")
    assert sorted(path.name for path in state.iterdir()) == ["journal.sqlite", "lock", "workers"]
    with sqlite3.connect(state / "journal.sqlite") as journal:
        (finished,) = journal.execute("SELECT count(*) FROM documents WHERE code IS NULL").fetchone()
    assert finished == DOCUMENTS


def test_the_workers_of_a_killed_run_end(tmp_path: Path) -> None:
    source = fill(tmp_path / "source", texts(DOCUMENTS))
    pids = tmp_path / "pids"
    pids.mkdir()
    process = start(source, tmp_path / "target", "json", pids)
    wait_for_work(process, pids, 0.1)
    assert worker_pids(pids)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 30
    while worker_pids(pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not worker_pids(pids)
