"""The failure report on a file system of its own."""

import errno
import json
import os
from pathlib import Path

import pytest

from converter.batch.documents import Failure
from converter.batch.failure_report import write_failures


def test_a_report_on_another_file_system_replaces_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts, reports = tmp_path / "drafts", tmp_path / "reports"
    drafts.mkdir()
    reports.mkdir()
    (reports / "failures.jsonl").write_text("old")
    replace = Path.replace

    def across(self: Path, target: Path) -> Path:
        if self.parent != target.parent:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", across)
    failure = Failure("not_text", "扫描件.txt: this is a PNG image")
    write_failures(iter([("扫描件.txt", None, failure)]), reports / "failures.jsonl", drafts)
    assert json.loads((reports / "failures.jsonl").read_text("utf-8"))["document"] == "扫描件.txt"
    assert [path.name for path in reports.iterdir()] == ["failures.jsonl"]
