"""``gongwen batch`` on the command line: what it says, and its exit codes."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from converter import from_json
from converter.cli.main import group
from tests.batch.texts import files, fill, texts


def batch(*arguments: object) -> Result:
    return CliRunner().invoke(group, ["batch", *map(str, arguments)])


def test_a_folder_becomes_a_tree(tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(5))
    result = batch(tmp_path / "source", tmp_path / "target", "--workers", 1)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("5 converted, in 0:0")
    assert len(files(tmp_path / "target")) == 5
    again = batch(tmp_path / "source", tmp_path / "target", "--resume", "--workers", 1)
    assert again.exit_code == 0
    assert again.stderr.startswith("0 converted, 5 unchanged, in 0:0")


@pytest.mark.parametrize(
    ("target", "options"),
    [("t.jsonl", ()), ("t.jsonl.zst", ()), ("t.parquet", ()), ("t", ("--to", "jsonl")), ("t.dir", ("--to", "xml"))],
)
def test_the_name_of_the_target_says_the_form(target: str, options: tuple[str, ...], tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(3))
    result = batch(tmp_path / "source", tmp_path / target, "--workers", 1, "-q", *options)
    assert result.exit_code == 0
    assert result.output == ""
    assert (tmp_path / target).is_dir() == (target == "t.dir")


def test_failed_texts_give_exit_code_1_and_are_listed(tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(3) | {"a.txt": b""})
    result = batch(tmp_path / "source", tmp_path / "target", "--workers", 1, "-q")
    report = tmp_path / "target" / "failures.jsonl"
    assert result.exit_code == 1
    assert result.stderr == f"1 failed; {report} says which and why\n"
    assert json.loads(report.read_text("utf-8"))["document"] == "a.txt"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["missing", "target"], "missing: there is no such file or folder"),
        (["source", "target.json"], "target.json is the name of a file, and many texts become a folder of json files;"),
        (["source", "target.jsonl", "--to", "xml"], "target.jsonl is the name of a jsonl file, and --to says xml"),
        (["source", "source"], "source is not empty"),
        (["source", "target", "--workers", "0"], "--workers"),
        (["source", "target", "--encoding", "klingon"], "there is no encoding 'klingon'"),
        (["source"], "Missing argument 'TARGET'"),
    ],
)
def test_a_wrong_command_line_gives_exit_code_2(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "source", texts(1))
    monkeypatch.chdir(tmp_path)
    result = batch(*arguments)
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


def test_a_run_that_must_stop_gives_exit_code_1_and_one_sentence(tmp_path: Path) -> None:
    fill(tmp_path / "source", {"a.jpg": b"\xff\xd8"})
    result = batch(tmp_path / "source", tmp_path / "target", "--workers", 1)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "source: there is no text in it (1 file of other kinds left out: 1 .jpg)" in result.stderr


def test_a_column_of_a_table_and_a_public_edition(tmp_path: Path) -> None:
    lines = [json.dumps({"名": "青禾县", "文": "##paidbegin##付费的话。##paidend##免费的话。"})]
    (tmp_path / "source.jsonl").write_text("\n".join(lines), "utf-8")
    options = ("--text-column", "文", "--key-column", "名", "--edition", "public", "--workers", 1)
    result = batch(tmp_path / "source.jsonl", tmp_path / "target", *options)
    assert result.exit_code == 0
    report = from_json((tmp_path / "target" / "青禾县.json").read_bytes())
    assert report.edition.kind == "public"


def test_a_terminal_shows_the_bar(tmp_path: Path) -> None:
    fill(tmp_path / "source", texts(60))
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from converter.cli.main import main; main()", "batch"]
    process = subprocess.Popen([*command, tmp_path / "source", tmp_path / "target", "--workers", "1"], stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait() == 0
    assert b"60 converted, in" in shown
    assert shown.count(b"\n") == 1
