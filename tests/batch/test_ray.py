"""The engine for a cluster, run for real where Ray is installed: ``make test-ray``."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.batch import run
from tests.batch.conftest import MakeJob
from tests.batch.poison import poisoned
from tests.batch.texts import files, fill, texts

pytest.importorskip("ray", reason="Ray is not installed; make test-ray installs it and runs this")
pytestmark = pytest.mark.ray


@pytest.mark.parametrize("form", ["json", "jsonl", "parquet"])
def test_ray_gives_the_bytes_of_the_pool(
    form: str, make_job: MakeJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a text that kills its process, in several batches and waves, and with a run that goes on."""
    monkeypatch.setattr("converter.batch.ray_engine.BATCH_DOCUMENTS", 20)
    monkeypatch.setattr("converter.batch.ray_engine.WAVE_DOCUMENTS", 80)
    source = fill(tmp_path / "source", texts(110) | {"2021/a.txt": b"kill\n", "2022/b.txt": b"\x89PNG\r\n\x1a\n"})
    folders = []
    for engine in ("local", "ray"):
        folders.append(tmp_path / engine)
        job = make_job(form, engine=engine, target=folders[-1] / f"target.{form}")
        summary = run(job, kernel=poisoned)
        assert (summary.converted, summary.failed) == (110, 2)
    assert files(folders[0]) == files(folders[1])
    (source / "2021" / "a.txt").unlink()
    (source / "2022" / "b.txt").write_bytes(texts(1)["2020/青禾县000.txt"])
    for engine, folder in zip(("local", "ray"), folders, strict=True):
        summary = run(make_job(form, engine=engine, target=folder / f"target.{form}", resume=True))
        assert (summary.converted, summary.kept) == (1, 110)
    assert files(folders[0]) == files(folders[1])
