"""A full or read-only disk ends a run in one sentence, and a state from which it goes on once there is room."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from converter.batch import Stopped, run
from converter.batch.destinations import forms
from tests.batch.conftest import MakeJob
from tests.batch.texts import files, fill, texts


def mount(*options: str) -> bool:
    """Mount as ``options`` say; ``False`` where that is not allowed."""
    try:
        return subprocess.run(["mount", *options], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system of its own with room for a few reports."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or not mount("-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)):
        pytest.skip("a small file system can be mounted only by root, and not everywhere")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("form", ["json", "jsonl", "parquet"])
def test_a_full_disk_stops_the_run_which_goes_on_when_there_is_room(
    form: str, small_disk: Path, make_job: MakeJob, tmp_path: Path
) -> None:
    fill(tmp_path / "source", texts(250))
    name = "target" if form == "json" else f"target.{form}"
    (small_disk / "ballast").write_bytes(bytes(200 << 10 if form == "parquet" else 0))
    with pytest.raises(Stopped, match=r"^/.*/disk/.*(no space left on the device|disk is full|disk I/O error)"):
        run(make_job(form, target=small_disk / name))
    assert mount("-o", "remount,size=50m", str(small_disk))
    (small_disk / "ballast").unlink()
    summary = run(make_job(form, target=small_disk / name, resume=True))
    assert summary.failed == 0
    assert summary.converted + summary.kept == 250
    run(make_job(form, target=tmp_path / "undisturbed" / name))
    assert files(small_disk) == files(tmp_path / "undisturbed")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_disk_that_cannot_be_written_is_one_sentence(
    form: str, small_disk: Path, make_job: MakeJob, tmp_path: Path
) -> None:
    fill(tmp_path / "source", texts(3))
    assert mount("-o", "remount,ro", str(small_disk))
    with pytest.raises(Stopped, match=r"^/.*/disk/.*: read-only file system$"):
        run(make_job(form, target=small_disk / "target"))


def test_a_disk_that_fills_up_while_a_block_is_written(
    make_job: MakeJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same where no file system can be mounted."""
    fill(tmp_path / "source", texts(60))
    write, written = forms.JsonLines.write, []

    def full(form: Any, records: Any, path: Path) -> None:
        write(form, records, path)
        written.append(path)
        if len(written) == 4:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    with monkeypatch.context() as patched, pytest.raises(Stopped, match="no space left on the device"):
        patched.setattr(forms.JsonLines, "write", full)
        run(make_job("jsonl"))
    assert not (tmp_path / "target.jsonl").exists()
    assert run(make_job("jsonl", resume=True)).kept == 30
    run(make_job("jsonl", target=tmp_path / "undisturbed.jsonl"))
    assert (tmp_path / "target.jsonl").read_bytes() == (tmp_path / "undisturbed.jsonl").read_bytes()
