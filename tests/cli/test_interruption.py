"""Ctrl-C and SIGTERM end every command in one sentence, with the code of the signal, and leave nothing half written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.texts import fill, report, texts

SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
STOPPED = "stopped; nothing is left half written"


def start(*words: object, cwd: Path) -> subprocess.Popen[str]:
    run = "import sys; from converter.cli.main import main; sys.argv[0] = 'gongwen'; main()"
    command = [sys.executable, "-c", run, *map(str, words)]
    return subprocess.Popen(
        command, cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.PIPE,
        start_new_session=True, env=os.environ | {"GONGWEN_LANG": "en"},
    )  # fmt: skip


def end(process: subprocess.Popen[str], number: int) -> tuple[int, list[str]]:
    """Send a signal to the whole group, as a terminal does; the exit code, and what was said."""
    os.killpg(process.pid, number)
    _, said = process.communicate(timeout=60)
    return process.returncode, [line for line in said.splitlines() if line.strip()]


@pytest.mark.parametrize(("number", "code"), SIGNALS)
@pytest.mark.parametrize("command", ["convert", "targets", "outline", "validate", "restore"])
def test_a_command_that_waits_for_its_input(command: str, number: int, code: int, tmp_path: Path) -> None:
    process = start(command, "-", cwd=tmp_path)
    time.sleep(1.5)
    assert process.poll() is None
    assert end(process, number) == (code, [STOPPED])


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_convert_leaves_no_part_of_a_file(number: int, code: int, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("".join(map(report, range(4000))), "utf-8")
    process = start("convert", "long.txt", "-o", "out/long.json", "-q", cwd=tmp_path)
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("out/.*.part")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)
    if process.poll() is not None:
        pytest.skip("this machine writes the file faster than it can be interrupted")
    assert end(process, number) == (code, [STOPPED])
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_validate_with_several_processes(number: int, code: int, tmp_path: Path) -> None:
    fill(tmp_path / "reports", {f"{n}.json": b'{"a":' * 50 + b"1" + b"}" * 50 for n in range(3000)})
    process = start("validate", "reports", "--format", "json", cwd=tmp_path)
    time.sleep(1.5)
    if process.poll() is not None:
        pytest.skip("this machine validates faster than it can be interrupted")
    found, said = end(process, number)
    assert found == code
    assert said == [STOPPED]


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_batch_says_how_to_go_on_and_goes_on(number: int, code: int, tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(600))
    process = start("batch", "source", "target", "--workers", 2, "-q", cwd=tmp_path)
    deadline = time.monotonic() + 60
    while len(list(tmp_path.glob("target/*/*.json"))) < 5 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert end(process, number) == (code, ["stopped. What is finished is kept: --resume goes on from there"])
    assert not (tmp_path / "target" / ".gongwen-batch" / "temporary").exists()
    again = start("batch", "source", "target", "--workers", 2, "--resume", cwd=tmp_path)
    _, said = again.communicate(timeout=120)
    assert again.returncode == 0, said
    assert len(list(tmp_path.glob("target/*/*.json"))) == 600
